// The words of what can be reserved: rooms, performances and titles speak differently of one state.

#include <QCoreApplication>
#include <QLocale>

#include "ui/format.h"
#include "ui/words.h"

namespace deskbell::ui {

namespace {

struct Offerings
{
    Q_DECLARE_TR_FUNCTIONS(Offerings)
};

} // namespace

QString offeringLabel(OfferingKind kind)
{
    switch (kind) {
    case OfferingKind::Rooms:
        return Offerings::tr("Room type");
    case OfferingKind::Performance:
        return Offerings::tr("Performance");
    case OfferingKind::Title:
        return Offerings::tr("Title");
    }
    return {};
}

QString offeringText(const Offering &offering)
{
    const QString name = text(offering.name);
    if (offering.startsAt)
        return Offerings::tr("%1 – %2", "performance, when").arg(name, minuteText(*offering.startsAt));
    return kindOf(offering.workflow) == OfferingKind::Rooms
               ? Offerings::tr("%1 (%2)", "room type and its code").arg(name, text(offering.code))
               : name;
}

QString unitLabel(OfferingKind kind)
{
    switch (kind) {
    case OfferingKind::Rooms:
        return Offerings::tr("Room");
    case OfferingKind::Performance:
        return {};
    case OfferingKind::Title:
        return Offerings::tr("Branch");
    }
    return {};
}

QString countLabel(OfferingKind kind)
{
    switch (kind) {
    case OfferingKind::Rooms:
        return Offerings::tr("Rooms");
    case OfferingKind::Performance:
        return Offerings::tr("Seats");
    case OfferingKind::Title:
        return Offerings::tr("Copies");
    }
    return {};
}

QString lengthText(const Stay &stay, OfferingKind kind)
{
    switch (kind) {
    case OfferingKind::Rooms:
        return nightsText(stay);
    case OfferingKind::Performance:
        return {};
    case OfferingKind::Title:
        return stay.isDayUse() ? QString() : Offerings::tr("%n day(s)", nullptr, stay.nights());
    }
    return {};
}

QString stateName(ReservationState state, OfferingKind kind)
{
    if (kind == OfferingKind::Title) {
        switch (state) {
        case ReservationState::AwaitingUnit:
            return Offerings::tr("Awaiting a branch");
        case ReservationState::Confirmed:
            return Offerings::tr("Reserved");
        case ReservationState::InHouse:
            return Offerings::tr("Handed out");
        case ReservationState::Departed:
            return Offerings::tr("Returned");
        case ReservationState::NoShow:
            return Offerings::tr("Not collected");
        default:
            break;
        }
    }
    if (kind == OfferingKind::Performance) {
        switch (state) {
        case ReservationState::InHouse:
            return Offerings::tr("Admitted");
        case ReservationState::Departed:
            return Offerings::tr("Ended");
        default:
            break;
        }
    }
    return stateName(state);
}

QString commandName(CommandType type, OfferingKind kind)
{
    if (kind == OfferingKind::Title) {
        switch (type) {
        case typeOf<AssignUnit>():
            return Offerings::tr("Choose branch");
        case typeOf<UnassignUnit>():
            return Offerings::tr("Unassign the branch");
        case typeOf<CheckIn>():
            return Offerings::tr("Hand out");
        case typeOf<CheckOut>():
            return Offerings::tr("Take back");
        case typeOf<MarkNoShow>():
            return Offerings::tr("Not collected");
        default:
            break;
        }
    }
    if (kind == OfferingKind::Performance) {
        switch (type) {
        case typeOf<CheckIn>():
            return Offerings::tr("Admit");
        case typeOf<CheckOut>():
            return Offerings::tr("Close");
        default:
            break;
        }
    }
    return commandName(type);
}

QString changeUnitName(OfferingKind kind)
{
    return kind == OfferingKind::Title ? Offerings::tr("Change the branch") : Offerings::tr("Change room");
}

QString countText(int count, OfferingKind kind)
{
    switch (kind) {
    case OfferingKind::Rooms:
        return Offerings::tr("%n room(s)", nullptr, count);
    case OfferingKind::Performance:
        return Offerings::tr("%n seat(s)", nullptr, count);
    case OfferingKind::Title:
        return Offerings::tr("%n copy(s)", nullptr, count);
    }
    return {};
}

QString workflowExplanation(const std::string &name)
{
    if (name == "prepaid")
        return Offerings::tr("The guest pays with the request and the room is held at once. You see only "
                             "paid requests; a manager confirms or refunds them.");
    if (name == "on-request")
        return Offerings::tr("The guest asks first. A manager checks, then confirms or rejects. The payment "
                             "is collected after the confirmation.");
    if (name == "instant")
        return Offerings::tr("The guest pays and the reservation is confirmed at once, without approval. If "
                             "no room is left by then, the payment is refunded automatically.");
    if (name == "pay-at-hotel")
        return Offerings::tr("A manager confirms, and the guest pays at the desk, by check-out at the "
                             "latest. No payment is taken in advance.");
    if (name == "ticket")
        return Offerings::tr("Seats are held at once, or refused if too few are left. The payment is "
                             "collected afterwards and confirms the tickets.");
    if (name == "loan")
        return Offerings::tr("A copy is held at once, free of charge. The branch that hands it out is chosen "
                             "automatically; the copy is returned later.");
    return {};
}

} // namespace deskbell::ui
