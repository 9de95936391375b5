#include "server/storage/place.h"

#include "server/storage/postgresstorage.h"
#include "server/storage/sqlitestorage.h"

namespace deskbell::server {

bool DatabasePlace::isFile() const
{
    return !PgAddress::isAddress(m_text);
}

std::string DatabasePlace::name() const
{
    if (isFile())
        return m_text;
    const auto address = PgAddress::parse(m_text);
    return address ? address->display() : "postgresql://?";
}

std::filesystem::path DatabasePlace::file() const
{
    return isFile() ? std::filesystem::path(m_text) : std::filesystem::path();
}

Expected<std::unique_ptr<Storage>> DatabasePlace::open(Make make, Surroundings surroundings,
                                                       StorageListener *listener) const
{
    return open(make, std::move(surroundings), listener, false);
}

Expected<Uuid> DatabasePlace::beginEpoch(Surroundings surroundings) const
{
    const auto storage = open(Make::Never, std::move(surroundings), nullptr, true);
    if (!storage)
        return tl::unexpected(storage.error());
    return (*storage)->epoch();
}

Expected<std::unique_ptr<Storage>> DatabasePlace::open(Make make, Surroundings surroundings,
                                                       StorageListener *listener, bool isRestored) const
{
    if (!isFile()) {
        auto address = PgAddress::parse(m_text);
        if (!address)
            return tl::unexpected(address.error());
        PostgresOptions options;
        options.address = std::move(*address);
        options.isRestored = isRestored;
        return openPostgresStorage(options, std::move(surroundings), listener);
    }
    std::error_code ignored;
    if (make == Make::Never && !std::filesystem::exists(file(), ignored))
        return failure("storage-missing", {{"file", m_text}});
    SqliteOptions options;
    options.file = file();
    options.isRestored = isRestored;
    return openSqliteStorage(options, std::move(surroundings), listener);
}

} // namespace deskbell::server
