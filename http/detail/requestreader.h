// Makes requests out of bytes, one at a time: the head, the body by its length or its chunks, then
// the content coding. Knows no socket, so it can be fed anything by a test. Owned by one
// connection, used on its strand.
#pragma once

#include "http/detail/chunked.h"
#include "http/detail/head.h"

#include <optional>
#include <string>

namespace deskbell::http::detail {

class RequestReader
{
public:
    enum class Step { needsMore, headRead, complete, refused };

    explicit RequestReader(const Limits &limits) : m_limits(limits) {}

    /// Takes what it can off the front of `input`. After headRead the body is not looked at before
    /// acceptBody(); after complete or refused nothing more is.
    Step advance(std::string &input);
    void acceptBody(std::size_t maxBytes);
    /// Back to the start for the next request.
    void reset();

    bool hasBegun(const std::string &input) const { return m_phase != Phase::head || !input.empty(); }
    bool isInHead() const { return m_phase == Phase::head; }
    const Head &head() const { return m_head; }
    std::string takeBody() { return std::move(m_body); }
    std::size_t bytesRead() const { return m_bytesRead; }
    const Refusal &refusal() const { return m_refusal; }

private:
    enum class Phase { head, awaitingAcceptance, body, complete, refused };

    Step advanceHead(std::string &input);
    Step advanceBody(std::string &input);
    Step finishBody();
    Step refuse(int status, std::string code);

    const Limits &m_limits;
    Phase m_phase = Phase::head;
    HeadScanner m_scanner;
    Head m_head;
    std::string m_body;
    std::size_t m_bytesRead = 0;
    std::size_t m_maxBodyBytes = 0;
    Refusal m_refusal;
    std::optional<ChunkDecoder> m_chunks;
};

} // namespace deskbell::http::detail
