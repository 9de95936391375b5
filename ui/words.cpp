#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/format.h"
#include "ui/storedwords.h"

namespace deskbell::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString Names::unitName(const UnitId &id) const
{
    const QString name = unit ? unit(id) : QString();
    if (!name.isEmpty())
        return name;
    return kind == OfferingKind::Title ? Words::tr("unknown branch") : Words::tr("unknown room");
}

QString Names::guestName(const ReservationId &id) const
{
    const QString name = guest ? guest(id) : QString();
    return name.isEmpty() ? Words::tr("another guest") : name;
}

QString Names::offeringName(const OfferingId &id) const
{
    const QString name = offering ? offering(id) : QString();
    if (!name.isEmpty())
        return name;
    return kind == OfferingKind::Rooms         ? Words::tr("unknown room type")
           : kind == OfferingKind::Performance ? Words::tr("unknown performance")
                                               : Words::tr("unknown title");
}

QString stateName(ReservationState state)
{
    switch (state) {
    case ReservationState::Requested:
        return Words::tr("Requested");
    case ReservationState::AwaitingPayment:
        return Words::tr("To pay");
    case ReservationState::AwaitingConfirmation:
        return Words::tr("Awaiting confirmation");
    case ReservationState::AwaitingUnit:
        return Words::tr("Awaiting a room");
    case ReservationState::Confirmed:
        return Words::tr("Confirmed");
    case ReservationState::Cancelling:
        return Words::tr("Being cancelled");
    case ReservationState::InHouse:
        return Words::tr("In house");
    case ReservationState::Departed:
        return Words::tr("Departed");
    case ReservationState::Cancelled:
        return Words::tr("Cancelled");
    case ReservationState::Rejected:
        return Words::tr("Rejected");
    case ReservationState::NoShow:
        return Words::tr("No-show");
    }
    return {};
}

QString stateHint(ReservationState state)
{
    switch (state) {
    case ReservationState::Requested:
        return Words::tr("The guest is waiting for the hotel's answer.");
    case ReservationState::AwaitingPayment:
        return Words::tr("The guest has yet to pay.");
    case ReservationState::AwaitingConfirmation:
        return Words::tr("A manager has to confirm or reject it.");
    case ReservationState::AwaitingUnit:
        return Words::tr("A room is being assigned.");
    case ReservationState::Confirmed:
        return Words::tr("The guest is expected.");
    case ReservationState::Cancelling:
        return Words::tr("The refund is under way; the room is free once it is done.");
    case ReservationState::InHouse:
        return Words::tr("The guest is in the house.");
    case ReservationState::Departed:
        return Words::tr("The guest has left.");
    case ReservationState::Cancelled:
        return Words::tr("The reservation was cancelled.");
    case ReservationState::Rejected:
        return Words::tr("The hotel rejected the request.");
    case ReservationState::NoShow:
        return Words::tr("The guest did not come.");
    }
    return {};
}

QString methodName(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Cash:
        return Words::tr("Cash");
    case PaymentMethod::Card:
        return Words::tr("Card");
    case PaymentMethod::Transfer:
        return Words::tr("Bank transfer");
    }
    return {};
}

QString paymentStateName(PaymentState state)
{
    switch (state) {
    case PaymentState::Pending:
        return Words::tr("Accepted, to be charged");
    case PaymentState::Sent:
        return Words::tr("Being charged");
    case PaymentState::ProviderBusy:
        return Words::tr("Provider busy: will be charged later");
    case PaymentState::Unknown:
        return Words::tr("Outcome unknown: being looked up");
    case PaymentState::Taken:
        return Words::tr("Taken");
    case PaymentState::Declined:
        return Words::tr("Declined");
    case PaymentState::Withdrawn:
        return Words::tr("Withdrawn, nothing charged");
    }
    return {};
}

QString refundStateName(RefundState state)
{
    switch (state) {
    case RefundState::Requested:
        return Words::tr("Refund on its way");
    case RefundState::Unknown:
        return Words::tr("Refund outcome unknown: being looked up");
    case RefundState::Done:
        return Words::tr("Refunded");
    case RefundState::Failed:
        return Words::tr("Refund failed");
    }
    return {};
}

