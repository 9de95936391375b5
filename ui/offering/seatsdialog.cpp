#include "ui/offering/seatsdialog.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/asker.h"
#include "ui/format.h"
#include "ui/parts/moneyedit.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/reservation/guestform.h"
#include "ui/sentences.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {
/// For how long a title is lent unless the person says otherwise.
constexpr Days loanDays{14};
} // namespace

SeatsDialog::SeatsDialog(const House &house, Asker &asker, const ReservationWish &wish, QWidget *parent)
    : DeskDialog("seatsDialog", parent), m_house(house), m_asker(asker),
      m_id(wish.from ? wish.from->reservation : ReservationId{asker.desk().newId()}),
      m_supersedes(wish.supersedes), m_offering(new QComboBox(this)), m_quantity(new QSpinBox(this)),
      m_quantityLabel(makeLabel(this)), m_free(makeLabel(this, "muted")), m_dayLabel(makeLabel(this)),
      m_day(new QDateEdit(this)), m_priceLabel(makeLabel(this)), m_price(new MoneyEdit(this)),
      m_guest(new GuestForm(this)), m_note(new QPlainTextEdit(this)), m_total(makeLabel(this, "display"))
{
    setMinimumSize(820, 420);
    build();
    fill(wish);
    connect(m_offering, &QComboBox::currentIndexChanged, this, &SeatsDialog::followOffering);
    connect(m_quantity, &QSpinBox::valueChanged, this, &SeatsDialog::followOffering);
    connect(m_price, &MoneyEdit::moneyEdited, this, &SeatsDialog::check);
    connect(m_day, &QDateEdit::dateChanged, this, &SeatsDialog::check);
    connect(m_guest, &GuestForm::edited, this, &SeatsDialog::check);
    connect(m_note, &QPlainTextEdit::textChanged, this, &SeatsDialog::check);
    connect(acceptButton(), &QPushButton::clicked, this, &SeatsDialog::submit);
    texts()->keep([this] {
        say();
        followOffering();
    });
    m_guest->nameField()->setFocus();
}

void SeatsDialog::build()
{
    m_offering->setObjectName(QStringLiteral("seatsOffering"));
    m_quantity->setObjectName(QStringLiteral("seatsQuantity"));
    m_day->setObjectName(QStringLiteral("seatsDay"));
    m_price->setObjectName(QStringLiteral("seatsPrice"));
    m_note->setObjectName(QStringLiteral("reservationNote"));
    m_free->setObjectName(QStringLiteral("seatsFree"));
    m_quantity->setRange(1, maxQuantity);
    m_day->setCalendarPopup(true);
    m_day->setDateRange(QDate(1990, 1, 1), QDate(2199, 12, 31));
    m_note->setTabChangesFocus(true);
    m_note->setMinimumHeight(60);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(space::xl);
    auto *left = new QVBoxLayout;
    left->setSpacing(space::xs);
    auto *what = makeLabel(this);
    what->setBuddy(m_offering);
    m_quantityLabel->setBuddy(m_quantity);
    m_dayLabel->setBuddy(m_day);
    m_priceLabel->setBuddy(m_price);
    auto *note = makeLabel(this);
    note->setBuddy(m_note);
    left->addWidget(what);
    left->addWidget(m_offering);
    left->addWidget(m_free);
    left->addSpacing(space::s);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::xs);
    grid->addWidget(m_quantityLabel, 0, 0);
    grid->addWidget(m_quantity, 1, 0);
    grid->addWidget(m_dayLabel, 0, 1);
    grid->addWidget(m_day, 1, 1);
    grid->addWidget(m_priceLabel, 0, 2);
    grid->addWidget(m_price, 1, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    left->addLayout(grid);
    left->addSpacing(space::s);
    left->addWidget(note);
    left->addWidget(m_note, 1);
    columns->addLayout(left, 1);
    auto *right = new QVBoxLayout;
    right->addWidget(m_guest);
    right->addStretch();
    columns->addLayout(right, 1);
    body()->addLayout(columns, 1);
    buttonRow()->insertWidget(0, m_total);
    texts()->keep([what, note] {
        what->setText(tr("&What"));
        note->setText(tr("Not&e"));
    });
}

void SeatsDialog::say()
{
    setHeading(tr("New reservation"));
    acceptButton()->setText(tr("&Take the reservation"));
    m_note->setPlaceholderText(tr("What colleagues should know"));
    m_quantityLabel->setText(tr("&How many"));
    m_priceLabel->setText(tr("&Price together"));
    m_day->setLocale(QLocale());
    m_day->setDisplayFormat(tr("ddd d MMM yyyy", "date pattern of a field"));
    m_day->calendarWidget()->setLocale(QLocale());
    const QVariant before = m_offering->currentData();
    const QSignalBlocker quiet(m_offering);
    m_offering->clear();
    for (const Offering &one : m_house.offerings()) {
        if (one.workflow.slotKind != SlotKind::Once)
            continue;
        const QString name =
            one.startsAt ? tr("%1 – %2", "performance, when").arg(text(one.name), minuteText(*one.startsAt))
                         : text(one.name);
        m_offering->addItem(name, text(toString(one.id)));
    }
    m_offering->setCurrentIndex(std::max(0, m_offering->findData(before)));
}

