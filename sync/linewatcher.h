// What the line tells whoever keeps the picture of the property: rows after they are durable, a
// snapshot as it streams in, and that something about the line or the outbox looks different now.
// Implemented above sync; called in the data thread, also from within calls to the line.
#pragma once

#include <cstdint>

#include "domain/expected.h"
#include "protocol/rows.h"
#include "store/cachestore.h"

namespace deskbell::sync {

class LineWatcher
{
public:
    virtual ~LineWatcher() = default;

    virtual void rowsTaken(const store::TakenRows &rows) = 0;
    /// A download begins; with `isFirst` there is nothing to show meanwhile.
    virtual void snapshotBegan(bool isFirst) = 0;
    virtual void snapshotRow(protocol::Row &&row) = 0;
    /// All rows so far are the truth now and durable, or void.
    virtual void snapshotEnded(bool isTaken) = 0;
    virtual void lineChanged() = 0;
    virtual void outboxChanged() = 0;
    /// Something a person should know: "cache-rebuilt", "backend-restored", "clock-skew", …
    virtual void noticed(const Error &note) = 0;
};

} // namespace deskbell::sync
