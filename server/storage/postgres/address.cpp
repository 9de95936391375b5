#include "server/storage/postgres/address.h"

#include <map>
#include <memory>

#include <libpq-fe.h>

namespace deskbell::server {

bool PgAddress::isAddress(const std::string &text)
{
    return text.starts_with("postgresql://") || text.starts_with("postgres://");
}

Expected<PgAddress> PgAddress::parse(const std::string &uri)
{
    const auto bad = [](const char *reason) {
        return tl::unexpected(Error{"bad-database-uri", {{"reason", reason}}});
    };
    if (!isAddress(uri))
        return bad("not postgresql://");
    // libpq's own complaint may repeat the URI with its password: it is not passed on.
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(uri.c_str(), nullptr), PQconninfoFree);
    if (!options)
        return bad("unreadable");
    std::map<std::string, std::string> known;
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        if (option->val)
            known[option->keyword] = option->val;
    }
    PgAddress address;
    address.m_uri = uri;
    address.m_display = "postgresql://" + (known.contains("user") ? known["user"] + '@' : std::string()) +
                        known["host"] + (known.contains("port") ? ':' + known["port"] : std::string()) + '/' +
                        known["dbname"];
    return address;
}

} // namespace deskbell::server
