#pragma once

// A person at one front desk with a window: what a clerk or a manager does all day, by mouse and keys
// on the real widgets. Every gesture waits for what it needs to see and says whether it went through.
// Owned by the test or the tour; UI thread.

#include <QPoint>
#include <QString>

#include <functional>
#include <optional>

#include "e2e/support/front.h"
#include "models/bookedstay.h"

namespace deskbell::ui {
class Board;
}

namespace deskbell::e2e {

class Clerk
{
public:
    explicit Clerk(Front &front) : m_front(front) {}

    Front &front() { return m_front; }
    ui::Board &board();

    // The board
    /// Where the night of a room is, in the board's viewport, scrolled there as a person does.
    std::optional<QPoint> cell(const UnitId &unit, Date night);
    /// The middle of a reservation's bar, scrolled there.
    std::optional<QPoint> bar(const ReservationId &id);
    /// A room that is free in all these nights, and whose row can be seen.
    std::optional<UnitId> freeRoom(const Stay &stay, int skip = 0);
    /// Drags over the free nights; the dialog for a new reservation stands open then.
    bool dragNewReservation(const UnitId &unit, const Stay &stay);
    /// Goes there with the arrow keys and presses Enter.
    bool keyNewReservation(const UnitId &unit, Date night);
    /// Types the guest into the open dialog.
    bool fillGuest(const QString &name, const QString &phone = {});
    /// Presses the acting button of the dialog in front and waits until it is gone.
    bool accept();
    bool clickBar(const ReservationId &id);

    // The queue
    bool chooseInQueue(models::QueueLane lane, const ReservationId &id);
    bool confirmFromQueue(const ReservationId &id);

    // The reservation in the panel
    bool openPayment();
    /// What the payment dialog says became of it.
    QString paymentWord() const;
    bool writeNote(const QString &text);

    /// The outbox at the right, with what waits and what needs attention.
    bool showOutbox(bool isShown);
    /// The link badge's words.
    QString linkWords() const;

    /// Clicks a button of the window, once it has stood still for long enough to be meant.
    bool press(QWidget *button);

private:
    bool scrollTo(const std::function<QRect()> &content);

    Front &m_front;
};

} // namespace deskbell::e2e
