#pragma once

// Pushes committed changes to the desks that listen. The storage's writer hands a change over without
// waiting; the hub's one thread sends it on every live socket of the property: complete if the desk has
// all earlier changes, otherwise as a mere tick (the desk then fetches). A hub that falls behind drops
// the oldest changes; the gap makes it send a tick. Owned by the daemon; safe from any thread.

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "http/websocket.h"
#include "server/storage/history.h"

namespace deskbell::server {

class LiveHub
{
public:
    using Ticket = std::uint64_t;

    LiveHub() = default;
    ~LiveHub(); ///< stops
    LiveHub(const LiveHub &) = delete;
    LiveHub &operator=(const LiveHub &) = delete;

    void start(const History &history);
    /// Another history than before: every desk comes again.
    void begin(const History &history);
    Uuid epoch() const;
    void stop();

    /// In order of seq for each property.
    void committed(std::shared_ptr<const ChangeSet> change);

    /// From here on the line hears of every change after `seq`. To be followed by caughtUp().
    Ticket listen(std::shared_ptr<http::WebSocket> line, const PropertyId &property, const Window &window,
                  std::uint64_t seq);
    /// The property's clock, read after listen(): what came before it is told by a tick.
    void caughtUp(Ticket ticket, std::uint64_t seq);
    void forget(Ticket ticket);

    /// The clock of a property as found by polling: changes of another process, which nobody handed
    /// over here, are told by a tick at the second poll that still finds somebody behind.
    void polled(const PropertyId &property, std::uint64_t seq);
    std::vector<PropertyId> listenedTo() const;
    std::size_t listenerCount() const;

private:
    struct Listener
    {
        std::shared_ptr<http::WebSocket> line;
        PropertyId property{};
        Window window;
        std::uint64_t seq = 0; ///< told up to here
        std::uint64_t polled = 0;
    };
    void run();
    void tell(const ChangeSet &change);

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::shared_ptr<const ChangeSet>> m_queue;
    std::map<Ticket, Listener> m_listeners;
    Ticket m_lastTicket = 0;
    History m_history;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace deskbell::server
