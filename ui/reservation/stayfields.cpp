#include "ui/reservation/stayfields.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QDateEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include "ui/format.h"
#include "ui/parts/fieldgrid.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/theme.h"

namespace deskbell::ui {

StayFields::StayFields(const House &house, const ReservationId &except, QWidget *parent)
    : QWidget(parent), m_house(house), m_except(except), m_texts(new TextKeeper(this)),
      m_offering(new QComboBox(this)), m_arrival(new QDateEdit(this)), m_nights(new QSpinBox(this)),
      m_departure(new QDateEdit(this)), m_unit(new QComboBox(this))
{
    m_offering->setObjectName(QStringLiteral("stayOffering"));
    m_arrival->setObjectName(QStringLiteral("stayArrival"));
    m_nights->setObjectName(QStringLiteral("stayNights"));
    m_departure->setObjectName(QStringLiteral("stayDeparture"));
    m_unit->setObjectName(QStringLiteral("stayUnit"));
    m_nights->setRange(0, maxNights);
    for (QDateEdit *date : {m_arrival, m_departure}) {
        date->setCalendarPopup(true);
        date->setDateRange(QDate(1990, 1, 1), QDate(2199, 12, 31));
    }
    build();
    connect(m_offering, &QComboBox::currentIndexChanged, this, [this] { follow(m_offering); });
    connect(m_arrival, &QDateEdit::dateChanged, this, [this] { follow(m_arrival); });
    connect(m_nights, &QSpinBox::valueChanged, this, [this] { follow(m_nights); });
    connect(m_departure, &QDateEdit::dateChanged, this, [this] { follow(m_departure); });
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] { follow(m_unit); });
}

void StayFields::build()
{
    m_grid = new FieldGrid(this);
    FieldGrid *grid = m_grid;
    m_labels = {grid->add(m_offering, 0, 0, 2), grid->add(m_arrival, 1, 0), grid->add(m_nights, 1, 1),
                grid->add(m_departure, 1, 2), grid->add(m_unit, 0, 2)};
    grid->setColumnStretch(0, 4);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 4);
    m_arrival->setMinimumWidth(150);
    m_departure->setMinimumWidth(150);
    m_nights->setMinimumWidth(70);
    chainFocus({m_offering, m_unit, m_arrival, m_nights, m_departure});
    m_texts->keep([this] {
        const QSignalBlocker quiet(this);
        say();
    });
}

void StayFields::say()
{
    const bool isRooms = m_kind == OfferingKind::Rooms;
    const bool isTitle = m_kind == OfferingKind::Title;
    m_labels[0]->setText(isRooms ? tr("Room &type") : isTitle ? tr("&Title") : tr("&Performance"));
    m_labels[1]->setText(isRooms ? tr("&Arrival") : isTitle ? tr("&From") : tr("&On"));
    m_labels[2]->setText(isRooms ? tr("Ni&ghts") : tr("Da&ys"));
    m_labels[3]->setText(isRooms ? tr("&Departure") : tr("Back &by"));
    m_labels[4]->setText(isRooms ? tr("Roo&m") : tr("Bra&nch"));
    for (QDateEdit *date : {m_arrival, m_departure}) {
        date->setLocale(QLocale());
        date->setDisplayFormat(tr("ddd d MMM yyyy", "date pattern of a field"));
        date->calendarWidget()->setLocale(QLocale());
    }
    refill();
}

void StayFields::refill()
{
    fillOfferings();
    fillUnits();
    followKind();
}

void StayFields::followKind()
{
    // A performance has its own date, and seats have no room.
    const auto known = m_house.offering(offering());
    const bool isSeats = m_kind == OfferingKind::Performance;
    const bool isDated = known && known->startsAt;
    const std::pair<QWidget *, bool> shown[] = {
        {m_arrival, !isDated}, {m_nights, !isSeats}, {m_departure, !isSeats}, {m_unit, !isSeats}};
    for (const auto &[field, isShown] : shown) {
        field->setVisible(isShown);
        for (QLabel *label : m_labels) {
            if (label->buddy() == field)
                label->setVisible(isShown);
        }
    }
    // A performance's name and date have the whole line.
    m_grid->addWidget(m_offering, 1, 0, 1, isSeats ? 3 : 2);
}

