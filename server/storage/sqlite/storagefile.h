#pragma once

// Checks and locks the database file before it is opened: one process at a time may have it open, and
// nobody but its owner may read it.

#include <filesystem>
#include <vector>

#include <boost/interprocess/sync/file_lock.hpp>

namespace deskbell::server {

/// Held as long as the file is used.
using FileLock = boost::interprocess::file_lock;

/// Throws StorageFailure: "storage-in-use", "storage-read-only", "storage-failed".
FileLock lockFile(const std::filesystem::path &file);

/// Makes the file if there is none, for its owner's eyes only: it will hold guests' data and hashes of
/// passwords. SQLite gives its files beside it the same rights.
void makePrivateFile(const std::filesystem::path &file);

/// Takes others' rights to a database and to what stands beside it away; those that had any.
std::vector<std::filesystem::path> narrowFiles(const std::filesystem::path &database);

} // namespace deskbell::server
