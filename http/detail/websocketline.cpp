#include "http/detail/websocketline.h"

#include <boost/asio/post.hpp>

namespace deskbell::http::detail {

namespace net = boost::asio;

namespace {
bool isSendable(std::uint16_t code)
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}
} // namespace

Line::Line(std::shared_ptr<Core> core, net::any_io_executor executor, std::shared_ptr<LineEnd> end)
    : m_core(std::move(core)), m_executor(std::move(executor)), m_end(std::move(end))
{
}

bool Line::send(std::string text)
{
    const std::lock_guard lock(m_mutex);
    if (!m_isOpen)
        return false;
    const Limits &limits = m_core->limits();
    if (m_queue.size() >= limits.maxQueuedMessages || m_queuedBytes + text.size() > limits.maxQueuedBytes) {
        postClose(closecode::tryAgainLater, "too slow");
        return false;
    }
    m_queuedBytes += text.size();
    m_queue.push_back(std::move(text));
    if (!std::exchange(m_isFlushing, true))
        net::post(m_executor, [end = m_end] { end->flush(); });
    return true;
}

void Line::close(std::uint16_t code, std::string reason)
{
    const std::lock_guard lock(m_mutex);
    if (m_isOpen)
        postClose(isSendable(code) ? code : closecode::internalError, std::move(reason));
}

// With the mutex held.
void Line::postClose(std::uint16_t code, std::string reason)
{
    m_isOpen = false;
    m_queue.clear();
    m_queuedBytes = 0;
    net::post(m_executor, [end = m_end, code, reason = std::move(reason)]() mutable {
        end->closeWith(code, std::move(reason));
    });
}

bool Line::isOpen() const
{
    const std::lock_guard lock(m_mutex);
    return m_isOpen;
}

std::size_t Line::queuedBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_queuedBytes;
}

std::optional<std::string> Line::takeNext()
{
    const std::lock_guard lock(m_mutex);
    if (m_queue.empty()) {
        m_isFlushing = false;
        return std::nullopt;
    }
    std::string text = std::move(m_queue.front());
    m_queue.pop_front();
    m_queuedBytes -= text.size();
    return text;
}

void Line::shut()
{
    const std::lock_guard lock(m_mutex);
    m_isOpen = false;
    m_queue.clear();
    m_queuedBytes = 0;
}

void Line::untie()
{
    std::shared_ptr<LineEnd> end;
    const std::lock_guard lock(m_mutex);
    m_isOpen = false;
    m_queue.clear();
    m_queuedBytes = 0;
    end = std::exchange(m_end, nullptr);
}

} // namespace deskbell::http::detail
