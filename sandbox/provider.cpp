#include "sandbox/provider.h"

#include "http/problem.h"
#include "sandbox/mishap.h"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

namespace deskbell::sandbox {

namespace json = boost::json;
using http::Request;
using http::Responder;
using http::Response;

namespace {
constexpr std::size_t maxCallsKept = 10'000;
constexpr std::size_t maxIdempotencyKeyBytes = 300;
constexpr http::RouteOptions routeOptions{.maxBodyBytes = 64 * 1024};
constexpr std::string_view keyInRoute = "/v1/payments/key-in";
constexpr std::string_view cardRoute = "/v1/billing/authorizations/card";

std::string_view nameOf(std::string_view method, std::string_view route)
{
    if (route == "/v1/transactions")
        return "transactions";
    if (route.starts_with("/v1/billing/authorizations/"))
        return "billing-issue";
    if (route.starts_with("/v1/billing/"))
        return method == "DELETE" ? "billing-delete" : "billing-charge";
    if (route == keyInRoute)
        return "key-in";
    if (method == "GET")
        return "lookup";
    return route == "/v1/payments/confirm" ? "confirm" : "cancel";
}

WireAnswer spoilt(FaultKind kind, const WireAnswer &answer)
{
    auto payment = parsedObject(answer.body).value_or(json::object{});
    if (kind == FaultKind::wrongPayment)
        payment["paymentKey"] = "tgen_somebody_else";
    if (kind == FaultKind::wrongPayment || kind == FaultKind::wrongOrder)
        payment["orderId"] = "somebody-elses-order";
    if (kind == FaultKind::wrongPayment || kind == FaultKind::wrongAmount)
        payment["totalAmount"] = 777;
    if (kind == FaultKind::wrongCurrency)
        payment["currency"] = "XTS";
    return {200, json::serialize(payment)};
}

bool isDeclinedBy(const std::optional<Fault> &fault)
{
    return fault && fault->kind == FaultKind::decline;
}

/// What is kept of a request to know it again: nothing where a card's number is in it.
std::string keptOf(const Request &request)
{
    return request.route == keyInRoute || request.route == cardRoute ? std::string() : request.body;
}

constexpr ProviderWords words{errorAnswer, "FAILED_INTERNAL_SYSTEM_PROCESSING", spoilt};
} // namespace

struct Provider::Call
{
    Request request;
    Responder responder;
    Work work;
    std::optional<Fault> fault;
    std::string answerKey; ///< empty without an Idempotency-Key
    bool isReplayed = false;
    bool isSameBody = true;
};

Provider::Provider(ProviderOptions options, FaultBook &faults)
    : m_options(std::move(options)), m_faults(faults),
      m_ledger(m_options.clock, m_options.random, m_options.currency), m_cards(m_options.random)
{
}

tl::expected<void, std::string> Provider::keepIn(const std::string &ledgerFile)
{
    const std::lock_guard lock(m_mutex);
    return m_journal.open(ledgerFile, m_ledger, m_answers);
}

void Provider::addRoutes(http::Router &router)
{
    router.post("/v1/payments/confirm", handling(&Provider::confirm), routeOptions)
        .post("/v1/payments/{paymentKey}/cancel", handling(&Provider::cancel), routeOptions)
        .get("/v1/payments/{paymentKey}", handling(&Provider::lookUp), routeOptions)
        .get("/v1/payments/orders/{orderId}", handling(&Provider::lookUpOrder), routeOptions)
        .post(std::string(keyInRoute), handling(&Provider::keyIn), routeOptions)
        .post(std::string(cardRoute), handling(&Provider::keepCard), routeOptions)
        .post("/v1/billing/authorizations/issue", handling(&Provider::issueCard), routeOptions)
        .post("/v1/billing/{billingKey}", handling(&Provider::chargeCard), routeOptions)
        .remove("/v1/billing/{billingKey}", handling(&Provider::removeCard), routeOptions)
        .get("/v1/transactions", handling(&Provider::transactions), routeOptions)
        .post(
            "/_sandbox/ledger", [this](const Request &q, const Responder &r) { addPayment(q, r); },
            routeOptions)
        .remove(
            "/_sandbox/ledger/{paymentKey}",
            [this](const Request &q, const Responder &r) { forgetPayment(q, r); }, routeOptions)
        .get(
            "/_sandbox/ledger", [this](const Request &q, const Responder &r) { readLedger(q, r); },
            routeOptions);
}

http::Handler Provider::handling(Work work)
{
    return [this, work](Request request, Responder responder) {
        begin(std::make_shared<Call>(
            Call{std::move(request), std::move(responder), work, std::nullopt, {}, false, true}));
    };
}

void Provider::begin(const CallPtr &call)
{
    const auto refuse = [&](std::string_view code) { finish(call, errorAnswer(code), code); };
    const http::Headers &headers = call->request.headers;
    if (headers.get("Authorization") != basicAuthorization(m_options.secretKey))
        return refuse("UNAUTHORIZED_KEY");
    const std::string_view idempotencyKey = headers.get("Idempotency-Key");
    if (idempotencyKey.size() > maxIdempotencyKeyBytes)
        return refuse("INVALID_IDEMPOTENCY_KEY");
    // Documented for test keys: a header that asks for an error.
    if (const auto wished = headers.find("TossPayments-Test-Code"))
        return refuse(isKnownError(*wished) ? *wished : "INVALID_REQUEST");
    call->fault = m_faults.take(call->request.method, call->request.path);
    if (call->fault && !call->fault->isTaken)
        return finish(call, {});
    // On a GET the key is documented to be ignored.
    if (call->request.method == "POST" && !idempotencyKey.empty())
        call->answerKey = AnswerBook::keyOf(call->request.method, call->request.path, idempotencyKey);
    beginIdempotent(call);
}

void Provider::beginIdempotent(const CallPtr &call)
{
    if (!call->answerKey.empty()) {
        std::unique_lock lock(m_mutex);
        const auto entry = m_answers.begin(call->answerKey, keptOf(call->request), m_options.clock());
        call->isReplayed = entry.state == AnswerBook::State::isAnswered;
        call->isSameBody = entry.isSameBody;
        if (entry.state == AnswerBook::State::isProcessing) {
            const WireAnswer busy = errorAnswer("IDEMPOTENT_REQUEST_PROCESSING");
            record(*call, busy.status, "IDEMPOTENT_REQUEST_PROCESSING");
            return endingOf({}, busy, words).carryOut(call->responder);
        }
        if (call->isReplayed) {
            lock.unlock();
            return finish(call, entry.answer);
        }
    }
    if (call->fault && call->fault->delay.count() > 0)
        m_options.later(call->fault->delay, [this, call] { perform(call); });
    else
        perform(call);
}

void Provider::perform(const CallPtr &call)
{
    WireAnswer answer;
    {
        const std::lock_guard lock(m_mutex);
        answer = (this->*call->work)(*call);
        if (!call->answerKey.empty()) {
            m_answers.finish(call->answerKey, answer);
            m_journal.write(call->answerKey, keptOf(call->request), m_options.clock(), answer);
        }
    }
    finish(call, answer);
}

// `answer` is what the call came to; empty when it did nothing.
void Provider::finish(const CallPtr &call, const WireAnswer &answer, std::string_view note)
{
    const std::lock_guard lock(m_mutex);
    const Ending ending = endingOf(call->fault, answer, words);
    record(*call, ending.status(), note);
    ending.carryOut(call->responder);
}

void Provider::opened(const CheckoutSession &session)
{
    const std::lock_guard lock(m_mutex);
    m_sessions[session.paymentKey] = session;
}

WireAnswer Provider::confirm(const Call &call)
{
    const auto wish = confirmRequest(call.request.body, m_options.currency);
    if (!wish)
        return errorAnswer("INVALID_REQUEST");
    const auto session = m_sessions.find(wish->paymentKey);
    if (session != m_sessions.end() &&
        (session->second.orderId != wish->orderId || session->second.amount != wish->amount))
        return errorAnswer("INVALID_REQUEST");
    return charge(wish->paymentKey, wish->orderId, wish->amount,
                  isDeclinedBy(call.fault) || wish->paymentKey.starts_with(decliningKey));
}

WireAnswer Provider::charge(const std::string &paymentKey, const std::string &orderId, std::int64_t amount,
                            bool isDeclined)
{
    const auto payment = isDeclined ? m_ledger.decline(paymentKey, orderId, amount)
                                    : m_ledger.confirm(paymentKey, orderId, amount);
    if (!payment)
        return errorAnswer(payment.error());
    m_journal.write(*payment);
    return payment->isTaken() ? paymentAnswer(*payment) : errorAnswer(payment->failureCode);
}

WireAnswer Provider::cancel(const Call &call)
{
    const auto wish = cancelRequest(call.request.body, m_options.currency);
    if (!wish)
        return errorAnswer("INVALID_REQUEST");
    if (isDeclinedBy(call.fault))
        return errorAnswer("NOT_CANCELABLE_PAYMENT");
    const auto payment =
        m_ledger.cancel(std::string(call.request.parameter("paymentKey")), wish->reason, wish->amount);
    if (!payment)
        return errorAnswer(payment.error());
    m_journal.write(*payment);
    return paymentAnswer(*payment);
}

WireAnswer Provider::lookUp(const Call &call)
{
    const Payment *payment = m_ledger.find(call.request.parameter("paymentKey"));
    return payment ? paymentAnswer(*payment) : errorAnswer("NOT_FOUND_PAYMENT");
}

WireAnswer Provider::lookUpOrder(const Call &call)
{
    const Payment *payment = m_ledger.findOrder(call.request.parameter("orderId"));
    return payment ? paymentAnswer(*payment) : errorAnswer("NOT_FOUND_PAYMENT");
}

WireAnswer Provider::keyIn(const Call &call)
{
    const auto wish = keyInRequest(call.request.body, m_options.currency);
    if (!wish)
        return errorAnswer("INVALID_REQUEST");
    if (const auto refusal = refusalOf(wish->card, m_options.clock()))
        return errorAnswer(*refusal);
    return charge(m_cards.newKeyInKey(), wish->orderId, wish->amount,
                  isDeclined(wish->card) || isDeclinedBy(call.fault));
}

WireAnswer Provider::keepCard(const Call &call)
{
    const auto wish = cardIssueRequest(call.request.body);
    if (!wish || isDeclinedBy(call.fault))
        return errorAnswer("INVALID_REQUEST");
    if (const auto refusal = refusalOf(wish->card, m_options.clock()))
        return errorAnswer(*refusal);
    const BilledCard card = m_cards.keep(wish->customerKey, isDeclined(wish->card));
    return cardAnswer(card.billingKey, card.customerKey, m_options.clock());
}

WireAnswer Provider::issueCard(const Call &call)
{
    const auto wish = issueRequest(call.request.body);
    const auto card =
        wish && !isDeclinedBy(call.fault) ? m_cards.issue(wish->authKey, wish->customerKey) : std::nullopt;
    return card ? cardAnswer(card->billingKey, card->customerKey, m_options.clock())
                : errorAnswer("INVALID_REQUEST");
}

WireAnswer Provider::chargeCard(const Call &call)
{
    const auto wish = billingRequest(call.request.body, m_options.currency);
    const BilledCard *card = m_cards.find(call.request.parameter("billingKey"));
    if (!wish)
        return errorAnswer("INVALID_REQUEST");
    if (!card)
        return errorAnswer("NOT_FOUND_BILLING_KEY");
    if (card->customerKey != wish->customerKey)
        return errorAnswer("NOT_MATCHES_CUSTOMER_KEY");
    if (m_ledger.findOrder(wish->orderId))
        return errorAnswer("ALREADY_PROCESSED_PAYMENT");
    return charge(m_cards.newPaymentKey(), wish->orderId, wish->amount,
                  card->isDeclined || isDeclinedBy(call.fault));
}

WireAnswer Provider::removeCard(const Call &call)
{
    return m_cards.remove(call.request.parameter("billingKey")) ? WireAnswer{200, "{}"}
                                                                : errorAnswer("NOT_FOUND_BILLING_KEY");
}

WireAnswer Provider::transactions(const Call &call)
{
    const http::Parameters &query = call.request.query;
    const auto wish = transactionsRequest(query.get("startDate"), query.get("endDate"),
                                          query.get("startingAfter"), query.get("limit"));
    if (!wish)
        return errorAnswer("INVALID_REQUEST");
    return transactionsAnswer(m_ledger.transactions(), *wish);
}

// With the mutex held. Status 0: no answer was sent.
void Provider::record(const Call &call, int status, std::string_view note)
{
    const Request &request = call.request;
    const std::string_view name = nameOf(request.method, request.route);
    ++m_callCounts[std::string(name)];
    json::object entry{{"at", wireTime(m_options.clock())},
                       {"call", name},
                       {"method", request.method},
                       {"path", request.path},
                       {"idempotencyKey", request.headers.get("Idempotency-Key")},
                       {"status", status},
                       {"replayed", call.isReplayed},
                       {"sameBody", call.isSameBody}};
    if (call.fault)
        entry["fault"] = faultWord(call.fault->kind);
    if (!note.empty())
        entry["code"] = note;
    m_calls.push_back(std::move(entry));
    if (m_calls.size() > maxCallsKept)
        m_calls.pop_front();
}

void Provider::readLedger(const Request &request, const Responder &responder)
{
    const auto wantedOrder = request.query.find("orderId");
    json::array payments;
    const std::lock_guard lock(m_mutex);
    for (const std::string &key : m_ledger.keys()) {
        const Payment &payment = *m_ledger.find(key);
        if (!wantedOrder || payment.orderId == *wantedOrder)
            payments.push_back(paymentJson(payment));
    }
    json::object counts;
    for (const auto &[name, count] : m_callCounts)
        counts[name] = count;
    const Totals totals = m_ledger.totals();
    const json::object document{{"payments", std::move(payments)},
                                {"calls", json::array(m_calls.begin(), m_calls.end())},
                                {"callCounts", std::move(counts)},
                                {"totals",
                                 {{"payments", totals.payments},
                                  {"declined", totals.declined},
                                  {"cancels", totals.cancels},
                                  {"taken", totals.taken},
                                  {"cancelled", totals.cancelled},
                                  {"balance", totals.balance}}}};
    responder.send(Response::json(200, json::serialize(document)));
}

void Provider::addPayment(const Request &request, const Responder &responder)
{
    const auto wish = confirmRequest(request.body, m_options.currency);
    const std::lock_guard lock(m_mutex);
    const auto payment =
        wish ? m_ledger.confirm(wish->paymentKey, wish->orderId, wish->amount) : tl::unexpected(Failure());
    if (!payment)
        return void(responder.send(http::problemResponse(400, "payment_invalid")));
    m_journal.write(*payment);
    responder.send(Response::json(201, json::serialize(paymentJson(*payment))));
}

void Provider::forgetPayment(const Request &request, const Responder &responder)
{
    const std::lock_guard lock(m_mutex);
    const bool wasThere = m_ledger.forget(request.parameter("paymentKey"));
    responder.send(wasThere ? Response::empty() : http::problemResponse(404, "no_such_payment"));
}

} // namespace deskbell::sandbox
