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

std::shared_ptr<void> SnapshotPlaces::take(const Uuid &session, const AccountId &account,
                                           const PropertyId &property)
{
    const std::lock_guard lock(m_state->mutex);
    const auto isFull = [](const auto &counts, const auto &key, std::size_t most) {
        const auto found = counts.find(key);
        return found != counts.end() && found->second >= most;
    };
    const Most &most = m_state->most;
    if (isFull(m_state->sessions, session, most.ofSession) ||
        isFull(m_state->accounts, account, most.ofAccount) ||
        isFull(m_state->properties, property, most.ofProperty))
        return nullptr;
    ++m_state->sessions[session];
    ++m_state->accounts[account];
    ++m_state->properties[property];
    // What it points to is of no interest, but that it points to something.
    return {static_cast<void *>(m_state.get()), [state = m_state, session, account, property](void *) {
                const std::lock_guard leaving(state->mutex);
                leave(state->sessions, session);
                leave(state->accounts, account);
                leave(state->properties, property);
            }};
}

} // namespace deskbell::server
