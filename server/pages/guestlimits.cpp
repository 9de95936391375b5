#include "server/pages/guestlimits.h"

#include "domain/text.h"
#include "http/network.h"
#include "server/gateway/turns.h"

namespace deskbell::server {

GuestLimits::GuestLimits(const Settings &settings)
    : m_settings(settings), m_perPhone(settings.perPhone), m_perAddress(settings.perAddress),
      m_perSite(settings.perSite), m_perProperty(settings.perProperty)
{
}

std::string GuestLimits::largeSiteOf(const std::string &address)
{
    std::string site = http::siteOf(address);
    return site == http::householdOf(address) ? std::string() : site;
}

// One who asks too often spends the own turns, and no telephone's or property's: the address comes first.

std::optional<std::chrono::milliseconds> GuestLimits::mustWait(const Asking &asking,
                                                               std::chrono::steady_clock::time_point now)
{
    const auto waits = [now](http::RateLimiter &limiter,
                             const std::string &key) -> std::optional<std::chrono::milliseconds> {
        const auto verdict = limiter.take(key, now);
        return verdict.isAllowed ? std::nullopt : std::optional(verdict.retryAfter);
    };
    if (const auto wait = waits(m_perAddress, http::householdOf(asking.address)))
        return wait;
    if (const std::string site = largeSiteOf(asking.address); !site.empty()) {
        if (const auto wait = waits(m_perSite, site))
            return wait;
    }
    // The telephone comes last: while the property takes nobody, no guest's own turns are spent.
    if (const auto wait = waits(m_perProperty, toString(asking.property)))
        return wait;
    const std::string phone = normalisedPhone(asking.phone);
    return phone.empty() ? std::nullopt : waits(m_perPhone, phone);
}

std::vector<Turns> GuestLimits::turnsOf(const Asking &asking) const
{
    std::vector<Turns> turns{
        server::turnsOf(keyOf({"guests-from", http::householdOf(asking.address)}), m_settings.perAddress)};
    if (const std::string site = largeSiteOf(asking.address); !site.empty())
        turns.push_back(server::turnsOf(keyOf({"guests-site", site}), m_settings.perSite));
    if (const std::string phone = normalisedPhone(asking.phone); !phone.empty())
        turns.push_back(server::turnsOf(keyOf({"guests-phone", phone}), m_settings.perPhone));
    turns.push_back(server::turnsOf(keyOf({"guests-at", toString(asking.property)}), m_settings.perProperty));
    return turns;
}

} // namespace deskbell::server
