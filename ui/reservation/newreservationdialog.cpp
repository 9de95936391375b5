#include "ui/reservation/newreservationdialog.h"

#include <QComboBox>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/format.h"
#include "ui/parts/fieldgrid.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/reservation/guestform.h"
#include "ui/reservation/nightprices.h"
#include "ui/reservation/stayfields.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {
constexpr const char *channels[] = {"desk", "phone", "direct", "web", "ota", "corporate", "group"};
}

NewReservationDialog::NewReservationDialog(const House &house, Asker &asker, const ReservationWish &wish,
                                           QWidget *parent)
    : TakingDialog("newReservationDialog", house, asker, wish, parent),
      m_stay(new StayFields(house, {}, this)), m_prices(new NightPrices(this)),
      m_how(makeLabel(this, "muted"))
{
    setRoomySize({900, 540});
    build();
    say();
    fill(wish);
    connect(m_stay, &StayFields::edited, this, &NewReservationDialog::followStay);
    connect(m_prices, &NightPrices::edited, this, &NewReservationDialog::followTotal);
    connect(m_adults, &QSpinBox::valueChanged, this, &NewReservationDialog::check);
    connect(m_children, &QSpinBox::valueChanged, this, &NewReservationDialog::check);
    texts()->keep([this] {
        say();
        followStay();
    });
}

void NewReservationDialog::build()
{
    left()->addWidget(m_stay);
    left()->addWidget(makeRule(this));
    left()->addWidget(m_prices, 1);
    addGuest(right());
    m_adults = new QSpinBox(this);
    m_children = new QSpinBox(this);
    m_channel = new QComboBox(this);
    m_adults->setObjectName(QStringLiteral("partyAdults"));
    m_children->setObjectName(QStringLiteral("partyChildren"));
    m_channel->setObjectName(QStringLiteral("reservationChannel"));
    m_adults->setRange(0, 20);
    m_children->setRange(0, 20);
    m_how->setWordWrap(true);
    auto *grid = new FieldGrid;
    QLabel *const labels[] = {grid->add(m_adults, 0, 0), grid->add(m_children, 0, 1),
                              grid->add(m_channel, 0, 2)};
    grid->setColumnStretch(2, 1);
    right()->addLayout(grid);
    addNote(right());
    buttonRow()->insertSpacing(1, space::s);
    buttonRow()->insertWidget(2, m_how, 1);
    texts()->keep([=] {
        labels[0]->setText(tr("Adult&s"));
        labels[1]->setText(tr("C&hildren"));
        labels[2]->setText(tr("Came b&y"));
    });
}

void NewReservationDialog::say()
{
    const int channel = std::max(0, m_channel->currentIndex());
    m_channel->clear();
    for (const char *name : channels)
        m_channel->addItem(channelName(name), QLatin1String(name));
    m_channel->setCurrentIndex(channel);
}

void NewReservationDialog::fill(const ReservationWish &wish)
{
    const std::vector<Offering> offerings = house().offerings();
    Stay stay = wish.stay;
    if (stay == Stay{})
        stay = {house().property().businessDate, house().property().businessDate + Days{1}};
    OfferingId offering = wish.offering;
    if (offering.isNull() && !offerings.empty()) {
        const auto isRooms = [](const Offering &o) { return o.workflow.slotKind == SlotKind::PerNight; };
        const auto free = std::find_if(offerings.begin(), offerings.end(), [&](const Offering &o) {
            return isRooms(o) && house().freeThroughout(o.id, stay) > 0;
        });
        const auto any = std::find_if(offerings.begin(), offerings.end(), isRooms);
        offering = free != offerings.end() ? free->id : any != offerings.end() ? any->id : OfferingId{};
    }
    m_stay->setStay(offering, stay, wish.unit);
    m_adults->setValue(from() ? from()->adults : 2);
    if (from()) {
        m_children->setValue(from()->children);
        m_channel->setCurrentIndex(std::max(0, m_channel->findData(text(from()->channel))));
    }
}

void NewReservationDialog::followStay()
{
    const OfferingId offering = m_stay->offering();
    const Stay stay = m_stay->stay();
    const auto known = house().offering(offering);
    if (offering != m_pricedOffering || stay != m_pricedStay) {
        // What was agreed stays agreed for the same nights of the same type.
        const bool isAgreed = from() && from()->offering == offering && from()->stay == stay;
        const bool isDayUse = stay.isDayUse();
        const Date end = isDayUse ? stay.arrival + Days{1} : stay.departure;
        std::vector<NightPrices::Night> nights;
        for (Date night = stay.arrival; night < end && nights.size() < maxNights; night += Days{1}) {
            const std::int64_t price = isAgreed && nights.size() < from()->nightlyPrices.size()
                                           ? from()->nightlyPrices[nights.size()]
                                           : (known ? known->basePrice : 0) * quantity();
            nights.push_back({night, house().free(offering, night), price});
        }
        m_prices->setNights(std::move(nights),
                            {house().property().currency,
                             isDayUse ? NightPrices::Of::DayUse : NightPrices::Of::Nights, quantity()});
        m_pricedOffering = offering;
        m_pricedStay = stay;
    }
    QString how = known ? workflowName(std::string(known->workflow.name)) : QString();
    if (quantity() > 1)
        how = tr("%1 · %2", "how many rooms, procedure").arg(countText(quantity(), OfferingKind::Rooms), how);
    m_how->setText(how);
    followTotal();
}

void NewReservationDialog::followTotal()
{
    total()->setText(m_prices->isValid() ? moneyText(m_prices->total()) : tr("—"));
    check();
}

QString NewReservationDialog::problem() const
{
    const Stay stay = m_stay->stay();
    if (stay.departure < stay.arrival)
        return tr("The departure lies before the arrival.");
    if (stay.nights() > maxNights)
        return tr("A stay may last a year at most.");
    if (stay.departure < house().property().businessDate)
        return tr("These dates lie in the past.");
    if (!m_prices->isValid())
        return m_prices->problem();
    if (m_adults->value() + m_children->value() == 0)
        return tr("There must be at least one guest.");
    return {};
}

QString NewReservationDialog::warning() const
{
    return m_prices->isFullSomewhere() ? tr("No room of this type is free in every night. It can be taken as "
                                            "a request only; the hotel has to confirm it.")
                                       : QString();
}

void NewReservationDialog::fillIn(MakeReservation &make) const
{
    make.offering = m_stay->offering();
    make.stay = m_stay->stay();
    make.quantity = quantity();
    make.adults = m_adults->value();
    make.children = m_children->value();
    make.nightlyPrices = m_prices->prices();
    make.wish = m_stay->unit();
    make.channel = utf8(m_channel->currentData().toString());
}

} // namespace deskbell::ui
