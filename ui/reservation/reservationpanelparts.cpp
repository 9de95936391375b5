// The sections of the reservation panel: what each says of the reservation that is shown.

#include <algorithm>

#include "domain/text.h"
#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/reservation/countries.h"
#include "ui/reservation/reservationpanel.h"
#include "ui/reservation/section.h"
#include "ui/sentences.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {

constexpr std::size_t nightsFolded = 10;
constexpr std::size_t historyFolded = 20;
constexpr std::size_t noticesShown = 10;

using Row = SectionRow;

/// The mark beside a payment: told by shape and word.
Row::Sign paymentSign(PaymentState state)
{
    switch (state) {
    case PaymentState::Taken:
        return {QLatin1String("check"), {}, Tone::Good};
    case PaymentState::Declined:
        return {QLatin1String("cross"), {}, Tone::Bad};
    case PaymentState::ProviderBusy:
        return {{}, Mark::ProviderBusy, Tone::Warn};
    case PaymentState::Unknown:
        return {QLatin1String("help"), {}, Tone::Warn};
    case PaymentState::Withdrawn:
        return {QLatin1String("undo"), {}, Tone::Muted};
    case PaymentState::Pending:
    case PaymentState::Sent:
        break;
    }
    return {{}, Mark::PaymentUnderWay, Tone::Accent};
}

/// Likewise beside a notice.
Row::Sign noticeSign(NoticeState state)
{
    switch (state) {
    case NoticeState::Queued:
        return {QLatin1String("clock"), {}, Tone::Muted};
    case NoticeState::Sent:
    case NoticeState::Accepted:
        return {QLatin1String("up"), {}, Tone::Accent};
    case NoticeState::Uncertain:
        return {QLatin1String("help"), {}, Tone::Warn};
    case NoticeState::Delivered:
        return {QLatin1String("check"), {}, Tone::Good};
    case NoticeState::Failed:
        return {QLatin1String("cross"), {}, Tone::Bad};
    case NoticeState::Withdrawn:
        break;
    }
    return {QLatin1String("undo"), {}, Tone::Muted};
}

} // namespace

void ReservationPanel::showWaiting(const models::ReservationDetail &detail)
{
    const auto waiting = static_cast<int>(detail.waiting.size());
    if (detail.conflict)
        m_banner->tell(Banner::Kind::Bad, tr("Something you asked for will probably be refused: %1")
                                              .arg(sentence(*detail.conflict, namesOf(detail.seen))));
    else if (waiting > 0)
        m_banner->tell(Banner::Kind::Info,
                       tr("%n change(s) kept on this desk, waiting to be sent", nullptr, waiting));
    else
        m_banner->clear();
}

Names ReservationPanel::namesOf(const Reservation &seen) const
{
    return m_house.names(kindOf(seen.workflow));
}

void ReservationPanel::showStay(const Reservation &seen)
{
    const Names names = namesOf(seen);
    const auto offering = m_house.offering(seen.offering);
    m_stay->setHeading(names.kind == OfferingKind::Rooms         ? tr("Stay")
                       : names.kind == OfferingKind::Performance ? tr("Seats")
                                                                 : tr("Loan"));
    std::vector<Row> rows{
        Row::words(offering && offering->startsAt ? minuteText(*offering->startsAt) : stayText(seen.stay))};
    const auto add = [&rows](const QString &what, const QString &value) {
        if (!what.isEmpty() && !value.isEmpty())
            rows.push_back(Row::fact(what, value));
    };
    if (isOverstay(seen, m_house.property().businessDate))
        rows.push_back(Row::words(tr("Overstay: departure was due on %1. Extend the stay or check out.")
                                      .arg(shortDateText(seen.stay.departure)),
                                  "error"));
    add(tr("Length"), lengthText(seen.stay, names.kind));
    add(offeringLabel(names.kind), names.offeringName(seen.offering));
    const auto units = unitNights(seen);
    if (units.size() > 1) {
        for (const auto &[unit, nights] : units)
            add(unitLabel(names.kind),
                tr("%1, %2", "room, nights").arg(names.unitName(unit), stayText(nights)));
    } else {
        add(unitLabel(names.kind), seen.unit             ? names.unitName(*seen.unit)
                                   : isFinal(seen.state) ? QString()
                                   : seen.wish ? tr("none yet, preferred: %1").arg(names.unitName(*seen.wish))
                                               : tr("none yet"));
    }
    if (seen.quantity > 1 || names.kind == OfferingKind::Performance)
        add(countLabel(names.kind), QLocale().toString(seen.quantity));
    // Whoever has a ticket is one guest, whoever reads a book too.
    if (names.kind == OfferingKind::Rooms) {
        QStringList party{tr("%n adult(s)", nullptr, seen.adults)};
        if (seen.children > 0)
            party << tr("%n child(ren)", nullptr, seen.children);
        add(tr("Guests"), party.join(QStringLiteral(", ")));
    }
    add(tr("Procedure"), workflowName(std::string(seen.workflow.name)));
    add(tr("Reason"), reasonText(seen.endReason, names.kind));
    m_stay->setRows(rows);
}

