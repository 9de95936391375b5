// What CacheStore and CacheBuilder must agree on about cache.db: its version and how an entity's row
// is written. Data thread.
#pragma once

#include "protocol/rows.h"
#include "store/database.h"
#include "store/sealing.h"

namespace deskbell::store {

inline constexpr int cacheSchemaVersion = 1;

inline constexpr std::string_view insertReservationSql =
    "INSERT INTO reservations (id, version, arrival, departure, doc) VALUES (?1, ?2, ?3, ?4, ?5)";
inline constexpr std::string_view writeEntitySql =
    "INSERT OR REPLACE INTO entities (kind, id, version, doc) VALUES (?1, ?2, ?3, ?4)";
inline constexpr std::string_view setMetaSql = "INSERT OR REPLACE INTO meta (name, value) VALUES (?1, ?2)";

inline Bytes bytesOf(const Uuid &id)
{
    return id.bytes;
}
inline std::int64_t dayOf(Date date)
{
    return date.time_since_epoch().count();
}
inline Date dateOf(std::int64_t day)
{
    return Date(Days(day));
}
/// Empty when the blob is not 16 bytes long.
Uuid uuidOf(Bytes bytes);

} // namespace deskbell::store
