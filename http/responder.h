// The answer owed to one request. A handler gets it with the request, may keep and copy it, and
// completes it later from any thread; the first completion counts and later ones do nothing. When
// the last copy goes without an answer, the client gets a 500, so no request hangs for a mistake.
#pragma once

#include "http/message.h"

#include <functional>
#include <memory>

namespace deskbell::http {

namespace detail {
class Exchange;
}

class Responder
{
public:
    explicit Responder(std::shared_ptr<detail::Exchange> exchange);

    /// False when this request is answered already or its client is gone.
    bool send(Response response) const;
    /// Closes the connection without any answer.
    void abort() const;
    /// The client has closed its side or the connection is lost: an answer may reach nobody.
    bool isGone() const;
    /// Calls back once, on an io thread, when the client goes before the answer is complete; at
    /// once when it has gone already.
    void whenGone(std::function<void()> callback) const;

private:
    std::shared_ptr<detail::Exchange> m_exchange;
};

} // namespace deskbell::http
