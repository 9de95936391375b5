#include "server/storage/sqlite/sealedpages.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "server/storage/sqlite/pagesum.h"

namespace deskbell::server::sealedpages {

// The VFS. See sealing.cpp for what is done with whole files.

namespace {

struct File
{
    sqlite3_file base;
    bool isSealed;
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

sqlite3_vfs *systemVfs()
{
    static sqlite3_vfs *const system = sqlite3_vfs_find(nullptr);
    return system;
}

File *own(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

sqlite3_file *real(sqlite3_file *file)
{
    return own(file)->real();
}

const sqlite3_io_methods &methods(sqlite3_file *file)
{
    return *real(file)->pMethods;
}

bool isPage(int size, sqlite3_int64 at)
{
    return size >= leastPage && size <= mostPage && (size & (size - 1)) == 0 && at % size == 0;
}

int read(sqlite3_file *file, void *to, int size, sqlite3_int64 at)
{
    const int done = methods(file).xRead(real(file), to, size, at);
    if (done != SQLITE_OK || !own(file)->isSealed || !isPage(size, at))
        return done;
    const Page page(static_cast<std::uint8_t *>(to), static_cast<std::size_t>(size), at / size + 1);
    if (!page.isSound())
        return SQLITE_IOERR_DATA;
    page.clearSum();
    return SQLITE_OK;
}

int write(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
{
    if (!isPage(size, at))
        return methods(file).xWrite(real(file), from, size, at);
    if (at == 0)
        own(file)->isSealed = static_cast<const std::uint8_t *>(from)[reservedAt] == sumSize;
    if (!own(file)->isSealed)
        return methods(file).xWrite(real(file), from, size, at);
    // What SQLite holds in memory is left as it is: the WAL's sums are made of it.
    std::array<std::uint8_t, mostPage> sealed;
    std::memcpy(sealed.data(), from, static_cast<std::size_t>(size));
    Page(sealed.data(), static_cast<std::size_t>(size), at / size + 1).seal();
    return methods(file).xWrite(real(file), sealed.data(), size, at);
}

/// A new file will have sums; one whose header says otherwise has none, unless it is the header that is
/// damaged.
bool hasSums(sqlite3_file *file)
{
    sqlite3_int64 size = 0;
    if (file->pMethods->xFileSize(file, &size) != SQLITE_OK || size < leastPage)
        return true;
    std::array<std::uint8_t, mostPage> first{};
    const auto length = static_cast<int>(std::min<sqlite3_int64>(size, mostPage));
    if (file->pMethods->xRead(file, first.data(), length, 0) != SQLITE_OK)
        return true;
    return headerHasSums({first.data(), static_cast<std::size_t>(length)});
}

const sqlite3_io_methods *ownMethods()
{
    using F = sqlite3_file;
    static const sqlite3_io_methods all = [] {
        sqlite3_io_methods m{};
        m.iVersion = 2; // no memory maps: every page passes here
        m.xClose = [](F *f) { return methods(f).xClose(real(f)); };
        m.xRead = &read;
        m.xWrite = &write;
        m.xTruncate = [](F *f, sqlite3_int64 size) { return methods(f).xTruncate(real(f), size); };
        m.xSync = [](F *f, int flags) { return methods(f).xSync(real(f), flags); };
        m.xFileSize = [](F *f, sqlite3_int64 *size) { return methods(f).xFileSize(real(f), size); };
        m.xLock = [](F *f, int lock) { return methods(f).xLock(real(f), lock); };
        m.xUnlock = [](F *f, int lock) { return methods(f).xUnlock(real(f), lock); };
        m.xCheckReservedLock = [](F *f, int *out) { return methods(f).xCheckReservedLock(real(f), out); };
        m.xFileControl = [](F *f, int what, void *with) {
            return methods(f).xFileControl(real(f), what, with);
        };
        m.xSectorSize = [](F *f) { return methods(f).xSectorSize(real(f)); };
        m.xDeviceCharacteristics = [](F *f) { return methods(f).xDeviceCharacteristics(real(f)); };
        m.xShmMap = [](F *f, int page, int size, int extend, void volatile **out) {
            return methods(f).xShmMap(real(f), page, size, extend, out);
        };
        m.xShmLock = [](F *f, int offset, int n, int flags) {
            return methods(f).xShmLock(real(f), offset, n, flags);
        };
        m.xShmBarrier = [](F *f) { methods(f).xShmBarrier(real(f)); };
        m.xShmUnmap = [](F *f, int remove) { return methods(f).xShmUnmap(real(f), remove); };
        return m;
    }();
    return &all;
}

int open(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0)
        return systemVfs()->xOpen(systemVfs(), name, file, flags, outFlags);
    file->pMethods = nullptr;
    const int opened = systemVfs()->xOpen(systemVfs(), name, real(file), flags, outFlags);
    if (opened != SQLITE_OK)
        return opened;
    own(file)->isSealed = hasSums(real(file));
    file->pMethods = ownMethods();
    return SQLITE_OK;
}

} // namespace

const char *vfs()
{
    static sqlite3_vfs sealed = [] {
        sqlite3_vfs vfs = *systemVfs();
        vfs.zName = "deskbell-sealed";
        vfs.szOsFile = systemVfs()->szOsFile + static_cast<int>(sizeof(File));
        vfs.pNext = nullptr;
        vfs.xOpen = &open;
        return vfs;
    }();
    static const int registered = sqlite3_vfs_register(&sealed, 0);
    return registered == SQLITE_OK ? sealed.zName : nullptr;
}

void reserve(sqlite3 *handle)
{
    int bytes = sumSize;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
}

} // namespace deskbell::server::sealedpages
