#include "server/gateway/knowndesks.h"

namespace deskbell::server {

void KnownDesks::note(const std::string &user, const DeviceId &desk)
{
    const std::lock_guard lock(m_mutex);
    const Pair pair(user, desk);
    if (const auto found = m_known.find(pair); found != m_known.end()) {
        m_order.splice(m_order.end(), m_order, found->second);
        return;
    }
    m_order.push_back(pair);
    m_known.emplace(pair, std::prev(m_order.end()));
    if (m_known.size() > m_most) {
        m_known.erase(m_order.front());
        m_order.pop_front();
    }
}

bool KnownDesks::isKnown(const std::string &user, const DeviceId &desk) const
{
    const std::lock_guard lock(m_mutex);
    return m_known.contains(Pair(user, desk));
}

} // namespace deskbell::server
