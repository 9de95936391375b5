#include "server/pages/guestapi.h"

#include <algorithm>

#include "domain/refusal.h"
#include "http/problem.h"
#include "server/gateway/answers.h"
#include "server/gateway/mediatype.h"
#include "server/pages/bookpages.h"
#include "server/pages/checkout.h"

namespace deskbell::server {
namespace {

constexpr http::RouteOptions small{.maxBodyBytes = 16 * 1024};

/// What only a person can put right is a conflict, or a request that means nothing here.
int statusOf(std::string_view code)
{
    for (const std::string_view conflict :
         {refusal::noStock, refusal::priceChanged, refusal::alreadyExists, refusal::wrongState,
          refusal::unitTaken, refusal::nothingToPay, refusal::arrivalNotDue, refusal::tooManyUnpaid}) {
        if (code == conflict)
            return 409;
    }
    return 422;
}

http::Response refusedWith(const Error &error)
{
    http::Problem problem{statusOf(error.code), error.code, {}, {}};
    problem.facts.assign(error.facts.begin(), error.facts.end());
    return http::problemResponse(problem);
}

http::Response plain(http::Response response)
{
    return std::move(response).with("Cache-Control", "no-store").with("Referrer-Policy", "no-referrer");
}

/// The one Idempotency-Key, a UUID made by who asks.
std::optional<Uuid> keyOf(const http::Request &request)
{
    if (request.headers.count("Idempotency-Key") != 1)
        return std::nullopt;
    const auto key = parseUuid(request.headers.get("Idempotency-Key"));
    return key && !key->isNull() ? std::optional(*key) : std::nullopt;
}

/// Of an order as a whole.
http::Response notDone(const Error &error)
{
    const auto wait = waitIn(error);
    return wait ? tryLater(429, tooManyRequests, *wait) : problemOf(error);
}

http::Response linkProblem(const Error &error)
{
    if (error.code == "link-unknown")
        return http::problemResponse(404, error.code);
    if (error.code == "link-over")
        return http::problemResponse(410, error.code);
    return problemOf(error);
}

} // namespace

void GuestApi::addRoutes(http::Router &router)
{
    router.post("/v1/reservations", m_kit.call([this](const VisitPtr &visit) { reserve(visit); }), small);
    router.get("/v1/mypage/{token}", m_kit.call([this](const VisitPtr &visit) { own(visit); }));
    router.post("/v1/mypage/{token}/cancel", m_kit.call([this](const VisitPtr &visit) { cancel(visit); }),
                small);
}

void GuestApi::reserve(const VisitPtr &visit)
{
    const auto answer = [&](http::Response response) { visit->responder.send(plain(std::move(response))); };
    if (!isJson(visit->request))
        return answer(problemOf({"not-json", {}}));
    const auto key = keyOf(visit->request);
    if (!key)
        return answer(problemOf({"bad-idempotency-key", {}}));
    const auto asked = protocol::decodeReservationRequest(visit->request.body);
    if (!asked)
        return answer(problemOf(asked.error()));
    const auto house = m_desk.house(asked->property);
    if (!house)
        return answer(problemOf(house.error()));

    // All ids follow from the key: the same request sent twice is the same order, and is counted once.
    const ReservationId reservation{makeNamedUuid(*key, "reservation")};
    const auto known = m_desk.storage().guestRecord(reservation);
    if (!known)
        return answer(problemOf(known.error()));
    const GuestLimits::Asking asking{asked->property, visit->request.remoteAddress, asked->guest.phone};
    if (!*known) { // what was accepted before is told again, whatever the provider does now
        if (auto refusal = notNow(*asked, **house))
            return answer(std::move(*refusal));
        if (const auto wait = m_desk.mustWait(typeOf<MakeReservation>(), asking, reservation))
            return answer(tryLater(429, tooManyRequests, *wait));
    }
    MakeReservation make = reservationOf(*asked, reservation, **house);
    if (asked->payment)
        make.payment = {PaymentId{makeNamedUuid(*key, "payment")}, asked->payment->amount,
                        asked->payment->token};
    if (asked->card) {
        if (!isCardOffer(*asked->card))
            return answer(problemOf({"bad-reservation-request", {{"path", "/card"}}}));
        make.card = m_desk.sealed({asked->card->customerKey, asked->card->authKey}, reservation);
    }
    GuestOrder order{
        asked->property, reservation, {m_desk.make(make)}, visit->request.id, visit->request.remoteAddress};
    if (!*known)
        order.turns = m_desk.turnsOf(asking);
    const std::uint16_t generation = *known ? (*known)->generation : std::uint16_t{0};
    m_desk.submit(std::move(order), [this, visit, reservation, generation](
                                        const Expected<std::vector<protocol::CommandResult>> &results) {
        visit->responder.send(
            plain(results ? made(*results, reservation, generation) : notDone(results.error())));
    });
}

std::optional<http::Response> GuestApi::notNow(const protocol::ReservationRequest &asked, const House &house)
{
    // The stock would be held for a payment that nobody ever carries out.
    if ((asked.payment || asked.card) && !m_desk.chargesCards())
        return tryLater(503, "cards-not-charged", std::chrono::minutes(1));
    const auto offering = std::find_if(house.offerings.begin(), house.offerings.end(),
                                       [&](const Offering &each) { return each.id == asked.offering; });
    if (offering == house.offerings.end())
        return std::nullopt;
    if (m_desk.hasBegun(house, *offering))
        return refusedWith(
            {std::string(refusal::notThen),
             {{"offering", toString(offering->id)}, {"startsAt", deskbell::toString(*offering->startsAt)}}});
    const auto pause = m_desk.pauseOf(offering->workflow);
    return pause.count() > 0 ? std::optional(tryLater(503, "provider-overloaded", pause)) : std::nullopt;
}

http::Response GuestApi::made(const std::vector<protocol::CommandResult> &results,
                              const ReservationId &reservation, std::uint16_t generation) const
{
    const protocol::CommandResult &first = results.front();
    if (std::holds_alternative<protocol::IdReused>(first.outcome))
        return http::problemResponse(422, "id-reused");
    if (const auto *refused = std::get_if<protocol::Refused>(&first.outcome))
        return refusedWith(refused->error);
    const auto *applied = std::get_if<protocol::Applied>(&first.outcome);
    if (!applied)
        return tryLater(503, "server-busy", std::chrono::seconds(1));
    protocol::ReservationMade answer{reservation, shortCode(reservation), {}, {}, applied->seq};
    answer.token = m_desk.links().tokenOf(reservation, generation);
    answer.link = m_desk.links().urlOf(answer.token);
    http::Response response = http::Response::json(201, protocol::encodeReservationMade(answer));
    response.headers.set("Location", "/v1/mypage/" + answer.token);
    if (first.isReplayed)
        response.headers.set("Idempotent-Replayed", "true");
    return response;
}

void GuestApi::own(const VisitPtr &visit)
{
    const auto record = m_desk.links().find(visit->request.parameter("token"));
    if (!record)
        return void(visit->responder.send(plain(linkProblem(record.error()))));
    const auto view = m_desk.viewOf(*record);
    if (!view)
        return void(visit->responder.send(plain(tryLater(503, "page-not-ready", std::chrono::seconds(2)))));
    const bool isCurrent = view->version >= record->reservation.version;
    auto answer = *view;
    answer.asOf = isCurrent || !record->view ? m_kit.surroundings().now() : record->view->at;
    visit->responder.send(plain(http::Response::json(200, protocol::encodeGuestReservation(answer))
                                    .with("Is-Current", isCurrent ? "true" : "false")));
}

void GuestApi::cancel(const VisitPtr &visit)
{
    const auto record = m_desk.links().find(visit->request.parameter("token"));
    if (!record)
        return void(visit->responder.send(plain(linkProblem(record.error()))));
    const auto key = keyOf(visit->request);
    if (!key)
        return void(visit->responder.send(plain(problemOf({"bad-idempotency-key", {}}))));
    const ReservationId reservation = record->reservation.id;
    const GuestLimits::Asking asking{record->property, visit->request.remoteAddress, {}};
    if (const auto wait = m_desk.mustWait(typeOf<CancelReservation>(), asking, reservation))
        return void(visit->responder.send(plain(tryLater(429, tooManyRequests, *wait))));
    m_desk.submit({record->property,
                   reservation,
                   {m_desk.cancel(reservation, CommandId{*key})},
                   visit->request.id,
                   visit->request.remoteAddress,
                   m_desk.turnsOf(asking)},
                  [visit](const Expected<std::vector<protocol::CommandResult>> &results) {
                      if (!results)
                          return void(visit->responder.send(plain(notDone(results.error()))));
                      const protocol::CommandResult &only = results->front();
                      if (std::holds_alternative<protocol::IdReused>(only.outcome))
                          return void(visit->responder.send(plain(http::problemResponse(422, "id-reused"))));
                      if (const auto *refused = std::get_if<protocol::Refused>(&only.outcome))
                          return void(visit->responder.send(plain(refusedWith(refused->error))));
                      if (!std::holds_alternative<protocol::Applied>(only.outcome))
                          return void(visit->responder.send(
                              plain(tryLater(503, "server-busy", std::chrono::seconds(1)))));
                      http::Response response = http::Response::empty(204);
                      if (only.isReplayed)
                          response.headers.set("Idempotent-Replayed", "true");
                      visit->responder.send(plain(std::move(response)));
                  });
}

} // namespace deskbell::server
