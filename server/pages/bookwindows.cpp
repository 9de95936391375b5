// The part of BookPages that goes through the payment provider's windows and comes back.

#include "domain/refusal.h"
#include "http/percent.h"
#include "server/pages/bookpages.h"
#include "server/pages/forms.h"
#include "server/pages/wording.h"
#include "server/workers/payment/tossanswer.h"

namespace deskbell::server {
namespace {

constexpr std::chrono::hours draftKept{1};

/// What the order is called at the provider: the house, and what is reserved there where it is new.
std::string nameOf(const House &house, const CheckoutDraft &draft)
{
    for (const Offering &offering : house.offerings) {
        if (draft.booking && offering.id == draft.booking->offering)
            return house.property.name + " · " + offering.name;
    }
    return house.property.name;
}

} // namespace

void BookPages::toCheckout(Visit &visit, const House &house, const CheckoutDraft &draft,
                           const std::string &orderName) const
{
    const std::string ours = m_desk.links().baseUrl() + pathOf(house);
    toWindow(visit, house, draft,
             checkoutUrl(draft, {windowOf(ours), ours + "/paid", failureUrl(house, draft)},
                         house.property.name + " · " + orderName, tagOf(visit.language)));
}

void BookPages::toCardWindow(Visit &visit, const House &house, const CheckoutDraft &draft,
                             const std::string &orderName) const
{
    const std::string ours = m_desk.links().baseUrl() + pathOf(house);
    toWindow(visit, house, draft,
             cardWindowUrl(draft, {windowOf(ours), ours + "/card", failureUrl(house, draft)},
                           house.property.name + " · " + orderName, tagOf(visit.language)));
}

std::string BookPages::windowOf(const std::string &ours) const
{
    return m_window.isOwnPage() ? ours + "/window" : m_window.url;
}

void BookPages::window(const VisitPtr &visit, const HousePtr &house)
{
    // What is to be paid is what was ordered here, and where it leads is ours, whatever the address says.
    const http::Parameters &query = visit->request.query;
    const bool isForLater = query.get("amount").empty();
    const auto draft = draftOf(*visit, *house, query.get(isForLater ? "customerKey" : "orderId"));
    if (!draft)
        return;
    const std::string ours = m_desk.links().baseUrl() + pathOf(*house);
    PageValues values = m_kit.begin(*visit, house->property.name, "window_title");
    values.set("CLIENT_KEY", m_window.clientKey);
    values.set("SDK_URL", m_window.sdk);
    values.set("CUSTOMER_KEY", isForLater ? toString(draft->payment) : std::string());
    values.set("ORDER_ID", toString(draft->payment));
    values.set("ORDER_NAME", nameOf(*house, *draft));
    values.set("AMOUNT", isForLater ? std::string() : toss::amountText(draft->amount));
    values.set("CURRENCY", std::string(draft->amount.currency.text()));
    values.set("SUCCESS_URL", ours + (isForLater ? "/card" : "/paid"));
    values.set("FAIL_URL", failureUrl(*house, *draft));
    if (draft->booking)
        values.add("DETAILS").set("URL", detailsUrl(*visit, *house, *draft));
    if (!isForLater)
        values.add("SUM").set("TEXT", moneyText(draft->amount, visit->language));
    m_kit.showWithScript(*visit, "window", values, originOf(m_window.sdk));
}

void BookPages::toWindow(Visit &visit, const House &house, const CheckoutDraft &draft,
                         const std::string &url) const
{
    visit.cookies.push_back(m_kit.cookie(draftCookieName(toString(draft.payment)),
                                         m_kit.sealDraft(visit, encodeDraft(draft)), pathOf(house),
                                         draftKept));
    m_kit.sendTo(visit, url);
}

std::optional<CheckoutDraft> BookPages::keptDraft(const Visit &visit, const House &house,
                                                  std::string_view order) const
{
    const auto opened = m_kit.openDraft(visit, m_kit.kept(visit.request, draftCookieName(order)));
    auto draft = opened ? decodeDraft(*opened) : std::nullopt;
    return draft && draft->property == house.property.id ? draft : std::nullopt;
}

std::optional<CheckoutDraft> BookPages::draftOf(const Visit &visit, const House &house,
                                                std::string_view order) const
{
    auto draft = keptDraft(visit, house, order);
    if (draft)
        return draft;
    m_kit.tell(visit, 400, house.property.name, "checkout_over", pathOf(house),
               m_kit.say(visit, "start_again"));
    return std::nullopt;
}

std::optional<MakeReservation> BookPages::ordered(Visit &visit, const House &house,
                                                  const CheckoutDraft &draft) const
{
    const protocol::ReservationRequest &booking = *draft.booking;
    const Wish wish{booking.stay, booking.adults, booking.children, booking.quantity};
    const auto choice = m_desk.choice(house, booking.offering, wish);
    if (!choice) {
        m_kit.tellError(visit, house.property.name, choice.error());
        return std::nullopt;
    }
    if (!*choice || (*choice)->total != draft.amount) {
        refused(visit, house, {std::string(refusal::priceChanged), {}}, true);
        return std::nullopt;
    }
    visit.about = kindOf((*choice)->offering.workflow);
    MakeReservation make = reservationOf(booking, draft.reservation, house);
    make.nightlyPrices = (*choice)->prices;
    return make;
}

void BookPages::returned(const VisitPtr &visit, const HousePtr &house)
{
    const http::Parameters &query = visit->request.query;
    const auto draft = draftOf(*visit, *house, query.get("orderId"));
    if (!draft)
        return;
    const auto card = approvedCard(*draft, query);
    if (!card)
        return tellWrong(*visit, *house, *draft);
    if (!draft->booking)
        return submit(visit, house, draft->reservation,
                      {m_desk.pay(draft->reservation, draft->payment, draft->amount, *card), false, true});
    auto make = ordered(*visit, *house, *draft);
    if (!make)
        return;
    make->payment = {draft->payment, draft->amount, *card};
    submit(visit, house, draft->reservation, {m_desk.make(*make), true, true});
}

void BookPages::cardReturned(const VisitPtr &visit, const HousePtr &house)
{
    const http::Parameters &query = visit->request.query;
    const auto draft = draftOf(*visit, *house, query.get("customerKey"));
    if (!draft)
        return;
    const auto card = draft->booking ? offeredCard(*draft, query) : std::nullopt;
    if (!card)
        return tellWrong(*visit, *house, *draft);
    auto make = ordered(*visit, *house, *draft);
    if (!make)
        return;
    make->card = m_desk.sealed({card->customerKey, card->authKey}, draft->reservation);
    submit(visit, house, draft->reservation, {m_desk.make(*make)});
}

void BookPages::tellWrong(const Visit &visit, const House &house, const CheckoutDraft &draft) const
{
    m_kit.log().warning("checkout-return-refused",
                        {{"request", visit.request.id}, {"reservation", toString(draft.reservation)}});
    m_kit.tell(visit, 400, house.property.name, "checkout_wrong", pathOf(house),
               m_kit.say(visit, "start_again"));
}

void BookPages::failed(const VisitPtr &visit, const HousePtr &house)
{
    const auto draft = keptDraft(*visit, *house, visit->request.query.get("order"));
    std::string next = pathOf(*house);
    std::string nextText = "start_again";
    if (draft && draft->booking) {
        next = detailsUrl(*visit, *house, *draft);
        nextText = "back_to_details";
    } else if (draft) {
        const auto paid = m_desk.storage().reservation(draft->property, draft->reservation);
        if (paid && *paid)
            visit->about = kindOf((*paid)->workflow);
        next = m_desk.links().pathTo(draft->reservation);
        nextText = "open_booking";
    }
    m_kit.tell(*visit, 200, house->property.name, "checkout_failed", next, m_kit.say(*visit, nextText));
}

std::string BookPages::failureUrl(const House &house, const CheckoutDraft &draft) const
{
    return m_desk.links().baseUrl() + pathOf(house) + "/failed?order=" + toString(draft.payment);
}

std::string BookPages::detailsUrl(const Visit &visit, const House &house, const CheckoutDraft &draft) const
{
    const protocol::ReservationRequest &booking = *draft.booking;
    const Wish wish{booking.stay, booking.adults, booking.children, booking.quantity};
    return pathOf(house) + "/details?offering=" + toString(booking.offering) + "&" + wishQuery(wish) +
           "&form=" + http::percentEncoded(formOf(visit, draft.reservation));
}

} // namespace deskbell::server
