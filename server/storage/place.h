#pragma once

// Where the backend's database is, as the operator writes it: an SQLite file, or a postgresql:// URI.
// A plain value; open() chooses the matching storage.

#include <filesystem>
#include <memory>
#include <string>

#include "server/storage/storage.h"
#include "server/storage/surroundings.h"

namespace deskbell::server {

class DatabasePlace
{
public:
    DatabasePlace(std::string text = "deskbell.db") : m_text(std::move(text)) {}

    bool isFile() const;
    /// For messages and logs: never with a password.
    std::string name() const;
    /// Of a file; empty otherwise.
    std::filesystem::path file() const;

    enum class Make { IfMissing, Never };
    /// Errors: "storage-missing" (an SQLite file that is not there and is not to be made),
    /// "bad-database-uri", and those of openSqliteStorage() and openPostgresStorage(). Fact: file.
    Expected<std::unique_ptr<Storage>> open(Make make, Surroundings surroundings,
                                            StorageListener *listener = nullptr) const;
    /// Begins a new epoch in a database that was put back from a backup (docs/adr/0081).
    Expected<Uuid> beginEpoch(Surroundings surroundings) const;

private:
    Expected<std::unique_ptr<Storage>> open(Make make, Surroundings surroundings, StorageListener *listener,
                                            bool isRestored) const;

    std::string m_text;
};

} // namespace deskbell::server
