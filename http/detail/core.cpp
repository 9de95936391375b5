#include "http/detail/core.h"

#include <algorithm>
#include <cstdio>
#include <random>

namespace deskbell::http::detail {

namespace {
// Connections over the limit that are kept just long enough to be told so.
constexpr std::size_t maxSurplus = 64;
} // namespace

Slot::Slot(Core &core, std::uint64_t number, std::string address, bool isSurplus)
    : m_core(core), m_number(number), m_address(std::move(address)), m_isSurplus(isSurplus)
{
}

Slot::~Slot()
{
    const std::lock_guard lock(m_core.m_mutex);
    m_core.m_peers.erase(m_number);
    if (m_isSurplus)
        --m_core.m_surplus;
    if (const auto found = m_core.m_perAddress.find(m_address); --found->second == 0)
        m_core.m_perAddress.erase(found);
    if (m_core.m_peers.empty())
        m_core.m_emptied.notify_all();
}

void Slot::take(const std::shared_ptr<Peer> &peer)
{
    {
        const std::lock_guard lock(m_core.m_mutex);
        m_core.m_peers[m_number] = peer;
    }
    if (m_core.isStopping())
        peer->drain();
}

Core::Core(ServerOptions options, Router router)
    : m_options(std::move(options)), m_router(std::move(router)),
      m_io(static_cast<int>(std::max<std::size_t>(1, m_options.threads)))
{
    std::random_device random; // tells two runs' requests apart in the logs; nothing more hangs on it
    std::array<char, 16> prefix{};
    std::snprintf(prefix.data(), prefix.size(), "%08x-", static_cast<unsigned>(random()));
    m_idPrefix = prefix.data();
}

std::unique_ptr<Slot> Core::newSlot(const std::string &address)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_perAddress.find(address);
    const std::size_t ofAddress = found == m_perAddress.end() ? 0 : found->second;
    const bool isSurplus = m_peers.size() - m_surplus >= limits().maxConnections ||
                           (ofAddress >= limits().maxConnectionsPerAddress &&
                            !m_options.proxies.trusts(address)); // theirs are many people's
    if (isSurplus && m_surplus >= maxSurplus)
        return nullptr;
    auto slot = std::make_unique<Slot>(*this, ++m_slotNumber, address, isSurplus);
    m_surplus += isSurplus ? 1 : 0;
    ++m_perAddress[address];
    m_peers[m_slotNumber]; // counted from here on, before anyone sits in it
    return slot;
}

std::size_t Core::connectionCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_peers.size();
}

std::string Core::newRequestId()
{
    return m_idPrefix + std::to_string(++m_requestNumber);
}

bool Core::beginRequest()
{
    if (++m_requestsAtOnce <= limits().maxRequestsAtOnce)
        return true;
    --m_requestsAtOnce;
    return false;
}

void Core::logged(const AccessRecord &record) const
{
    if (m_options.logged)
        m_options.logged(record);
}

std::vector<std::shared_ptr<Peer>> Core::peers() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::shared_ptr<Peer>> result;
    for (const auto &[number, weak] : m_peers)
        if (auto peer = weak.lock())
            result.push_back(std::move(peer));
    return result;
}

void Core::drainAll()
{
    m_isRetiring = true;
    m_isStopping = true;
    for (const auto &peer : peers())
        peer->drain();
}

void Core::cutAll()
{
    for (const auto &peer : peers())
        peer->cut();
}

bool Core::waitUntilEmpty(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_emptied.wait_for(lock, time, [this] { return m_peers.empty(); });
}

} // namespace deskbell::http::detail
