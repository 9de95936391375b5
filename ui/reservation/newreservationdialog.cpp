#include "ui/reservation/newreservationdialog.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/asker.h"
#include "ui/format.h"
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
    : DeskDialog("newReservationDialog", parent), m_house(house),
      m_asker(asker), m_id{ReservationId{asker.desk().newId()}}, m_supersedes(wish.supersedes),
      m_stay(new StayFields(house, {}, this)), m_prices(new NightPrices(this)), m_guest(new GuestForm(this)),
      m_adults(new QSpinBox(this)), m_children(new QSpinBox(this)), m_channel(new QComboBox(this)),
      m_note(new QPlainTextEdit(this)), m_total(makeLabel(this, "display")), m_how(makeLabel(this, "muted"))
{
    setMinimumSize(900, 540);
    build();
    fill(wish);
    connect(m_stay, &StayFields::edited, this, &NewReservationDialog::followStay);
    connect(m_prices, &NightPrices::edited, this, &NewReservationDialog::followTotal);
    connect(m_guest, &GuestForm::edited, this, &NewReservationDialog::check);
    connect(m_adults, &QSpinBox::valueChanged, this, &NewReservationDialog::check);
    connect(m_children, &QSpinBox::valueChanged, this, &NewReservationDialog::check);
    connect(m_note, &QPlainTextEdit::textChanged, this, &NewReservationDialog::check);
    connect(acceptButton(), &QPushButton::clicked, this, &NewReservationDialog::submit);
    texts()->keep([this] {
        say();
        followStay();
    });
    m_guest->nameField()->setFocus();
}

void NewReservationDialog::build()
{
    m_adults->setObjectName(QStringLiteral("partyAdults"));
    m_children->setObjectName(QStringLiteral("partyChildren"));
    m_channel->setObjectName(QStringLiteral("reservationChannel"));
    m_note->setObjectName(QStringLiteral("reservationNote"));
    m_total->setObjectName(QStringLiteral("reservationTotal"));
    m_adults->setRange(0, 20);
    m_children->setRange(0, 20);
    m_note->setTabChangesFocus(true);
    m_note->setMinimumHeight(60);
    m_how->setWordWrap(true);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(space::xl);
    auto *left = new QVBoxLayout;
    left->setSpacing(space::m);
    left->addWidget(m_stay);
    left->addWidget(makeRule(this));
    left->addWidget(m_prices, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(space::m);
    right->addWidget(m_guest);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::xs);
    QLabel *labels[4];
    QWidget *const fields[] = {m_adults, m_children, m_channel, m_note};
    for (int i = 0; i < 4; ++i) {
        labels[i] = makeLabel(this);
        labels[i]->setBuddy(fields[i]);
        if (i < 3) {
            grid->addWidget(labels[i], 0, i);
            grid->addWidget(fields[i], 1, i);
        }
    }
    grid->setColumnStretch(2, 1);
    right->addLayout(grid);
    right->addWidget(labels[3]);
    right->addWidget(m_note, 1);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    body()->addLayout(columns, 1);
    body()->addWidget(makeRule(this));
    buttonRow()->insertWidget(0, m_total);
    buttonRow()->insertSpacing(1, space::s);
    buttonRow()->insertWidget(2, m_how, 1);
    texts()->keep([=, this] {
        labels[0]->setText(tr("Ad&ults"));
        labels[1]->setText(tr("C&hildren"));
        labels[2]->setText(tr("&Came by"));
        labels[3]->setText(tr("Not&e"));
    });
}

void NewReservationDialog::say()
{
    setHeading(tr("New reservation"));
    m_note->setPlaceholderText(tr("What colleagues should know, for example a late arrival"));
    acceptButton()->setText(tr("&Take the reservation"));
    const int channel = std::max(0, m_channel->currentIndex());
    m_channel->clear();
    for (const char *name : channels)
        m_channel->addItem(channelName(name), QLatin1String(name));
    m_channel->setCurrentIndex(channel);
}

