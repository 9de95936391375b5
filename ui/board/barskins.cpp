#include "ui/board/barskins.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

#include "ui/marks.h"

namespace deskbell::ui {

namespace {

/// Wider ones are rare and would fill the memory.
constexpr int widestKept = 1600;
constexpr int mostKept = 1500;
/// Below this a bar has room for its shape only.
constexpr int withMark = 24;
constexpr int withEndMarks = 56;

int markSize(int height)
{
    return std::clamp(height - 9, 9, 15);
}

bool isTentative(ReservationState state)
{
    return state == ReservationState::Requested || state == ReservationState::AwaitingPayment ||
           state == ReservationState::AwaitingConfirmation || state == ReservationState::AwaitingUnit;
}

/// The mark at the left end: where there is little room, only of what a person should do something
/// about; the others' shapes are enough and the name is worth more.
bool hasStateMark(int width, const BarLook &look)
{
    const bool needsRoom = look.isFar || width < withEndMarks;
    return width >= withMark &&
           (!needsRoom || isTentative(look.state) || look.state == ReservationState::NoShow);
}

QVector<qreal> dashesOf(ReservationState state)
{
    switch (state) {
    case ReservationState::AwaitingPayment:
        return {1, 2};
    case ReservationState::AwaitingConfirmation:
        return {6, 2, 1, 2};
    case ReservationState::AwaitingUnit:
        return {8, 3};
    default:
        return {4, 2};
    }
}

void hatch(QPainter &painter, const QRectF &rect, const QColor &color)
{
    painter.setPen(QPen(color, 1));
    for (qreal x = rect.left() - rect.height(); x < rect.right(); x += 6)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
}

void drawBody(QPainter &painter, const QRectF &rect, const BarLook &look, const Theme &theme)
{
    const StateLook &colors = theme.look(look.state);
    const qreal radius = std::min({4.0, rect.width() / 2, rect.height() / 2});
    const QRectF body = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(body, look.isDayUse ? body.height() / 2 : radius,
                         look.isDayUse ? body.height() / 2 : radius);

    painter.fillPath(shape, look.isWish ? theme.surface : colors.fill);
    painter.setClipPath(shape);
    if (look.isWish)
        hatch(painter, body, QColor(colors.edge.red(), colors.edge.green(), colors.edge.blue(), 110));
    if (look.state == ReservationState::InHouse)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 3, rect.width(), 3), colors.edge);
    else if (!isTentative(look.state) && !look.isDayUse && look.state != ReservationState::Departed &&
             rect.width() >= 10)
        painter.fillRect(QRectF(rect.left(), rect.top(), look.isFar ? 2 : 3, rect.height()), colors.edge);
    if (look.state == ReservationState::NoShow) {
        painter.setPen(QPen(colors.edge, 1));
        painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
    }
    painter.setClipping(false);

    QPen pen(look.hasConflict ? theme.bad : colors.edge, look.hasConflict ? 2 : 1);
    if (isTentative(look.state) && !look.hasConflict)
        pen.setDashPattern(dashesOf(look.state));
    else if (look.state == ReservationState::Confirmed || look.state == ReservationState::InHouse ||
             look.state == ReservationState::Departed) {
        // A quiet outline: the fill and the base line speak.
        QColor quiet = pen.color();
        if (!look.hasConflict)
            quiet.setAlpha(theme.scheme == Scheme::Light ? 120 : 150);
        pen.setColor(quiet);
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
}

void drawMarks(QPainter &painter, const QRectF &rect, const BarLook &look, const Theme &theme)
{
    const int size = markSize(static_cast<int>(rect.height()));
    const qreal top = rect.top() + (rect.height() - size) / 2;
    const int width = static_cast<int>(rect.width());
    if (width < withMark) {
        // An own command on its way must show at any zoom.
        if (look.isWaiting && rect.width() >= 4)
            painter.fillRect(QRectF(rect.right() - 2, rect.top(), 2, rect.height() / 2), theme.text);
        return;
    }
    const StateLook &colors = theme.look(look.state);
    if (hasStateMark(width, look) && rect.height() >= 16)
        drawMark(painter, QRectF(rect.left() + 7, top, size, size), markOf(look.state), colors.edge);
    if (rect.width() < withEndMarks)
        return;
    qreal right = rect.right() - 6 - size;
    const auto put = [&](Mark mark, const QColor &color) {
        drawMark(painter, QRectF(right, top, size, size), mark, color);
        right -= size + 3;
    };
    if (look.hasConflict)
        put(Mark::Conflict, theme.bad);
    if (look.isWaiting)
        put(Mark::Waiting, colors.text);
    if (look.isOwing && !look.isFar && width >= withEndMarks + 20)
        put(Mark::AwaitingPayment, theme.warn);
    if (look.hasNote && !look.isFar && width >= withEndMarks + 60) {
        QColor quiet = colors.edge;
        quiet.setAlpha(170);
        put(Mark::Note, quiet);
    }
}

} // namespace

unsigned BarLook::key() const
{
    return static_cast<unsigned>(state) | unsigned{isWish} << 4 | unsigned{hasConflict} << 5 |
           unsigned{isWaiting} << 6 | unsigned{isOwing} << 7 | unsigned{hasNote} << 8 |
           unsigned{isDayUse} << 9 | unsigned{isFar} << 10;
}

BarInsets BarSkins::insets(const QSize &bar, const BarLook &look)
{
    const int size = markSize(bar.height());
    BarInsets insets{hasStateMark(bar.width(), look) ? size + markInset : 7, 4};
    if (bar.width() >= withEndMarks) {
        const int marks = (look.hasConflict ? 1 : 0) + (look.isWaiting ? 1 : 0) +
                          (look.isOwing && !look.isFar && bar.width() >= withEndMarks + 20 ? 1 : 0) +
                          (look.hasNote && !look.isFar && bar.width() >= withEndMarks + 60 ? 1 : 0);
        insets.right += marks * (size + 3) + (marks > 0 ? 3 : 0);
    }
    return insets;
}

void BarSkins::draw(QPainter &painter, const QRect &rect, const BarLook &look, const Theme &theme)
{
    if (rect.width() > widestKept) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        drawBody(painter, rect, look, theme);
        drawMarks(painter, rect, look, theme);
        painter.restore();
        return;
    }
    const qreal ratio = painter.device()->devicePixelRatioF();
    if (ratio != m_ratio || m_pictures.size() > mostKept) {
        m_pictures.clear();
        m_ratio = ratio;
    }
    const quint64 key = static_cast<quint64>(look.key()) << 32 | static_cast<quint64>(rect.height()) << 16 |
                        static_cast<quint64>(rect.width());
    QPixmap &picture = m_pictures[key];
    if (picture.isNull()) {
        picture = QPixmap(rect.size() * ratio);
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter inner(&picture);
        inner.setRenderHint(QPainter::Antialiasing);
        const QRectF body(QPointF(), QSizeF(rect.size()));
        drawBody(inner, body, look, theme);
        drawMarks(inner, body, look, theme);
    }
    painter.drawPixmap(rect.topLeft(), picture);
}

} // namespace deskbell::ui
