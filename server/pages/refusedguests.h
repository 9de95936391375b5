#pragma once

// Collects guests' refused requests for the audit log (docs/adr/0181), so that a thousand identical
// attempts become a few entries. For each kind of refusal and network, the first in an hour is recorded as
// it is; then the tenth, the hundredth and so on with the count so far, and the rest when the hour is over.
// Owned by GuestDesk; safe from any thread, never waits.

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <tuple>

#include "server/gateway/authenticator.h"
#include "server/storage/storage.h"

namespace deskbell::server {

class RefusedGuests
{
public:
    struct Refusal
    {
        PropertyId property{};
        std::string type; ///< of the command
        std::string code;
        std::string address;
        CommandId command{};
        ReservationId reservation{};
    };

    RefusedGuests(Storage &storage, GatewaySurroundings surroundings)
        : m_storage(storage), m_surroundings(std::move(surroundings))
    {
    }

    void note(const Refusal &refusal);
    /// Tells what is counted and not told yet.
    void close();

private:
    using Kind = std::tuple<PropertyId, std::string, std::string, std::string>; ///< type, code, network
    struct Count
    {
        std::uint64_t all = 0;
        std::uint64_t told = 0;
    };
    void tellRest();
    void tell(const Kind &kind, Count &count, const Refusal *first);

    Storage &m_storage;
    const GatewaySurroundings m_surroundings;
    std::mutex m_mutex;
    Instant m_hour{};
    std::map<Kind, Count> m_counts; ///< of this hour
};

} // namespace deskbell::server
