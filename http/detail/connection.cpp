#include "http/detail/connection.h"

#include "http/problem.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <exception>

namespace deskbell::http::detail {

namespace net = boost::asio;

namespace {
constexpr std::size_t maxReadAhead = 64 * 1024;
constexpr std::size_t maxDiscarded = 4 * 1024 * 1024;

bool isInOrder(boost::system::error_code error)
{
    return error == net::error::eof;
}
} // namespace

Connection::Connection(Core &core, std::unique_ptr<Transport> transport, std::unique_ptr<Slot> slot)
    : m_core(core), m_executor(transport->executor()), m_transport(std::move(transport)),
      m_slot(std::move(slot)), m_timer(m_executor), m_readBuffer(new std::array<char, 8192>),
      m_reader(core.limits())
{
}

void Connection::start()
{
    m_slot->take(shared_from_this());
    net::dispatch(m_executor, [self = shared_from_this()] { self->begin(); });
}

void Connection::drain()
{
    net::post(m_executor, [self = shared_from_this()] {
        self->m_isDraining = true;
        if (self->m_phase == Phase::idle) {
            self->m_hasEnded = true;
            self->linger();
        }
    });
}

void Connection::cut()
{
    net::post(m_executor, [self = shared_from_this()] { self->close(); });
}

void Connection::answer(std::shared_ptr<Connection> self, std::uint64_t number, Response response)
{
    const net::any_io_executor executor = self->m_executor;
    net::post(executor, [self = std::move(self), number, response = std::move(response)]() mutable {
        if (self->m_phase == Phase::handling && self->m_number == number)
            self->respond(std::move(response), true);
    });
}

void Connection::abandon(std::shared_ptr<Connection> self, std::uint64_t number)
{
    const net::any_io_executor executor = self->m_executor;
    net::post(executor, [self = std::move(self), number] {
        if (self->m_phase == Phase::handling && self->m_number == number)
            self->close();
    });
}

void Connection::begin()
{
    if (m_phase == Phase::closed)
        return;
    enter(Phase::handshake, m_core.limits().headerTimeout);
    m_transport->handshake([self = shared_from_this()](boost::system::error_code error, std::size_t) {
        if (self->m_phase != Phase::handshake)
            return;
        if (error || self->m_isDraining)
            return self->close();
        // The first request is expected at once; idle time is for those who have been served.
        self->enter(Phase::idle, self->m_core.limits().headerTimeout);
        self->readMore();
    });
}

void Connection::readMore()
{
    const bool isBusy = m_phase == Phase::handling || m_phase == Phase::writing;
    if (m_isReading || m_hasEnded || m_phase == Phase::closed || (isBusy && m_input.size() >= maxReadAhead))
        return;
    m_isReading = true;
    m_transport->read(net::buffer(*m_readBuffer),
                      [self = shared_from_this()](boost::system::error_code error, std::size_t bytes) {
                          self->finishRead(error, bytes);
                      });
}

void Connection::finishRead(boost::system::error_code error, std::size_t bytes)
{
    m_isReading = false;
    if (m_phase == Phase::closed)
        return;
    if (error)
        return isInOrder(error) ? endOfInput() : close();
    if (m_phase == Phase::lingering) {
        m_discarded += bytes;
        return m_discarded > maxDiscarded ? close() : readMore();
    }
    m_input.append(m_readBuffer->data(), bytes);
    if (m_phase == Phase::handling || m_phase == Phase::writing)
        return readMore();
    advance();
}

void Connection::endOfInput()
{
    m_hasEnded = true;
    if (m_phase == Phase::handling) {
        if (const auto exchange = m_exchange.lock())
            exchange->markGone();
    } else if (m_phase != Phase::writing) {
        close();
    }
}

void Connection::advance()
{
    while (m_phase == Phase::idle || m_phase == Phase::head || m_phase == Phase::body) {
        if (m_phase == Phase::idle && !m_input.empty())
            beginHead();
        switch (m_reader.advance(m_input)) {
        case RequestReader::Step::needsMore:
            if (m_hasEnded)
                return close();
            return readMore();
        case RequestReader::Step::headRead:
            if (!acceptHead())
                return;
            break;
        case RequestReader::Step::complete:
            return handle();
        case RequestReader::Step::refused:
            return refuse(m_reader.refusal());
        }
    }
}

void Connection::beginHead()
{
    ++m_number;
    m_requestId = m_core.newRequestId();
    m_begunAt = Clock::now();
    m_match = {};
    m_record = {};
    m_record.requestId = m_requestId;
    m_record.remoteAddress = m_slot->address();
    m_isRecordOpen = true;
    enter(Phase::head, m_core.limits().headerTimeout);
}

// True when the body is to be read now.
bool Connection::acceptHead()
{
    const Head &head = m_reader.head();
    m_record.method = head.method;
    m_record.remoteAddress = m_core.options().proxies.origin(m_slot->address(), head.headers);
    if (m_slot->isSurplus()) {
        refuse(problemResponse(503, "too-many-connections")
                   .with("Retry-After", "5")
                   .with("Connection", "close"));
        return false;
    }
    m_match = m_core.router().match(head.method, head.path);
    if (!m_match.route) {
        refuse(std::move(m_match.refusal));
        return false;
    }
    m_record.route = m_match.route->pattern;
    if (m_match.route->webSocket) {
        upgradeToWebSocket();
        return false;
    }
    const std::size_t maxBytes = m_match.route->options.maxBodyBytes.value_or(m_core.limits().maxBodyBytes);
    if (head.contentLength.value_or(0) > maxBytes) {
        refuse(problemResponse(413, "body-too-large"));
        return false;
    }
    enter(Phase::body, m_core.limits().bodyTimeout);
    m_reader.acceptBody(maxBytes);
    if (head.isContinueExpected && head.hasBody() && m_input.empty()) {
        continueBody();
        return false;
    }
    return true;
}

void Connection::continueBody()
{
    m_piece = "HTTP/1.1 100 Continue\r\n\r\n";
    m_isContinuing = true;
    m_transport->write(net::buffer(m_piece),
                       [self = shared_from_this()](boost::system::error_code error, std::size_t) {
                           self->m_isContinuing = false;
                           if (error)
                               self->close();
                           else
                               self->advance();
                       });
}

void Connection::upgradeToWebSocket()
{
    if (const auto refusal = webSocketRefusal(m_reader.head()))
        return refuse(*refusal);
    // RFC 6455 4.1: a client waits for the answer before it sends a frame.
    if (!m_input.empty())
        return refuse(Refusal{400, "data-before-upgrade", {}});
    Upgrade upgrade{m_reader.head(), m_requestId, nullptr, nullptr};
    try {
        WebSocketDecision decision = m_match.route->webSocket(takeRequest());
        if (auto *refusal = std::get_if<Response>(&decision))
            return refuse(std::move(*refusal));
        upgrade.handler = std::move(std::get<std::unique_ptr<WebSocketHandler>>(decision));
    } catch (const std::exception &) {
        upgrade.handler = nullptr;
    }
    if (!upgrade.handler)
        return refuse(Refusal{500, "internal-error", {}});
    m_record.status = 101;
    writeRecord(true);
    m_phase = Phase::closed;
    m_timer.cancel();
    upgrade.slot = std::move(m_slot);
    m_transport->upgrade(m_core, std::move(upgrade));
}

Request Connection::takeRequest()
{
    const Head &head = m_reader.head();
    Request request;
    request.id = m_requestId;
    request.method = head.method;
    request.target = head.target;
    request.path = head.path;
    request.route = m_match.route->pattern;
    request.parameters = std::move(m_match.parameters);
    request.query = head.query;
    request.headers = head.headers;
    request.body = m_reader.takeBody();
    request.remoteAddress = m_record.remoteAddress;
    request.isTls = m_transport->isTls();
    return request;
}

void Connection::handle()
{
    m_record.bytesIn = m_reader.bytesRead();
    if (!m_core.beginRequest())
        return respond(problemResponse(503, "too-many-requests-at-once").with("Retry-After", "1"), true);
    m_isHandled = true;
    enter(Phase::handling, m_core.limits().answerTimeout);
    const auto exchange = std::make_shared<Exchange>(m_core.shared_from_this(), shared_from_this(), m_number);
    m_exchange = exchange;
    const Responder responder(exchange);
    try {
        m_match.route->handler(takeRequest(), responder);
    } catch (const std::exception &) {
        responder.send(problemResponse(500, "internal-error"));
    }
    readMore();
}

} // namespace deskbell::http::detail
