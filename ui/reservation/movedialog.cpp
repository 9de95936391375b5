#include "ui/reservation/movedialog.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/asker.h"
#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/reservation/nightprices.h"
#include "ui/reservation/stayfields.h"
#include "ui/sentences.h"
#include "ui/subject.h"
#include "ui/theme.h"

namespace deskbell::ui {

std::vector<std::int64_t> pricesAfterMove(const Reservation &reservation, const Offering &to,
                                          const Stay &stay)
{
    const Stay &old = reservation.stay;
    const bool isOnePrice = reservation.workflow.slotKind == SlotKind::Once || stay.isDayUse();
    const bool isSameType = reservation.offering == to.id;
    std::vector<std::int64_t> prices;
    const Date end = isOnePrice ? stay.arrival + Days{1} : stay.departure;
    for (Date night = stay.arrival; night < end; night += Days{1}) {
        const auto index = static_cast<std::size_t>((night - old.arrival).count());
        const bool had = isSameType && night >= old.arrival && index < reservation.nightlyPrices.size();
        prices.push_back(had ? reservation.nightlyPrices[index] : to.basePrice * reservation.quantity);
    }
    // The same number of nights on other dates: what was agreed is kept.
    if (isSameType && prices.size() == reservation.nightlyPrices.size())
        return reservation.nightlyPrices;
    return prices;
}

MoveDialog::MoveDialog(const House &house, Asker &asker, const Reservation &reservation,
                       const MoveReservation &to, std::optional<CommandId> supersedes, QWidget *parent)
    : DeskDialog("moveDialog", parent), m_house(house), m_asker(asker), m_reservation(reservation),
      m_kind(kindOf(reservation.workflow)), m_supersedes(supersedes),
      m_stay(new StayFields(house, reservation.id, this)), m_prices(new NightPrices(this)),
      m_before(makeLabel(this, "muted")), m_after(makeLabel(this, "display"))
{
    const bool costs = reservation.workflow.payment != PaymentTiming::None;
    const bool hasNights = costs && reservation.workflow.slotKind == SlotKind::PerNight;
    setRoomySize({500, hasNights ? 440 : 0});
    m_prices->setVisible(costs);
    m_before->setVisible(costs);
    m_after->setObjectName(QStringLiteral("moveTotal"));
    body()->addWidget(m_stay);
    body()->addWidget(makeRule(this));
    body()->addWidget(m_prices, 1);
    auto *totals = new QVBoxLayout;
    totals->setSpacing(0);
    totals->addWidget(m_after);
    totals->addWidget(m_before);
    buttonRow()->insertLayout(0, totals);
    m_stay->setStay(to.offering, to.stay, to.unit);
    if (reservation.state == ReservationState::InHouse)
        m_stay->fixArrival();
    connect(m_stay, &StayFields::edited, this, &MoveDialog::followStay);
    connect(m_prices, &NightPrices::edited, this, &MoveDialog::followTotal);
    connect(acceptButton(), &QPushButton::clicked, this, &MoveDialog::submit);
    texts()->keep([this] {
        setHeading(tr("Move the reservation"),
                   tr("%1, now %2", "guest, room and code; when")
                       .arg(subjectText(m_reservation, m_house), stayText(m_reservation.stay)));
        acceptButton()->setText(tr("Mo&ve"));
        followTotal();
    });
    followStay();
    m_stay->firstField()->setFocus();
}

void MoveDialog::followStay()
{
    const auto offering = m_house.offering(m_stay->offering());
    if (!offering)
        return;
    const Stay stay = m_stay->stay();
    const bool isOnce = offering->workflow.slotKind == SlotKind::Once;
    const Date today = m_house.property().businessDate;
    std::vector<NightPrices::Night> nights;
    if (stay.departure >= stay.arrival && stay.nights() <= maxNights) {
        const std::vector<std::int64_t> prices = pricesAfterMove(m_reservation, *offering, stay);
        for (std::size_t i = 0; i < prices.size(); ++i) {
            const Date night = stay.arrival + Days{static_cast<int>(i)};
            const bool isOwn = m_reservation.holdsStock && m_reservation.offering == offering->id &&
                               (isOnce || heldStay(m_reservation, today).contains(night));
            // What they hold needs no stock again, also where tonight is oversold.
            const int free = std::max(m_house.free(offering->id, night), 0);
            nights.push_back({night, free + (isOwn ? m_reservation.quantity : 0), prices[i]});
        }
    }
    m_prices->setNights(std::move(nights), {m_reservation.currency,
                                            isOnce            ? NightPrices::Of::Together
                                            : stay.isDayUse() ? NightPrices::Of::DayUse
                                                              : NightPrices::Of::Nights,
                                            m_reservation.quantity});
    followTotal();
}

void MoveDialog::followTotal()
{
    const Money before = totalPrice(m_reservation);
    const Money after = m_prices->total();
    const bool costs = m_reservation.workflow.payment != PaymentTiming::None;
    m_after->setText(!costs ? tr("Free of charge") : m_prices->isValid() ? moneyText(after) : tr("—"));
    m_before->setText(before == after ? tr("The price stays the same.")
                                      : tr("Was %1, difference %2%3.", "old total, sign, difference")
                                            .arg(moneyText(before),
                                                 compare(after, before) > 0 ? QStringLiteral("+") : QString(),
                                                 moneyText(after - before)));
    check();
}

void MoveDialog::check()
{
    const Stay stay = m_stay->stay();
    QString wrong;
    if (stay.departure < stay.arrival)
        wrong = tr("The departure is before the arrival.");
    else if (stay.nights() > maxNights)
        wrong = tr("A stay may last a year at most.");
    else if (!m_prices->isValid())
        wrong = m_prices->problem();
    acceptButton()->setEnabled(wrong.isEmpty() && !isSent());
    if (!wrong.isEmpty())
        banner()->tell(Banner::Kind::Bad, wrong);
    else if (m_prices->isFullSomewhere())
        banner()->tell(Banner::Kind::Warn,
                       m_kind == OfferingKind::Rooms ? tr("No room of this type is free for every night.")
                       : m_kind == OfferingKind::Performance ? tr("Too few seats are left.")
                                                             : tr("No copy is left."));
    else
        banner()->clear();
}

void MoveDialog::submit()
{
    if (isSent())
        return;
    models::SubmitOptions options;
    options.supersedes = m_supersedes;
    options.seenVersion = m_reservation.version;
    const MoveReservation move{m_reservation.id, m_stay->offering(), m_stay->stay(), m_stay->unit(),
                               m_prices->prices()};
    askOnce(m_asker, move, m_house, options);
}

} // namespace deskbell::ui
