#pragma once

// How many snapshots are made and sent at once: so many for a session, so many for a property. Who has no
// place is asked to come again, and no other session or property notices. Owned by the gateway; safe from any
// thread.

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>

#include "domain/uuid.h"

namespace deskbell::server {

class SnapshotPlaces
{
public:
    SnapshotPlaces(std::size_t ofSession, std::size_t ofProperty)
        : m_state(std::make_shared<State>(ofSession, ofProperty))
    {
    }

    /// A place for as long as it is held; null when there is none.
    std::shared_ptr<void> take(const Uuid &session, const PropertyId &property);

private:
    struct State
    {
        State(std::size_t session, std::size_t property) : ofSession(session), ofProperty(property) {}

        const std::size_t ofSession;
        const std::size_t ofProperty;
        std::mutex mutex;
        std::map<Uuid, std::size_t> sessions;
        std::map<PropertyId, std::size_t> properties;
    };

    const std::shared_ptr<State> m_state; ///< places may be held longer than this lives
};

} // namespace deskbell::server
