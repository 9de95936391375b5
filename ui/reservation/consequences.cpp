#include "ui/reservation/consequences.h"

#include <QCoreApplication>

#include <algorithm>

#include "ui/format.h"

namespace deskbell::ui {

namespace {

struct Consequences
{
    Q_DECLARE_TR_FUNCTIONS(Consequences)
};

QString freed(const Stay &nights, OfferingKind kind)
{
    switch (kind) {
    case OfferingKind::Performance:
        return Consequences::tr("The seats become free again.");
    case OfferingKind::Title:
        return Consequences::tr("The copy becomes free for the next reader.");
    case OfferingKind::Rooms:
        break;
    }
    return nights.isDayUse() ? Consequences::tr("The day becomes free: %1.").arg(stayText(nights))
                             : Consequences::tr("%n night(s) become free: %1.", nullptr, nights.nights())
                                   .arg(stayText(nights));
}

QString goesBack(Money back)
{
    return back.minor > 0 ? Consequences::tr("%1 will be refunded automatically.").arg(moneyText(back))
                          : Consequences::tr("Nothing was paid, so nothing is refunded.");
}

bool costs(const Reservation &seen)
{
    return seen.workflow.payment != PaymentTiming::None;
}

QStringList ended(const Reservation &seen, OfferingKind kind)
{
    QStringList lines;
    if (seen.holdsStock)
        lines << freed(seen.stay, kind);
    Money back{0, seen.currency};
    for (const Payment &payment : seen.payments)
        back.minor += refundable(payment).minor;
    if (costs(seen))
        lines << goesBack(back);
    return lines;
}

QStringList notCome(const Reservation &seen, OfferingKind kind)
{
    QStringList lines{freed(seen.stay, kind)};
    if (const Money paid = paidNet(seen); paid.minor > 0)
        lines << Consequences::tr(
                     "%1 has been paid and stays with the house; nothing is refunded automatically.")
                     .arg(moneyText(paid));
    if (const Money open = owed(seen); open.minor > 0)
        lines << Consequences::tr("%1 is still owed.").arg(moneyText(open));
    return lines;
}

QStringList leavesEarly(const Reservation &seen, OfferingKind kind, Date businessDate)
{
    const Stay left{std::max(seen.stay.arrival, businessDate), seen.stay.departure};
    QStringList lines{freed(left, kind)};
    if (costs(seen))
        lines << Consequences::tr(
                     "The price stays %1, including these nights; nothing is refunded automatically.")
                     .arg(moneyText(totalPrice(seen)));
    return lines;
}

} // namespace

bool asksFirst(CommandType type, const Reservation &seen, Date businessDate)
{
    switch (type) {
    case CommandType::MarkNoShow:
    case CommandType::UnassignUnit:
        return true;
    case CommandType::CheckOut:
        // A book comes back on any day.
        return seen.workflow.slotKind == SlotKind::PerNight && businessDate < seen.stay.departure;
    default:
        return false;
    }
}

QStringList consequences(CommandType type, const Reservation &seen, const Names &names, Date businessDate)
{
    switch (type) {
    case CommandType::CancelReservation:
    case CommandType::RejectReservation:
        return ended(seen, names.kind);
    case CommandType::MarkNoShow:
        return notCome(seen, names.kind);
    case CommandType::CheckOut:
        return leavesEarly(seen, names.kind, businessDate);
    case CommandType::UnassignUnit:
        return {names.kind == OfferingKind::Title
                    ? Consequences::tr("The dates stay; the reservation needs a branch again.")
                    : Consequences::tr("%1 becomes free for others in these nights: %2.", "room, nights")
                          .arg(seen.unit ? names.unitName(*seen.unit) : QString(), stayText(seen.stay)),
                Consequences::tr("The reservation keeps its dates and its price.")};
    default:
        return {};
    }
}

QStringList consequences(const std::vector<models::StayRow> &rows, Currency currency, OfferingKind kind)
{
    int nights = 0;
    Money back{0, currency};
    for (const models::StayRow &row : rows) {
        nights += row.holdsStock ? std::max(1, row.stay.nights()) : 0;
        back.minor += std::max<std::int64_t>(0, row.price - row.owed);
    }
    QStringList lines;
    if (nights > 0 && kind == OfferingKind::Rooms)
        lines << Consequences::tr("%n night(s) become free.", nullptr, nights);
    lines << goesBack(back);
    return lines;
}

} // namespace deskbell::ui
