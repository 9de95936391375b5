#pragma once

// Limits how many snapshots are made and sent at once: per session, per account and per property. A request
// over the limit is asked to retry, without effect on other sessions or properties. Owned by the gateway;
// safe from any thread.

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>

#include "domain/uuid.h"

namespace deskbell::server {

class SnapshotPlaces
{
public:
    struct Most
    {
        std::size_t ofSession = 2;
        std::size_t ofAccount = 8; ///< one person's, however many sessions they open
        std::size_t ofProperty = 64;
    };

    explicit SnapshotPlaces(const Most &most) : m_state(std::make_shared<State>(most))
    {
    }

    /// A place for as long as it is held; null when there is none.
    std::shared_ptr<void> take(const Uuid &session, const AccountId &account, const PropertyId &property);

private:
    struct State
    {
        explicit State(const Most &limits) : most(limits) {}

        const Most most;
        std::mutex mutex;
        std::map<Uuid, std::size_t> sessions;
        std::map<AccountId, std::size_t> accounts;
        std::map<PropertyId, std::size_t> properties;
    };

    const std::shared_ptr<State> m_state; ///< places may be held longer than this lives
};

} // namespace deskbell::server
