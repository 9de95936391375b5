// The messenger (KakaoTalk Alimtalk and SMS) as its callers see it: sending and looking up over HTTP,
// and what it has been asked for. Owned by main() or a test; its handlers run on the server's io
// threads, so what it knows is behind one mutex.
#pragma once

#include "http/responder.h"
#include "http/router.h"
#include "sandbox/hmacauthorization.h"
#include "sandbox/messagebook.h"
#include "sandbox/wire.h"

#include <deque>
#include <mutex>

namespace deskbell::sandbox {

struct MessengerOptions
{
    std::string apiKey;
    std::string secret;
    std::chrono::milliseconds deliveryTime{1'000};
    Clock clock;
    Random random;
    /// Runs a function after a while, on any thread.
    std::function<void(std::chrono::milliseconds, std::function<void()>)> later;
};

class Messenger
{
public:
    /// `faults` outlives it.
    Messenger(MessengerOptions options, FaultBook &faults);

    void addRoutes(http::Router &router);

private:
    struct Call;
    using CallPtr = std::shared_ptr<Call>;
    using Work = WireAnswer (Messenger::*)(const Call &);

    http::Handler handling(Work work);
    void begin(const CallPtr &call);
    void perform(const CallPtr &call);
    void finish(const CallPtr &call, const WireAnswer &answer);

    WireAnswer send(const Call &call);
    WireAnswer list(const Call &call);
    WireAnswer readTemplate(const Call &call);
    std::string refusalOfOne(const MessageWish &wish, const Call &call) const;

    void readMessages(const http::Request &request, const http::Responder &responder);
    void approveTemplate(const http::Request &request, const http::Responder &responder);
    void record(const Call &call, int status);

    const MessengerOptions m_options;
    FaultBook &m_faults;
    std::mutex m_mutex;
    HmacAuthorization m_authorization;
    MessageBook m_book;
    std::deque<boost::json::object> m_calls; ///< the latest ones
};

} // namespace deskbell::sandbox
