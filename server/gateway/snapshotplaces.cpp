#include "server/gateway/snapshotplaces.h"

namespace deskbell::server {
namespace {

template <typename Counts, typename Key>
void leave(Counts &counts, const Key &key)
{
    if (const auto found = counts.find(key); --found->second == 0)
        counts.erase(found);
}

} // namespace

std::shared_ptr<void> SnapshotPlaces::take(const Uuid &session, const PropertyId &property)
{
    const std::lock_guard lock(m_state->mutex);
    const auto sessions = m_state->sessions.find(session);
    const auto properties = m_state->properties.find(property);
    if (sessions != m_state->sessions.end() && sessions->second >= m_state->ofSession)
        return nullptr;
    if (properties != m_state->properties.end() && properties->second >= m_state->ofProperty)
        return nullptr;
    ++m_state->sessions[session];
    ++m_state->properties[property];
    // What it points to is of no interest, but that it points to something.
    return {static_cast<void *>(m_state.get()), [state = m_state, session, property](void *) {
                const std::lock_guard leaving(state->mutex);
                leave(state->sessions, session);
                leave(state->properties, property);
            }};
}

} // namespace deskbell::server
