// Where a reservation stands, from its workflow and what has happened: the presets stay data.

#include "domain/decide.h"

namespace deskbell {

std::vector<Date> slotsOf(const Workflow &workflow, const Stay &stay)
{
    if (workflow.slotKind == SlotKind::Once)
        return {onlySlot};
    std::vector<Date> nights;
    for (Date night = stay.arrival; night < stay.departure; night += Days{1})
        nights.push_back(night);
    return nights;
}

ReservationState progress(const Reservation &reservation)
{
    const ReservationState state = reservation.state;
    if (isFinal(state) || state == ReservationState::InHouse || state == ReservationState::Confirmed ||
        state == ReservationState::Cancelling)
        return state;

    const Workflow &workflow = reservation.workflow;
    const bool isOwing = owed(reservation).minor > 0;
    const bool paysFirst = workflow.payment == PaymentTiming::AtRequest;
    const bool paysLater = workflow.payment == PaymentTiming::AfterRequest ||
                           workflow.payment == PaymentTiming::AfterConfirmation;
    if (paysFirst && isOwing)
        return ReservationState::AwaitingPayment;
    if (workflow.confirmation == ConfirmationRule::ByManager && !reservation.isApproved)
        return paysFirst ? ReservationState::AwaitingConfirmation : ReservationState::Requested;
    if (paysLater && isOwing)
        return ReservationState::AwaitingPayment;
    if (workflow.unit == UnitTiming::BeforeConfirmation && reservation.quantity == 1 && !reservation.unit)
        return ReservationState::AwaitingUnit;
    if (!reservation.holdsStock)
        return ReservationState::AwaitingConfirmation;
    return ReservationState::Confirmed;
}

} // namespace deskbell
