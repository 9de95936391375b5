// Carrying an event into a reservation: what changes, the state that follows, the line of history.

#include <algorithm>
#include <cassert>

#include "domain/draft.h"

namespace deskbell {
namespace {

template <typename... Handlers>
struct Overloaded : Handlers...
{
    using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>; // clang deduces aggregates from version 17 on only

Payment &paymentOf(Reservation &reservation, const PaymentId &id)
{
    const auto found = std::find_if(reservation.payments.begin(), reservation.payments.end(),
                                    [&](const Payment &payment) { return payment.id == id; });
    assert(found != reservation.payments.end());
    return *found;
}

Refund &refundOf(Payment &payment, const RefundId &id)
{
    const auto found = std::find_if(payment.refunds.begin(), payment.refunds.end(),
                                    [&](const Refund &refund) { return refund.id == id; });
    assert(found != payment.refunds.end());
    return *found;
}

void move(Notice &notice, const NoticeMoved &event, Instant now)
{
    if (event.to == NoticeState::Queued && event.way != notice.way)
        notice.fallbackCode = event.providerCode;
    notice.state = event.to;
    notice.way = event.way;
    notice.providerCode = event.providerCode;
    if (event.to == NoticeState::Queued || event.to == NoticeState::Delivered)
        notice.message.clear(); // there is nothing more to ask about
    else if (!event.message.empty())
        notice.message = event.message;
    notice.at = now;
}

/// Not empty, one after the other to the departure.
void holdAll(Reservation &reservation, std::vector<UnitNights> units)
{
    reservation.unit = units.back().unit;
    units.pop_back();
    reservation.earlierUnits = std::move(units);
}

/// From that night on; what it has before stays.
void hold(Reservation &reservation, const UnitId &unit, Date from)
{
    std::vector<UnitNights> units;
    for (UnitNights held : unitNights(reservation)) {
        held.nights.departure = std::min(held.nights.departure, from);
        if (held.nights.arrival < held.nights.departure)
            units.push_back(held);
    }
    // Back on the same day: as if they had never left it.
    if (!units.empty() && units.back().unit == unit)
        units.pop_back();
    units.push_back({unit, {}});
    holdAll(reservation, std::move(units));
}

/// Nothing is held from the departure on; whoever leaves on the day of arrival had their first unit.
void leave(Reservation &reservation, Date departure)
{
    std::vector<UnitNights> units = unitNights(reservation);
    reservation.stay.departure = departure;
    while (units.size() > 1 && departure <= units.back().nights.arrival)
        units.pop_back();
    if (!units.empty())
        holdAll(reservation, std::move(units));
}

void letGo(Reservation &reservation)
{
    reservation.unit.reset();
    reservation.earlierUnits.clear();
}

void change(Reservation &reservation, const Event &event, Instant now)
{
    const auto nothing = [](const auto &) {};
    std::visit(
        Overloaded{
            nothing,
            [&](const StockTaken &) { reservation.holdsStock = true; },
            [&](const StockReleased &) { reservation.holdsStock = false; },
            [&](const RequestApproved &) { reservation.isApproved = true; },
            [&](const ReservationConfirmed &) { reservation.state = ReservationState::Confirmed; },
            [&](const ReservationRejected &e) {
                reservation.state = ReservationState::Rejected;
                reservation.endReason = e.reason;
            },
            [&](const ReservationCancelled &e) {
                reservation.state = ReservationState::Cancelled;
                reservation.endReason = e.reason;
            },
            [&](const UnitAssigned &e) { hold(reservation, e.unit, e.from); },
            [&](const UnitUnassigned &) { letGo(reservation); },
            [&](const UnitsSwapped &e) { holdAll(reservation, e.units); },
            [&](const ReservationMoved &e) {
                reservation.offering = e.offering;
                reservation.stay = e.stay;
                reservation.nightlyPrices = e.nightlyPrices;
                // Without stock there is nothing to hold a unit with: it stays a wish.
                reservation.wish = e.unit;
                if (e.unit && reservation.holdsStock)
                    hold(reservation, *e.unit, e.unitFrom);
                else
                    letGo(reservation);
            },
            [&](const GuestCheckedIn &) { reservation.state = ReservationState::InHouse; },
            [&](const GuestCheckedOut &e) {
                reservation.state = ReservationState::Departed;
                leave(reservation, std::min(reservation.stay.departure, e.on));
            },
            [&](const GuestDidNotShow &) { reservation.state = ReservationState::NoShow; },
            [&](const GuestEdited &e) { reservation.guest = e.guest; },
            [&](const GuestErased &) { reservation = withoutGuest(std::move(reservation)); },
            [&](const NoteEdited &e) { reservation.note = e.note; },
            [&](const PaymentAccepted &e) { reservation.payments.push_back(e.payment); },
            [&](const PaymentMoved &e) {
                Payment &payment = paymentOf(reservation, e.payment);
                payment.state = e.to;
                payment.providerCode = e.providerCode;
                if (!e.token.empty())
                    payment.token = e.token;
            },
            [&](const RefundRequested &e) { paymentOf(reservation, e.payment).refunds.push_back(e.refund); },
            [&](const RefundMoved &e) {
                Payment &payment = paymentOf(reservation, e.payment);
                refundOf(payment, e.refund).state = e.to;
                if (!e.providerCode.empty())
                    payment.providerCode = e.providerCode;
            },
            [&](const CancellationBegun &e) {
                reservation.state = ReservationState::Cancelling;
                reservation.endReason = e.reason;
            },
            [&](const CardMoved &e) { reservation.card = e.to; },
            [&](const NoticeQueued &e) { reservation.notices.push_back(e.notice); },
            [&](const NoticeMoved &e) {
                for (Notice &notice : reservation.notices) {
                    if (notice.id == e.notice)
                        move(notice, e, now);
                }
            },
        },
        event);
}

/// What the engine does with itself and what the provider says twice is not people's history.
bool isTold(const Reservation &before, const Event &event)
{
    return std::visit(Overloaded{
                          [](const auto &) { return true; },
                          [](const StockTaken &) { return false; },
                          [](const StockReleased &) { return false; },
                          // Their truth stands with the notices themselves.
                          [](const NoticeQueued &) { return false; },
                          [](const NoticeMoved &) { return false; },
                          // Cash is taken in the same breath; a card's acceptance is news.
                          [](const PaymentAccepted &e) { return e.payment.method == PaymentMethod::Card; },
                          [&](const PaymentMoved &e) {
                              const Payment *payment = findPayment(before, e.payment);
                              return e.to != PaymentState::Sent && payment && payment->state != e.to;
                          },
                          [&](const RefundMoved &e) {
                              const Payment *payment = findPayment(before, e.payment);
                              return payment && std::none_of(payment->refunds.begin(), payment->refunds.end(),
                                                             [&](const Refund &refund) {
                                                                 return refund.id == e.refund &&
                                                                        refund.state == e.to;
                                                             });
                          },
                      },
                      event);
}

std::string amountOf(const Reservation &reservation, const PaymentId &id)
{
    const Payment *payment = findPayment(reservation, id);
    return payment ? toString(payment->amount) : std::string();
}

/// The telling value of an event, from the reservation after it.
std::string detailOf(const Reservation &after, const Event &event)
{
    return std::visit(Overloaded{
                          [](const auto &) { return std::string(); },
                          [](const ReservationRejected &e) { return e.reason; },
                          [](const ReservationCancelled &e) { return e.reason; },
                          [](const CancellationBegun &e) { return e.reason; },
                          [](const UnitAssigned &e) { return toString(e.unit); },
                          [](const UnitsSwapped &e) { return toString(heldOn(e.units, e.from)->unit); },
                          [](const ReservationMoved &e) {
                              return toString(e.stay.arrival) + '/' + toString(e.stay.departure);
                          },
                          [](const GuestCheckedOut &e) { return toString(e.on); },
                          [](const PaymentAccepted &e) { return toString(e.payment.amount); },
                          [&](const PaymentMoved &e) { return amountOf(after, e.payment); },
                          [](const RefundRequested &e) { return toString(e.refund.amount); },
                          [&](const RefundMoved &e) {
                              const Payment *payment = findPayment(after, e.payment);
                              for (const Refund &refund : payment->refunds) {
                                  if (refund.id == e.refund)
                                      return toString(refund.amount);
                              }
                              return std::string();
                          },
                      },
                      event);
}

/// The time to pay begins once, with the first moment that stock is held unpaid.
void keepTime(Reservation &reservation, Instant now)
{
    const auto time = reservation.workflow.payWithin;
    if (!isHeldUnpaid(reservation))
        reservation.unpaidSince.reset();
    else if (!reservation.unpaidSince)
        reservation.unpaidSince = reservation.payBy ? *reservation.payBy - time : now;
    reservation.payBy.reset();
    if (isWaitingForGuest(reservation))
        reservation.payBy = *reservation.unpaidSince + time;
}

} // namespace

Reservation apply(const Reservation *state, const Event &event, const Actor &actor, Instant now)
{
    const auto *requested = std::get_if<ReservationRequested>(&event);
    assert((state == nullptr) == (requested != nullptr));
    Reservation after = requested ? requested->initial : *state;
    if (requested)
        after.state = ReservationState::Requested;
    change(after, event, now);
    // Being confirmed is an event of its own; every other state follows from what has happened.
    const ReservationState derived = progress(after);
    if (derived != ReservationState::Confirmed)
        after.state = derived;
    keepTime(after, now);
    if (requested || isTold(*state, event))
        after.history.push_back({now, actor.name, eventName(event), detailOf(after, event)});
    return after;
}

} // namespace deskbell
