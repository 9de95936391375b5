#include "ui/queue/queuedelegate.h"

#include <QPainter>

#include "models/queuemodel.h"
#include "ui/format.h"
#include "ui/marks.h"
#include "ui/plaintext.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace deskbell::ui {

namespace {
constexpr int markSize = 14;
constexpr int textLeft = markSize + space::s; ///< behind the state's mark
} // namespace

QueueDelegate::QueueDelegate(const models::Book &book, QObject *parent)
    : QStyledItemDelegate(parent), m_book(book)
{
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, 2 * QFontMetrics(option.font).height() + 2 * space::s + 1};
}

QString QueueDelegate::sentenceOf(const models::BookedStay &stay) const
{
    const QString where = stay.unit == models::noUnit ? shown(m_book.offeringName(stay.offering))
                                                      : shown(m_book.unitName(m_book.unitTonight(stay)));
    const Offering &offering = m_book.offering(stay.offering);
    const OfferingKind kind = kindOf(offering.workflow);
    const QString when = offering.startsAt ? minuteText(*offering.startsAt) : stayText(stay.stay());
    QString all = tr("%1, %2, %3, %4", "guest, state, stay, room")
                      .arg(guestText(m_book.guestUtf8(stay)), stateName(stay.state, kind), when, where);
    if (kind != OfferingKind::Rooms)
        all += tr(", %1", "seats or copies").arg(countText(stay.quantity, kind));
    if (stay.isOverstay())
        all += tr(", overstay");
    if (stay.owed > 0)
        all += tr(", owes %1").arg(moneyText({stay.owed, m_book.property().currency}));
    if (stay.waiting > 0)
        all += tr(", waiting to be sent");
    return all;
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const models::BookedStay &stay = m_book.at(index.data(models::StayRole).toUInt());
    painter->save();
    paintGround(*painter, option, stay);
    const QRect inner = option.rect.adjusted(space::m, space::s, -space::m, -space::s);
    const int line = QFontMetrics(option.font).height();
    const QRect first(inner.left(), inner.top(), inner.width(), line);
    paintFirstLine(*painter, option, stay, first);
    paintSecondLine(*painter, option, stay, first.translated(0, line).adjusted(textLeft, 0, 0, 0));
    painter->restore();
}

void QueueDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                                const models::BookedStay &stay) const
{
    const Theme &t = Theme::of(option.palette);
    const QRect box = option.rect;
    const bool isChosen = option.state & QStyle::State_Selected;
    const bool isUnderMouse = option.state & QStyle::State_MouseOver;
    painter.fillRect(box, isChosen ? t.accentSoft : isUnderMouse ? t.raised : t.surface);
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), t.border);
    painter.fillRect(QRect(box.left(), box.top(), 3, box.height() - 1), t.look(stay.state).edge);
    if (option.state & QStyle::State_HasFocus && isChosen) {
        painter.setPen(QPen(t.accent, 1));
        painter.drawRect(QRectF(box).adjusted(3.5, 0.5, -0.5, -1.5));
    }
}

void QueueDelegate::paintFirstLine(QPainter &painter, const QStyleOptionViewItem &option,
                                   const models::BookedStay &stay, const QRect &line) const
{
    const Theme &t = Theme::of(option.palette);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    painter.setFont(bold);
    int right = line.right();
    if (stay.unit != models::noUnit) {
        const QString room = shown(m_book.unitName(m_book.unitTonight(stay)));
        const int width = metrics.horizontalAdvance(room);
        painter.setPen(t.text);
        painter.drawText(QRect(right - width, line.top(), width, line.height()), Qt::AlignVCenter, room);
        right -= width + space::s;
    }
    const auto sign = [&](Mark mark, const QColor &color) {
        right -= markSize;
        drawMark(painter, QRectF(right, line.top() + (line.height() - markSize) / 2.0, markSize, markSize),
                 mark, color);
        right -= space::xs;
    };
    if (stay.hasConflict)
        sign(Mark::Conflict, t.bad);
    else if (stay.waiting > 0)
        sign(Mark::Waiting, t.accent);
    if (stay.isProviderBusy)
        sign(Mark::ProviderBusy, t.warn);
    else if (stay.isPaymentUnderWay)
        sign(Mark::PaymentUnderWay, t.accent);
    if (stay.hasNote)
        sign(Mark::Note, t.textMuted);
    drawMark(painter, QRectF(line.left(), line.top() + (line.height() - markSize) / 2.0, markSize, markSize),
             markOf(stay.state), t.look(stay.state).edge);
    painter.setPen(t.text);
    const int left = line.left() + textLeft;
    painter.drawText(QRect(left, line.top(), right - left, line.height()), Qt::AlignVCenter,
                     metrics.elidedText(guestText(m_book.guestUtf8(stay)), Qt::ElideRight, right - left));
}

void QueueDelegate::paintSecondLine(QPainter &painter, const QStyleOptionViewItem &option,
                                    const models::BookedStay &stay, const QRect &line) const
{
    const QFontMetrics metrics(option.font);
    painter.setFont(option.font);
    const Theme &t = Theme::of(option.palette);
    painter.setPen(stay.isOverstay() ? t.bad : t.textMuted);
    int width = line.width();
    if (stay.owed > 0) {
        const QString amount = moneyText({stay.owed, m_book.property().currency});
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, amount);
        width -= metrics.horizontalAdvance(amount) + space::s;
    }
    const Offering &offering = m_book.offering(stay.offering);
    const OfferingKind kind = kindOf(offering.workflow);
    const QString detail =
        kind == OfferingKind::Rooms
            ? tr("%1 – %2 · %3", "arrival, departure, room type")
                  .arg(shortDateText(stay.arrival()), shortDateText(stay.departure()), text(offering.code))
            : tr("%1 · %2 · %3", "date, performance or title, seats or copies")
                  .arg(shortDateText(stay.arrival()), text(offering.name), countText(stay.quantity, kind));
    painter.drawText(line, Qt::AlignVCenter, metrics.elidedText(detail, Qt::ElideRight, width));
}

} // namespace deskbell::ui
