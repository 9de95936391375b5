#include "server/pages/ownvalues.h"

#include <algorithm>
#include <charconv>

#include "domain/refusal.h"
#include "server/pages/wording.h"

namespace deskbell::server {

using protocol::GuestReservation;
using protocol::PaymentProgress;

namespace {

/// Names of states and events as keys of the texts.
std::string key(const std::string &prefix, std::string_view name)
{
    std::string text = prefix + std::string(name);
    std::replace(text.begin(), text.end(), '-', '_');
    return text;
}

/// "12850 EUR" as people read it; nothing for anything else.
std::string amountIn(std::string_view detail, Language language)
{
    Money amount;
    const auto [end, error] = std::from_chars(detail.data(), detail.data() + detail.size(), amount.minor);
    const auto used = static_cast<std::size_t>(end - detail.data());
    const auto currency = used < detail.size() ? parseCurrency(detail.substr(used + 1))
                                               : Expected<Currency>(failure("bad-currency"));
    if (error != std::errc{} || !currency)
        return {};
    amount.currency = *currency;
    return moneyText(amount, language);
}

/// The engine's own reasons have words, people's are theirs.
std::string reasonText(const PageWords &words, const std::string &reason)
{
    const bool isEngines =
        reason == refusal::noStock || reason == refusal::notPaidInTime || reason == refusal::cardDeclined;
    return isEngines ? words.say(key("reason_", reason)) : reason;
}

std::string detailText(const PageWords &words, const protocol::GuestEvent &event)
{
    if (event.what == "reservation-cancelled" || event.what == "cancellation-begun" ||
        event.what == "reservation-rejected")
        return reasonText(words, event.detail);
    if (event.what.starts_with("payment-") || event.what.starts_with("refund-"))
        return amountIn(event.detail, words.language);
    return event.detail;
}

/// How the page's mark looks: what is fine, what waits for somebody, what is over.
std::string toneOf(const GuestReservation &view)
{
    switch (view.state) {
    case ReservationState::Confirmed:
    case ReservationState::InHouse:
    case ReservationState::Departed:
        return "good";
    case ReservationState::Cancelled:
    case ReservationState::Rejected:
    case ReservationState::NoShow:
        return "over";
    default:
        return view.canPay ? "act" : "wait";
    }
}

/// Waiting for money is waiting for the guest, for the provider, or for a look-up.
std::string stateKey(const GuestReservation &view)
{
    if (view.state == ReservationState::AwaitingPayment) {
        switch (view.payment) {
        case PaymentProgress::Later:
            return "state_payment_later";
        case PaymentProgress::LookedUp:
            return "state_payment_looked_up";
        case PaymentProgress::UnderWay:
            return "state_payment_under_way";
        case PaymentProgress::Declined:
            return "state_payment_declined";
        default:
            break;
        }
    }
    return key("state_", toString(view.state));
}

std::string stateSentence(const PageWords &words, const GuestReservation &view)
{
    const std::string name = stateKey(view);
    if (const std::string unpaid = name + "_unpaid_sentence"; !wasPaid(view.payments) && words.has(unpaid))
        return words.say(unpaid);
    // Nothing of it is on its way back: the house has not said so.
    const bool isKept = view.paid.minor > 0 &&
                        (view.payment == PaymentProgress::None || view.payment == PaymentProgress::Refunded);
    if (const std::string kept = name + "_kept_sentence"; isKept && words.has(kept))
        return words.say(kept);
    if (const std::string at = name + "_at_sentence"; !view.unit.empty() && words.has(at))
        return words.say(at, {{"unit", view.unit}});
    return words.say(name + "_sentence");
}

void setHistory(PageValues &values, const PageWords &words, const GuestReservation &view,
                const std::string &zone)
{
    for (auto event = view.history.rbegin(); event != view.history.rend(); ++event) {
        const std::string name = key("event_", event->what);
        if (!words.texts.has(name))
            continue;
        PageValues &line = values.add("EVENT");
        line.set("WHAT", words.say(name));
        line.set("WHEN", momentText(event->at, zone, words.language));
        line.set("AT", deskbell::toString(event->at));
        if (const std::string detail = detailText(words, *event); !detail.empty())
            line.add("DETAIL").set("TEXT", detail);
    }
}

/// Enough of a number to know it by, for who looks over a shoulder too little.
std::string hinted(const std::string &phone)
{
    std::string digits;
    std::copy_if(phone.begin(), phone.end(), std::back_inserter(digits),
                 [](char c) { return c >= '0' && c <= '9'; });
    return "…" + digits.substr(digits.size() - std::min<std::size_t>(digits.size(), 4));
}

/// What became of the latest message: whether to look for it on the telephone, or only here.
void setMessage(PageValues &values, const PageWords &words, const GuestReservation &view,
                const std::string &zone)
{
    if (!view.message || view.message->state == NoticeState::Withdrawn)
        return;
    std::string name = "message_under_way";
    if (view.message->state == NoticeState::Delivered)
        name = "message_delivered";
    else if (view.message->state == NoticeState::Failed)
        name = "message_failed";
    else if (view.message->state == NoticeState::Uncertain)
        name = "message_uncertain";
    values.add("MESSAGE").set(
        "TEXT", words.say(name, {{"phone", hinted(view.guest.phone)},
                                 {"time", momentText(view.message->at, zone, words.language)}}));
}

void setMoney(PageValues &values, const PageWords &words, const GuestReservation &view)
{
    values.set("PAYMENT", words.say(key("payment_", toString(view.payment))));
    if (const std::string card = key("card_", toString(view.card)); words.texts.has(card))
        values.add("KEPT_CARD").set("TEXT", words.say(card));
    if (kindOf(view.workflow) == OfferingKind::Title)
        return;
    PageValues &money = values.add("MONEY");
    money.set("TOTAL", moneyText(view.total, words.language));
    money.set("PAID", moneyText(view.paid, words.language));
    if (view.due.minor > 0)
        money.add("DUE").set("AMOUNT", moneyText(view.due, words.language));
}

} // namespace

void setOwn(PageValues &values, const PageWords &words, const GuestReservation &view,
            const Property &property)
{
    values.set("CODE", view.code);
    values.set("TONE", toneOf(view));
    values.set("STATE", words.say(stateKey(view)));
    values.set("STATE_SENTENCE", stateSentence(words, view));
    values.set("OFFERING", view.offering);
    values.set("GUEST_NAME", view.guest.name);
    values.set("QUANTITY_TEXT", quantityText(words, view.workflow, view.quantity));
    if (view.startsAt)
        values.add("STARTS").set("TEXT", minuteText(*view.startsAt, words.language));
    if (kindOf(view.workflow) == OfferingKind::Rooms) {
        PageValues &stay = values.add("STAY");
        stay.set("ARRIVAL", dateText(view.stay.arrival, words.language));
        stay.set("DEPARTURE", dateText(view.stay.departure, words.language));
        stay.set("NIGHTS", words.count("nights", view.stay.nights()));
        values.add("PARTY").set("TEXT", partyText(words, view.adults, view.children));
    }
    if (!view.unit.empty()) {
        PageValues &unit = values.add("UNIT");
        unit.set("NAME", view.unit);
        unit.set("LABEL", words.say(kindOf(view.workflow) == OfferingKind::Title ? "branch" : "room"));
    }
    const bool isOver = isCalledOff(view.state);
    if (isOver && !view.endReason.empty())
        values.add("REASON").set("TEXT", reasonText(words, view.endReason));
    if (view.payBy)
        values.add("PAY_BY").set(
            "TEXT",
            words.say("pay_by", {{"time", momentText(*view.payBy, property.timeZone, words.language)}}));
    setMoney(values, words, view);
    setHistory(values, words, view, property.timeZone);
    setMessage(values, words, view, property.timeZone);
}

void setGiveBack(PageValues &values, const PageWords &words, const GuestReservation &view, bool isLate)
{
    const Money goesBack = isLate ? Money{0, view.giveBack.currency} : view.giveBack;
    const Money stays = view.paid - goesBack;
    std::string text;
    const auto say = [&](const std::string &sentence) { text += (text.empty() ? "" : " ") + sentence; };
    if (goesBack.minor > 0)
        say(words.say("give_back", {{"amount", moneyText(goesBack, words.language)}}));
    if (view.payment == PaymentProgress::UnderWay || view.payment == PaymentProgress::Later ||
        view.payment == PaymentProgress::LookedUp)
        say(words.say("give_back_moving"));
    if (stays.minor > 0)
        say(words.say("give_back_by_house", {{"amount", moneyText(stays, words.language)}}));
    values.set("GIVE_BACK", text.empty() ? words.say("give_back_nothing") : text);
}

void setReceipt(PageValues &values, const PageWords &words, const GuestReservation &view,
                const Property &property)
{
    const Currency currency = view.total.currency;
    for (std::size_t night = 0; night < view.nightlyPrices.size(); ++night) {
        PageValues &line = values.add("LINE");
        const bool isRoom = kindOf(view.workflow) == OfferingKind::Rooms;
        const Date date = view.stay.arrival + Days{static_cast<int>(night)};
        line.set("WHAT",
                 isRoom ? dateText(date, words.language) : quantityText(words, view.workflow, view.quantity));
        line.set("AMOUNT", moneyText({view.nightlyPrices[night], currency}, words.language));
    }
    for (const Payment &payment : view.payments) {
        if (payment.state != PaymentState::Taken)
            continue;
        PageValues &line = values.add("PAYMENT_LINE");
        line.set("WHAT", words.say(key("method_", toString(payment.method))));
        line.set("WHEN", momentText(payment.at, property.timeZone, words.language));
        line.set("AMOUNT", moneyText(payment.amount, words.language));
        for (const Refund &refund : payment.refunds) {
            if (refund.state != RefundState::Done)
                continue;
            PageValues &back = values.add("PAYMENT_LINE");
            back.set("WHAT", words.say("refund"));
            back.set("WHEN", momentText(refund.at, property.timeZone, words.language));
            back.set("AMOUNT", moneyText(-refund.amount, words.language));
        }
    }
}

} // namespace deskbell::server
