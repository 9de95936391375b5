#pragma once

// SnapshotReader over one read transaction of a reading connection: rows go out as they are stored,
// once it is sure that they are rows and those that their columns say. Keeps the pool alive.

#include "protocol/changes.h"
#include "server/storage/history.h"
#include "server/storage/sql/query.h"
#include "server/storage/sql/readerpool.h"
#include "server/storage/storage.h"

namespace deskbell::server {

class SqlSnapshot : public SnapshotReader
{
public:
    /// Begins to read. Throws StorageFailure; "unknown-property".
    SqlSnapshot(std::shared_ptr<ReaderPool> pool, const History &history, const PropertyId &property,
                const Window &window);

    Expected<std::string> next() override;
    Expected<std::uint64_t> expectedRows() override;

private:
    std::string read();
    void appendEnd(std::string &out);

    std::shared_ptr<ReaderPool> m_pool; ///< before the lease, which goes back to it
    ReaderPool::Lease m_lease;
    ReadTransaction m_oneView;
    protocol::Cursor m_cursor;
    std::size_t m_part = 0;
    std::optional<Query> m_rows; ///< of the part under way
    std::uint64_t m_count = 0;
    protocol::RowDigests m_digests;
    bool m_isDone = false;
};

} // namespace deskbell::server
