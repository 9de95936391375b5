#pragma once

// A decision in the making: the reservation as it stands after the events decided so far, and those
// events. The steps of decide() add to it; a refused decision is dropped whole. Internal to domain/.

#include <optional>
#include <utility>

#include "domain/decide.h"
#include "domain/refusal.h"

namespace deskbell {

/// The reservation after the event, history line included (`actor`, `now`). `state` is null for
/// ReservationRequested only (asserted).
Reservation apply(const Reservation *state, const Event &event, const Actor &actor, Instant now);

class Draft
{
public:
    /// `state` is null for a new one; valid as long as the draft.
    Draft(const Reservation *state, const Context &context) : m_context(context), m_before(state)
    {
        if (state)
            m_now = *state;
    }

    /// The reservation after all events added. Asserts that there is one.
    const Reservation &now() const { return *m_now; }
    const Reservation *before() const { return m_before; }
    const Context &context() const { return m_context; }

    void add(Event event)
    {
        m_now = apply(m_now ? &*m_now : nullptr, event, m_context.actor, m_context.now);
        m_events.push_back(std::move(event));
    }
    void addTo(Decision &decision) &&
    {
        ++m_now->version;
        for (Event &event : m_events)
            decision.events.push_back({m_now->id, std::move(event)});
        decision.after.push_back(std::move(*m_now));
    }

private:
    const Context &m_context;
    const Reservation *m_before;
    std::optional<Reservation> m_now;
    Events m_events;
};

/// Any command that is about no reservation: what it sets up or changes, with its next version.
Expected<UndatedRow> decideSetUp(const Property &property, const CommandArgs &command,
                                 const Context &context);

inline tl::unexpected<Error> refuse(std::string_view code, Facts facts = {})
{
    return failure(std::string(code), std::move(facts));
}

/// What of the commands that guests may give at all is theirs to ask. `state` as in decide().
Expected<void> checkGuestsCommand(const Reservation *state, const CommandArgs &command,
                                  const Context &context);

// The steps, one per command, after role, existence and state have been checked.
Expected<void> carryOut(Draft &draft, const MakeReservation &command);
Expected<void> carryOut(Draft &draft, const ConfirmReservation &command);
Expected<void> carryOut(Draft &draft, const RejectReservation &command);
Expected<void> carryOut(Draft &draft, const CancelReservation &command);
Expected<void> carryOut(Draft &draft, const MoveReservation &command);
Expected<void> carryOut(Draft &draft, const AssignUnit &command);
Expected<void> carryOut(Draft &draft, const AssignAnyUnit &command);
Expected<void> carryOut(Draft &draft, const UnassignUnit &command);
Expected<void> carryOut(Draft &one, Draft &other, const SwapUnits &command);
Expected<void> carryOut(Draft &draft, const CheckIn &command);
Expected<void> carryOut(Draft &draft, const CheckOut &command);
Expected<void> carryOut(Draft &draft, const MarkNoShow &command);
Expected<void> carryOut(Draft &draft, const EditGuest &command);
Expected<void> carryOut(Draft &draft, const EditNote &command);
Expected<void> carryOut(Draft &draft, const EraseGuest &command);
Expected<void> carryOut(Draft &draft, const TakePayment &command);
Expected<void> carryOut(Draft &draft, const RefundPayment &command);
Expected<void> carryOut(Draft &draft, const RecordPaymentOutcome &command);
Expected<void> carryOut(Draft &draft, const RecordRefundOutcome &command);
Expected<void> carryOut(Draft &draft, const RecordNoticeOutcome &command);
Expected<void> carryOut(Draft &draft, const ExpireReservation &command);
Expected<void> carryOut(Draft &draft, const RecordCardOutcome &command);

/// A cancellation that waited for the money to go back is over when it has.
void finishCancelling(Draft &draft);
/// What the engine does by itself once the command's own events are there: takes the stock when it
/// is due, gives the unit, confirms. `isPayment`: a lack of stock then gives the money back and
/// cancels, because the money is a fact; otherwise it refuses the command.
Expected<void> advance(Draft &draft, bool isPayment);

/// Tells the guest, who wants to know, what has become of the reservation.
void queueNotice(Draft &draft);

/// Stock and unit go back, events made.
void releaseHoldings(Draft &draft);
/// As chargesAfterAnswer(), and the manager has not said yes yet.
bool waitsForApprovalToPay(const Reservation &reservation);
/// Ends it, in the order that its workflow has for that.
void callOff(Draft &draft, std::string_view reason);
/// As TakePayment and an order with its payment ask.
Expected<void> acceptPayment(Draft &draft, Payment payment);
/// A payment that is not under way at the provider goes back, or is never asked for.
void giveBack(Draft &draft, const PaymentId &payment, std::string_view reason);
void giveAllBack(Draft &draft, std::string_view reason);
/// Nothing is written about a guest again who was erased.
Expected<void> checkNotErased(const Reservation &reservation);
/// New reservations of it are taken.
Expected<void> checkOnSale(const Offering &offering, const Context &context);
/// A unit that can be given for this stay of this offering, stock aside.
Expected<void> checkUnit(const Reservation &reservation, const OfferingId &offering, const Stay &stay,
                         const UnitId &unit, const Context &context);
/// A guest in house, or about to be, is alone in the unit.
Expected<void> checkUnoccupied(const Reservation &reservation, const UnitId &unit, const Context &context);
/// As nightsIn(), where nights are counted.
Stay nightsToHold(const Reservation &reservation, const UnitId &unit, const Stay &stay, Date businessDate);
/// A unit is one guest's a night. Where nights are not counted (a branch that hands books out, a day
/// use) it is anybody's.
bool isUnitShared(const Workflow &workflow, const Stay &stay);
/// Who stays by the night: an adult, and not more than there are beds.
Expected<void> checkParty(const Offering &offering, int quantity, int adults, int children);
/// A performance is reserved for its own date only.
Expected<void> checkPerformance(const Offering &offering, const Stay &stay);
Expected<void> checkRole(Role role, CommandType type);
/// Units are one guest's: several rooms of one reservation have none.
bool usesUnit(const Reservation &reservation);

} // namespace deskbell