void SeatsDialog::fill(const ReservationWish &wish)
{
    say();
    m_offering->setCurrentIndex(std::max(0, m_offering->findData(text(toString(wish.offering)))));
    m_day->setDate(qDate(m_house.property().businessDate + loanDays));
    if (const auto &from = wish.from) {
        m_guest->setGuest(from->guest);
        m_quantity->setValue(from->quantity);
        m_day->setDate(qDate(from->stay.departure));
        m_note->setPlainText(text(from->note));
    }
}

std::optional<Offering> SeatsDialog::offering() const
{
    const auto id = parseUuid(utf8(m_offering->currentData().toString()));
    return id ? m_house.offering(OfferingId{*id}) : std::nullopt;
}

void SeatsDialog::followOffering()
{
    const auto known = offering();
    if (!known)
        return;
    const OfferingKind kind = kindOf(known->workflow);
    const int free = m_house.free(known->id, m_house.property().businessDate);
    m_free->setText(tr("%1 of %2 free", "how many, of 120 seats")
                        .arg(QLocale().toString(std::max(0, free)), countText(known->capacity, kind)));
    const bool isTitle = kind == OfferingKind::Title;
    m_dayLabel->setText(isTitle ? tr("Back &by") : tr("&On"));
    m_day->setVisible(!known->startsAt);
    m_dayLabel->setVisible(!known->startsAt);
    const bool costs = known->workflow.payment != PaymentTiming::None;
    m_price->setVisible(costs);
    m_priceLabel->setVisible(costs);
    m_price->setMoney({known->basePrice * m_quantity->value(), m_house.property().currency});
    check();
}

QString SeatsDialog::problem() const
{
    const auto known = offering();
    if (!known)
        return tr("There is no performance and no title yet.");
    const int free = m_house.free(known->id, m_house.property().businessDate);
    if (m_quantity->value() > free)
        return tr("Only %1 left.").arg(countText(std::max(0, free), kindOf(known->workflow)));
    if (!known->startsAt && domainDate(m_day->date()) < m_house.property().businessDate)
        return tr("This date lies in the past.");
    if (!m_price->isHidden() && !m_price->money())
        return tr("A price is missing or is not an amount.");
    if (m_note->toPlainText().toUtf8().size() > static_cast<qsizetype>(maxText))
        return tr("The note is too long.");
    return m_guest->problem();
}

void SeatsDialog::check()
{
    const QString wrong = problem();
    acceptButton()->setEnabled(wrong.isEmpty() && !isSent());
    const auto known = offering();
    const bool isTooMany =
        known && m_quantity->value() > m_house.free(known->id, m_house.property().businessDate);
    setInvalid(m_quantity, isTooMany);
    const auto money = m_price->money();
    m_total->setText(m_price->isHidden() ? tr("Free of charge") : money ? moneyText(*money) : tr("—"));
    const bool isUntouched =
        m_guest->nameField()->text().isEmpty() && !m_guest->nameField()->isModified() && !isTooMany;
    if (wrong.isEmpty())
        banner()->clear();
    else if (isUntouched)
        banner()->tell(Banner::Kind::Info, tr("Enter the guest's name to take the reservation."));
    else
        banner()->tell(Banner::Kind::Bad, wrong);
}

MakeReservation SeatsDialog::wanted() const
{
    const auto known = offering();
    const Date today = m_house.property().businessDate;
    MakeReservation make;
    make.reservation = m_id;
    make.offering = known->id;
    const Date day = domainDate(m_day->date());
    if (known->startsAt) {
        const Date date = std::chrono::floor<Days>(*known->startsAt);
        make.stay = {date, date};
    } else if (kindOf(known->workflow) == OfferingKind::Title) {
        make.stay = {today, day};
    } else {
        make.stay = {day, day};
    }
    make.quantity = m_quantity->value();
    make.guest = m_guest->guest();
    make.adults = std::min(m_quantity->value(), 20);
    make.currency = m_house.property().currency;
    make.nightlyPrices = {m_price->isHidden() ? 0 : m_price->money().value_or(Money{}).minor};
    make.channel = "desk";
    make.note = utf8(m_note->toPlainText().trimmed());
    return make;
}

void SeatsDialog::submit()
{
    if (isSent() || !problem().isEmpty())
        return;
    models::SubmitOptions options;
    options.supersedes = m_supersedes;
    askOnce(m_asker, wanted(), m_house, options);
}

} // namespace deskbell::ui