QString outboxStateName(models::OutboxState state)
{
    switch (state) {
    case models::OutboxState::Waiting:
        return Words::tr("Waiting to be sent");
    case models::OutboxState::Sending:
        return Words::tr("Being sent");
    case models::OutboxState::OutcomeUnknown:
        return Words::tr("Sent, no answer yet: asking again");
    case models::OutboxState::Parked:
        return Words::tr("On hold: an earlier request was refused");
    case models::OutboxState::Settling:
        return Words::tr("Accepted, being applied");
    }
    return {};
}

QString roleName(Role role)
{
    switch (role) {
    case Role::Guest:
        return Words::tr("Guest");
    case Role::Clerk:
        return Words::tr("Clerk");
    case Role::Manager:
        return Words::tr("Manager");
    case Role::Admin:
        return Words::tr("Administrator");
    case Role::System:
        return Words::tr("System");
    }
    return {};
}

QString workflowName(const std::string &name)
{
    if (name == "prepaid")
        return Words::tr("Paid with the request");
    if (name == "on-request")
        return Words::tr("On request, paid after confirmation");
    if (name == "instant")
        return Words::tr("Instant");
    if (name == "ticket")
        return Words::tr("Ticket");
    if (name == "loan")
        return Words::tr("Loan");
    if (name == "pay-at-hotel")
        return Words::tr("Paid at the hotel");
    return newerText();
}

QString confirmationName(ConfirmationRule rule)
{
    return rule == ConfirmationRule::ByManager ? Words::tr("A manager")
                                               : Words::tr("Nobody, it is automatic");
}

QString timeToPayText(std::chrono::minutes time)
{
    return time.count() == 0 ? Words::tr("No limit") : ageText(Instant{}, Instant{time});
}

QString channelName(const std::string &channel)
{
    if (channel == "desk")
        return Words::tr("At the desk");
    if (channel == "phone")
        return Words::tr("By phone");
    if (channel == "web")
        return Words::tr("Website");
    if (channel == "ota")
        return Words::tr("Travel site");
    if (channel == "agency")
        return Words::tr("Travel agency");
    if (channel == "corporate")
        return Words::tr("Company");
    if (channel == "group")
        return Words::tr("Group");
    if (channel == "direct")
        return Words::tr("Direct");
    if (channel == "other")
        return Words::tr("Other");
    return text(channel);
}

QString languageName(const std::string &tag)
{
    // A language is named in itself: who looks for it can read that.
    if (tag == "ko")
        return QStringLiteral("한국어");
    if (tag == "en")
        return QStringLiteral("English");
    return tag.empty() ? QString() : QLocale(text(tag)).nativeLanguageName();
}

QString commandName(CommandType type)
{
    switch (type) {
    case typeOf<MakeReservation>():
        return Words::tr("New reservation");
    case typeOf<ConfirmReservation>():
        return Words::tr("Confirm");
    case typeOf<RejectReservation>():
        return Words::tr("Reject");
    case typeOf<CancelReservation>():
        return Words::tr("Cancel reservation");
    case typeOf<MoveReservation>():
        return Words::tr("Move");
    case typeOf<AssignUnit>():
        return Words::tr("Assign a room");
    case typeOf<UnassignUnit>():
        return Words::tr("Unassign the room");
    case typeOf<CheckIn>():
        return Words::tr("Check in");
    case typeOf<CheckOut>():
        return Words::tr("Check out");
    case typeOf<MarkNoShow>():
        return Words::tr("No-show");
    case typeOf<EditGuest>():
        return Words::tr("Edit guest");
    case typeOf<EditNote>():
        return Words::tr("Edit note");
    case typeOf<TakePayment>():
        return Words::tr("Take a payment");
    case typeOf<RefundPayment>():
        return Words::tr("Refund");
    case typeOf<RecordPaymentOutcome>():
        return Words::tr("Record a payment outcome");
    case typeOf<RecordRefundOutcome>():
        return Words::tr("Record a refund outcome");
    case typeOf<RecordNoticeOutcome>():
        return Words::tr("Record a message outcome");
    case typeOf<AdvanceBusinessDate>():
        return Words::tr("Close the business day");
    case typeOf<ChangeWorkflow>():
        return Words::tr("Change the reservation procedure");
    case typeOf<AssignAnyUnit>():
        return Words::tr("Assign a free unit");
    case typeOf<PutOffering>():
        return Words::tr("Set up what can be reserved");
    case typeOf<PutUnit>():
        return Words::tr("Set up a room or a branch");
    case typeOf<ExpireReservation>():
        return Words::tr("Release unpaid reservations");
    case typeOf<RecordCardOutcome>():
        return Words::tr("Record a card outcome");
    case typeOf<PutProperty>():
        return Words::tr("Change the property");
    case typeOf<EraseGuest>():
        return Words::tr("Erase the guest's data");
    case typeOf<SwapUnits>():
        return Words::tr("Swap rooms");
    }
    return {};
}

