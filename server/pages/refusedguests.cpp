#include "server/pages/refusedguests.h"

#include "http/network.h"

namespace deskbell::server {
namespace {

/// Of so many networks in an hour; what comes from more is counted together.
constexpr std::size_t mostKinds = 500;

bool isPowerOfTen(std::uint64_t number)
{
    while (number > 1 && number % 10 == 0)
        number /= 10;
    return number == 1;
}

} // namespace

void RefusedGuests::note(const Refusal &refusal)
{
    const std::lock_guard lock(m_mutex);
    const Instant hour = std::chrono::floor<std::chrono::hours>(m_surroundings.now());
    if (hour != m_hour) {
        tellRest();
        m_hour = hour;
    }
    Kind kind{refusal.property, refusal.type, refusal.code, http::networkOf(refusal.address)};
    if (m_counts.size() >= mostKinds && !m_counts.contains(kind))
        std::get<3>(kind).clear();
    Count &count = m_counts[kind];
    ++count.all;
    if (isPowerOfTen(count.all))
        tell(kind, count, count.all == 1 ? &refusal : nullptr);
}

void RefusedGuests::close()
{
    const std::lock_guard lock(m_mutex);
    tellRest();
}

void RefusedGuests::tellRest()
{
    for (auto &[kind, count] : m_counts) {
        if (count.all > count.told)
            tell(kind, count, nullptr);
    }
    m_counts.clear();
}

void RefusedGuests::tell(const Kind &kind, Count &count, const Refusal *first)
{
    protocol::AuditEntry entry;
    entry.at = m_surroundings.now();
    entry.type = std::get<1>(kind);
    entry.code = std::get<2>(kind);
    entry.address = std::get<3>(kind);
    entry.actor.role = Role::Guest;
    entry.channel = "guest";
    if (first) {
        entry.command = first->command;
        entry.reservation = first->reservation;
        entry.actor.account.value = first->reservation.value;
        entry.address = first->address;
    } else {
        entry.changes = {{"requests", std::to_string(count.told), std::to_string(count.all), false},
                         {"since", {}, deskbell::toString(m_hour), false}};
    }
    count.told = count.all;
    m_storage.noteInAudit(std::get<0>(kind), std::move(entry));
}

} // namespace deskbell::server
