#pragma once

// Each page of the database's file ends in a sum of its content and its place, so that a byte that the disk
// has changed is an error when it is read ("storage-corrupt") and not a value. SQLite leaves the room for it
// (eight reserved bytes a page) and hands every page to a VFS of its own here, over the system's. In memory,
// in the WAL and in copies that other programs make those bytes are zero, which says that there is no sum:
// such pages are read as they are, and get theirs when they are next written or the file is next opened. Any
// thread.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include <sqlite3.h>

namespace deskbell::server::sealedpages {

/// The name of the VFS, for sqlite3_open_v2().
const char *vfs();

/// Has the pages of a database that has none yet end in a sum. Before its first page is written.
void reserve(sqlite3 *handle);

/// Gives a sum to the pages that have none; a file of a time before there were any is written anew with room
/// for them. Nobody has it open. Throws StorageFailure.
void sealAll(const std::filesystem::path &file);

struct DamagedPage
{
    std::uint64_t number = 0; ///< from 1
    bool isInner = false;     ///< others are reached through it
};

/// Looks at all pages as they are on the disk, while they are read and written. `goOn` is asked now and then.
void examine(const std::filesystem::path &file, const std::function<void(const DamagedPage &)> &found,
             const std::function<bool()> &goOn);

} // namespace deskbell::server::sealedpages