namespace {

QString setUpText(const std::optional<SaleState> &sale, const std::string &name)
{
    const QString words = sale == SaleState::Removed  ? Words::tr("Delete %1")
                          : sale == SaleState::Closed ? Words::tr("Close %1 for sale")
                                                      : Words::tr("Set up %1");
    return words.arg(text(name));
}

} // namespace

QString commandText(const CommandArgs &args, const Names &names)
{
    if (const auto *make = std::get_if<MakeReservation>(&args))
        return names.kind == OfferingKind::Rooms && make->quantity == 1
                   ? Words::tr("Reserve %1, %2").arg(names.offeringName(make->offering), stayText(make->stay))
                   : Words::tr("Reserve %1, %2, %3", "what, when, how many rooms, seats or copies")
                         .arg(names.offeringName(make->offering), stayText(make->stay),
                              countText(make->quantity, names.kind));
    if (const auto *move = std::get_if<MoveReservation>(&args)) {
        const QString where = move->unit ? names.unitName(*move->unit) : names.offeringName(move->offering);
        return Words::tr("Move to %1, %2").arg(where, stayText(move->stay));
    }
    if (const auto *assign = std::get_if<AssignUnit>(&args))
        return names.kind == OfferingKind::Title
                   ? Words::tr("Choose branch %1").arg(names.unitName(assign->unit))
                   : Words::tr("Assign room %1").arg(names.unitName(assign->unit));
    if (const auto *swap = std::get_if<SwapUnits>(&args))
        return Words::tr("Swap rooms with %1", "a guest").arg(names.guest(swap->other));
    if (const auto *payment = std::get_if<TakePayment>(&args))
        return Words::tr("Take %1, %2").arg(moneyText(payment->amount), methodName(payment->method));
    if (const auto *refund = std::get_if<RefundPayment>(&args))
        return Words::tr("Refund %1").arg(moneyText(refund->amount));
    if (const auto *advance = std::get_if<AdvanceBusinessDate>(&args))
        return Words::tr("Open the business day %1").arg(dateText(advance->to));
    if (const auto *edit = std::get_if<EditGuest>(&args)) {
        QStringList said;
        for (const std::string *each : {&edit->guest.name, &edit->guest.phone, &edit->guest.email}) {
            if (!each->empty())
                said << text(*each);
        }
        return Words::tr("Edit guest: %1", "name, phone, e-mail").arg(said.join(QStringLiteral(", ")));
    }
    if (const auto *put = std::get_if<PutOffering>(&args))
        return setUpText(put->sale, put->name);
    if (const auto *put = std::get_if<PutUnit>(&args))
        return setUpText(put->sale, put->name);
    if (const auto *put = std::get_if<PutProperty>(&args))
        return Words::tr("Set up %1").arg(text(put->name));
    return commandName(typeOf(args), names.kind);
}

QString nameOnSale(const QString &name, SaleState sale)
{
    return sale == SaleState::Open ? name : Words::tr("%1, closed", "a room or a type").arg(name);
}

QString guestText(std::string_view name)
{
    return name.empty() ? Words::tr("Erased guest") : text(std::string(name));
}

QString actorText(const std::string &name)
{
    if (name == "payment-worker")
        return Words::tr("Deskbell (payments)");
    if (name == "hotel-worker")
        return Words::tr("Deskbell (assignment)");
    if (name == "notice-worker")
        return Words::tr("Deskbell (messages)");
    if (name == "retention")
        return Words::tr("Deskbell (data protection)");
    if (name == "import")
        return Words::tr("Import");
    if (name == "operator")
        return Words::tr("Operator");
    if (name == "guest")
        return Words::tr("Guest");
    return name.empty() ? Words::tr("Unknown person") : text(name);
}

QString actorText(const Actor &actor)
{
    // The audit does not keep guests' names.
    if (actor.role == Role::Guest)
        return Words::tr("Guest");
    return actor.account.isNull() ? actorText(actor.name) : text(actor.name);
}

} // namespace deskbell::ui
