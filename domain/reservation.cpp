#include "domain/reservation.h"

#include <algorithm>

#include "domain/names.h"

namespace deskbell {
namespace {

/// Nothing is asked for any more, whatever was agreed.
bool owesNothing(const Reservation &reservation)
{
    return reservation.workflow.payment == PaymentTiming::None || isCalledOff(reservation.state);
}

std::int64_t underWay(const Reservation &reservation)
{
    std::int64_t sum = 0;
    for (const Payment &payment : reservation.payments) {
        if (isUnderWay(payment.state))
            sum += payment.amount.minor;
    }
    return sum;
}

Money atLeastZero(std::int64_t minor, Currency currency)
{
    return {std::max<std::int64_t>(0, minor), currency};
}

} // namespace

bool isUnderWay(PaymentState state)
{
    return state < PaymentState::Taken;
}

Stay nightsOfUnit(const Reservation &reservation)
{
    const auto &earlier = reservation.earlierUnits;
    return {earlier.empty() ? reservation.stay.arrival : earlier.back().nights.departure,
            reservation.stay.departure};
}

std::vector<UnitNights> unitNights(const Reservation &reservation)
{
    if (!reservation.unit)
        return {};
    std::vector<UnitNights> all = reservation.earlierUnits;
    all.push_back({*reservation.unit, nightsOfUnit(reservation)});
    return all;
}

bool isOverstay(const Reservation &reservation, Date businessDate)
{
    return reservation.state == ReservationState::InHouse &&
           reservation.workflow.slotKind == SlotKind::PerNight && reservation.stay.departure < businessDate;
}

Stay heldStay(const Reservation &reservation, Date businessDate)
{
    Stay held = reservation.stay;
    if (isOverstay(reservation, businessDate))
        held.departure = businessDate + Days{1};
    return held;
}

const UnitNights *heldOn(const std::vector<UnitNights> &unitNights, Date date)
{
    const auto isAfter = [date](const UnitNights &held) { return date < held.nights.departure; };
    const auto found = std::find_if(unitNights.begin(), unitNights.end(), isAfter);
    if (found != unitNights.end())
        return &*found;
    return unitNights.empty() ? nullptr : &unitNights.back();
}

std::optional<UnitNights> presentUnit(const Reservation &reservation, Date businessDate)
{
    if (reservation.state != ReservationState::InHouse)
        return std::nullopt;
    const auto all = unitNights(reservation);
    const UnitNights *present = heldOn(all, businessDate);
    return present ? std::optional(*present) : std::nullopt;
}

Stay nightsIn(const UnitId &unit, const Stay &stay, const std::optional<UnitNights> &present,
              Date businessDate)
{
    if (!present || stay.isDayUse())
        return stay;
    const auto [since, until] = present->nights;
    // Who stays longer than was held for them holds none of the nights between then and now.
    const Date moved = std::min({businessDate, until, stay.departure});
    const Date from = unit == present->unit ? since : std::max(since, moved);
    return {from, std::max(from, stay.departure)};
}

Money totalPrice(const Reservation &reservation)
{
    Money total{0, reservation.currency};
    for (const std::int64_t price : reservation.nightlyPrices)
        total.minor += price;
    return total;
}

Money paidNet(const Payment &payment)
{
    Money paid{0, payment.amount.currency};
    if (payment.state != PaymentState::Taken)
        return paid;
    paid.minor = payment.amount.minor;
    for (const Refund &refund : payment.refunds) {
        if (refund.state == RefundState::Done)
            paid.minor -= refund.amount.minor;
    }
    return paid;
}

Money paidNet(const Reservation &reservation)
{
    Money paid{0, reservation.currency};
    for (const Payment &payment : reservation.payments)
        paid.minor += paidNet(payment).minor;
    return paid;
}

Money chargeable(const Reservation &reservation)
{
    if (owesNothing(reservation))
        return {0, reservation.currency};
    return atLeastZero(totalPrice(reservation).minor - paidNet(reservation).minor - underWay(reservation),
                       reservation.currency);
}

bool wasPaid(const std::vector<Payment> &payments)
{
    return std::any_of(payments.begin(), payments.end(),
                       [](const Payment &payment) { return payment.state == PaymentState::Taken; });
}

Money owed(const Reservation &reservation)
{
    if (owesNothing(reservation))
        return {0, reservation.currency};
    return atLeastZero(totalPrice(reservation).minor - paidNet(reservation).minor, reservation.currency);
}

Money credit(const Reservation &reservation)
{
    std::int64_t kept = 0;
    for (const Payment &payment : reservation.payments)
        kept += refundable(payment).minor;
    const std::int64_t price = owesNothing(reservation) ? 0 : totalPrice(reservation).minor;
    return atLeastZero(kept - price, reservation.currency);
}

bool isWaitingForGuest(const Reservation &reservation)
{
    return isHeldUnpaid(reservation) && underWay(reservation) == 0;
}

bool isHeldUnpaid(const Reservation &reservation)
{
    return reservation.channel == webChannel && reservation.state == ReservationState::AwaitingPayment &&
           reservation.holdsStock && reservation.workflow.payWithin.count() > 0 &&
           paidNet(reservation).isZero();
}

bool isCalledOff(ReservationState state)
{
    return state == ReservationState::Cancelling || state == ReservationState::Cancelled ||
           state == ReservationState::Rejected;
}

bool isCardNeeded(const Reservation &reservation)
{
    const bool isThere = reservation.card == CardOnFile::Offered || reservation.card == CardOnFile::Kept;
    if (!isThere || !isOpen(reservation.state) || isCalledOff(reservation.state))
        return false;
    return !reservation.isApproved ||
           std::any_of(reservation.payments.begin(), reservation.payments.end(), [](const Payment &payment) {
               return payment.isByKeptCard && isUnderWay(payment.state);
           });
}

Money refundable(const Payment &payment)
{
    if (payment.state != PaymentState::Taken)
        return {0, payment.amount.currency};
    Money left = payment.amount;
    for (const Refund &refund : payment.refunds) {
        if (refund.state != RefundState::Failed)
            left.minor -= refund.amount.minor;
    }
    return left;
}

const Payment *findPayment(const Reservation &reservation, const PaymentId &id)
{
    const auto found = std::find_if(reservation.payments.begin(), reservation.payments.end(),
                                    [&](const Payment &payment) { return payment.id == id; });
    return found == reservation.payments.end() ? nullptr : &*found;
}

const Notice *findNotice(const Reservation &reservation, const NoticeId &id)
{
    const auto found = std::find_if(reservation.notices.begin(), reservation.notices.end(),
                                    [&](const Notice &notice) { return notice.id == id; });
    return found == reservation.notices.end() ? nullptr : &*found;
}

} // namespace deskbell
