#include "server/pages/bookpages.h"

#include <algorithm>
#include <charconv>

#include "domain/refusal.h"
#include "http/percent.h"
#include "server/pages/bookvalues.h"
#include "server/pages/forms.h"

namespace deskbell::server {
namespace {

constexpr std::string_view formSubject = "book ";
/// How long the page of what was just ordered may take to be written.
constexpr std::chrono::milliseconds viewPatience{1'200};

bool paysFirst(const Choice &choice)
{
    return choice.offering.workflow.payment == PaymentTiming::AtRequest && choice.total.minor > 0;
}

/// The provider's order of a reservation that is paid, or has a card left, with its request.
PaymentId paymentOf(const ReservationId &reservation)
{
    return PaymentId{makeNamedUuid(reservation.value, "payment")};
}

/// A card may be left with the request and is charged after the hotel's yes.
bool chargesLater(const Choice &choice)
{
    return chargesAfterAnswer(choice.offering.workflow) && choice.total.minor > 0;
}

/// The most that one order takes of it.
int mostOf(const Choice &choice)
{
    return webLimits(choice.offering.workflow).quantity;
}

bool isRefusedFor(const protocol::Outcome &outcome, std::string_view code)
{
    const auto *refused = std::get_if<protocol::Refused>(&outcome);
    return refused && refused->error.code == code;
}

} // namespace

MakeReservation reservationOf(const protocol::ReservationRequest &request, const ReservationId &id,
                              const House &house)
{
    MakeReservation make;
    make.reservation = id;
    make.offering = request.offering;
    make.stay = request.stay;
    make.quantity = request.quantity;
    make.guest = request.guest;
    make.adults = request.adults;
    make.children = request.children;
    make.currency = house.property.currency;
    make.note = request.note;
    return make;
}

BookPages::BookPages(PageKit &kit, GuestDesk &desk, OutcomeWatch &watch, CardWindow window)
    : m_kit(kit), m_desk(desk), m_watch(watch), m_window(std::move(window))
{
}

void BookPages::addRoutes(http::Router &router)
{
    constexpr http::RouteOptions small{.maxBodyBytes = 32 * 1024};
    const auto bind = [this](void (BookPages::*page)(const VisitPtr &, const HousePtr &)) {
        return at(
            [this, page](const VisitPtr &visit, const HousePtr &house) { (this->*page)(visit, house); });
    };
    router.get("/book/{property}", bind(&BookPages::search));
    router.get("/book/{property}/details", bind(&BookPages::details));
    router.post("/book/{property}/details", bind(&BookPages::reserve), small);
    router.get("/book/{property}/paid", bind(&BookPages::returned));
    router.get("/book/{property}/card", bind(&BookPages::cardReturned));
    router.get("/book/{property}/failed", bind(&BookPages::failed));
    if (m_window.isOwnPage())
        router.get("/book/{property}/window", bind(&BookPages::window));
}

http::Handler BookPages::at(AtHouse handler)
{
    return m_kit.page([this, handler = std::move(handler)](const VisitPtr &visit) {
        const auto id = parseUuid(visit->request.parameter("property"));
        const auto house =
            id ? m_desk.house(PropertyId{*id}) : Expected<HousePtr>(failure("unknown-property"));
        if (!house)
            return m_kit.tellError(*visit, {}, house.error());
        handler(visit, *house);
    });
}

void BookPages::search(const VisitPtr &visit, const HousePtr &house)
{
    FieldErrors errors;
    const Wish wish = readWish(visit->request.query, house->property.businessDate, errors);
    visit->about = aboutOf(*house);
    PageValues values = m_kit.begin(*visit, house->property.name, "book_title");
    const PageWords words = m_kit.words(*visit);
    setSearch(values, words, wish, *house, errors);
    values.set("ACTION", pathOf(*house));
    if (errors.empty()) {
        const auto choices = m_desk.choices(*house, wish);
        if (!choices)
            return m_kit.tellError(*visit, house->property.name, choices.error());
        setChoices(values, words, *choices, wish, pathOf(*house) + "/details", canCharge());
    }
    m_kit.show(*visit, 200, "book", values);
}

std::optional<Choice> BookPages::chosen(Visit &visit, const House &house, const http::Parameters &fields,
                                        const Wish &wish) const
{
    const auto id = parseUuid(fields.get("offering"));
    const auto choice = id ? m_desk.choice(house, OfferingId{*id}, wish)
                           : Expected<std::optional<Choice>>(std::optional<Choice>());
    if (!choice) {
        m_kit.tellError(visit, house.property.name, choice.error());
        return std::nullopt;
    }
    if (*choice)
        visit.about = kindOf((*choice)->offering.workflow);
    else
        m_kit.tell(visit, 404, house.property.name, "unknown_offering", pathOf(house),
                   m_kit.say(visit, "start_again"));
    return *choice;
}

void BookPages::details(const VisitPtr &visit, const HousePtr &house)
{
    const http::Parameters &query = visit->request.query;
    Order order;
    FieldErrors errors;
    order.wish = readWish(query, house->property.businessDate, errors);
    const std::string self = pathOf(*house) +
                             "/details?offering=" + http::percentEncoded(query.get("offering")) + "&" +
                             wishQuery(order.wish);
    const auto form = query.find("form");
    const auto reservation = form ? reservationIn(*visit, *form) : std::nullopt;
    if (!reservation) {
        // A browser that brought a form and no cookie keeps none: it would come round for ever.
        if (form && visit->isNewSession)
            return m_kit.tell(*visit, 400, house->property.name, "no_cookies", self,
                              m_kit.say(*visit, "start_again"));
        const GatewaySurroundings &surroundings = m_kit.surroundings();
        const ReservationId fresh{makeUuidV7(surroundings.now(), surroundings.random)};
        return m_kit.sendTo(*visit, self + "&form=" + formOf(*visit, fresh));
    }
    const auto known = m_desk.storage().reservation(house->property.id, *reservation);
    if (!known)
        return m_kit.tellError(*visit, house->property.name, known.error());
    if (*known)
        return showMade(visit, house, **known);
    const auto choice = chosen(*visit, *house, query, order.wish);
    if (!choice || isPaused(*visit, *house, choice->offering.workflow, "paused"))
        return;
    if (visit->about != OfferingKind::Rooms)
        dropStayErrors(errors);
    if (!errors.empty())
        return m_kit.sendTo(*visit, pathOf(*house) + "?" + wishQuery(order.wish));
    order.reservation = *reservation;
    order.choice = *choice;
    // Who comes back from the payment window finds what they filled in.
    const auto kept = keptDraft(*visit, *house, toString(paymentOf(*reservation)));
    if (kept && kept->booking) {
        order.details = detailsOf(kept->booking->guest, kept->booking->note);
        order.details.leavesCard = chargesLater(*choice);
    }
    if (choice->free < order.wish.quantity)
        order.errors.push_back({"quantity", "error_gone"});
    showDetails(*visit, 200, *house, order);
}

void BookPages::showDetails(Visit &visit, int status, const House &house, const Order &order) const
{
    PageValues values = m_kit.begin(visit, house.property.name, "details_title");
    const PageWords words = m_kit.words(visit);
    setOrder(values, words, order.choice, order.wish);
    const bool takesCard = !order.isMade && canCharge() && chargesLater(order.choice);
    setDetails(values, words, order.details, order.errors, takesCard);
    const int most = std::max(1, std::min(mostOf(order.choice), order.choice.free));
    setQuantity(values, order.choice, order.wish, order.isMade ? 0 : most);
    values.set("ACTION", pathOf(house) + "/details");
    values.set("FORM", formOf(visit, order.reservation));
    values.set("SEEN", std::to_string(order.seen));
    values.set("OFFERING_ID", toString(order.choice.offering.id));
    if (order.isMade)
        setMade(values, words, order.choice, order.wish);
    else
        values.set("SUBMIT", words.say(submitKey(order.choice.offering.workflow)));
    values.set("BACK", words.say(order.isMade ? "open_booking" : "back_to_choice"));
    values.set("BACK_URL", order.isMade ? m_desk.links().pathTo(order.reservation)
                                        : pathOf(house) + "?" + wishQuery(order.wish));
    m_kit.show(visit, status, "details", values);
}

void BookPages::reserve(const VisitPtr &visit, const HousePtr &house)
{
    Order order;
    order.wish = readWish(visit->form, house->property.businessDate, order.errors);
    const auto reservation = reservationIn(*visit, visit->field("form"));
    if (!reservation)
        return m_kit.tell(*visit, 400, house->property.name, visit->isNewSession ? "no_cookies" : "form_over",
                          pathOf(*house) + "?" + wishQuery(order.wish), m_kit.say(*visit, "start_again"));
    const auto choice = chosen(*visit, *house, visit->form, order.wish);
    if (!choice)
        return;
    order.reservation = *reservation;
    order.choice = *choice;
    if (visit->about != OfferingKind::Rooms)
        dropStayErrors(order.errors);
    const std::string_view seen = visit->form.get("seen");
    std::from_chars(seen.data(), seen.data() + seen.size(), order.seen);
    order.details = readDetails(visit->form, order.errors);
    const auto known = m_desk.storage().reservation(house->property.id, *reservation);
    if (!known)
        return m_kit.tellError(*visit, house->property.name, known.error());
    if (*known)
        return correct(visit, house, **known, std::move(order));
    if (isPaused(*visit, *house, choice->offering.workflow, "paused"))
        return;
    if (order.wish.quantity > mostOf(*choice))
        order.errors.push_back({"quantity", "error_quantity"});
    else if (choice->free < order.wish.quantity)
        order.errors.push_back({"quantity", "error_gone"});
    if (!order.errors.empty())
        return showDetails(*visit, 422, *house, order);
    place(visit, house, order);
}

void BookPages::place(const VisitPtr &visit, const HousePtr &house, const Order &order)
{
    CheckoutDraft draft;
    draft.property = house->property.id;
    draft.reservation = order.reservation;
    draft.payment = paymentOf(order.reservation);
    draft.amount = order.choice.total;
    protocol::ReservationRequest &booking = draft.booking.emplace();
    booking.property = house->property.id;
    booking.offering = order.choice.offering.id;
    booking.stay = order.choice.stay;
    booking.quantity = order.wish.quantity;
    booking.guest = order.details.guest(visit->language);
    booking.adults = order.wish.adults;
    booking.children = order.wish.children;
    booking.note = order.details.note;
    if (paysFirst(order.choice) && !canCharge())
        return m_kit.tell(*visit, 503, house->property.name, "no_cards");
    const GuestLimits::Asking asking{house->property.id, visit->request.remoteAddress, order.details.phone};
    if (const auto wait = m_desk.mustWait(typeOf<MakeReservation>(), asking, order.reservation))
        return m_kit.holdOff(*visit, house->property.name, *wait);
    if (paysFirst(order.choice))
        return toCheckout(*visit, *house, draft, order.choice.offering.name);
    if (order.details.leavesCard && chargesLater(order.choice) && canCharge())
        return toCardWindow(*visit, *house, draft, order.choice.offering.name);
    MakeReservation make = reservationOf(booking, order.reservation, *house);
    make.nightlyPrices = order.choice.prices;
    submit(visit, house, order.reservation, {m_desk.make(make)});
}

bool BookPages::isPaused(const Visit &visit, const House &house, const Workflow &workflow,
                         const std::string &code) const
{
    const auto pause = m_desk.pauseOf(workflow);
    if (pause.count() > 0)
        m_kit.askToComeAgain(visit, house.property.name, code, pause);
    return pause.count() > 0;
}

void BookPages::submit(const VisitPtr &visit, const HousePtr &house, const ReservationId &reservation,
                       Asked asked)
{
    auto answered = [this, visit, house, reservation, isPaying = asked.isPaying,
                     isReserving = asked.isReserving](const Results &results) {
        if (!results)
            return waitIn(results.error())
                       ? m_kit.holdOff(*visit, house->property.name, *waitIn(results.error()))
                       : m_kit.tellError(*visit, house->property.name, results.error());
        const protocol::Outcome &first = results->front().outcome;
        const bool isThere = std::holds_alternative<protocol::Applied>(first) ||
                             std::holds_alternative<protocol::IdReused>(first) ||
                             isRefusedFor(first, refusal::alreadyExists) || !isReserving;
        if (isThere)
            return showOwnPage(visit, reservation, isPaying);
        const auto *no = std::get_if<protocol::Refused>(&first);
        refused(*visit, *house, no ? no->error : Error{"trouble", {}}, isPaying);
    };
    std::vector<Turns> turns;
    if (const auto *make = std::get_if<MakeReservation>(&asked.command.args)) {
        // Who comes back to the same address again asks for nothing more.
        const auto known = m_desk.storage().reservation(house->property.id, reservation);
        if (!(known && *known))
            turns = m_desk.turnsOf({house->property.id, visit->request.remoteAddress, make->guest.phone});
    } else {
        turns = m_desk.turnsOf({house->property.id, visit->request.remoteAddress, {}});
    }
    send(visit,
         {house->property.id,
          reservation,
          {std::move(asked.command)},
          visit->request.id,
          visit->request.remoteAddress,
          std::move(turns)},
         answered);
}

void BookPages::send(const VisitPtr &visit, GuestOrder order, std::function<void(const Results &)> answered)
{
    m_desk.submit(std::move(order), [this, visit, answered = std::move(answered)](Results results) {
        auto kept = std::make_shared<Results>(std::move(results));
        m_kit.resume([answered, kept] { answered(*kept); },
                     [this, visit] { m_kit.tell(*visit, 503, {}, "trouble"); });
    });
}

void BookPages::refused(Visit &visit, const House &house, const Error &error, bool isPaid) const
{
    std::string code = "refused_other";
    if (error.code == refusal::noStock)
        code = "refused_gone";
    else if (error.code == refusal::priceChanged)
        code = "refused_price";
    else if (error.code == refusal::tooManyUnpaid)
        code = "refused_unpaid";
    PageValues values = m_kit.begin(visit, house.property.name, code + "_title");
    values.set("HEADING", m_kit.say(visit, code + "_title"));
    values.set("SENTENCE", m_kit.say(visit, code + "_sentence"));
    if (isPaid)
        values.add("NOTE").set("TEXT", m_kit.say(visit, "not_charged"));
    PageValues &next = values.add("NEXT");
    next.set("URL", pathOf(house));
    next.set("TEXT", m_kit.say(visit, "start_again"));
    m_kit.show(visit, 409, "message", values);
}

void BookPages::showOwnPage(const VisitPtr &visit, const ReservationId &reservation, bool isPaid) const
{
    const auto go = [this, visit, reservation] { m_kit.sendTo(*visit, m_desk.links().pathTo(reservation)); };
    auto settledAt = std::make_shared<std::optional<std::chrono::steady_clock::time_point>>();
    const auto isOver = [this, reservation, settledAt, isPaid] {
        const auto record = m_desk.storage().guestRecord(reservation);
        if (!record || !*record)
            return true;
        const auto &payments = (*record)->reservation.payments;
        const bool isMoving =
            isPaid && std::any_of(payments.begin(), payments.end(), [](const Payment &payment) {
                return payment.state == PaymentState::Pending || payment.state == PaymentState::Sent;
            });
        if (isMoving)
            return false;
        const auto now = std::chrono::steady_clock::now();
        if (!*settledAt)
            *settledAt = now;
        const auto &view = (*record)->view;
        return (view && view->version >= (*record)->reservation.version) || now - **settledAt > viewPatience;
    };
    visit->pass.reset(); // what is waited for now takes nothing from others
    m_watch.wait(isOver, go);
}

std::optional<ReservationId> BookPages::reservationIn(const Visit &visit, std::string_view form) const
{
    const auto subject = m_kit.formSubject(visit, form);
    if (!subject || !subject->starts_with(formSubject))
        return std::nullopt;
    const auto id = parseUuid(std::string_view(*subject).substr(formSubject.size()));
    return id ? std::optional(ReservationId{*id}) : std::nullopt;
}

std::string BookPages::formOf(const Visit &visit, const ReservationId &reservation) const
{
    return m_kit.formFor(visit, std::string(formSubject) + toString(reservation));
}

} // namespace deskbell::server
