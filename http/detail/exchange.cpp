#include "http/detail/exchange.h"

#include "http/detail/connection.h"
#include "http/detail/core.h"
#include "http/problem.h"
#include "http/responder.h"

namespace deskbell::http {

namespace detail {

Exchange::Exchange(std::shared_ptr<Core> core, std::shared_ptr<Connection> connection, std::uint64_t number)
    : m_core(std::move(core)), m_connection(std::move(connection)), m_number(number)
{
}

Exchange::~Exchange()
{
    if (m_connection && !m_isAnswered)
        Connection::answer(std::move(m_connection), m_number, problemResponse(500, "unanswered"));
}

bool Exchange::send(Response response)
{
    const std::lock_guard lock(m_mutex);
    if (m_isAnswered || !m_connection)
        return false;
    m_isAnswered = true;
    m_whenGone = {};
    Connection::answer(std::move(m_connection), m_number, std::move(response));
    return !m_isGone;
}

void Exchange::abort()
{
    const std::lock_guard lock(m_mutex);
    if (m_isAnswered || !m_connection)
        return;
    m_isAnswered = true;
    m_whenGone = {};
    Connection::abandon(std::move(m_connection), m_number);
}

bool Exchange::isGone() const
{
    const std::lock_guard lock(m_mutex);
    return m_isGone;
}

void Exchange::whenGone(std::function<void()> callback)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isAnswered)
            return;
        if (!m_isGone) {
            m_whenGone = std::move(callback);
            return;
        }
    }
    callback();
}

void Exchange::markGone()
{
    std::function<void()> callback;
    {
        const std::lock_guard lock(m_mutex);
        if (m_isGone)
            return;
        m_isGone = true;
        callback = std::exchange(m_whenGone, {});
    }
    if (callback)
        callback();
}

void Exchange::untie()
{
    std::shared_ptr<Connection> connection;
    {
        const std::lock_guard lock(m_mutex);
        connection = std::exchange(m_connection, {});
    }
    markGone();
}

} // namespace detail

Responder::Responder(std::shared_ptr<detail::Exchange> exchange) : m_exchange(std::move(exchange))
{
}

bool Responder::send(Response response) const
{
    return m_exchange->send(std::move(response));
}

void Responder::abort() const
{
    m_exchange->abort();
}

bool Responder::isGone() const
{
    return m_exchange->isGone();
}

void Responder::whenGone(std::function<void()> callback) const
{
    m_exchange->whenGone(std::move(callback));
}

} // namespace deskbell::http
