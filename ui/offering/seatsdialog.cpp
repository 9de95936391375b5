#include "ui/offering/seatsdialog.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/format.h"
#include "ui/parts/fieldgrid.h"
#include "ui/parts/moneyedit.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {
/// For how long a title is lent unless the person says otherwise.
constexpr Days loanDays{14};
} // namespace

SeatsDialog::SeatsDialog(const House &house, Asker &asker, const ReservationWish &wish, QWidget *parent)
    : TakingDialog("seatsDialog", house, asker, wish, parent), m_offering(new QComboBox(this)),
      m_quantity(new QSpinBox(this)), m_free(makeLabel(this, "muted")), m_day(new QDateEdit(this)),
      m_price(new MoneyEdit(this))
{
    setRoomySize({820, 420});
    build();
    fill(wish);
    connect(m_offering, &QComboBox::currentIndexChanged, this, &SeatsDialog::followOffering);
    connect(m_quantity, &QSpinBox::valueChanged, this, &SeatsDialog::followOffering);
    connect(m_price, &MoneyEdit::moneyEdited, this, &SeatsDialog::check);
    connect(m_day, &QDateEdit::dateChanged, this, &SeatsDialog::check);
    texts()->keep([this] {
        say();
        followOffering();
    });
}

void SeatsDialog::build()
{
    m_offering->setObjectName(QStringLiteral("seatsOffering"));
    m_quantity->setObjectName(QStringLiteral("seatsQuantity"));
    m_day->setObjectName(QStringLiteral("seatsDay"));
    m_price->setObjectName(QStringLiteral("seatsPrice"));
    m_free->setObjectName(QStringLiteral("seatsFree"));
    m_quantity->setRange(1, maxQuantity);
    m_day->setCalendarPopup(true);
    m_day->setDateRange(QDate(1990, 1, 1), QDate(2199, 12, 31));
    auto *top = new FieldGrid;
    QLabel *what = top->add(m_offering, 0, 0);
    top->addWidget(m_free, 2, 0);
    left()->addLayout(top);
    auto *grid = new FieldGrid;
    m_quantityLabel = grid->add(m_quantity, 0, 0);
    m_dayLabel = grid->add(m_day, 0, 1);
    m_priceLabel = grid->add(m_price, 0, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    left()->addLayout(grid);
    addNote(left());
    addGuest(right());
    right()->addStretch();
    texts()->keep([what] { what->setText(tr("&What")); });
}

void SeatsDialog::say()
{
    m_quantityLabel->setText(tr("&How many"));
    m_priceLabel->setText(tr("&Total price"));
    m_day->setLocale(QLocale());
    m_day->setDisplayFormat(tr("ddd d MMM yyyy", "date pattern of a field"));
    m_day->calendarWidget()->setLocale(QLocale());
    const QVariant before = m_offering->currentData();
    const QSignalBlocker quiet(m_offering);
    m_offering->clear();
    for (const Offering &one : house().onSale()) {
        if (one.workflow.slotKind == SlotKind::Once)
            m_offering->addItem(offeringText(one), text(toString(one.id)));
    }
    m_offering->setCurrentIndex(std::max(0, m_offering->findData(before)));
}

void SeatsDialog::fill(const ReservationWish &wish)
{
    say();
    m_offering->setCurrentIndex(std::max(0, m_offering->findData(text(toString(wish.offering)))));
    m_day->setDate(qDate(house().property().businessDate + loanDays));
    if (const auto &earlier = from()) {
        m_quantity->setValue(earlier->quantity);
        m_day->setDate(qDate(earlier->stay.departure));
    }
}

std::optional<Offering> SeatsDialog::offering() const
{
    const auto id = parseUuid(utf8(m_offering->currentData().toString()));
    return id ? house().offering(OfferingId{*id}) : std::nullopt;
}

void SeatsDialog::followOffering()
{
    const auto known = offering();
    if (!known)
        return;
    const OfferingKind kind = kindOf(known->workflow);
    const int free = house().free(known->id, house().property().businessDate);
    m_free->setText(tr("%1 of %2 free", "how many, of 120 seats")
                        .arg(QLocale().toString(std::max(0, free)), countText(known->capacity, kind)));
    const bool isTitle = kind == OfferingKind::Title;
    m_dayLabel->setText(isTitle ? tr("Back &by") : tr("&On"));
    m_day->setVisible(!known->startsAt);
    m_dayLabel->setVisible(!known->startsAt);
    const bool costs = known->workflow.payment != PaymentTiming::None;
    m_price->setVisible(costs);
    m_priceLabel->setVisible(costs);
    proposePrice(*known);
    check();
}

void SeatsDialog::proposePrice(const Offering &offering)
{
    const std::pair wanted(offering.id, m_quantity->value());
    if (std::exchange(m_priced, wanted) == wanted)
        return; // what was typed stays
    // What was agreed stays agreed for as many of the same.
    const bool isAgreed = from() && from()->offering == offering.id &&
                          from()->quantity == m_quantity->value() && !from()->nightlyPrices.empty();
    m_price->setMoney({isAgreed ? from()->nightlyPrices.front() : offering.basePrice * m_quantity->value(),
                       house().property().currency});
}

void SeatsDialog::followHouse()
{
    say();
    followOffering();
}

bool SeatsDialog::isTooMany() const
{
    const auto known = offering();
    return known && m_quantity->value() > house().free(known->id, house().property().businessDate);
}

QString SeatsDialog::problem() const
{
    const auto known = offering();
    if (!known)
        return tr("There is no performance and no title yet.");
    if (isTooMany()) {
        const int free = house().free(known->id, house().property().businessDate);
        return tr("Only %1 left.").arg(countText(std::max(0, free), kindOf(known->workflow)));
    }
    if (!known->startsAt && domainDate(m_day->date()) < house().property().businessDate)
        return tr("This date is in the past.");
    if (!m_price->isHidden() && !m_price->money())
        return m_price->problem();
    return {};
}

void SeatsDialog::check()
{
    setInvalid(m_quantity, isTooMany());
    const auto money = m_price->money();
    total()->setText(m_price->isHidden() ? tr("Free of charge") : money ? moneyText(*money) : tr("—"));
    TakingDialog::check();
}

void SeatsDialog::fillIn(MakeReservation &make) const
{
    const auto known = offering();
    make.offering = known->id;
    const Date day = domainDate(m_day->date());
    if (known->startsAt) {
        const Date date = std::chrono::floor<Days>(*known->startsAt);
        make.stay = {date, date};
    } else if (kindOf(known->workflow) == OfferingKind::Title) {
        make.stay = {house().property().businessDate, day};
    } else {
        make.stay = {day, day};
    }
    make.quantity = m_quantity->value();
    make.adults = std::min(m_quantity->value(), 20);
    make.nightlyPrices = {m_price->isHidden() ? 0 : m_price->money().value_or(Money{}).minor};
}

} // namespace deskbell::ui
