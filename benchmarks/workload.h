#pragma once

// A house as scripts/bench makes it (types.jsonl, rooms.jsonl, reservations.csv of workload.py), as
// the change set that a desk would get of it. Ids are made from the file's own numbers, so that the
// same file is always the same house.

#include <QString>

#include "models/frontdesk.h"

namespace deskbell::bench {

/// Empty, with a line on standard error, when a file is missing or not what it should be.
models::ChangeSet loadWorkload(const QString &folder);

} // namespace deskbell::bench
