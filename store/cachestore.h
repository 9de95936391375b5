// cache.db: the backend's rows as this desk last applied them, and the cursor up to which it did.
// Both change in one transaction or not at all. The file may be deleted at any time and fetched
// again, which is what happens when it is found damaged (error "store-damaged"). Owned and used by
// the data thread.
#pragma once

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "protocol/changes.h"
#include "store/database.h"
#include "store/sealing.h"

namespace deskbell::store {

/// What the file is a copy of, and up to where.
struct CacheState
{
    std::string server;
    PropertyId property{};
    Uuid epoch;
    std::string cursor;
    std::uint64_t seq = 0;
    std::uint64_t count = 0;      ///< rows of the snapshot it began as: what the next may be expected to have
    std::optional<Window> window; ///< the dates it shows; none when the backend does not say

    friend bool operator==(const CacheState &, const CacheState &) = default;
};

/// What an application of transactions has made different. Rows that were not newer are not in it.
struct TakenRows
{
    UndatedRows undated;
    std::vector<Reservation> reservations;
    std::vector<ReservationId> gone;
};

class CacheStore
{
public:
    ~CacheStore();
    /// Errors: "cache-missing" (no file), "cache-foreign" (another key, format or program), and those
    /// of Database.
    static Expected<std::unique_ptr<CacheStore>> open(const QString &path, const DataKey &key);

    const CacheState &state() const { return m_state; }

    /// Whole transactions and the cursor after them, in one transaction of the file. Those at or
    /// below the cursor's seq are skipped.
    Expected<TakenRows> apply(std::span<const protocol::Transaction> transactions, const std::string &cursor,
                              std::uint64_t seq);

    /// The window moves, in one transaction of the file: the rows of the dates that were missing come
    /// in, the transactions since then are applied whether or not some of them were (what is not newer
    /// is skipped), and what the new window does not show goes.
    Expected<TakenRows> moveWindow(const Window &window, std::span<const protocol::Row> rows,
                                   std::span<const protocol::Transaction> transactions,
                                   const std::string &cursor, std::uint64_t seq);

    /// All rows of the kinds without dates.
    Expected<UndatedRows> undated();
    Expected<std::optional<Property>> property();
    Expected<std::optional<Reservation>> reservation(const ReservationId &id);

    /// Called for each reservation read; false ends the reading.
    using Visitor = std::function<bool(Reservation &&)>;
    /// Those with a night, a day use or a departure in [from, to].
    Expected<void> visitWindow(Date from, Date to, const Visitor &visit);
    /// The next `limit` rows after `position` (0 to begin); returns the position reached, none at the
    /// end. What changes between two calls is seen at the latest by apply()'s answer.
    Expected<std::optional<std::int64_t>> visitSome(std::int64_t position, int limit, const Visitor &visit);

private:
    explicit CacheStore(std::unique_ptr<Database> database, const DataKey &key);
    Expected<void> readState();
    Expected<void> prepareStatements();
    Expected<void> applyTransaction(const protocol::Transaction &transaction, TakenRows &taken);
    Expected<void> applyRow(const protocol::Row &row, TakenRows &taken);
    Expected<void> applyLeave(const protocol::Leave &leave, TakenRows &taken);
    Expected<void> dropUnseen(const Window &window, TakenRows &taken);
    Expected<void> write(const Reservation &reservation, TakenRows &taken);
    Expected<void> write(const UndatedRow &row, TakenRows &taken);
    Expected<Reservation> unseal(const Statement &row, int idColumn, int docColumn);
    /// Columns id, doc, kind.
    Expected<UndatedRow> unsealUndated(const Statement &row);

    std::unique_ptr<Database> m_database; // before the statements, which must go first
    Sealer m_sealer;
    CacheState m_state;
    Statement m_versionOf, m_insert, m_update, m_delete, m_read, m_entityVersion, m_writeEntity,
        m_deleteEntity, m_setMeta;
    Blob m_plain, m_sealed;
};

/// A new cache.db in the making, beside the old one. Nothing of it counts before finish().
class CacheBuilder
{
public:
    ~CacheBuilder(); ///< Without finish() the file is removed.
    static Expected<std::unique_ptr<CacheBuilder>> create(const QString &path, const DataKey &key,
                                                          const std::string &server, PropertyId property,
                                                          Uuid epoch);

    Expected<void> add(const protocol::Row &row);
    std::uint64_t count() const { return m_count; }
    /// Holds the rows against the count and the digests of the snapshot's end ("snapshot-differs"),
    /// makes the indexes and commits.
    Expected<void> finish(const protocol::SnapshotEnd &end);
    /// In place of `path`, whose store must be closed.
    static Expected<void> swapIn(const QString &built, const QString &path);

private:
    CacheBuilder(std::unique_ptr<Database> database, const DataKey &key);
    Expected<void> begin(const CacheState &state);
    Expected<void> insert(const Reservation &reservation);
    Expected<void> insert(const UndatedRow &row);
    void dropStatements(); ///< they would keep the file open

    std::unique_ptr<Database> m_database;
    Sealer m_sealer;
    CacheState m_state;
    Statement m_insert, m_insertEntity, m_setMeta;
    Blob m_plain, m_sealed;
    std::uint64_t m_count = 0;
    protocol::RowDigests m_digests;
    bool m_isFinished = false;
};

} // namespace deskbell::store
