// What those read who run the house: health, the audit, the reconciliations, what is kept about a guest, the
// figures. And the payment provider's call back, whose content is never trusted: it only makes a look-up come
// sooner.

#include <charconv>

#include "http/network.h"
#include "http/problem.h"
#include "protocol/audit.h"
#include "protocol/guestdata.h"
#include "server/gateway/answers.h"
#include "server/gateway/gateway.h"
#include "server/gateway/health.h"
#include "server/gateway/mediatype.h"
#include "server/metrics/metrics.h"
#include "server/metrics/metricsroute.h"

namespace deskbell::server {
namespace {

constexpr std::size_t maxWebhookBody = 32 * 1024;
constexpr std::size_t maxAuditPage = 500;

http::Response uncached(std::string body)
{
    return http::Response::json(200, std::move(body)).with("Cache-Control", "no-store");
}

bool isManager(const Principal &principal)
{
    return principal.account.role >= Role::Manager;
}

/// What is asked at a property, for those who manage it; others are refused.
template <typename Handler>
auto forManagers(Handler handler)
{
    return [handler = std::move(handler)](const Principal &principal, const PropertyId &property,
                                          const http::Request &request, const http::Responder &responder) {
        if (isManager(principal))
            handler(property, request, responder);
        else
            responder.send(problemOf({"role-not-allowed", {}}));
    };
}

template <typename Id>
Expected<void> readId(const http::Parameters &query, const char *name, std::optional<Id> &into)
{
    const auto text = query.find(name);
    if (!text)
        return {};
    return parseUuid(*text).map([&](const Uuid &id) { into = Id{id}; });
}

Expected<void> readInstant(const http::Parameters &query, const char *name, std::optional<Instant> &into)
{
    const auto text = query.find(name);
    if (!text)
        return {};
    return parseInstant(*text).map([&](Instant instant) { into = instant; });
}

template <typename Number>
Expected<void> readNumber(const http::Parameters &query, const char *name, Number most, Number &into)
{
    const auto text = query.find(name);
    if (!text)
        return {};
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), into);
    if (error != std::errc{} || end != text->data() + text->size() || into < 1 || into > most)
        return failure("bad-number", {{"name", name}});
    return {};
}

/// Errors: "bad-id", "bad-instant", "bad-number".
Expected<AuditFilter> filterOf(const http::Parameters &query)
{
    AuditFilter filter;
    std::uint64_t before = 0;
    auto read = readId(query, "reservation", filter.reservation)
                    .and_then([&] { return readId(query, "actor", filter.actor); })
                    .and_then([&] { return readInstant(query, "from", filter.from); })
                    .and_then([&] { return readInstant(query, "to", filter.to); })
                    .and_then([&] {
                        return readNumber<std::uint64_t>(query, "before", std::uint64_t{1} << 62, before);
                    })
                    .and_then([&] { return readNumber(query, "limit", maxAuditPage, filter.limit); });
    if (!read)
        return tl::unexpected(read.error());
    if (before > 0)
        filter.before = before;
    return filter;
}

/// The order that a call back is about, as far as it can be read.
Expected<std::optional<PaymentId>> orderOf(const std::string &body)
{
    const auto value = protocol::parseJson(body);
    if (!value)
        return tl::unexpected(value.error());
    const auto *event = value->if_object();
    const auto *data = event ? event->if_contains("data") : nullptr;
    const auto *payment = data ? data->if_object() : nullptr;
    const auto *order = payment ? payment->if_contains("orderId") : nullptr;
    if (!order || !order->is_string())
        return std::nullopt;
    const auto id = parseUuid(std::string_view(order->get_string()));
    return id ? std::optional(PaymentId{*id}) : std::nullopt;
}

/// Something is under way there whose outcome is not known here: only then is there anything to ask.
bool isWaitedFor(const Reservation &reservation, const PaymentId &id)
{
    const Payment *payment = findPayment(reservation, id);
    if (!payment)
        return false;
    if (payment->state == PaymentState::Sent || payment->state == PaymentState::Unknown)
        return true;
    return std::any_of(payment->refunds.begin(), payment->refunds.end(),
                       [](const Refund &refund) { return refund.state == RefundState::Unknown; });
}

} // namespace

