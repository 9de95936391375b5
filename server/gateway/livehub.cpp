#include "server/gateway/livehub.h"

#include <algorithm>
#include <optional>

#include "protocol/changes.h"

namespace deskbell::server {
namespace {

constexpr std::size_t maxQueue = 4'096;
/// A longer transaction is fetched by the desk, in its own time.
constexpr std::size_t maxInlineBytes = 256 * 1024;

std::size_t roughSize(const ChangeSet &change)
{
    std::size_t size = 0;
    for (const ChangedRow &row : change.rows)
        size += row.row.size();
    return size;
}

} // namespace

LiveHub::~LiveHub()
{
    stop();
}

void LiveHub::start(const History &history)
{
    {
        const std::lock_guard lock(m_mutex);
        m_history = history;
    }
    m_thread = std::thread([this] { run(); });
}

void LiveHub::begin(const History &history)
{
    std::map<Ticket, Listener> former;
    {
        const std::lock_guard lock(m_mutex);
        m_history = history;
        m_queue.clear();
        former.swap(m_listeners);
    }
    for (const auto &[ticket, listener] : former)
        listener.line->close(protocol::closeCursorGone, "cursor-gone");
}

Uuid LiveHub::epoch() const
{
    const std::lock_guard lock(m_mutex);
    return m_history.epoch();
}

void LiveHub::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    const std::lock_guard lock(m_mutex);
    m_listeners.clear();
}

void LiveHub::committed(std::shared_ptr<const ChangeSet> change)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isStopping)
            return;
        if (m_queue.size() >= maxQueue)
            m_queue.pop_front();
        m_queue.push_back(std::move(change));
    }
    m_changed.notify_one();
}

LiveHub::Ticket LiveHub::listen(std::shared_ptr<http::WebSocket> line, const PropertyId &property,
                                const Window &window, std::uint64_t seq)
{
    const std::lock_guard lock(m_mutex);
    const Ticket ticket = ++m_lastTicket;
    if (!m_isStopping)
        m_listeners.emplace(ticket, Listener{std::move(line), property, window, seq, seq});
    return ticket;
}

void LiveHub::caughtUp(Ticket ticket, std::uint64_t seq)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_listeners.find(ticket);
    if (found == m_listeners.end() || found->second.seq >= seq)
        return;
    found->second.seq = seq;
    found->second.line->send(protocol::encodeLive(protocol::LiveTick{seq}));
}

void LiveHub::forget(Ticket ticket)
{
    const std::lock_guard lock(m_mutex);
    m_listeners.erase(ticket);
}

void LiveHub::polled(const PropertyId &property, std::uint64_t seq)
{
    const std::lock_guard lock(m_mutex);
    for (auto &[ticket, listener] : m_listeners) {
        if (listener.property != property)
            continue;
        if (listener.seq < listener.polled) {
            listener.seq = listener.polled;
            listener.line->send(protocol::encodeLive(protocol::LiveTick{listener.polled}));
        }
        listener.polled = seq;
    }
}

std::vector<PropertyId> LiveHub::listenedTo() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<PropertyId> all;
    for (const auto &[ticket, listener] : m_listeners) {
        if (std::find(all.begin(), all.end(), listener.property) == all.end())
            all.push_back(listener.property);
    }
    return all;
}

std::size_t LiveHub::listenerCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_listeners.size();
}

void LiveHub::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isStopping || !m_queue.empty(); });
        if (m_isStopping)
            return;
        const std::shared_ptr<const ChangeSet> change = std::move(m_queue.front());
        m_queue.pop_front();
        tell(*change);
    }
}

void LiveHub::tell(const ChangeSet &change)
{
    const bool isShort = roughSize(change) <= maxInlineBytes;
    // Most desks of a property look through the same window: each text is made once.
    std::optional<Window> made;
    std::string text;
    for (auto &[ticket, listener] : m_listeners) {
        if (listener.property != change.property || listener.seq >= change.seq)
            continue;
        const bool isNext = listener.seq + 1 == change.seq;
        listener.seq = change.seq;
        if (!isNext || !isShort) {
            listener.line->send(protocol::encodeLive(protocol::LiveTick{change.seq}));
            continue;
        }
        if (!made || *made != listener.window) {
            text = liveTransaction(change, m_history, listener.window);
            made = listener.window;
        }
        listener.line->send(text);
    }
}

} // namespace deskbell::server
