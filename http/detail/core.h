// What all connections of one server share: the io threads' context, limits, routes, and the
// register of who is connected. Owned by the server and by every answer still owed, so that a
// late answer from another thread finds it alive. Thread-safe.
#pragma once

#include "http/server.h"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace deskbell::http::detail {

/// Something connected, which the server can ask to end. Both calls come from any thread.
class Peer
{
public:
    virtual ~Peer() = default;
    virtual void drain() = 0; ///< finish what is under way, then close
    virtual void cut() = 0;   ///< close now
};

class Core;

/// One connection's place among those allowed; given back when destroyed.
class Slot
{
public:
    Slot(Core &core, std::uint64_t number, std::string address, bool isSurplus);
    ~Slot();
    Slot(const Slot &) = delete;
    Slot &operator=(const Slot &) = delete;

    /// Who is in this place now. Drained at once when the server is already stopping.
    void take(const std::shared_ptr<Peer> &peer);
    bool isSurplus() const { return m_isSurplus; }
    const std::string &address() const { return m_address; }

private:
    Core &m_core;
    const std::uint64_t m_number;
    const std::string m_address;
    const bool m_isSurplus;
};

class Core : public std::enable_shared_from_this<Core>
{
public:
    Core(ServerOptions options, Router router);

    const Limits &limits() const { return m_options.limits; }
    const ServerOptions &options() const { return m_options; }
    const Router &router() const { return m_router; }
    boost::asio::io_context &io() { return m_io; }

    /// A place for a new connection: a surplus one is told 503, beyond those there is none.
    std::unique_ptr<Slot> newSlot(const std::string &address);
    std::size_t connectionCount() const;

    std::string newRequestId();
    /// False when as many requests are being handled as may be.
    bool beginRequest();
    void endRequest() { --m_requestsAtOnce; }
    void logged(const AccessRecord &record) const;

    void retire() { m_isRetiring = true; }
    /// Or stopping: no connection goes on after its answer.
    bool isRetiring() const { return m_isRetiring; }
    void drainAll();
    void cutAll();
    bool isStopping() const { return m_isStopping; }
    /// False when connections are left at the end of the time.
    bool waitUntilEmpty(std::chrono::milliseconds time);

private:
    friend class Slot;
    std::vector<std::shared_ptr<Peer>> peers() const;

    const ServerOptions m_options;
    const Router m_router;
    std::string m_idPrefix;
    std::atomic<std::uint64_t> m_requestNumber{0};
    std::atomic<std::size_t> m_requestsAtOnce{0};
    std::atomic<bool> m_isRetiring{false};
    std::atomic<bool> m_isStopping{false};
    mutable std::mutex m_mutex;
    std::condition_variable m_emptied;
    std::uint64_t m_slotNumber = 0;
    std::size_t m_surplus = 0;
    std::unordered_map<std::uint64_t, std::weak_ptr<Peer>> m_peers;
    std::unordered_map<std::string, std::size_t> m_perAddress;
    boost::asio::io_context m_io; ///< last: what waits in it uses all of the above
};

} // namespace deskbell::http::detail