void ReservationPanel::showFolio(const Reservation &seen)
{
    std::vector<Row> rows;
    if (seen.workflow.payment == PaymentTiming::None) {
        m_folio->setRows({Row::words(tr("Free of charge"), "muted")});
        return;
    }
    const bool isByNight = seen.workflow.slotKind == SlotKind::PerNight;
    const std::size_t prices = seen.nightlyPrices.size();
    const std::size_t shown = m_areNightsUnfolded ? prices : std::min(prices, nightsFolded);
    for (std::size_t i = 0; i < shown; ++i)
        rows.push_back(Row::fact(isByNight ? weekdayDateText(seen.stay.arrival + Days{static_cast<int>(i)})
                                           : countText(seen.quantity, kindOf(seen.workflow)),
                                 moneyText({seen.nightlyPrices[i], seen.currency})));
    if (prices > nightsFolded)
        rows.push_back(Row::fold(m_areNightsUnfolded
                                     ? tr("Show fewer")
                                     : tr("Show all %n night(s)", nullptr, static_cast<int>(prices))));
    rows.emplace_back(); // a rule
    rows.push_back(Row::fact(tr("Total"), moneyText(totalPrice(seen))));
    rows.push_back(Row::fact(tr("Paid"), moneyText(paidNet(seen))));
    const Money open = owed(seen);
    rows.push_back(Row::fact(tr("Owed"), moneyText(open), open.isZero() ? "" : "error"));
    if (const Money over = credit(seen); over.minor > 0)
        rows.push_back(Row::fact(tr("Credit, to be refunded or kept"), moneyText(over), "error"));
    if (seen.payBy)
        rows.push_back(Row::fact(tr("To be paid by"), instantText(*seen.payBy, m_house.names().zone)));
    m_folio->setRows(rows);
}

void ReservationPanel::showPayments(const Reservation &seen)
{
    const Names names = namesOf(seen);
    std::vector<Row> rows;
    if (seen.payments.empty())
        rows.push_back(Row::words(seen.workflow.payment == PaymentTiming::None ? tr("Nothing to pay")
                                                                               : tr("No payment yet"),
                                  "muted"));
    for (const Payment &payment : seen.payments) {
        rows.push_back(Row::entry(
            paymentSign(payment.state), paymentStateName(payment.state),
            tr("%1, %2", "method, time").arg(methodName(payment.method), instantText(payment.at, names.zone)),
            moneyText(payment.amount)));
        for (const Refund &refund : payment.refunds)
            rows.push_back(
                Row::entry({QLatin1String("refund"), {}, Tone::Muted}, refundStateName(refund.state),
                           refund.reason.empty() ? instantText(refund.at, names.zone) : text(refund.reason),
                           moneyText(-refund.amount)));
    }
    m_payments->setRows(rows);
}

void ReservationPanel::showNotices(const Reservation &seen)
{
    const Names names = namesOf(seen);
    std::vector<Row> rows;
    if (seen.notices.empty())
        rows.push_back(Row::words(
            seen.guest.wantsNotices ? tr("No message yet") : tr("The guest wants no messages"), "muted"));
    for (auto notice = seen.notices.rbegin(); notice != seen.notices.rend(); ++notice) {
        if (rows.size() == noticesShown)
            break;
        rows.push_back(Row::entry(
            noticeSign(notice->state),
            tr("%1: %2", "what a message is about, what has become of it")
                .arg(noticeKindName(notice->kind, names.kind), noticeStateName(*notice)),
            tr("%1, %2", "way, time").arg(noticeDetail(*notice), instantText(notice->at, names.zone)), {}));
    }
    m_notices->setRows(rows);
}

void ReservationPanel::showNote(const Reservation &seen)
{
    m_note->setRows({seen.note.empty() ? Row::words(tr("No note"), "muted") : Row::words(text(seen.note))});
}

void ReservationPanel::showGuest(const Reservation &seen)
{
    const Guest &guest = seen.guest;
    std::vector<Row> rows;
    if (guest.isInvented)
        rows.push_back(Row::words(tr("The import generated this name; the source has none.")));
    const auto add = [&](const QString &what, const QString &value) {
        if (!value.isEmpty())
            rows.push_back(Row::fact(what, value));
    };
    add(tr("Phone"), text(guest.phone));
    add(tr("E-mail"), text(guest.email));
    add(tr("Country"), countryName(guest.country));
    add(tr("Language"), languageName(guest.language));
    add(tr("Source"), channelName(seen.channel));
    add(tr("Messages"), !guest.wantsNotices    ? tr("not wanted")
                        : isBlank(guest.phone) ? tr("none, there is no phone number")
                                               : tr("wanted"));
    m_guest->setRows(rows);
}

void ReservationPanel::showHistory(const Reservation &seen)
{
    const Names names = namesOf(seen);
    std::vector<Row> rows;
    const std::size_t entries = seen.history.size();
    const std::size_t shown = m_isHistoryUnfolded ? entries : std::min(entries, historyFolded);
    for (std::size_t back = 1; back <= shown; ++back) {
        const HistoryEntry &entry = seen.history[entries - back];
        rows.push_back(Row::entry(
            {QLatin1String("clock"), {}, Tone::Muted}, historyText(entry, names),
            tr("%1, %2", "who, when").arg(actorText(entry.actor), instantText(entry.at, names.zone))));
    }
    if (entries > historyFolded)
        rows.push_back(Row::fold(m_isHistoryUnfolded
                                     ? tr("Show fewer")
                                     : tr("Show all %n entries", nullptr, static_cast<int>(entries))));
    m_history->setRows(rows);
}

} // namespace deskbell::ui
