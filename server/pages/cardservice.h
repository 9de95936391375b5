#pragma once

// Whether cards can be charged now, from the reports of the payment workers of all processes: whether there
// are any, and whether the provider accepts calls. Guests' pages and their API check it before they start
// anything that needs a payment. Owned by the guest desk; safe from any thread, reads the storage at most
// once in a short interval.

#include <mutex>

#include "server/gateway/authenticator.h"
#include "server/storage/storage.h"

namespace deskbell::server {

class CardService
{
public:
    CardService(Storage &storage, GatewaySurroundings surroundings)
        : m_storage(storage), m_surroundings(std::move(surroundings))
    {
    }

    /// A process with the role `payment` has said within the last hour how it is. While it is away for less,
    /// what it will charge is taken on; where there is none, nobody ever would. True when nobody knows.
    bool isThere() { return known().isThere; }
    /// Until one of the workers tries the provider again; zero while any gets through, and when nobody knows.
    std::chrono::seconds restLeft();

private:
    struct State
    {
        bool isThere = true;
        Instant restsUntil{};
    };
    State known();
    /// None: the storage could not say.
    std::optional<State> read(Instant now) const;

    Storage &m_storage;
    const GatewaySurroundings m_surroundings;
    std::mutex m_mutex;
    std::optional<std::chrono::steady_clock::time_point> m_readAt;
    std::optional<std::chrono::steady_clock::time_point> m_seenAt; ///< a payment worker, the last time
    State m_state;
};

} // namespace deskbell::server
