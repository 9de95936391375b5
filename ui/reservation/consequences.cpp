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

/// What of it becomes free from today on; nothing where all nights are over.
QStringList freedFrom(const Stay &stay, OfferingKind kind, Date businessDate)
{
    if (kind == OfferingKind::Title || businessDate <= stay.arrival)
        return {freed(stay, kind)};
    const Stay left{businessDate, stay.departure};
    return left.arrival < left.departure ? QStringList{freed(left, kind)} : QStringList{};
}

/// What becomes of money when a reservation is ended: the provider gives back what it took; what was taken by
/// hand is only recorded as given back.
QStringList goesBack(const Reservation &seen, Role role)
{
    Money card{0, seen.currency};
    Money hand = card;
    Money underWay = card;
    Money refunds = card;
    for (const Payment &payment : seen.payments) {
        (payment.method == PaymentMethod::Card ? card : hand).minor += refundable(payment).minor;
        if (isUnderWay(payment.state))
            underWay.minor += payment.amount.minor;
        for (const Refund &refund : payment.refunds) {
            if (refund.state == RefundState::Requested || refund.state == RefundState::Unknown)
                refunds.minor += refund.amount.minor;
        }
    }
    QStringList lines;
    if (card.minor > 0)
        lines << Consequences::tr("%1 will be refunded to the card automatically.").arg(moneyText(card));
    if (hand.minor > 0)
        lines << (!mayDo(role, typeOf<RefundPayment>())
                      ? Consequences::tr("%1 was paid in cash or by transfer: it stays as a credit until a "
                                         "manager refunds it.")
                      : Consequences::tr("%1 was paid in cash or by transfer: please return it to the guest. "
                                         "It is recorded as refunded."))
                     .arg(moneyText(hand));
    if (underWay.minor > 0)
        lines << Consequences::tr(
                     "A payment of %1 is under way. It will be withdrawn, or refunded if already charged.")
                     .arg(moneyText(underWay));
    if (refunds.minor > 0)
        lines << Consequences::tr("A refund of %1 is under way.").arg(moneyText(refunds));
    if (lines.isEmpty())
        lines << Consequences::tr("Nothing was paid, so nothing is refunded.");
    return lines;
}

bool costs(const Reservation &seen)
{
    return seen.workflow.payment != PaymentTiming::None;
}

QStringList ended(const Reservation &seen, OfferingKind kind, Date businessDate, Role role)
{
    QStringList lines;
    if (seen.holdsStock)
        lines << freedFrom(seen.stay, kind, businessDate);
    if (costs(seen))
        lines << goesBack(seen, role);
    return lines;
}

QStringList notCome(const Reservation &seen, OfferingKind kind, Date businessDate)
{
    QStringList lines = freedFrom(seen.stay, kind, businessDate);
    if (const Money paid = paidNet(seen); paid.minor > 0)
        lines << Consequences::tr("%1 has been paid and is not refunded automatically.").arg(moneyText(paid));
    if (const Money open = owed(seen); open.minor > 0)
        lines << Consequences::tr("%1 is still owed.").arg(moneyText(open));
    return lines;
}

bool isEarly(const Reservation &seen, Date businessDate)
{
    // A book comes back on any day.
    return seen.workflow.slotKind == SlotKind::PerNight && businessDate < seen.stay.departure;
}

QStringList leaves(const Reservation &seen, OfferingKind kind, Date businessDate, Role role)
{
    QStringList lines;
    if (isOverstay(seen, businessDate))
        lines << Consequences::tr(
            "%n night(s) after the departure are not charged. To charge them, extend the stay first.",
            nullptr, Stay{seen.stay.departure, businessDate}.nights());
    if (const Money over = credit(seen); over.minor > 0)
        lines << (!mayDo(role, typeOf<RefundPayment>())
                      ? Consequences::tr("Overpaid by %1. It stays as a credit until a manager refunds it.")
                      : Consequences::tr("Overpaid by %1. Refund it first, or the hotel keeps it."))
                     .arg(moneyText(over));
    if (!isEarly(seen, businessDate))
        return lines;
    const Stay left{std::max(seen.stay.arrival, businessDate), seen.stay.departure};
    lines << freed(left, kind);
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
    case typeOf<MarkNoShow>():
    case typeOf<UnassignUnit>():
        return true;
    case typeOf<CheckOut>():
        return isEarly(seen, businessDate) || isOverstay(seen, businessDate) || credit(seen).minor > 0;
    default:
        return false;
    }
}

QStringList consequences(CommandType type, const Reservation &seen, const Names &names, Date businessDate,
                         Role role)
{
    switch (type) {
    case typeOf<CancelReservation>():
    case typeOf<RejectReservation>():
        return ended(seen, names.kind, businessDate, role);
    case typeOf<MarkNoShow>():
        return notCome(seen, names.kind, businessDate);
    case typeOf<CheckOut>():
        return leaves(seen, names.kind, businessDate, role);
    case typeOf<UnassignUnit>():
        if (names.kind == OfferingKind::Title)
            return {Consequences::tr("The dates stay the same; the reservation will need a branch again.")};
        return {Consequences::tr("%1 becomes available to others for these nights: %2.", "room, nights")
                    .arg(seen.unit ? names.unitName(*seen.unit) : QString(), stayText(seen.stay)),
                Consequences::tr("The reservation keeps its dates and its price.")};
    default:
        return {};
    }
}

QStringList consequences(const std::vector<models::StayRow> &rows, Currency currency, OfferingKind kind,
                         Role role)
{
    int nights = 0;
    Money back{0, currency};
    for (const models::StayRow &row : rows) {
        nights += row.holdsStock ? std::max(1, row.stay.nights()) : 0;
        if (row.state != ReservationState::Cancelling)
            back.minor += std::max<std::int64_t>(0, row.price - row.owed);
    }
    QStringList lines;
    if (nights > 0 && kind == OfferingKind::Rooms)
        lines << Consequences::tr("%n night(s) become free.", nullptr, nights);
    if (kind != OfferingKind::Title)
        lines << (back.minor == 0 ? Consequences::tr("Nothing was paid, so nothing is refunded.")
                  : !mayDo(role, typeOf<RefundPayment>())
                      ? Consequences::tr(
                            "%1 has been paid. What was paid by card is refunded; the rest stays as "
                            "a credit until a manager refunds it.")
                            .arg(moneyText(back))
                      : Consequences::tr("%1 has been paid and will be refunded. Please return any part paid "
                                         "in cash or by transfer.")
                            .arg(moneyText(back)));
    return lines;
}

} // namespace deskbell::ui