void Gateway::addOperations(http::Router &router)
{
    router.get(
        "/v1/properties/{p}/health",
        atProperty([this](const Principal &principal, const PropertyId &property, const http::Request &,
                          const http::Responder &responder) { health(principal, property, responder); }));
    router.get("/v1/properties/{p}/audit",
               atProperty(forManagers(
                   [this](const PropertyId &property, const http::Request &request,
                          const http::Responder &responder) { audit(property, request, responder); })));
    router.get("/v1/properties/{p}/reconciliations/{day}",
               atProperty(forManagers([this](const PropertyId &property, const http::Request &request,
                                             const http::Responder &responder) {
                   reconciliation(property, request, responder);
               })));
    router.get("/v1/properties/{p}/guest-data",
               atProperty([this](const Principal &principal, const PropertyId &property,
                                 const http::Request &request, const http::Responder &responder) {
                   if (isManager(principal))
                       guestData(principal, property, request, responder);
                   else
                       responder.send(problemOf({"role-not-allowed", {}}));
               }));
    router.post("/v1/providers/toss/webhook",
                [this](const http::Request &request, const http::Responder &responder) {
                    calledBack(request, responder);
                },
                {maxWebhookBody});
    if (m_figures)
        router.get("/metrics", [this](const http::Request &request, const http::Responder &responder) {
            serveMetrics(request, responder);
        });
}

void Gateway::health(const Principal &principal, const PropertyId &property, const http::Responder &responder)
{
    auto health = readHealth(m_storage, m_surroundings.now());
    if (!health) {
        responder.send(problemOf(health.error()));
        return;
    }
    if (isManager(principal)) {
        auto reconciled = readReconciled(m_storage, property, m_surroundings.now());
        if (!reconciled) {
            responder.send(problemOf(reconciled.error()));
            return;
        }
        health->reconciled = std::move(*reconciled);
    }
    responder.send(uncached(protocol::encodeHealth(*health)));
}

void Gateway::audit(const PropertyId &property, const http::Request &request,
                    const http::Responder &responder)
{
    const auto filter = filterOf(request.query);
    if (!filter) {
        responder.send(problemOf(filter.error()));
        return;
    }
    const auto page = m_storage.audit(property, *filter);
    responder.send(page ? uncached(protocol::encodeAuditPage(*page)) : problemOf(page.error()));
}

void Gateway::reconciliation(const PropertyId &property, const http::Request &request,
                             const http::Responder &responder)
{
    const auto day = parseDate(request.parameter("day"));
    if (!day) {
        responder.send(problemOf(day.error()));
        return;
    }
    auto report = m_storage.reconciliation(property, *day);
    if (!report)
        responder.send(problemOf(report.error()));
    else if (!*report)
        responder.send(problemOf({"not-reconciled", {}}));
    else
        responder.send(uncached(std::move(**report)));
}

void Gateway::guestData(const Principal &principal, const PropertyId &property, const http::Request &request,
                        const http::Responder &responder)
{
    std::optional<ReservationId> reservation;
    const auto read = readId(request.query, "reservation", reservation);
    if (!read || !reservation) {
        responder.send(problemOf(read ? Error{"bad-uuid", {}} : read.error()));
        return;
    }
    // All of the property's reservations are read for it: not on a thread that answers others.
    const bool isTaken =
        m_snapshots.post(toString(property), [this, principal, property, request, responder, reservation] {
            const auto data = m_storage.guestData(property, *reservation);
            if (data) // reading is in the audit, too
                audit(principal, request, "read-guest-data", {property}, {}, reservation);
            responder.send(data ? uncached(protocol::encodeGuestData(*data)) : problemOf(data.error()));
        });
    if (!isTaken)
        responder.send(problemOf({"server-busy", {}}));
}

void Gateway::calledBack(const http::Request &request, const http::Responder &responder)
{
    if (const auto verdict =
            m_callBacks.take(http::householdOf(request.remoteAddress), m_surroundings.steady());
        !verdict.isAllowed) {
        responder.send(tryLater(429, "too-many-attempts", verdict.retryAfter));
        return;
    }
    if (!isJson(request)) {
        responder.send(problemOf({"not-json", {}}));
        return;
    }
    const auto order = orderOf(request.body);
    if (!order) {
        responder.send(problemOf(order.error()));
        return;
    }
    // Whoever calls hears the same, whether we know the payment or not.
    responder.send(http::Response::json(200, "{}"));
    if (!*order)
        return;
    m_readers.post([this, payment = **order] {
        const auto item = m_storage.workOf(payment);
        if (!item || !*item)
            return;
        const auto reservation = m_storage.reservation((*item)->property, (*item)->reservation);
        if (reservation && *reservation && isWaitedFor(**reservation, payment))
            (void)m_storage.hurryWork(payment, m_surroundings.now());
    });
}

void Gateway::serveMetrics(const http::Request &request, const http::Responder &responder)
{
    if (!mayReadMetrics(request, m_settings.metricsToken)) {
        responder.send(problemOf({"metrics-not-allowed", {}}));
        return;
    }
    onPool(m_readers, responder, [this, responder] {
        http::Response response = http::Response::text(200, m_figures());
        response.headers.set("Content-Type", std::string(metricsMediaType));
        responder.send(std::move(response));
    });
}

} // namespace deskbell::server
