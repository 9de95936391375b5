#include "server/storage/sqlite/storagefile.h"

#include <fstream>

#include "server/storage/failure.h"

namespace deskbell::server {
namespace {

StorageFailure refused(std::string code, Facts facts = {})
{
    return StorageFailure(StorageFailure::Kind::Transaction, Error{std::move(code), std::move(facts)});
}

} // namespace

FileLock lockFile(const std::filesystem::path &file)
{
    const auto folder = std::filesystem::absolute(file).parent_path();
    if (!std::filesystem::is_directory(folder))
        throw refused("storage-failed", {{"reason", "no folder " + folder.string()}});
    // The lock's own file stays: removing it would let two processes hold different files of one name.
    const std::filesystem::path path = file.native() + std::filesystem::path(".lock").native();
    std::ofstream(path, std::ios::app).close();
    try {
        FileLock lock(path.c_str());
        if (lock.try_lock())
            return lock;
    } catch (const boost::interprocess::interprocess_exception &) {
        throw refused("storage-read-only", {{"reason", "lock"}});
    }
    throw refused("storage-in-use");
}

void makePrivateFile(const std::filesystem::path &file)
{
    using std::filesystem::perms;
    std::error_code error;
    if (std::filesystem::exists(file, error))
        return;
    std::ofstream(file, std::ios::app).close();
    std::filesystem::permissions(file, perms::owner_read | perms::owner_write, error);
}

} // namespace deskbell::server
