#include "ui/reservation/newreservationdialog.h"

#include <QComboBox>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

#include "domain/refusal.h"
#include "ui/format.h"
#include "ui/parts/fieldgrid.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/reservation/guestform.h"
#include "ui/reservation/nightprices.h"
#include "ui/reservation/stayfields.h"
#include "ui/sentences.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {
constexpr const char *channels[] = {"desk", "phone", "direct", "web", "ota", "corporate", "group"};
}

NewReservationDialog::NewReservationDialog(const House &house, Asker &asker, const ReservationWish &wish,
                                           QWidget *parent)
    : TakingDialog("newReservationDialog", house, asker, wish, parent),
      m_stay(new StayFields(house, {}, this)), m_prices(new NightPrices(this)), m_isWalkIn(wish.isWalkIn),
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
    connect(m_then, &QComboBox::activated, this, [this] {
        m_wantedThen = then();
        followTotal();
    });
    texts()->keep([this] {
        say();
        if (m_isWalkIn)
            setHeading(tr("Walk-in"), tr("The guest is at the desk and gets a room for tonight."));
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
    m_then = new QComboBox(this);
    m_then->setObjectName(QStringLiteral("reservationThen"));
    m_paidBy = new QComboBox(this);
    m_paidBy->setObjectName(QStringLiteral("reservationPaidBy"));
    m_adults->setRange(0, 20);
    m_children->setRange(0, 20);
    m_how->setWordWrap(true);
    auto *grid = new FieldGrid;
    QLabel *const labels[] = {grid->add(m_adults, 0, 0), grid->add(m_children, 0, 1),
                              grid->add(m_channel, 0, 2), grid->add(m_then, 1, 0, 2),
                              grid->add(m_paidBy, 1, 2)};
    m_paidByLabel = labels[4];
    grid->setColumnStretch(2, 1);
    right()->addLayout(grid);
    addNote(right());
    buttonRow()->insertSpacing(1, space::s);
    buttonRow()->insertWidget(2, m_how, 1);
    texts()->keep([=] {
        labels[0]->setText(tr("Adult&s"));
        labels[1]->setText(tr("C&hildren"));
        labels[2]->setText(tr("S&ource"));
        labels[3]->setText(tr("A&fterwards"));
        labels[4]->setText(tr("Paid no&w by"));
    });
}

void NewReservationDialog::say()
{
    const int channel = std::max(0, m_channel->currentIndex());
    m_channel->clear();
    for (const char *name : channels)
        m_channel->addItem(channelName(name), QLatin1String(name));
    m_channel->setCurrentIndex(channel);
    const int paidBy = std::max(0, m_paidBy->currentIndex());
    m_paidBy->clear();
    for (const PaymentMethod method : {PaymentMethod::Cash, PaymentMethod::Transfer})
        m_paidBy->addItem(methodName(method), static_cast<int>(method));
    m_paidBy->setCurrentIndex(paidBy);
}

void NewReservationDialog::fill(const ReservationWish &wish)
{
    const std::vector<Offering> offerings = house().onSale();
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
    m_stay->setStay(offering, stay, m_isWalkIn && !wish.unit ? vacantRoom(offering, stay) : wish.unit);
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
    if (m_isWalkIn && offering != m_pricedOffering && !m_pricedOffering.isNull() && !m_stay->unit()) {
        m_pricedOffering = {}; // it comes back here
        if (const auto room = vacantRoom(offering, stay))
            return m_stay->setStay(offering, stay, room);
    }
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
    fillThen();
    followTotal();
}

void NewReservationDialog::followHouse()
{
    m_stay->refill();
    followStay();
}

std::optional<UnitId> NewReservationDialog::vacantRoom(const OfferingId &offering, const Stay &stay) const
{
    for (const Unit &each : house().freeUnits(offering, stay, {})) {
        if (!house().occupant(each.id))
            return each.id;
    }
    return std::nullopt;
}

std::vector<NewReservationDialog::Then> NewReservationDialog::possibleThen() const
{
    std::vector<Then> possible{Then::Nothing};
    const auto known = house().offering(m_stay->offering());
    // A command that closes an earlier one's card stands alone.
    if (!known || from())
        return possible;
    const Workflow &workflow = known->workflow;
    const bool isPaidFirst = workflow.payment == PaymentTiming::AtRequest;
    const bool isAnswered = workflow.confirmation == ConfirmationRule::ByManager;
    const bool mayConfirm =
        mayDo(desk().actor().role, typeOf<ConfirmReservation>()) || house().property().clerksConfirm;
    const Stay stay = m_stay->stay();
    const Date today = house().property().businessDate;
    if (!isPaidFirst && isAnswered && mayConfirm)
        possible.push_back(Then::Confirm);
    if ((!isAnswered || mayConfirm) && quantity() == 1 && stay.arrival <= today && today <= stay.departure)
        possible.push_back(Then::CheckIn);
    return possible;
}

void NewReservationDialog::fillThen()
{
    const QString words[] = {tr("Nothing more"), tr("Confirm it"), tr("Check in now")};
    m_then->clear();
    for (const Then what : possibleThen())
        m_then->addItem(words[static_cast<int>(what)], static_cast<int>(what));
    const Then wanted = m_wantedThen.value_or(m_isWalkIn ? Then::CheckIn : Then::Nothing);
    m_then->setCurrentIndex(std::max(0, m_then->findData(static_cast<int>(wanted))));
    m_then->setEnabled(m_then->count() > 1);
}

bool NewReservationDialog::isPaidNow() const
{
    const auto known = house().offering(m_stay->offering());
    return then() == Then::CheckIn && known && known->workflow.payment != PaymentTiming::ByDeparture &&
           known->workflow.payment != PaymentTiming::None && m_prices->isValid() &&
           m_prices->total().minor > 0;
}

NewReservationDialog::Then NewReservationDialog::then() const
{
    return static_cast<Then>(m_then->currentData().toInt());
}

std::vector<CommandArgs> NewReservationDialog::following(const MakeReservation &make) const
{
    std::vector<CommandArgs> all;
    const auto known = house().offering(make.offering);
    if (then() == Then::Nothing || !known)
        return all;
    if (known->workflow.confirmation == ConfirmationRule::ByManager)
        all.push_back(ConfirmReservation{make.reservation});
    if (isPaidNow()) {
        const TakePayment pay{make.reservation,
                              PaymentId{makeNamedUuid(make.reservation.value, "paid-on-arrival")},
                              static_cast<PaymentMethod>(m_paidBy->currentData().toInt()),
                              m_prices->total(),
                              {}};
        // What is paid first is confirmed when it is paid.
        const bool isPaidFirst = known->workflow.payment == PaymentTiming::AtRequest;
        all.insert(isPaidFirst ? all.begin() : all.end(), pay);
    }
    if (then() == Then::CheckIn)
        all.push_back(CheckIn{make.reservation});
    return all;
}

void NewReservationDialog::followTotal()
{
    total()->setText(m_prices->isValid() ? moneyText(m_prices->total()) : tr("—"));
    m_paidBy->setVisible(isPaidNow());
    m_paidByLabel->setVisible(isPaidNow());
    acceptButton()->setText(then() == Then::CheckIn   ? tr("Ta&ke and check in")
                            : then() == Then::Confirm ? tr("Ta&ke and confirm")
                                                      : tr("Ta&ke the reservation"));
    check();
}

QString NewReservationDialog::problem() const
{
    const Stay stay = m_stay->stay();
    if (stay.departure < stay.arrival)
        return tr("The departure is before the arrival.");
    if (stay.nights() > maxNights)
        return tr("A stay may last a year at most.");
    if (stay.departure < house().property().businessDate)
        return tr("These dates are in the past.");
    if (!m_prices->isValid())
        return m_prices->problem();
    const auto known = house().offering(m_stay->offering());
    const int most = known ? known->maxGuests * quantity() : maxQuantity;
    if (m_adults->value() == 0)
        return tr("There must be at least one adult.");
    if (m_adults->value() + m_children->value() > most)
        return tr("At most %n guest(s) fit in.", nullptr, most);
    if (then() == Then::CheckIn) {
        const auto unit = m_stay->unit();
        if (!unit)
            return vacantRoom(m_stay->offering(), stay)
                       ? tr("Choose the room to check in to.")
                       : tr("No room of this type is vacant: check out a guest who is due to leave, or "
                            "choose another type.");
        if (const auto other = house().occupant(*unit))
            return sentence({std::string(refusal::unitOccupied),
                             {{"unit", toString(*unit)}, {"reservation", toString(*other)}}},
                            house().names());
    }
    return {};
}

QString NewReservationDialog::warning() const
{
    if (m_isWalkIn && m_then->findData(static_cast<int>(Then::CheckIn)) < 0)
        return tr("It cannot be checked in yet: a manager has to confirm it first.");
    return m_prices->isFullSomewhere() ? tr("No room of this type is free for every night. It can only be "
                                            "taken as a request, which the hotel has to confirm.")
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
