#pragma once

// Which accounts have signed in at which desks of this installation, from the storage and from this
// process since then. A desk's id is random and never disclosed, so a client that knows it is not a
// stranger guessing passwords. Bounded: the desk unseen for longest is dropped. Owned by the
// authenticator; safe from any thread.

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
