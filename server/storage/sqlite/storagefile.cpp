#include "server/storage/sqlite/storagefile.h"

#include "server/files/privatefile.h"
#include "server/storage/failure.h"

namespace deskbell::server {
namespace {

StorageFailure refused(std::string code, Facts facts = {})
{
    return StorageFailure(StorageFailure::Kind::Transaction, Error{std::move(code), std::move(facts)});
}

std::filesystem::path beside(std::filesystem::path file, const char *suffix)
{
    return file += suffix;
}

} // namespace

FileLock lockFile(const std::filesystem::path &file)
{
    const auto folder = std::filesystem::absolute(file).parent_path();
    if (!std::filesystem::is_directory(folder))
        throw refused("storage-failed", {{"reason", "no folder " + folder.string()}});
    // The lock's own file stays: removing it would let two processes hold different files of one name. It is
    // nobody else's to open, so nobody else can hold it.
    const std::filesystem::path path = beside(file, ".lock");
    (void)privatefile::make(path);
    privatefile::narrow(path);
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
    (void)privatefile::make(file); // what is wrong shows when it is opened
    narrowFiles(file);
}

std::vector<std::filesystem::path> narrowFiles(const std::filesystem::path &database)
{
    std::vector<std::filesystem::path> wider;
    for (const char *suffix : {"", "-wal", "-shm", ".lock", ".mark", ".control"}) {
        if (const auto file = beside(database, suffix); privatefile::narrow(file))
            wider.push_back(file);
    }
    return wider;
}

} // namespace deskbell::server
