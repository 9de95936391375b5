#include "server/workers/mypage/readviews.h"

#include <algorithm>
#include <array>

#include "domain/decide.h"

namespace deskbell::server {

using protocol::PaymentProgress;

namespace {

/// What happened to the reservation and is the guest's to know, with its detail where that is, too.
/// Units are told by name in a line of their own; reasons are the hotel's words to the guest.
struct Told
{
    std::string_view what;
    bool hasDetail;
};
constexpr std::array told{Told{"reservation-requested", false},
                          Told{"request-approved", false},
                          Told{"reservation-confirmed", false},
                          Told{"reservation-rejected", true},
                          Told{"reservation-cancelled", true},
                          Told{"reservation-moved", false},
                          Told{"unit-assigned", false},
                          Told{"guest-checked-in", false},
                          Told{"guest-checked-out", false},
                          Told{"guest-did-not-show", false},
                          Told{"payment-accepted", true},
                          Told{"payment-taken", true},
                          Told{"payment-declined", true},
                          Told{"payment-provider-busy", true},
                          Told{"payment-unknown", true},
                          Told{"payment-withdrawn", true},
                          Told{"refund-requested", true},
                          Told{"refund-done", true},
                          Told{"refund-failed", true},
                          Told{"cancellation-begun", true},
                          Told{"card-kept", false},
                          Told{"card-refused", false},
                          Told{"card-forgotten", false}};

std::vector<protocol::GuestEvent> historyOf(const Reservation &reservation)
{
    std::vector<protocol::GuestEvent> events;
    for (const HistoryEntry &entry : reservation.history) {
        const auto found =
            std::find_if(told.begin(), told.end(), [&](const Told &each) { return each.what == entry.what; });
        if (found != told.end())
            events.push_back({entry.at, entry.what, found->hasDetail ? entry.detail : std::string()});
    }
    return events;
}

bool anyRefund(const Reservation &reservation, std::initializer_list<RefundState> states)
{
    return std::any_of(reservation.payments.begin(), reservation.payments.end(), [&](const Payment &payment) {
        return std::any_of(payment.refunds.begin(), payment.refunds.end(), [&](const Refund &refund) {
            return std::find(states.begin(), states.end(), refund.state) != states.end();
        });
    });
}

bool anyPayment(const Reservation &reservation, PaymentState state)
{
    return std::any_of(reservation.payments.begin(), reservation.payments.end(),
                       [&](const Payment &payment) { return payment.state == state; });
}

bool isByKeptCard(const Reservation &reservation)
{
    return !reservation.payments.empty() && reservation.payments.back().isByKeptCard;
}

/// By itself: what was paid by hand the house gives back.
Money giveBackOf(const Reservation &reservation)
{
    Money sum{0, reservation.currency};
    for (const Payment &payment : reservation.payments) {
        if (payment.state == PaymentState::Taken && payment.method == PaymentMethod::Card)
            sum = sum + refundable(payment);
    }
    return sum;
}

bool guestMay(const Reservation &reservation, CommandType type)
{
    const auto possible = possibleCommands(reservation, Actor{{}, {}, Role::Guest}, reservation.stay.arrival);
    return std::find(possible.begin(), possible.end(), type) != possible.end();
}

/// What the guest can pay on their page: not what is asked for at the desk.
Money dueOf(const Reservation &reservation)
{
    const bool isHere = reservation.workflow.payment != PaymentTiming::ByDeparture &&
                        guestMay(reservation, typeOf<TakePayment>());
    return isHere ? chargeable(reservation) : Money{0, reservation.currency};
}

Payment withoutSecrets(Payment payment)
{
    payment.token.clear();
    payment.providerCode.clear();
    for (Refund &refund : payment.refunds)
        refund.reason.clear();
    return payment;
}

} // namespace

PaymentProgress paymentProgress(const Reservation &reservation)
{
    if (anyPayment(reservation, PaymentState::Unknown))
        return PaymentProgress::LookedUp;
    if (anyPayment(reservation, PaymentState::ProviderBusy))
        return PaymentProgress::Later;
    if (anyPayment(reservation, PaymentState::Pending) || anyPayment(reservation, PaymentState::Sent))
        return PaymentProgress::UnderWay;
    if (anyRefund(reservation, {RefundState::Requested, RefundState::Unknown, RefundState::Failed}))
        return PaymentProgress::Refunding;
    if (isCalledOff(reservation.state))
        return anyRefund(reservation, {RefundState::Done}) ? PaymentProgress::Refunded
                                                           : PaymentProgress::None;
    if (reservation.workflow.payment == PaymentTiming::None || totalPrice(reservation).isZero())
        return PaymentProgress::None;
    if (owed(reservation).isZero())
        return PaymentProgress::Paid;
    if (reservation.workflow.payment == PaymentTiming::ByDeparture)
        return PaymentProgress::AtHotel;
    if (dueOf(reservation).minor <= 0)
        return PaymentProgress::NotYet;
    return anyPayment(reservation, PaymentState::Declined) ? PaymentProgress::Declined : PaymentProgress::Due;
}

protocol::GuestReservation guestView(const PropertyId &property, const NamedReservation &named)
{
    const Reservation &reservation = named.reservation;
    protocol::GuestReservation view;
    view.id = reservation.id;
    view.property = property;
    view.version = reservation.version;
    view.code = shortCode(reservation.id);
    view.offering = named.offering;
    view.startsAt = named.startsAt;
    view.workflow = reservation.workflow;
    view.stay = reservation.stay;
    view.quantity = reservation.quantity;
    view.adults = reservation.adults;
    view.children = reservation.children;
    view.unit = named.unit;
    view.guest = reservation.guest;
    view.state = reservation.state;
    view.canCancel = guestMay(reservation, typeOf<CancelReservation>());
    view.due = dueOf(reservation);
    view.canPay = view.due.minor > 0;
    view.endReason = reservation.endReason;
    view.payBy = reservation.payBy;
    view.history = historyOf(reservation);
    if (!reservation.notices.empty()) {
        const Notice &last = reservation.notices.back();
        view.message = {last.at, last.kind, last.state, last.way};
    }
    view.payment = paymentProgress(reservation);
    view.card = reservation.card;
    view.total = totalPrice(reservation);
    view.paid = paidNet(reservation);
    view.giveBack = giveBackOf(reservation);
    view.nightlyPrices = reservation.nightlyPrices;
    for (const Payment &payment : reservation.payments)
        view.payments.push_back(withoutSecrets(payment));
    return view;
}

protocol::ManagementLine managementView(const NamedReservation &named)
{
    const Reservation &reservation = named.reservation;
    protocol::ManagementLine line;
    line.id = reservation.id;
    line.version = reservation.version;
    line.code = shortCode(reservation.id);
    line.guest = reservation.guest.name;
    line.channel = reservation.channel;
    line.offering = reservation.offering;
    line.offeringName = named.offering;
    line.workflow = reservation.workflow;
    line.stay = reservation.stay;
    line.quantity = reservation.quantity;
    line.state = reservation.state;
    line.isWaitingForAnswer = reservation.workflow.confirmation == ConfirmationRule::ByManager &&
                              (reservation.state == ReservationState::Requested ||
                               reservation.state == ReservationState::AwaitingConfirmation);
    if (!reservation.history.empty())
        line.requestedAt = reservation.history.front().at;
    line.holdsStock = reservation.holdsStock;
    line.unit = named.unit;
    line.payment = paymentProgress(reservation);
    line.card = reservation.card;
    line.isChargeLater = line.payment == PaymentProgress::Later ||
                         (line.payment == PaymentProgress::Declined && isByKeptCard(reservation));
    line.payBy = reservation.payBy;
    line.total = totalPrice(reservation);
    line.paid = paidNet(reservation);
    return line;
}

} // namespace deskbell::server
