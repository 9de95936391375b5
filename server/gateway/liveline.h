#pragma once

// One desk on the live socket: it authenticates, says where to resume, then receives changes.
// Messages are handled in order, one at a time, on a task pool, because each may read the storage.
// LiveLine is what the socket owns; LiveSession does the work and stays alive while tasks of it are
// in the pool. LiveSessions tracks all of them, to end those that do not authenticate in time and
// those whose account may no longer listen.

#include <chrono>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "http/websocket.h"
#include "server/gateway/authenticator.h"
#include "server/gateway/deniedlog.h"
#include "server/gateway/livehub.h"
#include "server/gateway/taskpool.h"

namespace deskbell::server {

/// What live sessions work with; outlives them.
struct LiveContext
{
    Storage &storage;
    Authenticator &authenticator;
    LiveHub &hub;
    TaskPool &pool;
    std::function<std::chrono::steady_clock::time_point()> steady;
    DeniedLog &denied;
    std::chrono::milliseconds authTimeout{10'000};
};

class LiveSession : public std::enable_shared_from_this<LiveSession>
{
public:
    LiveSession(LiveContext &context, PropertyId property, Caller caller);

    void opened(std::shared_ptr<http::WebSocket> line);
    void received(std::string text);
    void closed();

    /// Ends it when its desk has not said who it is in time. From any thread.
    void endIfSilent();
    /// Ends it when its session or account is not good any more. Waits: on a task pool.
    void recheck();
    bool isOver() const;

private:
    void drain();
    void handle(const std::string &text);
    void authenticate(const std::string &token);
    void resume(const std::string &cursorText);
    void close(int code, const char *reason);
    std::shared_ptr<http::WebSocket> line() const;

    LiveContext &m_context;
    const PropertyId m_property;
    const Caller m_caller;
    mutable std::mutex m_mutex;
    std::shared_ptr<http::WebSocket> m_line;
    std::deque<std::string> m_inbox;
    bool m_isDraining = false;
    bool m_isOver = false;
    std::optional<Uuid> m_session; ///< of the desk, once it has said who it is
    std::optional<LiveHub::Ticket> m_ticket;
    std::chrono::steady_clock::time_point m_openedAt;
};

class LiveSessions
{
public:
    std::shared_ptr<LiveSession> add(std::shared_ptr<LiveSession> session);
    std::vector<std::shared_ptr<LiveSession>> all();

private:
    std::mutex m_mutex;
    std::vector<std::weak_ptr<LiveSession>> m_sessions;
};

class LiveLine : public http::WebSocketHandler
{
public:
    explicit LiveLine(std::shared_ptr<LiveSession> session) : m_session(std::move(session)) {}

    void opened(std::shared_ptr<http::WebSocket> line) override { m_session->opened(std::move(line)); }
    void received(std::string text) override { m_session->received(std::move(text)); }
    void closed(std::uint16_t) override { m_session->closed(); }

private:
    const std::shared_ptr<LiveSession> m_session;
};

} // namespace deskbell::server
