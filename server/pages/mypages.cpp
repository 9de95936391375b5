#include "server/pages/mypages.h"

#include <algorithm>

#include "server/pages/ownvalues.h"
#include "server/pages/wording.h"

namespace deskbell::server {
namespace {

constexpr int secondsWhileMoving = 3;
constexpr int secondsAtRest = 20;
constexpr std::chrono::milliseconds viewPatience{1'200};
/// Views are a moment behind; longer than this the guest is told.
constexpr std::chrono::seconds behindUnnoticed{5};
constexpr std::string_view cancelForm = "cancel";
constexpr std::string_view payForm = "pay";

Instant lastTold(const Reservation &reservation)
{
    return reservation.history.empty() ? Instant{} : reservation.history.back().at;
}

bool isMoving(const protocol::GuestReservation &view)
{
    using protocol::PaymentProgress;
    return view.payment == PaymentProgress::UnderWay || view.payment == PaymentProgress::LookedUp ||
           view.payment == PaymentProgress::Refunding || view.state == ReservationState::AwaitingUnit ||
           view.card == CardOnFile::Offered;
}

} // namespace

MyPages::MyPages(PageKit &kit, GuestDesk &desk, OutcomeWatch &watch, const BookPages &booking)
    : m_kit(kit), m_desk(desk), m_watch(watch), m_booking(booking)
{
}

void MyPages::addRoutes(http::Router &router)
{
    constexpr http::RouteOptions small{.maxBodyBytes = 8 * 1024};
    const auto bind = [this](void (MyPages::*page)(const VisitPtr &, const Own &)) {
        return at([this, page](const VisitPtr &visit, const Own &own) { (this->*page)(visit, own); });
    };
    router.get("/my/{token}", bind(&MyPages::show));
    router.get("/my/{token}/cancel", bind(&MyPages::askToCancel));
    router.post("/my/{token}/cancel", bind(&MyPages::cancel), small);
    router.post("/my/{token}/pay", bind(&MyPages::pay), small);
    router.get("/my/{token}/receipt", bind(&MyPages::receipt));
}

http::Handler MyPages::at(AtOwn handler)
{
    return m_kit.page([this, handler = std::move(handler)](const VisitPtr &visit) {
        const std::string_view token = visit->request.parameter("token");
        auto record = m_desk.links().find(token);
        if (!record)
            return m_kit.tellError(*visit, {}, record.error());
        visit->about = kindOf(record->reservation.workflow);
        const auto house = m_desk.house(record->property);
        if (!house)
            return m_kit.tellError(*visit, {}, house.error());
        Own own{"/my/" + std::string(token), std::move(*record), {}, *house};
        own.view = m_desk.viewOf(own.record);
        const Reservation &truth = own.record.reservation;
        own.isBehind = (!own.view || own.view->version < truth.version) &&
                       m_kit.surroundings().now() - lastTold(truth) > behindUnnoticed;
        handler(visit, own);
    });
}

void MyPages::show(const VisitPtr &visit, const Own &own)
{
    if (!own.view)
        return showWaiting(*visit, own);
    const protocol::GuestReservation &view = *own.view;
    // What a page that looks again by itself need not be sent twice.
    const auto pause = view.canPay ? m_desk.pauseOf(view.workflow) : std::chrono::seconds(0);
    const std::string tag = "\"" + std::to_string(view.version) + (own.isBehind ? "-behind-" : "-") +
                            (pause.count() > 0 ? "paused-" : "") + std::string(tagOf(visit->language)) + "\"";
    if (visit->request.headers.get("If-None-Match") == tag) {
        visit->responder.send(http::Response::empty(304).with("ETag", tag).with("Cache-Control", "no-store"));
        return;
    }
    const std::string &house = own.house->property.name;
    PageValues values = m_kit.begin(*visit, house, "my_title");
    const PageWords words = m_kit.words(*visit);
    setOwn(values, words, view, own.house->property);
    const std::string seconds = std::to_string(isMoving(view) ? secondsWhileMoving : secondsAtRest);
    values.add("REFRESH").set("SECONDS", seconds);
    PageValues &live = values.add("LIVE");
    live.set("SECONDS", seconds);
    live.set("TAG", tag);
    if (own.isBehind && own.record.view)
        values.add("BEHIND").set(
            "TEXT",
            words.say("behind", {{"time", momentText(own.record.view->at, own.house->property.timeZone,
                                                     visit->language)}}));
    if (pause.count() > 0)
        values.add("PAY_LATER").set("TEXT", words.say("pay_later"));
    else if (view.canPay && m_booking.canCharge()) {
        PageValues &form = values.add("PAY");
        form.set("ACTION", own.path + "/pay");
        form.set("FORM", m_kit.formFor(*visit, subject(payForm, own, newId())));
        form.set("AMOUNT", moneyText(view.due, visit->language));
    }
    if (view.canCancel)
        values.add("CANCEL").set("URL", own.path + "/cancel");
    if (wasPaid(view.payments))
        values.add("RECEIPT").set("URL", own.path + "/receipt");
    values.add("AGAIN").set("URL", "/book/" + toString(own.record.property));
    m_kit.show(*visit, 200, "my", values, tag);
}

void MyPages::showWaiting(const Visit &visit, const Own &own) const
{
    PageValues values = m_kit.begin(visit, own.house->property.name, "my_title");
    values.set("HEADING", m_kit.say(visit, "preparing_title"));
    values.set("SENTENCE", m_kit.say(visit, own.isBehind ? "preparing_long" : "preparing_sentence",
                                     {{"code", shortCode(own.record.reservation.id)}}));
    values.add("REFRESH").set("SECONDS", std::to_string(secondsWhileMoving));
    values.add("LIVE").set("SECONDS", std::to_string(secondsWhileMoving));
    m_kit.show(visit, 200, "message", values);
}

void MyPages::askToCancel(const VisitPtr &visit, const Own &own)
{
    if (!own.view || !own.view->canCancel)
        return m_kit.sendTo(*visit, own.path);
    PageValues values = m_kit.begin(*visit, own.house->property.name, "cancel_title");
    const PageWords words = m_kit.words(*visit);
    setOwn(values, words, *own.view, own.house->property);
    setGiveBack(values, words, *own.view, isLate(own));
    values.set("LATE", isLate(own) ? "yes" : "no");
    values.set("ACTION", own.path + "/cancel");
    values.set("FORM", m_kit.formFor(*visit, subject(cancelForm, own, newId())));
    values.set("BACK_URL", own.path);
    m_kit.show(*visit, 200, "cancel", values);
}

bool MyPages::isLate(const Own &own)
{
    const auto &offerings = own.house->offerings;
    const auto offering = std::find_if(offerings.begin(), offerings.end(), [&](const Offering &each) {
        return each.id == own.record.reservation.offering;
    });
    return isLateCancellation(own.record.reservation, offering == offerings.end() ? nullptr : &*offering,
                              own.house->property.businessDate);
}

void MyPages::cancel(const VisitPtr &visit, const Own &own)
{
    const auto id = idIn(*visit, cancelForm, own);
    if (id && isLate(own) && visit->form.get("late") != "yes")
        return askToCancel(visit, own); // what was said there about the money is no longer so
    if (!id)
        return m_kit.tell(*visit, 400, own.house->property.name,
                          visit->isNewSession ? "no_cookies" : "form_over", own.path,
                          m_kit.say(*visit, "open_booking"));
    const ReservationId reservation = own.record.reservation.id;
    const GuestLimits::Asking asking{own.record.property, visit->request.remoteAddress, {}};
    if (const auto wait = m_desk.mustWait(typeOf<CancelReservation>(), asking, reservation))
        return m_kit.holdOff(*visit, own.house->property.name, *wait);
    const auto go = [this, visit, path = own.path] { m_kit.sendTo(*visit, path); };
    auto isShown = [this, reservation, since = std::chrono::steady_clock::now()] {
        const auto record = m_desk.storage().guestRecord(reservation);
        return !record || !*record ||
               ((*record)->view && (*record)->view->version >= (*record)->reservation.version) ||
               std::chrono::steady_clock::now() - since > viewPatience;
    };
    // Refused means that it is over or has begun: their page says so.
    m_desk.submit({own.record.property,
                   reservation,
                   {m_desk.cancel(reservation, CommandId{*id})},
                   visit->request.id,
                   visit->request.remoteAddress,
                   m_desk.turnsOf(asking)},
                  [this, visit, isShown, go](const Expected<std::vector<protocol::CommandResult>> &results) {
                      if (!results)
                          return waitIn(results.error()) ? m_kit.holdOff(*visit, {}, *waitIn(results.error()))
                                                         : m_kit.tellError(*visit, {}, results.error());
                      visit->pass.reset();
                      m_watch.wait(isShown, go);
                  });
}

void MyPages::pay(const VisitPtr &visit, const Own &own)
{
    const auto id = idIn(*visit, payForm, own);
    if (!id)
        return m_kit.tell(*visit, 400, own.house->property.name,
                          visit->isNewSession ? "no_cookies" : "form_over", own.path,
                          m_kit.say(*visit, "open_booking"));
    const Money due = chargeable(own.record.reservation);
    if (due.minor <= 0 || !m_booking.canCharge() || !own.view)
        return m_kit.sendTo(*visit, own.path);
    if (m_booking.isPaused(*visit, *own.house, own.view->workflow, "pay_paused"))
        return;
    const GuestLimits::Asking asking{own.record.property, visit->request.remoteAddress, {}};
    if (const auto wait = m_desk.mustWait(typeOf<TakePayment>(), asking, own.record.reservation.id))
        return m_kit.holdOff(*visit, own.house->property.name, *wait);
    CheckoutDraft draft;
    draft.property = own.record.property;
    draft.reservation = own.record.reservation.id;
    draft.payment = PaymentId{*id};
    draft.amount = due;
    m_booking.toCheckout(*visit, *own.house, draft, own.view->offering);
}

void MyPages::receipt(const VisitPtr &visit, const Own &own)
{
    if (!own.view || !wasPaid(own.view->payments))
        return m_kit.sendTo(*visit, own.path);
    PageValues values = m_kit.begin(*visit, own.house->property.name, "receipt_title");
    const PageWords words = m_kit.words(*visit);
    setOwn(values, words, *own.view, own.house->property);
    setReceipt(values, words, *own.view, own.house->property);
    values.set("PRINTED",
               momentText(m_kit.surroundings().now(), own.house->property.timeZone, visit->language));
    values.set("BACK_URL", own.path);
    m_kit.show(*visit, 200, "receipt", values);
}

std::string MyPages::subject(std::string_view what, const Own &own, const Uuid &id) const
{
    return std::string(what) + " " + toString(own.record.reservation.id) + " " + toString(id);
}

std::optional<Uuid> MyPages::idIn(const Visit &visit, std::string_view what, const Own &own) const
{
    const auto opened = m_kit.formSubject(visit, visit.field("form"));
    const std::string expected = subject(what, own, Uuid{});
    const std::size_t idAt = expected.rfind(' ') + 1;
    if (!opened || opened->size() != expected.size() || !opened->starts_with(expected.substr(0, idAt)))
        return std::nullopt;
    const auto id = parseUuid(std::string_view(*opened).substr(idAt));
    return id ? std::optional(*id) : std::nullopt;
}

Uuid MyPages::newId() const
{
    return makeUuidV7(m_kit.surroundings().now(), m_kit.surroundings().random);
}

} // namespace deskbell::server
