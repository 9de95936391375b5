#include "server/storage/sqlite/sealedpages.h"

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

Kind kindOf(const fs::path &file)
{
    std::vector<std::uint8_t> first(mostPage);
    std::ifstream stream(file, std::ios::binary);
    stream.read(reinterpret_cast<char *>(first.data()), mostPage);
    first.resize(static_cast<std::size_t>(stream.gcount()));
    if (first.size() < leastPage)
        return {};
    return {pageSizeIn(first), headerHasSums(first)};
}

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

void examine(const fs::path &file, const std::function<void(const DamagedPage &)> &found,
             const std::function<bool()> &goOn)
{
    const Kind kind = kindOf(file);
    if (kind.pageSize == 0 || !kind.hasSums)
        return;
    std::ifstream stream(file, std::ios::binary);
    forEachPage(stream, kind.pageSize, [&](std::uint64_t number, std::uint8_t *bytes) {
        const Page page(bytes, kind.pageSize, number);
        for (int look = 1; !page.isSound() && look < looks; ++look) {
            std::this_thread::sleep_for(between);
            std::ifstream again(file, std::ios::binary); // with nothing of before in its buffer
            again.seekg(static_cast<std::streamoff>((number - 1) * kind.pageSize));
            again.read(reinterpret_cast<char *>(bytes), static_cast<std::streamsize>(kind.pageSize));
        }
        if (!page.isSound()) {
            const std::uint8_t type = bytes[0];
            found({number, number == 1 || type == innerIndex || type == innerTable});
        }
        return number % pagesAtOnce != 0 || goOn();
    });
}

} // namespace deskbell::server::sealedpages
