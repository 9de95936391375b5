#pragma once

// Marks: the small line drawings that tell a state beside its colour, on the board's bars, in the
// queue and in the panel alike. Each is a path in a square of 16, stroked with the colour of its
// surroundings and a round pen of `markPen` (scaled with the path). UI thread; paths are shared.

#include <QPainterPath>

#include "domain/reservation.h"

class QPainter;

namespace deskbell::ui {

enum class Mark {
    Requested,            ///< speech bubble: someone asks
    AwaitingPayment,      ///< coin
    AwaitingConfirmation, ///< hourglass
    AwaitingUnit,         ///< door
    Confirmed,            ///< tick
    Cancelling,           ///< arrow back
    InHouse,              ///< house
    Departed,             ///< arrow out
    Cancelled,            ///< cross
    Rejected,             ///< circle with a bar
    NoShow,               ///< empty chair: dotted circle
    // Not states.
    Waiting,         ///< own command not yet settled: arrow up from a line
    Conflict,        ///< triangle
    Note,            ///< page
    PaymentUnderWay, ///< coin with an arrow
    ProviderBusy,    ///< coin with a clock
};
inline constexpr int markCount = 16;
inline constexpr qreal markPen = 1.7;

Mark markOf(ReservationState state);
const QPainterPath &markPath(Mark mark);
/// Draws the mark into `box` (square, device-independent pixels).
void drawMark(QPainter &painter, const QRectF &box, Mark mark, const QColor &color);

} // namespace deskbell::ui
