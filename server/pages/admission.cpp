#include "server/pages/admission.h"

namespace deskbell::server {

Admission::Pass Admission::enter(TimePoint now)
{
    const std::lock_guard lock(m_mutex);
    const bool isTooSlow = !m_inside.empty() && now - *m_inside.begin() > m_settings.longestWait;
    if (m_inside.size() >= m_settings.atOnce || isTooSlow)
        return nullptr;
    const auto place = m_inside.insert(now);
    return Pass(static_cast<const void *>(this), [this, place](const void *) {
        const std::lock_guard leaving(m_mutex);
        m_inside.erase(place);
    });
}

std::size_t Admission::inside() const
{
    const std::lock_guard lock(m_mutex);
    return m_inside.size();
}

} // namespace deskbell::server
