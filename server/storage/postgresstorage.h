#pragma once

// Storage in a PostgreSQL database that any number of processes share: libpq in pipeline mode, groups of
// commands that lock their properties' clocks, fetch what they need in one trip and are written in
// another, and a follower that tells this process of the others' commits.

#include <memory>

#include "server/storage/postgres/address.h"
#include "server/storage/storage.h"
#include "server/storage/surroundings.h"

namespace deskbell::server {

struct PostgresOptions
{
    PgAddress address;
    std::size_t maxGroup = 512;  ///< writes in one transaction
    std::size_t maxQueue = 8192; ///< writes waiting; beyond it "storage-busy"
    std::size_t readers = 4;     ///< snapshots and pages read at once
    /// The database was put back from a backup: a new epoch begins (docs/adr/0081).
    bool isRestored = false;
};

/// Connects and brings the schema up to date. `listener` may be null and must outlive the storage.
/// Further errors: "storage-newer" (facts: version, known), "storage-foreign" (the schema holds another
/// program's tables). Fact: file, the address without its password.
Expected<std::unique_ptr<Storage>> openPostgresStorage(const PostgresOptions &options,
                                                       Surroundings surroundings,
                                                       StorageListener *listener = nullptr);

} // namespace deskbell::server
