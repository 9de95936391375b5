#include "ui/reservation/nightprices.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/format.h"
#include "ui/parts/moneyedit.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {
/// As high as its nights, up to ten of them; it may become as low as four.
class NightScroll : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;
    QSize sizeHint() const override
    {
        return {widget()->sizeHint().width() + verticalScrollBar()->sizeHint().width(), upTo(330)};
    }
    QSize minimumSizeHint() const override { return {sizeHint().width(), upTo(150)}; }

private:
    int upTo(int most) const { return std::min(widget()->sizeHint().height() + 2 * frameWidth(), most); }
};
} // namespace

NightPrices::NightPrices(QWidget *parent)
    : QWidget(parent), m_texts(new TextKeeper(this)), m_allLabel(makeLabel(this)), m_all(new MoneyEdit(this)),
      m_page(nullptr), m_grid(nullptr)
{
    m_all->setObjectName(QStringLiteral("priceAll"));
    m_allLabel->setBuddy(m_all);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_scroll = new NightScroll(this);
    auto *top = new QHBoxLayout;
    top->addWidget(m_allLabel, 1);
    top->addWidget(m_all);
    // The prices stand under each other, also beside a bar.
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, [top, bar](int, int most) {
        top->setContentsMargins(0, 0, space::xs + (most > 0 ? bar->sizeHint().width() : 0), 0);
    });
    top->setContentsMargins(0, 0, space::xs, 0);
    m_all->setFixedWidth(120);
    column->addLayout(top);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_page = new QWidget(m_scroll);
    m_page->setProperty("role", QStringLiteral("page"));
    auto *pageColumn = new QVBoxLayout(m_page);
    pageColumn->setContentsMargins(0, 0, space::xs, 0);
    m_grid = new QGridLayout;
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 1);
    pageColumn->addLayout(m_grid);
    pageColumn->addStretch();
    m_scroll->setWidget(m_page);
    column->addWidget(m_scroll, 1);
    connect(m_all, &MoneyEdit::moneyEdited, this, &NightPrices::setAll);
    m_texts->keep([this] { say(); });
}

void NightPrices::setNights(std::vector<Night> nights, const What &what)
{
    m_nights = std::move(nights);
    m_what = what;
    m_all->setCurrency(what.currency);
    m_all->setVisible(what.of != Of::Together);
    m_allLabel->setVisible(what.of != Of::Together);
    rebuild();
}

void NightPrices::rebuild()
{
    std::vector<QWidget *> old(m_fields.begin(), m_fields.end());
    old.insert(old.end(), m_labels.begin(), m_labels.end());
    for (QWidget *widget : old) {
        widget->hide(); // gone at once, deleted when the event that brought us here is over
        widget->deleteLater();
    }
    m_fields.clear();
    m_labels.clear();
    int row = 0;
    QWidget *last = m_all;
    for (const Night &night : m_nights) {
        auto *date = makeLabel(m_page);
        auto *free = makeLabel(m_page);
        auto *price = new MoneyEdit(m_page);
        price->setObjectName(QStringLiteral("price%1").arg(row));
        price->setFixedWidth(120);
        price->setMoney({night.price, m_what.currency});
        date->setBuddy(price);
        m_grid->addWidget(date, row, 0);
        m_grid->addWidget(free, row, 1, Qt::AlignLeft);
        m_grid->addWidget(price, row, 2);
        m_fields.push_back(price);
        m_labels.push_back(date);
        m_labels.push_back(free);
        connect(price, &MoneyEdit::moneyEdited, this, &NightPrices::edited);
        setTabOrder(last, price);
        last = price;
        ++row;
    }
    const bool isSame = std::all_of(m_nights.begin(), m_nights.end(), [&](const Night &night) {
        return night.price == m_nights.front().price;
    });
    if (isSame && !m_nights.empty())
        m_all->setMoney({m_nights.front().price, m_what.currency});
    else
        m_all->clear();
    say();
    m_scroll->updateGeometry();
}

void NightPrices::say()
{
    m_allLabel->setText(tr("P&rice per night (%1)").arg(currencySign(m_what.currency)));
    for (std::size_t i = 0; i < m_nights.size(); ++i) {
        const Night &night = m_nights[i];
        const QString date = weekdayDateText(night.date);
        m_labels[2 * i]->setText(m_what.of == Of::Together ? tr("Total price")
                                 : m_what.of == Of::DayUse ? tr("Day use, %1").arg(date)
                                                           : date);
        QLabel *free = m_labels[2 * i + 1];
        const bool isFull = night.free < m_what.wanted;
        free->setText(night.free <= 0             ? tr("full")
                      : m_what.of == Of::Together ? tr("%n left", "seats or copies", night.free)
                                                  : tr("%n free", "rooms in a night", night.free));
        free->setProperty("role", isFull ? QStringLiteral("error") : QStringLiteral("muted"));
        repolish(free);
        m_fields[i]->setAccessibleName(m_what.of == Of::Together
                                           ? tr("Total price")
                                           : tr("Price of the night of %1").arg(dateText(night.date)));
    }
}

void NightPrices::setAll()
{
    if (const auto price = m_all->money()) {
        for (MoneyEdit *field : m_fields)
            field->setMoney(*price);
    }
    emit edited();
}

std::vector<std::int64_t> NightPrices::prices() const
{
    std::vector<std::int64_t> all;
    for (const MoneyEdit *field : m_fields)
        all.push_back(field->money().value_or(Money{}).minor);
    return all;
}

Money NightPrices::total() const
{
    Money sum{0, m_what.currency};
    for (const std::int64_t price : prices())
        sum.minor += price;
    return sum;
}

bool NightPrices::isValid() const
{
    return problem().isEmpty();
}

QString NightPrices::problem() const
{
    if (m_fields.empty())
        return tr("A price is missing.");
    // Nothing in the field for all: each night has its own.
    const bool isForAll = !m_all->isHidden() && !m_all->text().trimmed().isEmpty();
    if (isForAll && !m_all->money())
        return m_all->problem();
    for (const MoneyEdit *field : m_fields) {
        if (!field->money())
            return field->problem();
    }
    return {};
}

bool NightPrices::isFullSomewhere() const
{
    return std::any_of(m_nights.begin(), m_nights.end(),
                       [this](const Night &night) { return night.free < m_what.wanted; });
}

} // namespace deskbell::ui
