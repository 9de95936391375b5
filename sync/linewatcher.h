// The interface through which the Line informs the keeper of the picture of the property: of rows
// after they are durable, of a snapshot as it streams in, and of a changed state of the connection
// or the outbox. Implemented above sync; called in the data thread, also from within calls to the
// Line.
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
