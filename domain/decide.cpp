// decide(): who may ask, what may be asked in which state (as the command's descriptor says), then the
// command's own step and what follows by itself.

#include "domain/decide.h"

#include <algorithm>

#include "domain/draft.h"

namespace deskbell {
namespace {

using enum ReservationState;

bool isPayment(CommandType type)
{
    return type == typeOf<TakePayment>() || type == typeOf<RecordPaymentOutcome>();
}

tl::unexpected<Error> wrongState(const Reservation &reservation, CommandType type)
{
    return refuse(refusal::wrongState, {{"state", std::string(toString(reservation.state))},
                                        {"command", std::string(toString(type))}});
}

/// The descriptor, and what of the workflow and the date belongs to a state rather than to arguments.
Expected<void> checkState(const Reservation &reservation, CommandType type, Role role, Date businessDate)
{
    if (!specOf(type).states.contains(reservation.state))
        return wrongState(reservation, type);
    const Stay &stay = reservation.stay;
    const Facts dates{{"arrival", toString(stay.arrival)},
                      {"departure", toString(stay.departure)},
                      {"businessDate", toString(businessDate)}};
    switch (type) {
    case typeOf<ConfirmReservation>():
        if (reservation.isApproved || reservation.workflow.confirmation != ConfirmationRule::ByManager)
            return wrongState(reservation, type);
        break;
    case typeOf<CancelReservation>():
        // Others wait until the money is back; a manager may end it where that does not come to an end.
        if (reservation.state == Cancelling && role < Role::Manager)
            return wrongState(reservation, type);
        break;
    case typeOf<EditGuest>():
    case typeOf<EditNote>():
        // Guests correct what they have ordered until they come.
        if (role == Role::Guest && !expectedStates.contains(reservation.state))
            return wrongState(reservation, type);
        break;
    case typeOf<SwapUnits>():
        if (!usesUnit(reservation) || isUnitShared(reservation.workflow, stay))
            return refuse(refusal::unitNotUsed, {{"workflow", std::string(reservation.workflow.name)}});
        if (!reservation.unit)
            return refuse(refusal::unitMissing);
        break;
    case typeOf<AssignUnit>():
        if (!usesUnit(reservation))
            return refuse(refusal::unitNotUsed, {{"workflow", std::string(reservation.workflow.name)}});
        if (!reservation.holdsStock)
            return wrongState(reservation, type);
        break;
    case typeOf<UnassignUnit>():
        if (!reservation.unit)
            return refuse(refusal::unitMissing);
        break;
    case typeOf<CheckIn>():
        // On the day of departure it is a late arrival, of the night before.
        if (businessDate < stay.arrival || stay.departure < businessDate)
            return refuse(refusal::arrivalNotDue, dates);
        break;
    case typeOf<MarkNoShow>():
        if (businessDate <= stay.arrival)
            return refuse(refusal::arrivalNotDue, dates);
        break;
    case typeOf<TakePayment>():
        if (reservation.workflow.payment == PaymentTiming::None)
            return refuse(refusal::nothingToPay);
        if (waitsForApprovalToPay(reservation))
            return wrongState(reservation, type);
        break;
    default:
        break;
    }
    return {};
}

/// Taken at a desk by the same person, whose property lets them confirm it.
bool mayConfirmOwn(const Actor &actor, const Reservation &reservation)
{
    return actor.confirmsOwn && actor.role == Role::Clerk && reservation.channel != webChannel &&
           !reservation.history.empty() && reservation.history.front().actor == actor.name;
}

Expected<void> checkActor(const Actor &actor, CommandType type, const Reservation *about)
{
    if (type == typeOf<ConfirmReservation>() && about && mayConfirmOwn(actor, *about))
        return {};
    return checkRole(actor.role, type);
}

/// What a menu leaves out although the state would allow it: there is nothing there to do it with.
bool hasObject(const Reservation &reservation, CommandType type)
{
    const auto &payments = reservation.payments;
    const auto isRefundable = [](const Payment &payment) { return refundable(payment).minor > 0; };
    const auto isCharging = [](const Payment &payment) { return isUnderWay(payment.state); };
    const auto isRefunding = [](const Payment &payment) {
        return std::any_of(payment.refunds.begin(), payment.refunds.end(), [](const Refund &refund) {
            return refund.state == RefundState::Requested || refund.state == RefundState::Unknown;
        });
    };
    switch (type) {
    case typeOf<EditGuest>():
    case typeOf<EditNote>():
    case typeOf<EraseGuest>():
        return !isErased(reservation.guest);
    case typeOf<TakePayment>():
        return chargeable(reservation).minor > 0;
    case typeOf<RefundPayment>():
        return std::any_of(payments.begin(), payments.end(), isRefundable);
    case typeOf<RecordPaymentOutcome>():
        return std::any_of(payments.begin(), payments.end(), isCharging);
    case typeOf<RecordRefundOutcome>():
        return std::any_of(payments.begin(), payments.end(), isRefunding);
    case typeOf<RecordNoticeOutcome>():
        return std::any_of(reservation.notices.begin(), reservation.notices.end(),
                           [](const Notice &notice) { return !isSettled(notice.state); });
    case typeOf<ExpireReservation>():
        return reservation.payBy.has_value();
    case typeOf<RecordCardOutcome>():
        return reservation.card == CardOnFile::Offered || reservation.card == CardOnFile::Kept;
    default:
        return true;
    }
}

/// Before any step: who asks, whether it is there, and its state. `state` is null when it is not known.
Expected<void> checkAsked(const ReservationId &about, const Reservation *state, const CommandArgs &command,
                          const Context &context)
{
    const CommandType type = typeOf(command);
    if (auto allowed = checkActor(context.actor, type, state); !allowed)
        return allowed;
    if (context.actor.role == Role::Guest) {
        if (auto theirs = checkGuestsCommand(state, command, context); !theirs)
            return theirs;
    }
    const bool makes = type == typeOf<MakeReservation>();
    if (!state && !makes)
        return refuse(refusal::unknownReservation, {{"reservation", toString(about)}});
    if (state && makes)
        return refuse(refusal::alreadyExists, {{"reservation", toString(about)}});
    return state ? checkState(*state, type, context.actor.role, context.businessDate) : Expected<void>();
}

/// The command's own step on the reservations that it is about.
Expected<void> carryOut(std::vector<Draft> &drafts, const CommandArgs &command)
{
    return std::visit(
        [&](const auto &args) -> Expected<void> {
            if constexpr (requires { deskbell::carryOut(drafts.front(), args); })
                return deskbell::carryOut(drafts.front(), args);
            else if constexpr (requires { deskbell::carryOut(drafts.front(), drafts.back(), args); })
                return deskbell::carryOut(drafts.front(), drafts.back(), args);
            else
                return refuse(refusal::wrongState, {{"command", std::string(toString(typeOf(command)))}});
        },
        command);
}

Expected<Decision> decideReservations(const World &world, const std::vector<ReservationId> &about,
                                      const CommandArgs &command, const Context &context)
{
    std::vector<Draft> drafts;
    for (const ReservationId &id : about) {
        const Reservation *state = world.reservation(id);
        if (auto allowed = checkAsked(id, state, command, context); !allowed)
            return tl::unexpected(allowed.error());
        drafts.emplace_back(state, context);
    }
    if (auto done = carryOut(drafts, command); !done)
        return tl::unexpected(done.error());
    Decision decision;
    for (Draft &draft : drafts) {
        if (auto done = advance(draft, isPayment(typeOf(command))); !done)
            return tl::unexpected(done.error());
        queueNotice(draft);
        std::move(draft).addTo(decision);
    }
    return decision;
}

} // namespace

Expected<void> checkRole(Role role, CommandType type)
{
    if (!mayDo(role, type))
        return refuse(refusal::roleNotAllowed,
                      {{"role", std::string(toString(role))}, {"command", std::string(toString(type))}});
    return {};
}

const Reservation *Decision::reservation(const ReservationId &id) const
{
    for (const Row &row : after) {
        if (const auto *each = std::get_if<Reservation>(&row); each && each->id == id)
            return each;
    }
    return nullptr;
}

Expected<Decision> decide(const World &world, const CommandArgs &command, const Context &context)
{
    if (const auto about = reservationsOf(command); !about.empty())
        return decideReservations(world, about, command, context);
    return decideSetUp(world.property(), command, context).map([](const UndatedRow &after) {
        Decision decision;
        std::visit([&decision](const auto &row) { decision.after.emplace_back(row); }, after);
        return decision;
    });
}

std::vector<CommandType> possibleCommands(const Reservation &reservation, const Actor &actor,
                                          Date businessDate)
{
    std::vector<CommandType> possible;
    for (int i = 0; i < countOf<CommandType>; ++i) {
        const auto type = static_cast<CommandType>(i);
        if (checkActor(actor, type, &reservation) &&
            checkState(reservation, type, actor.role, businessDate) && hasObject(reservation, type))
            possible.push_back(type);
    }
    return possible;
}

} // namespace deskbell
