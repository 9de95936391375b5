#include "ui/marks.h"

#include <QPainter>

#include <array>

namespace deskbell::ui {

namespace {

void line(QPainterPath &path, std::initializer_list<QPointF> points)
{
    bool isFirst = true;
    for (const QPointF &point : points) {
        if (isFirst)
            path.moveTo(point);
        else
            path.lineTo(point);
        isFirst = false;
    }
}

QPainterPath statePath(Mark mark)
{
    QPainterPath p;
    switch (mark) {
    case Mark::Requested:
        line(p, {{5, 11}, {5, 14}, {8, 11}, {14, 11}, {14, 2.5}, {2, 2.5}, {2, 11}, {5, 11}});
        break;
    case Mark::AwaitingPayment:
        p.addEllipse(QPointF(8, 8), 6, 6);
        line(p, {{8, 5}, {8, 11}});
        break;
    case Mark::AwaitingConfirmation:
        line(p, {{3.5, 2}, {12.5, 2}, {3.5, 14}, {12.5, 14}, {3.5, 2}});
        break;
    case Mark::AwaitingUnit:
        line(p, {{4, 14}, {4, 2}, {12, 2}, {12, 14}});
        line(p, {{2, 14}, {14, 14}});
        line(p, {{9.6, 8}, {9.6, 8.6}});
        break;
    case Mark::Confirmed:
        line(p, {{2.5, 8.5}, {6.5, 12.5}, {13.5, 4}});
        break;
    case Mark::Cancelling:
        line(p, {{6, 2.5}, {2.5, 6}, {6, 9.5}});
        line(p, {{2.5, 6}, {10.5, 6}, {13.5, 9}, {13.5, 10.5}, {10.5, 13.5}, {5, 13.5}});
        break;
    case Mark::InHouse:
        line(p, {{1.8, 8}, {8, 2.2}, {14.2, 8}});
        line(p, {{3.6, 7}, {3.6, 13.8}, {12.4, 13.8}, {12.4, 7}});
        break;
    case Mark::Departed:
        line(p, {{7, 2.5}, {2.5, 2.5}, {2.5, 13.5}, {7, 13.5}});
        line(p, {{6, 8}, {14, 8}});
        line(p, {{10.8, 4.8}, {14, 8}, {10.8, 11.2}});
        break;
    case Mark::Cancelled:
        line(p, {{3.5, 3.5}, {12.5, 12.5}});
        line(p, {{12.5, 3.5}, {3.5, 12.5}});
        break;
    case Mark::Rejected:
        p.addEllipse(QPointF(8, 8), 6, 6);
        line(p, {{3.8, 12.2}, {12.2, 3.8}});
        break;
    default:
        p.addEllipse(QPointF(8, 5.2), 2.8, 2.8);
        line(p, {{2.8, 14}, {4, 11.2}});
        line(p, {{13.2, 14}, {12, 11.2}});
        line(p, {{7, 10.4}, {9, 10.4}});
        break;
    }
    return p;
}

QPainterPath otherPath(Mark mark)
{
    QPainterPath p;
    switch (mark) {
    case Mark::Waiting:
        line(p, {{8, 11}, {8, 2.5}});
        line(p, {{4.4, 6}, {8, 2.4}, {11.6, 6}});
        line(p, {{2.5, 14}, {13.5, 14}});
        break;
    case Mark::Conflict:
        line(p, {{8, 2}, {14.6, 13.6}, {1.4, 13.6}, {8, 2}});
        line(p, {{8, 6.4}, {8, 9.4}});
        line(p, {{8, 11.5}, {8, 11.7}});
        break;
    case Mark::Note:
        line(p, {{3, 2}, {13, 2}, {13, 14}, {3, 14}, {3, 2}});
        line(p, {{5.6, 5.6}, {10.4, 5.6}});
        line(p, {{5.6, 9}, {10.4, 9}});
        break;
    case Mark::PaymentUnderWay:
        p.addEllipse(QPointF(6.4, 8), 4.8, 4.8);
        line(p, {{11, 3}, {14.4, 3}, {14.4, 6.4}});
        line(p, {{14.2, 3.2}, {11.2, 6.2}});
        break;
    default:
        p.addEllipse(QPointF(8, 8), 6, 6);
        line(p, {{8, 4.6}, {8, 8}, {10.6, 9.8}});
        break;
    }
    return p;
}

std::array<QPainterPath, markCount> makeAll()
{
    std::array<QPainterPath, markCount> all;
    for (int i = 0; i < markCount; ++i) {
        const Mark mark = static_cast<Mark>(i);
        all[static_cast<std::size_t>(i)] = mark <= Mark::NoShow ? statePath(mark) : otherPath(mark);
    }
    return all;
}

} // namespace

Mark markOf(ReservationState state)
{
    return static_cast<Mark>(state);
}
static_assert(static_cast<int>(Mark::NoShow) == static_cast<int>(ReservationState::NoShow));

const QPainterPath &markPath(Mark mark)
{
    static const std::array<QPainterPath, markCount> all = makeAll();
    return all[static_cast<std::size_t>(mark)];
}

void drawMark(QPainter &painter, const QRectF &box, Mark mark, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / 16, box.height() / 16);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, markPen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(markPath(mark));
    painter.restore();
}

} // namespace deskbell::ui
