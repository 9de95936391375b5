// The sections of the reservation panel: what each says of the reservation that is shown.

#include <QHBoxLayout>
#include <QLabel>

#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/reservation/countries.h"
#include "ui/reservation/reservationpanel.h"
#include "ui/reservation/section.h"
#include "ui/sentences.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {

constexpr int longestList = 10;

/// The mark beside a payment: told by shape and word.
QIcon paymentIcon(PaymentState state)
{
    switch (state) {
    case PaymentState::Taken:
        return icon("check", Tone::Good);
    case PaymentState::Declined:
        return icon("cross", Tone::Bad);
    case PaymentState::ProviderBusy:
        return markIcon(Mark::ProviderBusy, Tone::Warn);
    case PaymentState::Unknown:
        return icon("help", Tone::Warn);
    case PaymentState::Withdrawn:
        return icon("undo", Tone::Muted);
    case PaymentState::Pending:
    case PaymentState::Sent:
        break;
    }
    return markIcon(Mark::PaymentUnderWay, Tone::Accent);
}

QWidget *iconLine(QWidget *parent, const QIcon &sign, const QString &first, const QString &second,
                  const QString &amount)
{
    auto *line = new QWidget(parent);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(space::s);
    auto *mark = new QLabel(line);
    mark->setPixmap(sign.pixmap(16, 16));
    row->addWidget(mark, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    QLabel *top = makeLabel(line, "", first);
    QLabel *under = makeLabel(line, "muted", second);
    top->setWordWrap(true);
    under->setWordWrap(true);
    column->addWidget(top);
    column->addWidget(under);
    row->addLayout(column, 1);
    if (!amount.isEmpty())
        row->addWidget(makeLabel(line, "", amount), 0, Qt::AlignTop);
    return line;
}

} // namespace

void ReservationPanel::showWaiting(const models::ReservationDetail &detail)
{
    const auto waiting = static_cast<int>(detail.waiting.size());
    if (detail.conflict)
        m_banner->tell(Banner::Kind::Bad, tr("Something you asked for will probably be refused: %1")
                                              .arg(sentence(*detail.conflict, m_house.names())));
    else if (waiting > 0)
        m_banner->tell(Banner::Kind::Info,
                       tr("%n change(s) kept on this desk, waiting to be sent", nullptr, waiting));
    else
        m_banner->clear();
}

void ReservationPanel::showStay(const Reservation &seen)
{
    const Names names = m_house.names();
    m_stay->clear();
    m_stay->addLine(stayText(seen.stay));
    m_stay->addRow(tr("Length"), nightsText(seen.stay));
    m_stay->addRow(tr("Room type"), names.offeringName(seen.offering));
    if (seen.unit)
        m_stay->addRow(tr("Room"), names.unitName(*seen.unit));
    else if (seen.wish)
        m_stay->addRow(tr("Room"), tr("none yet, wished for: %1").arg(names.unitName(*seen.wish)));
    else
        m_stay->addRow(tr("Room"), tr("none yet"));
    if (seen.quantity > 1)
        m_stay->addRow(tr("Rooms"), QLocale().toString(seen.quantity));
    QStringList party{tr("%n adult(s)", nullptr, seen.adults)};
    if (seen.children > 0)
        party << tr("%n child(ren)", nullptr, seen.children);
    m_stay->addRow(tr("Guests"), party.join(QStringLiteral(", ")));
    m_stay->addRow(tr("Procedure"), workflowName(std::string(seen.workflow.name)));
    if (!seen.endReason.empty())
        m_stay->addRow(tr("Reason"), text(seen.endReason));
}

void ReservationPanel::showFolio(const Reservation &seen)
{
    m_folio->clear();
    int shown = 0;
    for (const std::int64_t price : seen.nightlyPrices) {
        if (++shown > longestList) {
            m_folio->addLine(tr("… and %n more night(s)", nullptr,
                                static_cast<int>(seen.nightlyPrices.size()) - longestList),
                             "muted");
            break;
        }
        m_folio->addRow(weekdayDateText(seen.stay.arrival + Days{shown - 1}),
                        moneyText({price, seen.currency}));
    }
    m_folio->addWidget(makeRule(m_folio));
    m_folio->addRow(tr("Total"), moneyText(totalPrice(seen)));
    m_folio->addRow(tr("Paid"), moneyText(paidNet(seen)));
    const Money open = owed(seen);
    m_folio->addRow(tr("Owed"), moneyText(open), open.isZero() ? "" : "error");
}

void ReservationPanel::showPayments(const Reservation &seen)
{
    const Names names = m_house.names();
    m_payments->clear();
    if (seen.payments.empty())
        m_payments->addLine(tr("No payment yet"), "muted");
    for (const Payment &payment : seen.payments) {
        m_payments->addWidget(iconLine(
            m_payments, paymentIcon(payment.state), paymentStateName(payment.state),
            tr("%1, %2", "method, time").arg(methodName(payment.method), instantText(payment.at, names.zone)),
            moneyText(payment.amount)));
        for (const Refund &refund : payment.refunds)
            m_payments->addWidget(
                iconLine(m_payments, icon("refund", Tone::Muted), refundStateName(refund.state),
                         refund.reason.empty() ? instantText(refund.at, names.zone) : text(refund.reason),
                         moneyText(-refund.amount)));
    }
}

void ReservationPanel::showGuest(const Reservation &seen)
{
    const Guest &guest = seen.guest;
    m_guest->clear();
    if (guest.isInvented)
        m_guest->addLine(tr("The name was made up by the import; the source has none."), "muted");
    const auto add = [&](const QString &what, const QString &value) {
        if (!value.isEmpty())
            m_guest->addRow(what, value);
    };
    add(tr("Phone"), text(guest.phone));
    add(tr("E-mail"), text(guest.email));
    add(tr("Country"), countryName(guest.country));
    add(tr("Language"), languageName(guest.language));
    add(tr("Came by"), channelName(seen.channel));
    add(tr("Messages"), guest.wantsNotices ? tr("wanted") : tr("not wanted"));
}

void ReservationPanel::showHistory(const Reservation &seen)
{
    const Names names = m_house.names();
    m_history->clear();
    int shown = 0;
    for (auto entry = seen.history.rbegin(); entry != seen.history.rend(); ++entry) {
        if (++shown > 4 * longestList)
            break;
        m_history->addWidget(iconLine(
            m_history, icon("clock", Tone::Muted), historyText(*entry, names),
            tr("%1, %2", "who, when").arg(actorText(entry->actor), instantText(entry->at, names.zone)), {}));
    }
}

} // namespace deskbell::ui
