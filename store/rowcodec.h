// How the cache writes a row before sealing it: a compact form of our own, because reading it back
// is what the start of the desk waits for (see docs/adr/0051). It never travels and never outlives
// cache.db: when it changes, formatVersion does, and the cache is fetched anew.
#pragma once

#include "protocol/rows.h"
#include "store/sealing.h"

namespace deskbell::store {

inline constexpr int rowFormatVersion = 5;

/// Replaces `out`.
void packReservation(const Reservation &reservation, Blob &out);
/// Error "store-damaged".
Expected<Reservation> unpackReservation(Bytes packed);

} // namespace deskbell::store
