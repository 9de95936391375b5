#pragma once

// What the processes before have served of a database, in a file of its own beside it: for each property the
// last number that was committed, and its mark. It is written after each commit and before anybody hears of
// it, so what it says was durable in the database before: one that does not have it was put back from a
// backup, or is another. It is left to the system when this reaches the disk, which costs nothing: after a
// power cut it may tell of less than was served, never of more. Used on the writer's thread.

#include <filesystem>
#include <fstream>
#include <map>

#include "domain/uuid.h"
#include "server/storage/sql/connection.h"

namespace deskbell::server {

class ServedMark
{
public:
    /// Reads what there is. A file that is missing or cannot be read says nothing.
    explicit ServedMark(const std::filesystem::path &database);

    static std::filesystem::path fileOf(const std::filesystem::path &database);

    /// Something was served of the database.
    bool isOfSomething() const { return !m_reached.empty(); }
    /// Whether the database is not the one that was served, or is older. Throws StorageFailure.
    bool contradicts(Connection &connection) const;
    /// Begins the file anew with what the database has. Throws StorageFailure.
    void begin(Connection &connection);
    void keep(const PropertyId &property, std::uint64_t seq, std::uint64_t mark);

private:
    struct Reached
    {
        std::uint64_t seq = 0;
        std::uint64_t mark = 0;
        std::size_t place = 0; ///< in the file, counted in records
    };

    std::filesystem::path m_file;
    std::map<PropertyId, Reached> m_reached;
    std::fstream m_stream;
};

} // namespace deskbell::server
