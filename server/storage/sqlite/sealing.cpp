#include "server/storage/sqlite/sealedpages.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

#include "server/files/privatefile.h"
#include "server/storage/failure.h"
#include "server/storage/sql/query.h"
#include "server/storage/sqlite/pagesum.h"
#include "server/storage/sqlite/sqliteconnection.h"

namespace deskbell::server::sealedpages {

// Whole files of sealed pages: giving them their sums, and looking over them.

namespace {

namespace fs = std::filesystem;

constexpr std::size_t pagesAtOnce = 256;
constexpr int looks = 6; ///< at a page that does not agree: it may be just being written
constexpr std::chrono::milliseconds between{20};
constexpr std::uint8_t innerIndex = 2, innerTable = 5;

struct Kind
{
    std::size_t pageSize = 0; ///< 0: nothing can be said of it
    bool hasSums = false;
};

/// By the beginning of the file.
Kind kindOf(std::vector<std::uint8_t> &first)
{
    if (first.size() < leastPage)
        return {};
    return {pageSizeIn(first), headerHasSums(first)};
}

Kind kindOf(const fs::path &file)
{
    std::vector<std::uint8_t> first(mostPage);
    std::ifstream stream(file, std::ios::binary);
    stream.read(reinterpret_cast<char *>(first.data()), mostPage);
    first.resize(static_cast<std::size_t>(stream.gcount()));
    return kindOf(first);
}

/// A database's file that is open already, read as it is on the disk. Through SQLite's own VFS: any other
/// file handle would, when it is closed, take all locks of this process from the file (POSIX locks belong to
/// the process), and the next program that closes the database would take itself for the last one and remove
/// the WAL with what is in it.
class OpenedFile
{
public:
    /// Throws StorageFailure.
    explicit OpenedFile(const fs::path &path)
        : m_vfs(sqlite3_vfs_find(nullptr)), m_bytes(static_cast<std::size_t>(m_vfs->szOsFile))
    {
        const auto text = path.u8string();
        const std::string name(text.begin(), text.end());
        m_name = sqlite3_create_filename(name.c_str(), (name + "-journal").c_str(), (name + "-wal").c_str(),
                                         0, nullptr);
        const int opened =
            m_vfs->xOpen(m_vfs, m_name, file(), SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, nullptr);
        if (opened != SQLITE_OK) {
            close();
            throw StorageFailure(StorageFailure::Kind::Transaction,
                                 Error{"storage-failed", {{"reason", sqlite3_errstr(opened)}}});
        }
    }
    ~OpenedFile() { close(); }
    OpenedFile(const OpenedFile &) = delete;
    OpenedFile &operator=(const OpenedFile &) = delete;

    std::uint64_t size()
    {
        sqlite3_int64 bytes = 0;
        return file()->pMethods->xFileSize(file(), &bytes) == SQLITE_OK ? static_cast<std::uint64_t>(bytes)
                                                                        : 0;
    }
    /// Bytes that cannot be read are zero.
    void read(std::uint8_t *to, std::size_t size, std::uint64_t at)
    {
        file()->pMethods->xRead(file(), to, static_cast<int>(size), static_cast<sqlite3_int64>(at));
    }

private:
    sqlite3_file *file() { return reinterpret_cast<sqlite3_file *>(m_bytes.data()); }
    void close()
    {
        if (file()->pMethods)
            file()->pMethods->xClose(file());
        sqlite3_free_filename(m_name);
    }

    sqlite3_vfs *m_vfs;
    std::vector<std::uint8_t> m_bytes;
    sqlite3_filename m_name = nullptr;
};

/// Visits all pages of a file, some at a time.
template <typename Stream, typename Visit>
void forEachPage(Stream &stream, std::size_t pageSize, Visit &&visit)
{
    std::vector<std::uint8_t> some(pagesAtOnce * pageSize);
    for (std::uint64_t number = 1;;) {
        stream.clear();
        stream.seekg(static_cast<std::streamoff>((number - 1) * pageSize));
        stream.read(reinterpret_cast<char *>(some.data()), static_cast<std::streamsize>(some.size()));
        const std::size_t read = static_cast<std::size_t>(stream.gcount()) / pageSize;
        for (std::size_t at = 0; at < read; ++at, ++number) {
            if (!visit(number, some.data() + at * pageSize))
                return;
        }
        if (read < pagesAtOnce)
            return;
    }
}

void sealUnsealed(const fs::path &file, std::size_t pageSize)
{
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    forEachPage(stream, pageSize, [&](std::uint64_t number, std::uint8_t *bytes) {
        const Page page(bytes, pageSize, number);
        if (page.hasSum() || page.isEmpty())
            return true;
        page.seal();
        stream.clear();
        stream.seekp(static_cast<std::streamoff>(number * pageSize - sumSize));
        stream.write(reinterpret_cast<const char *>(bytes + pageSize - sumSize), sumSize);
        return stream.good();
    });
}

/// The same content in pages that have room for sums, put in its place.
void writeAnew(const fs::path &file)
{
    fs::path fresh = file;
    fresh += ".sealing";
    std::error_code ignored;
    fs::remove(fresh, ignored);
    if (const auto made = privatefile::make(fresh); !made)
        throw StorageFailure(StorageFailure::Kind::Transaction, Error{"storage-failed", made.error().facts});
    try {
        SqliteConnection former(file, Connection::Access::Write);
        const auto name = fresh.u8string();
        Query(former, "VACUUM INTO ?", std::string(name.begin(), name.end())).run();
    } catch (const StorageFailure &) {
        fs::remove(fresh, ignored);
        throw;
    }
    // What the WAL still had would be laid over the new pages.
    if (fs::exists(file.native() + fs::path("-wal").native(), ignored)) {
        fs::remove(fresh, ignored);
        return;
    }
    if (auto placed = privatefile::moveInto(fresh, file); !placed)
        throw StorageFailure(StorageFailure::Kind::Transaction,
                             Error{"storage-failed", placed.error().facts});
}

} // namespace

void sealAll(const fs::path &file)
{
    const Kind kind = kindOf(file);
    if (kind.pageSize == 0)
        return;
    if (kind.hasSums)
        sealUnsealed(file, kind.pageSize);
    else
        writeAnew(file);
}

void examine(const fs::path &path, const std::function<void(const DamagedPage &)> &found,
             const std::function<bool()> &goOn)
{
    OpenedFile file(path);
    std::vector<std::uint8_t> first(std::min<std::uint64_t>(file.size(), mostPage));
    file.read(first.data(), first.size(), 0);
    const Kind kind = kindOf(first);
    if (kind.pageSize == 0 || !kind.hasSums)
        return;
    std::vector<std::uint8_t> bytes(kind.pageSize);
    for (std::uint64_t number = 1; number * kind.pageSize <= file.size(); ++number) {
        const auto look = [&] { file.read(bytes.data(), bytes.size(), (number - 1) * kind.pageSize); };
        const Page page(bytes.data(), kind.pageSize, number);
        look();
        for (int again = 1; !page.isSound() && again < looks; ++again) {
            std::this_thread::sleep_for(between);
            look();
        }
        if (!page.isSound())
            found({number, number == 1 || bytes[0] == innerIndex || bytes[0] == innerTable});
        if (number % pagesAtOnce == 0 && !goOn())
            return;
    }
}

} // namespace deskbell::server::sealedpages