void NewReservationDialog::fill(const ReservationWish &wish)
{
    const std::vector<Offering> offerings = m_house.offerings();
    Stay stay = wish.stay;
    if (stay == Stay{})
        stay = {m_house.property().businessDate, m_house.property().businessDate + Days{1}};
    OfferingId offering = wish.offering;
    if (offering.isNull() && !offerings.empty()) {
        const auto isRooms = [](const Offering &o) { return o.workflow.slotKind == SlotKind::PerNight; };
        const auto free = std::find_if(offerings.begin(), offerings.end(), [&](const Offering &o) {
            return isRooms(o) && m_house.freeThroughout(o.id, stay) > 0;
        });
        const auto any = std::find_if(offerings.begin(), offerings.end(), isRooms);
        offering = free != offerings.end() ? free->id : any != offerings.end() ? any->id : OfferingId{};
    }
    m_stay->setStay(offering, stay, wish.unit);
    m_adults->setValue(2);
    if (wish.from) {
        m_guest->setGuest(wish.from->guest);
        m_adults->setValue(wish.from->adults);
        m_children->setValue(wish.from->children);
        m_note->setPlainText(text(wish.from->note));
    }
}

void NewReservationDialog::followStay()
{
    const OfferingId offering = m_stay->offering();
    const Stay stay = m_stay->stay();
    if (offering != m_pricedOffering || stay != m_pricedStay) {
        const auto known = m_house.offering(offering);
        const bool isOnce = known && known->workflow.slotKind == SlotKind::Once;
        std::vector<NightPrices::Night> nights;
        const Date end = stay.isDayUse() || isOnce ? stay.arrival + Days{1} : stay.departure;
        for (Date night = stay.arrival; night < end && nights.size() < maxNights; night += Days{1})
            nights.push_back({night, m_house.free(offering, night), known ? known->basePrice : 0});
        m_prices->setNights(std::move(nights), m_house.property().currency, stay.isDayUse());
        m_pricedOffering = offering;
        m_pricedStay = stay;
    }
    const auto known = m_house.offering(offering);
    m_how->setText(known ? workflowName(std::string(known->workflow.name)) : QString());
    followTotal();
}

void NewReservationDialog::followTotal()
{
    m_total->setText(m_prices->isValid() ? moneyText(m_prices->total()) : tr("—"));
    check();
}

QString NewReservationDialog::problem() const
{
    const Stay stay = m_stay->stay();
    if (stay.departure < stay.arrival)
        return tr("The departure lies before the arrival.");
    if (stay.nights() > maxNights)
        return tr("A stay may last a year at most.");
    if (stay.departure < m_house.property().businessDate)
        return tr("These dates lie in the past.");
    if (!m_prices->isValid())
        return tr("A price is missing or is not an amount.");
    if (m_adults->value() + m_children->value() == 0)
        return tr("There must be at least one guest.");
    if (m_note->toPlainText().toUtf8().size() > static_cast<qsizetype>(maxText))
        return tr("The note is too long.");
    return m_guest->problem();
}

void NewReservationDialog::check()
{
    const QString wrong = problem();
    acceptButton()->setEnabled(wrong.isEmpty() && !isSent());
    if (!wrong.isEmpty()) {
        // Nothing typed yet is no mistake.
        if (m_guest->nameField()->text().isEmpty() && !m_guest->nameField()->isModified())
            banner()->tell(Banner::Kind::Info, tr("Enter the guest's name to take the reservation."));
        else
            banner()->tell(Banner::Kind::Bad, wrong);
    } else if (m_prices->isFullSomewhere()) {
        banner()->tell(Banner::Kind::Warn,
                       tr("No room of this type is free in every night. It can be taken as "
                          "a request only; the hotel has to confirm it."));
    } else {
        banner()->clear();
    }
}

void NewReservationDialog::submit()
{
    if (isSent() || !problem().isEmpty())
        return;
    MakeReservation make;
    make.reservation = m_id;
    make.offering = m_stay->offering();
    make.stay = m_stay->stay();
    make.guest = m_guest->guest();
    make.adults = m_adults->value();
    make.children = m_children->value();
    make.currency = m_house.property().currency;
    make.nightlyPrices = m_prices->prices();
    make.wish = m_stay->unit();
    make.channel = utf8(m_channel->currentData().toString());
    make.note = utf8(m_note->toPlainText().trimmed());
    models::SubmitOptions options;
    options.supersedes = m_supersedes;
    askOnce(m_asker, make, m_house, options);
}

} // namespace deskbell::ui