void StayFields::fillOfferings()
{
    const QVariant before = m_offering->currentData();
    m_isFollowing = true;
    m_offering->clear();
    const auto now = m_house.row(m_except);
    for (const Offering &offering : m_house.offerings()) {
        const bool isOwn = now && now->offering == offering.id;
        const bool canBeHad = isOwn || isOnSale(offering, m_house.property());
        if (kindOf(offering.workflow) == m_kind && canBeHad)
            m_offering->addItem(offeringText(offering), text(toString(offering.id)));
    }
    m_offering->setCurrentIndex(std::max(0, m_offering->findData(before)));
    m_isFollowing = false;
}

void StayFields::fillUnits()
{
    const QVariant before = m_unit->currentData();
    const bool wasFollowing = std::exchange(m_isFollowing, true);
    m_unit->clear();
    m_unit->addItem(m_kind == OfferingKind::Title ? tr("No branch yet") : tr("No room yet"), QString());
    const bool isToday = stay().arrival <= m_house.property().businessDate;
    for (const Unit &unit : m_house.freeUnits(offering(), stay(), m_except)) {
        const auto guest = isToday ? m_house.occupant(unit.id) : std::nullopt;
        const bool isOccupied = guest && *guest != m_except;
        m_unit->addItem(isOccupied ? tr("%1, still occupied", "a room").arg(text(unit.name))
                                   : text(unit.name),
                        text(toString(unit.id)));
    }
    m_unit->setCurrentIndex(std::max(0, m_unit->findData(before)));
    m_isFollowing = wasFollowing;
}

void StayFields::setStay(const OfferingId &offering, const Stay &stay, const std::optional<UnitId> &unit)
{
    if (const OfferingKind kind = m_house.kindOf(offering); kind != m_kind) {
        m_kind = kind;
        say();
    }
    m_isFollowing = true;
    const int index = m_offering->findData(text(toString(offering)));
    m_offering->setCurrentIndex(std::max(0, index));
    m_arrival->setDate(qDate(stay.arrival));
    m_departure->setDate(qDate(stay.departure));
    m_nights->setValue(stay.nights());
    fillUnits();
    if (unit)
        m_unit->setCurrentIndex(std::max(0, m_unit->findData(text(toString(*unit)))));
    m_isFollowing = false;
    followKind();
    emit edited();
}

void StayFields::follow(QWidget *changed)
{
    if (m_isFollowing)
        return;
    m_isFollowing = true;
    if (const auto known = m_house.offering(offering()); changed == m_offering && known && known->startsAt) {
        // A performance is on its own date only.
        const QDate date = qDate(std::chrono::floor<Days>(*known->startsAt));
        m_arrival->setDate(date);
        m_departure->setDate(date);
        m_nights->setValue(0);
    }
    if (changed == m_arrival || changed == m_nights)
        m_departure->setDate(m_arrival->date().addDays(m_nights->value()));
    else if (changed == m_departure)
        m_nights->setValue(static_cast<int>(m_arrival->date().daysTo(m_departure->date())));
    if (changed != m_unit)
        fillUnits();
    m_isFollowing = false;
    if (changed == m_offering)
        followKind();
    emit edited();
}

OfferingId StayFields::offering() const
{
    const auto id = parseUuid(utf8(m_offering->currentData().toString()));
    return id ? OfferingId{*id} : OfferingId{};
}

Stay StayFields::stay() const
{
    return {domainDate(m_arrival->date()), domainDate(m_departure->date())};
}

std::optional<UnitId> StayFields::unit() const
{
    const auto id = parseUuid(utf8(m_unit->currentData().toString()));
    return id ? std::optional(UnitId{*id}) : std::nullopt;
}

void StayFields::fixArrival()
{
    m_arrival->setEnabled(false);
}

QWidget *StayFields::firstField() const
{
    return m_offering;
}

} // namespace deskbell::ui
