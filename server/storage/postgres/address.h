#pragma once

// Where a PostgreSQL server is and who we are there: a libpq connection URI. Its password is for libpq
// alone; whatever is printed goes through display().

#include <string>

#include "domain/expected.h"

namespace deskbell::server {

class PgAddress
{
public:
    /// Error: "bad-database-uri" (fact: reason).
    static Expected<PgAddress> parse(const std::string &uri);
    /// postgresql:// or postgres://, not a file.
    static bool isAddress(const std::string &text);

    const std::string &uri() const { return m_uri; }
    /// Without password and options.
    const std::string &display() const { return m_display; }

private:
    std::string m_uri;
    std::string m_display;
};

} // namespace deskbell::server
