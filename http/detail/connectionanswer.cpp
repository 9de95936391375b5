// The second half of Connection: from an answer to the end of the connection, and its timer.
#include "http/detail/connection.h"

#include "http/problem.h"

#include <algorithm>
#include <exception>

namespace deskbell::http::detail {

namespace net = boost::asio;

void Connection::refuse(const Refusal &refusal)
{
    m_record.code = refusal.code;
    Response response = problemResponse(refusal.status, refusal.code, refusal.detail);
    if (refusal.status == 415)
        response.headers.set("Accept-Encoding", "gzip");
    if (refusal.status == 426) {
        response.headers.set("Upgrade", "websocket");
        response.headers.set("Sec-WebSocket-Version", "13");
    }
    m_record.bytesIn = m_reader.bytesRead();
    respond(std::move(response), false);
}

// Refused by what its head says; the connection goes on where no body is left to skip.
void Connection::refuse(Response response)
{
    m_record.bytesIn = m_reader.bytesRead();
    respond(std::move(response), !m_reader.head().hasBody());
}

void Connection::respond(Response response, bool isKeptAlive)
{
    const Head &head = m_reader.head();
    if (isSecure()) // refusals, too: a browser that has once been here over TLS comes no other way
        response.headers.set("Strict-Transport-Security", "max-age=31536000");
    const AnswerContext context{m_requestId, head.headers.get("Accept-Encoding"), head.method == "HEAD",
                                isKeptAlive && !head.isCloseWanted && !m_isDraining && !m_core.isRetiring()};
    if (m_record.code.empty())
        m_record.code = response.problem;
    m_answer.emplace(std::move(response), context, m_core.limits());
    m_record.status = m_answer->status();
    m_phase = Phase::writing;
    writeNext();
}

bool Connection::isSecure() const
{
    const ServerOptions &options = m_core.options();
    return m_transport->isTls() || options.isBehindTls ||
           options.proxies.cameOverTls(m_slot->address(), m_reader.head().headers);
}

void Connection::writeNext()
{
    try {
        auto piece = m_answer->next();
        if (!piece)
            return finishAnswer();
        m_piece = std::move(*piece);
    } catch (const std::exception &) {
        // The head is out already: cutting the line is the only way left to say that this is not all.
        return close();
    }
    enter(Phase::writing, m_core.limits().writeTimeout);
    m_transport->write(net::buffer(m_piece),
                       [self = shared_from_this()](boost::system::error_code error, std::size_t bytes) {
                           self->finishWrite(error, bytes);
                       });
    readMore();
}

void Connection::finishWrite(boost::system::error_code error, std::size_t bytes)
{
    if (m_phase != Phase::writing)
        return;
    m_record.bytesOut += bytes;
    if (error)
        return close();
    writeNext();
}

void Connection::finishAnswer()
{
    const bool isKeptAlive = m_answer->isKeptAlive();
    m_answer.reset();
    untieExchange();
    writeRecord(true);
    if (!isKeptAlive || m_isDraining)
        return linger();
    m_reader.reset();
    enter(Phase::idle, m_core.limits().idleTimeout);
    advance();
}

void Connection::linger()
{
    enter(Phase::lingering, m_core.limits().closeTimeout);
    m_input.clear();
    m_transport->shutdown([self = shared_from_this()](boost::system::error_code, std::size_t) {
        if (self->m_hasEnded)
            self->close();
    });
    readMore();
}

void Connection::close()
{
    if (m_phase == Phase::closed)
        return;
    m_phase = Phase::closed;
    m_timer.cancel();
    m_transport->close();
    m_answer.reset();
    untieExchange();
    m_slot.reset();
    if (m_isRecordOpen)
        writeRecord(false);
}

void Connection::untieExchange()
{
    if (std::exchange(m_isHandled, false))
        m_core.endRequest();
    if (const auto exchange = m_exchange.lock())
        exchange->untie();
    m_exchange.reset();
}

void Connection::writeRecord(bool isComplete)
{
    m_isRecordOpen = false;
    m_record.isComplete = isComplete;
    m_record.duration = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_begunAt);
    m_core.logged(m_record);
}

void Connection::enter(Phase phase, std::chrono::milliseconds time)
{
    m_phase = phase;
    m_deadline = Clock::now() + time;
    armTimer();
}

// A deadline that moves away leaves the timer as it is: it looks again when it fires. So a busy
// connection does not pay for a timer with every request.
void Connection::armTimer()
{
    if (m_armedFor <= m_deadline)
        return;
    m_armedFor = m_deadline;
    m_timer.expires_at(m_deadline);
    m_timer.async_wait([self = shared_from_this()](boost::system::error_code error) {
        if (error || self->m_phase == Phase::closed)
            return;
        self->m_armedFor = Clock::time_point::max();
        if (Clock::now() >= self->m_deadline)
            self->timeOut();
        else
            self->armTimer();
    });
}

void Connection::timeOut()
{
    switch (m_phase) {
    case Phase::idle:
        m_hasEnded = true;
        return linger();
    case Phase::head:
        return refuse(Refusal{408, "header-timeout", {}});
    case Phase::body:
        return m_isContinuing ? close() : refuse(Refusal{408, "body-timeout", {}});
    case Phase::handling:
        m_record.code = "answer-timeout";
        untieExchange();
        return respond(problemResponse(503, "answer-timeout"), false);
    case Phase::handshake:
    case Phase::writing:
    case Phase::lingering:
    case Phase::closed:
        return close();
    }
}

} // namespace deskbell::http::detail
