#include "ui/queue/queuedelegate.h"

#include <QPainter>

#include "models/queuemodel.h"
#include "ui/format.h"
#include "ui/marks.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace deskbell::ui {

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
    const QString where =
        stay.unit == models::noUnit ? m_book.offeringName(stay.offering) : m_book.unitName(stay.unit);
    QString all = tr("%1, %2, %3, %4", "guest, state, stay, room")
                      .arg(m_book.guest(stay), stateName(stay.state), stayText(stay.stay()), where);
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
    const Theme &t = Theme::of(option.palette);
    const StateLook &look = t.look(stay.state);
    const bool isChosen = option.state & QStyle::State_Selected;
    const bool isUnderMouse = option.state & QStyle::State_MouseOver;
    painter->save();
    const QRect box = option.rect;
    painter->fillRect(box, isChosen ? t.accentSoft : isUnderMouse ? t.raised : t.surface);
    painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), t.border);
    painter->fillRect(QRect(box.left(), box.top(), 3, box.height() - 1), look.edge);
    if (option.state & QStyle::State_HasFocus && isChosen) {
        painter->setPen(QPen(t.accent, 1));
        painter->drawRect(QRectF(box).adjusted(3.5, 0.5, -0.5, -1.5));
    }

    const QFontMetrics metrics(option.font);
    const int line = metrics.height();
    const int left = box.left() + space::m;
    const int right = box.right() - space::m;
    const int top = box.top() + space::s;
    drawMark(*painter, QRectF(left, top + (line - 14) / 2.0, 14, 14), markOf(stay.state), look.edge);

    // On the right: what this lane is about, money first.
    const bool isOwing = stay.owed > 0;
    QString amount;
    if (isOwing)
        amount = moneyText({stay.owed, m_book.property().currency});
    const QString room = stay.unit == models::noUnit ? QString() : m_book.unitName(stay.unit);
    int nameRight = right;
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics boldMetrics(bold);
    if (!room.isEmpty()) {
        painter->setFont(bold);
        painter->setPen(t.text);
        const int width = boldMetrics.horizontalAdvance(room);
        painter->drawText(QRect(right - width, top, width, line), Qt::AlignVCenter, room);
        nameRight -= width + space::s;
    }
    const auto sign = [&](Mark mark, const QColor &color) {
        nameRight -= 14;
        drawMark(*painter, QRectF(nameRight, top + (line - 13) / 2.0, 13, 13), mark, color);
        nameRight -= space::xs;
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
    painter->setFont(bold);
    painter->setPen(t.text);
    const int nameLeft = left + 14 + space::s;
    painter->drawText(QRect(nameLeft, top, nameRight - nameLeft, line), Qt::AlignVCenter,
                      boldMetrics.elidedText(m_book.guest(stay), Qt::ElideRight, nameRight - nameLeft));

    const int second = top + line;
    painter->setFont(option.font);
    int detailRight = right;
    if (!amount.isEmpty()) {
        painter->setPen(t.textMuted);
        const int width = metrics.horizontalAdvance(amount);
        painter->drawText(QRect(right - width, second, width, line), Qt::AlignVCenter, amount);
        detailRight -= width + space::s;
    }
    painter->setPen(t.textMuted);
    const QString detail = tr("%1 – %2 · %3", "arrival, departure, room type")
                               .arg(shortDateText(stay.arrival()), shortDateText(stay.departure()),
                                    text(m_book.offering(stay.offering).code));
    painter->drawText(QRect(nameLeft, second, detailRight - nameLeft, line), Qt::AlignVCenter,
                      metrics.elidedText(detail, Qt::ElideRight, detailRight - nameLeft));
    painter->restore();
}

} // namespace deskbell::ui
