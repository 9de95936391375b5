#pragma once

// Storage in one SQLite file: WAL, synchronous=FULL, one writer thread that groups what is queued
// into one transaction and gives each its own savepoint, and a few reading connections.

#include <cstdint>
#include <filesystem>
#include <memory>

#include "server/storage/storage.h"
#include "server/storage/surroundings.h"

namespace deskbell::server {

struct SqliteOptions
{
    std::filesystem::path file;
    std::size_t maxGroup = 512;  ///< writes in one transaction
    std::size_t maxQueue = 8192; ///< writes waiting; beyond it "storage-busy"
    std::size_t readers = 4;     ///< snapshots and pages read at once
    std::int64_t maxPages = 0;   ///< of 4 KiB; 0: as large as the disk allows
    /// The file was put back from a backup: a new epoch begins, so that desks which have seen what it
    /// has forgotten notice (docs/adr/0081).
    bool isRestored = false;
};

/// Opens the file, or makes it, and brings its schema up to date. `listener` may be null and must
/// outlive the storage. Further errors: "storage-newer" (facts: file, version, known), "storage-foreign"
/// (another program's file), "storage-in-use" (by another process). Facts: file.
Expected<std::unique_ptr<Storage>> openSqliteStorage(const SqliteOptions &options, Surroundings surroundings,
                                                     StorageListener *listener = nullptr);

} // namespace deskbell::server
