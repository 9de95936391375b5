#include "ui/offering/stockdelegate.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>

#include "models/offeringsmodel.h"
#include "models/queuemodel.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/plaintext.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace deskbell::ui {

namespace {
constexpr int barWidth = 90;
constexpr int barHeight = 6;

int rowHeight(const QStyleOptionViewItem &option)
{
    return QFontMetrics(option.font).height() + 2 * space::s;
}
} // namespace

StockDelegate::StockDelegate(const models::Book &book, QObject *parent)
    : QStyledItemDelegate(parent), m_book(book)
{
}

QString StockDelegate::wordsOf(const QModelIndex &index) const
{
    using models::OfferingsModel;
    const auto which = static_cast<models::OfferingIndex>(index.data(models::OfferingIndexRole).toUInt());
    const Offering &offering = m_book.offering(which);
    switch (index.column()) {
    case OfferingsModel::Name:
        return nameOnSale(shown(index.data().toString()), offering.sale);
    case OfferingsModel::When:
        return offering.startsAt ? minuteText(*offering.startsAt) : QString();
    case OfferingsModel::Free:
        return tr("%1 of %2 free", "how many, of how many")
            .arg(QLocale().toString(index.data().toInt()), QLocale().toString(offering.capacity));
    case OfferingsModel::Capacity:
        return countText(offering.capacity, kindOf(offering.workflow));
    case OfferingsModel::Procedure:
        return workflowName(std::string(offering.workflow.name));
    case OfferingsModel::Price:
        return offering.workflow.payment == PaymentTiming::None
                   ? tr("free of charge")
                   : moneyText({offering.basePrice, m_book.property().currency});
    default:
        return shown(index.data().toString());
    }
}

void StockDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == models::OfferingsModel::Name)
        option->font.setWeight(QFont::DemiBold);
}

QSize StockDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    const int bar =
        m_areBarsShown && index.column() == models::OfferingsModel::Free ? barWidth + space::s : 0;
    return {QFontMetrics(full.font).horizontalAdvance(full.text) + bar + 2 * space::m, rowHeight(option)};
}

void StockDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    if (!m_areBarsShown || index.column() != models::OfferingsModel::Free) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    paintBar(*painter, option, index);
}

void StockDelegate::paintBar(QPainter &painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Theme &t = Theme::of(option.palette);
    const bool isChosen = option.state & QStyle::State_Selected;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(option.rect, isChosen ? t.accentSoft : t.surface);
    const int capacity = index.data(models::CapacityRole).toInt();
    const int taken = index.data(models::TakenRole).toInt();
    const qreal part = capacity > 0 ? std::clamp(double(taken) / capacity, 0.0, 1.0) : 0.0;
    const QRectF bar(option.rect.left() + space::s, option.rect.center().y() - barHeight / 2.0 + 0.5,
                     barWidth, barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.border);
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    const QColor color = taken >= capacity ? t.bad : part > 0.85 ? t.warn : t.good;
    painter.setBrush(color);
    if (taken > 0)
        painter.drawRoundedRect(
            QRectF(bar.left(), bar.top(), std::max<qreal>(barHeight, bar.width() * part), barHeight),
            barHeight / 2.0, barHeight / 2.0);
    painter.setPen(t.text);
    painter.setFont(option.font);
    painter.drawText(option.rect.adjusted(barWidth + 2 * space::s, 0, -space::xs, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
    painter.restore();
}

HolderDelegate::HolderDelegate(const models::Book &book, QObject *parent)
    : QStyledItemDelegate(parent), m_book(book)
{
}

QString HolderDelegate::wordsOf(const QModelIndex &index) const
{
    using models::QueueModel;
    const models::BookedStay &stay = m_book.at(index.data(models::StayRole).toUInt());
    const OfferingKind kind = kindOf(m_book.offering(stay.offering).workflow);
    switch (index.column()) {
    case QueueModel::State:
        return stateName(stay.state, kind);
    case QueueModel::Quantity:
        return countText(stay.quantity, kind);
    case QueueModel::Arrival:
        return shortDateText(stay.arrival());
    case QueueModel::Departure:
        return shortDateText(stay.departure());
    case QueueModel::UnitName:
        return stay.unit == models::noUnit ? QStringLiteral("–") : shown(m_book.unitName(stay.unit));
    case QueueModel::Owed:
        return stay.owed > 0 ? moneyText({stay.owed, m_book.property().currency}) : QStringLiteral("–");
    default:
        return shown(index.data().toString());
    }
}

void HolderDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    using models::QueueModel;
    QStyledItemDelegate::initStyleOption(option, index);
    const models::BookedStay &stay = m_book.at(index.data(models::StayRole).toUInt());
    const auto decorate = [&](Mark mark, Tone tone) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = markIcon(mark, tone);
        option->decorationSize = {14, 14};
    };
    if (index.column() == QueueModel::State)
        decorate(markOf(stay.state), Tone::Muted);
    if (index.column() == QueueModel::Guest && stay.hasConflict)
        decorate(Mark::Conflict, Tone::Bad);
    else if (index.column() == QueueModel::Guest && stay.waiting > 0)
        decorate(Mark::Waiting, Tone::Accent);
    const bool isOver = isFinal(stay.state);
    if (isOver)
        option->palette.setColor(QPalette::Text, Theme::of(option->palette).textMuted);
}

QSize HolderDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    const int icon = full.features & QStyleOptionViewItem::HasDecoration ? 14 + 2 * space::s : 0;
    return {QFontMetrics(full.font).horizontalAdvance(full.text) + icon + 2 * space::m, rowHeight(option)};
}

} // namespace deskbell::ui
