#pragma once

// Rate limits for guests (docs/adr/0181): orders and cancellations are counted by the network address and
// site that they come from, by the telephone number that would get the messages, and by the property. They
// are counted twice: in this process's memory, so that a flood writes nothing, and, with the order itself,
// in the database for all processes together. Owned by GuestDesk; safe from any thread, never waits.

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "http/ratelimit.h"
#include "server/storage/accounts.h"

namespace deskbell::server {

class GuestLimits
{
public:
    using Rate = http::RateLimiter::Options;
    /// A family with one telephone, a full lobby behind one address, an evening on sale.
    struct Settings
    {
        Rate perPhone{8, 0.002, 100'000};
        Rate perAddress{30, 0.05, 100'000};
        Rate perSite{300, 0.5, 100'000}; ///< of IPv6, where one contract has 65,536 addresses of houses
        Rate perProperty{2'000, 10, 10'000};
    };
    struct Asking
    {
        PropertyId property{};
        std::string address;
        std::string phone; ///< as it was written; empty: nobody is told anything
    };

    explicit GuestLimits(const Settings &settings);

    /// Takes a turn of this process's: how long to wait when there is none left.
    std::optional<std::chrono::milliseconds> mustWait(const Asking &asking,
                                                      std::chrono::steady_clock::time_point now);
    /// The same for the whole house, to be taken in the transaction that stores what is asked for.
    std::vector<Turns> turnsOf(const Asking &asking) const;

private:
    /// Where it has more addresses than one; empty: the address stands for it.
    static std::string largeSiteOf(const std::string &address);

    const Settings m_settings;
    http::RateLimiter m_perPhone;
    http::RateLimiter m_perAddress;
    http::RateLimiter m_perSite;
    http::RateLimiter m_perProperty;
};

} // namespace deskbell::server
