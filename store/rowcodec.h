// How the cache writes a row before sealing it: a compact form of our own, because reading it back
// is what the start of the desk waits for (see docs/adr/0051). The members are those that
// protocol/members.h lists, in that order, so that none can be forgotten here. A packed row never
// travels and never outlives cache.db: a list that has changed has another rowFormat(), and the
// cache is fetched anew. Pure functions.
#pragma once

#include "protocol/rows.h"
#include "store/sealing.h"

namespace deskbell::store {

/// A fingerprint of the members' names and types and of the packing.
std::int64_t rowFormat();

/// Replaces `out`.
void packReservation(const Reservation &reservation, Blob &out);
/// Error "store-damaged".
Expected<Reservation> unpackReservation(Bytes packed);

} // namespace deskbell::store
