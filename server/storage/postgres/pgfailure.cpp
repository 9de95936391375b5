#include "server/storage/postgres/pgfailure.h"

#include <string>

namespace deskbell::server {
namespace {

std::string_view codeOf(std::string_view state)
{
    // The line is gone; or the server is starting up or shutting down.
    if (state.empty() || state.starts_with("08") || state.starts_with("57P"))
        return "storage-away";
    if (state.starts_with("23"))
        return "storage-constraint";
    if (state == "53100") // disk full
        return "storage-full";
    if (state == "25006") // a standby, or default_transaction_read_only
        return "storage-read-only";
    if (state.starts_with("XX0") && state != "XX000")
        return "storage-corrupt";
    // Deadlock, serialization, lock timeout, too many connections.
    if (state.starts_with("40") || state == "55P03" || state == "53300")
        return "storage-busy";
    return "storage-failed";
}

} // namespace

StorageFailure pgFailure(std::string_view sqlState, std::string_view message)
{
    const auto kind =
        sqlState.starts_with("23") ? StorageFailure::Kind::Constraint : StorageFailure::Kind::Transaction;
    const std::string line(message.substr(0, message.find('\n')));
    return StorageFailure(kind, Error{std::string(codeOf(sqlState)), {{"reason", line}}});
}

} // namespace deskbell::server
