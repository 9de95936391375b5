#pragma once

// Which people have been signed in at which desks of this installation, as the storage has it and as this
// process has seen since: a desk's id is random and told to nobody, so who knows it is not a stranger who
// guesses passwords. Bounded: the longest unseen goes. Owned by the authenticator; safe from any thread.

#include <cstddef>
#include <list>
#include <map>
#include <mutex>
#include <string>

#include "domain/uuid.h"

namespace deskbell::server {

class KnownDesks
{
public:
    explicit KnownDesks(std::size_t most) : m_most(most) {}

    void note(const std::string &user, const DeviceId &desk);
    bool isKnown(const std::string &user, const DeviceId &desk) const;

private:
    using Pair = std::pair<std::string, DeviceId>;

    const std::size_t m_most;
    mutable std::mutex m_mutex;
    std::list<Pair> m_order; ///< longest unseen first
    std::map<Pair, std::list<Pair>::iterator> m_known;
};

} // namespace deskbell::server
