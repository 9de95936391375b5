// The payment provider as its callers see it: the calls of the core API over HTTP, and the ledger to
// read. Owned by main() or a test; its handlers run on the server's io
// threads, so what it knows is behind one mutex.
#pragma once

#include "http/responder.h"
#include "http/router.h"
#include "sandbox/answerbook.h"
#include "sandbox/cardbook.h"
#include "sandbox/checkout.h"
#include "sandbox/faultbook.h"
#include "sandbox/journal.h"
#include "sandbox/ledger.h"

#include <deque>
#include <mutex>

namespace deskbell::sandbox {

struct ProviderOptions
{
    std::string secretKey;
    std::string currency = "KRW";
    Clock clock;
    Random random;
    /// Runs a function after a while, on any thread.
    std::function<void(std::chrono::milliseconds, std::function<void()>)> later;
};

class Provider
{
public:
    /// `faults` outlives it.
    Provider(ProviderOptions options, FaultBook &faults);

    tl::expected<void, std::string> keepIn(const std::string &ledgerFile);
    void addRoutes(http::Router &router);
    /// A card that was approved at the checkout can be charged for that order and amount only.
    void opened(const CheckoutSession &session);

private:
    struct Call;
    using CallPtr = std::shared_ptr<Call>;
    using Work = WireAnswer (Provider::*)(const Call &);

    http::Handler handling(Work work);
    void begin(const CallPtr &call);
    void beginIdempotent(const CallPtr &call);
    void perform(const CallPtr &call);
    void finish(const CallPtr &call, const WireAnswer &answer, std::string_view note = {});

    WireAnswer confirm(const Call &call);
    WireAnswer cancel(const Call &call);
    WireAnswer lookUp(const Call &call);
    WireAnswer lookUpOrder(const Call &call);
    WireAnswer transactions(const Call &call);
    /// A card whose number the shop typed in: charged at once, or kept.
    WireAnswer keyIn(const Call &call);
    WireAnswer keepCard(const Call &call);
    WireAnswer issueCard(const Call &call);
    WireAnswer chargeCard(const Call &call);
    WireAnswer removeCard(const Call &call);

    /// Takes the money, or notes that the card's issuer does not give it.
    WireAnswer charge(const std::string &paymentKey, const std::string &orderId, std::int64_t amount,
                      bool isDeclined);

    void readLedger(const http::Request &request, const http::Responder &responder);
    /// A payment that the shop knows nothing of; and one that is no longer in the books.
    void addPayment(const http::Request &request, const http::Responder &responder);
    void forgetPayment(const http::Request &request, const http::Responder &responder);

    void record(const Call &call, int status, std::string_view note);

    const ProviderOptions m_options;
    FaultBook &m_faults;
    std::mutex m_mutex;
    Ledger m_ledger;
    CardBook m_cards;
    AnswerBook m_answers;
    Journal m_journal;
    std::map<std::string, CheckoutSession, std::less<>> m_sessions; ///< by payment key
    std::deque<boost::json::object> m_calls;                        ///< the latest ones
    std::map<std::string, std::uint64_t, std::less<>> m_callCounts;
};

} // namespace deskbell::sandbox
