// How the cache writes a row before sealing it: a compact form of our own, because reading it back
// is what the start of the desk waits for (see docs/adr/0051). The members are the described ones, in their
// order, so that none can be forgotten here. A packed row never travels and never outlives cache.db: where
// any description has changed, rowFormat() is another, and the cache is fetched anew. Pure functions.
#pragma once

#include "domain/entities.h"
#include "domain/expected.h"
#include "store/sealing.h"

namespace deskbell::store {

/// A fingerprint of all kinds of rows, of their members' names and types, and of the packing.
std::int64_t rowFormat();

// Packing replaces `out`. Unpacking fails with "store-damaged".
void packReservation(const Reservation &reservation, Blob &out);
Expected<Reservation> unpackReservation(Bytes packed);
void packUndated(const UndatedRow &row, Blob &out);
/// `kind` as it is stored: the place of an Entity.
Expected<UndatedRow> unpackUndated(std::int64_t kind, Bytes packed);

} // namespace deskbell::store
