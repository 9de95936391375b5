#pragma once

// Whether the payment provider takes anything on just now, as the payment workers of all processes report
// of their circuit breakers. Asked by guests' pages before they let a guest into something that wants
// paying soon. Owned by the guest desk; safe from any thread, reads the storage at most once a moment.

#include <mutex>

#include "server/gateway/authenticator.h"
#include "server/storage/storage.h"

namespace deskbell::server {

class ProviderRest
{
public:
    ProviderRest(Storage &storage, GatewaySurroundings surroundings)
        : m_storage(storage), m_surroundings(std::move(surroundings))
    {
    }

    /// Until one of the workers tries it again; zero while any gets through, and when nobody knows.
    std::chrono::seconds left();

private:
    Instant restsUntil(Instant now) const;

    Storage &m_storage;
    const GatewaySurroundings m_surroundings;
    std::mutex m_mutex;
    std::optional<std::chrono::steady_clock::time_point> m_readAt;
    Instant m_until{};
};

} // namespace deskbell::server
