// One HTTP connection: reads, hands whole requests to the router's handlers, writes their answers
// in order, and keeps every phase within its time. Owned by the operations it has under way; all
// of it runs on its strand, but for the two static calls by which an Exchange comes in.
//
// It reads on while a request is being handled, up to a limit, so that it notices a client that
// goes and finds pipelined requests already there.
#pragma once

#include "http/detail/answer.h"
#include "http/detail/core.h"
#include "http/detail/exchange.h"
#include "http/detail/requestreader.h"
#include "http/detail/transport.h"

#include <array>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <optional>

namespace deskbell::http::detail {

class Connection : public Peer, public std::enable_shared_from_this<Connection>
{
public:
    Connection(Core &core, std::unique_ptr<Transport> transport, std::unique_ptr<Slot> slot);

    void start();
    void drain() override;
    void cut() override;

    /// From any thread; the reference given is moved on to the strand.
    static void answer(std::shared_ptr<Connection> self, std::uint64_t number, Response response);
    static void abandon(std::shared_ptr<Connection> self, std::uint64_t number);

private:
    enum class Phase { handshake, idle, head, body, handling, writing, lingering, closed };
    using Clock = std::chrono::steady_clock;

    void begin();
    void readMore();
    void finishRead(boost::system::error_code error, std::size_t bytes);
    void endOfInput();
    void advance();
    void beginHead();
    bool acceptHead();
    void continueBody();
    void upgradeToWebSocket();
    void handle();
    Request takeRequest();

    void refuse(const Refusal &refusal);
    void refuse(Response response);
    void respond(Response response, bool isKeptAlive);
    bool isSecure() const;
    void writeNext();
    void finishWrite(boost::system::error_code error, std::size_t bytes);
    void finishAnswer();
    void linger();
    void close();
    void untieExchange();
    void writeRecord(bool isComplete);

    void enter(Phase phase, std::chrono::milliseconds time);
    void armTimer();
    void timeOut();

    Core &m_core;
    const boost::asio::any_io_executor m_executor;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Slot> m_slot;
    boost::asio::steady_timer m_timer;
    Clock::time_point m_deadline;
    Clock::time_point m_armedFor = Clock::time_point::max();

    Phase m_phase = Phase::handshake;
    bool m_isReading = false;
    bool m_hasEnded = false; ///< the client will send no more
    bool m_isDraining = false;
    bool m_isContinuing = false; ///< a 100 is being written: nothing else may be
    bool m_isRecordOpen = false;
    bool m_isHandled = false; ///< counts among the requests at once
    std::size_t m_discarded = 0;
    std::unique_ptr<std::array<char, 8192>> m_readBuffer;
    std::string m_input;
    RequestReader m_reader;

    std::uint64_t m_number = 0; ///< of the request on this connection
    std::string m_requestId;
    Router::Match m_match;
    std::weak_ptr<Exchange> m_exchange;
    std::optional<Answer> m_answer;
    std::string m_piece;
    AccessRecord m_record;
    Clock::time_point m_begunAt;
};

} // namespace deskbell::http::detail
