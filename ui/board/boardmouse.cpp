// The board's pointer: select, reserve, move, lengthen, pan; and what is said under it.

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTimerEvent>
#include <QToolTip>

#include <algorithm>

#include "ui/board/board.h"
#include "ui/board/boardwords.h"
#include "ui/board/datehead.h"
#include "ui/board/roomhead.h"

namespace deskbell::ui {

using models::noStay;
using models::noUnit;
using models::StayHandle;

namespace {

constexpr int edgeZone = 28;
constexpr int edgeStep = 18;
constexpr int edgeIntervalMs = 30;

bool isMovable(const models::BookedStay &stay)
{
    return stay.can(typeOf<MoveReservation>()) || stay.can(typeOf<AssignUnit>());
}

} // namespace

void Board::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    m_isPressedHere = true;
    cancelGesture();
    if (event->button() == Qt::MiddleButton) {
        m_gesture = {Gesture::Kind::Panning, Gesture::Kind::None, at, {}, {}};
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    const BoardHit hit = m_scene.hit(toContent(at));
    if (hit.place == BoardHit::Place::Nothing)
        return;
    setCursor({hit.row, hit.day, 1});
    setSelected(hit.stay);
    if (event->button() != Qt::LeftButton)
        return;
    if (hit.place == BoardHit::Place::Head) {
        toggleFold(m_scene.rows.at(hit.row).offering);
        return;
    }
    m_gesture = {Gesture::Kind::Pressed, Gesture::Kind::None, toContent(at), hit, {}};
    if (hit.place == BoardHit::Place::Cell) {
        m_gesture.then = Gesture::Kind::Reserving;
        return;
    }
    if (hit.isEarlier)
        return; // those nights are over
    const models::BookedStay &stay = m_scene.book.at(hit.stay);
    m_gesture.origin = stay.stay();
    if (hit.place == BoardHit::Place::BarEnd && stay.can(typeOf<MoveReservation>()))
        m_gesture.then = Gesture::Kind::Resizing;
    else if (isMovable(stay))
        m_gesture.then = Gesture::Kind::Moving;
}

void Board::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    m_pointer = at;
    if (m_gesture.kind == Gesture::Kind::Panning) {
        const QPoint moved = at - m_gesture.from;
        m_gesture.from = at;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - moved.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
        return;
    }
    if (m_gesture.kind == Gesture::Kind::Pressed &&
        (toContent(at) - m_gesture.from).manhattanLength() >= QApplication::startDragDistance())
        startGesture();
    if (m_scene.ghost) {
        followGesture(at);
        return;
    }
    if (event->buttons() == Qt::NoButton)
        showPointer(m_scene.hit(toContent(at)));
}

void Board::startGesture()
{
    m_gesture.kind = m_gesture.then;
    if (m_gesture.kind == Gesture::Kind::None)
        return;
    QToolTip::hideText();
    const Stay when = m_gesture.kind == Gesture::Kind::Reserving
                          ? Stay{m_gesture.hit.day, m_gesture.hit.day + Days{1}}
                          : m_gesture.origin;
    setGhost(ghostAt(m_gesture.hit.row, m_gesture.hit.stay, when));
    m_edgeTimer.start(edgeIntervalMs, this);
}

void Board::followGesture(const QPoint &inViewport)
{
    const QPoint at = toContent(inViewport);
    BoardGhost ghost = *m_scene.ghost;
    if (m_gesture.kind == Gesture::Kind::Reserving) {
        const Date day = m_scene.geometry.dayAt(at.x());
        const Date start = m_gesture.hit.day;
        ghost.when = day >= start ? Stay{start, std::max(day, start + Days{1})} : Stay{day, start};
    } else if (m_gesture.kind == Gesture::Kind::Resizing) {
        const Days by{m_scene.geometry.daysIn(at.x() - m_gesture.from.x())};
        ghost.when.departure = std::max(m_gesture.origin.departure + by, m_gesture.origin.arrival + Days{1});
    } else if (m_gesture.kind == Gesture::Kind::Moving) {
        const models::BookedStay &stay = m_scene.book.at(ghost.stay);
        // Whom the role may only give a room keeps the dates.
        const Days by{
            stay.can(typeOf<MoveReservation>()) ? m_scene.geometry.daysIn(at.x() - m_gesture.from.x()) : 0};
        ghost.when = {m_gesture.origin.arrival + by, m_gesture.origin.departure + by};
        const int row = m_scene.rows.rowAt(at.y());
        if (row >= 0 && row < m_scene.rows.count() && m_scene.rows.at(row).kind != BoardRow::Kind::Head)
            ghost.row = row;
    }
    setGhost(ghostAt(ghost.row, ghost.stay, ghost.when));
}

BoardGhost Board::ghostAt(int row, StayHandle stay, const Stay &when) const
{
    const BoardRow &at = m_scene.rows.at(row);
    BoardGhost ghost{stay, at.offering, at.unit, row, when, {}};
    ghost.refusal = placeRefusal(m_scene.book, stay, at.offering, at.unit, when);
    return ghost;
}

void Board::setGhost(std::optional<BoardGhost> ghost)
{
    const auto touch = [this] {
        if (!m_scene.ghost)
            return;
        // The label beside a narrow ghost is as long as its words.
        const QRect rect = m_scene.ghostRect(*m_scene.ghost);
        const int words = fontMetrics().horizontalAdvance(ghostText(m_scene.book, *m_scene.ghost)) * 5 / 4;
        updateContent(rect.adjusted(-3, -3, words + 40, 3));
    };
    touch();
    m_scene.ghost = std::move(ghost);
    touch();
}

void Board::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_gesture.kind == Gesture::Kind::Panning || event->button() == Qt::LeftButton) {
        if (m_scene.ghost && m_gesture.kind != Gesture::Kind::KeyMoving)
            drop();
        else
            cancelGesture();
    }
}

void Board::drop()
{
    const BoardGhost ghost = *m_scene.ghost;
    cancelGesture();
    if (ghost.refusal)
        return;
    const auto place = placeOf(ghost.row, ghost.when);
    if (!place)
        return;
    if (ghost.stay == noStay) {
        emit reserveRequested(place->offering, place->unit, place->stay);
        return;
    }
    const models::BookedStay &stay = m_scene.book.at(ghost.stay);
    const bool isSame =
        stay.stay() == ghost.when && stay.unit == ghost.unit && stay.offering == ghost.offering;
    if (!isSame)
        emit moveRequested(stay.id, place->offering, place->unit, place->stay);
}

void Board::cancelGesture()
{
    m_edgeTimer.stop();
    m_gesture = {};
    setGhost({});
    viewport()->unsetCursor();
}

void Board::mouseDoubleClickEvent(QMouseEvent *event)
{
    // The first press may have been meant for something that lay over the board.
    if (event->button() != Qt::LeftButton || !m_isPressedHere)
        return;
    cancelGesture();
    const BoardHit hit = m_scene.hit(toContent(event->position().toPoint()));
    if (hit.stay != noStay) {
        setSelected(hit.stay);
        emit openRequested(m_selectedId);
        return;
    }
    const Stay night{hit.day, hit.day + Days{1}};
    const auto place = hit.place == BoardHit::Place::Cell ? placeOf(hit.row, night) : std::nullopt;
    if (place && !placeRefusal(m_scene.book, noStay, m_scene.rows.at(hit.row).offering,
                               m_scene.rows.at(hit.row).unit, night))
        emit reserveRequested(place->offering, place->unit, place->stay);
}

void Board::contextMenuEvent(QContextMenuEvent *event)
{
    // Keys ask for themselves: they know the cell, not the pointer.
    if (event->reason() == QContextMenuEvent::Keyboard)
        return;
    cancelGesture();
    const BoardHit hit = m_scene.hit(toContent(event->pos()));
    if (hit.place == BoardHit::Place::Nothing || hit.place == BoardHit::Place::Head)
        return;
    setCursor({hit.row, hit.day, 1});
    setSelected(hit.stay);
    emit menuRequested(event->globalPos());
}

void Board::setHovered(StayHandle stay)
{
    if (stay == m_scene.hovered)
        return;
    updateBar(m_scene.hovered);
    m_scene.hovered = stay;
    updateBar(stay);
}

void Board::showPointer(const BoardHit &hit)
{
    setHovered(hit.stay);
    if (hit.place == BoardHit::Place::BarEnd && m_scene.book.at(hit.stay).can(typeOf<MoveReservation>()))
        viewport()->setCursor(Qt::SizeHorCursor);
    else if (hit.place == BoardHit::Place::Head)
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
}

bool Board::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        m_isPressedHere = false;
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const BoardHit hit = m_scene.hit(toContent(help->pos()));
        QString text;
        QRect area;
        if (hit.stay != noStay) {
            text = barToolTip(m_scene.book, hit.stay);
            if (const auto bar = m_scene.barOf(hit.stay); bar && !hit.isEarlier)
                area = toViewport(bar->rect);
        } else if (hit.place == BoardHit::Place::Head) {
            text = availabilityText(m_scene, m_scene.rows.at(hit.row).offering, hit.day);
            area = toViewport(m_scene.cellRect({hit.row, hit.day, 1}));
        }
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, viewport(), area);
        return true;
    }
    if (event->type() == QEvent::Leave)
        setHovered(noStay);
    return QAbstractScrollArea::viewportEvent(event);
}

void Board::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_edgeTimer.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    // Near an edge the board comes along, so that a drag reaches what is not shown.
    const auto pull = [](int at, int size) {
        return at < edgeZone ? -edgeStep : at > size - edgeZone ? edgeStep : 0;
    };
    const int dx = pull(m_pointer.x(), viewport()->width());
    const int dy = pull(m_pointer.y(), viewport()->height());
    if (dx == 0 && dy == 0)
        return;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + dx);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + dy);
    if (m_scene.ghost)
        followGesture(m_pointer);
}

void Board::toggleFold(models::OfferingIndex offering)
{
    const OfferingId id = m_scene.book.offering(offering).id;
    if (m_scene.folding.folded.erase(id) == 0)
        m_scene.folding.folded.insert(id);
    arrangeRows();
    const int head = m_scene.rows.headOf(offering);
    if (head >= 0 && m_scene.rows.at(head).y < verticalScrollBar()->value())
        verticalScrollBar()->setValue(m_scene.rows.at(head).y);
    emit barsChanged();
}

void Board::toggleLines(models::OfferingIndex offering)
{
    if (m_scene.book.depth(offering) <= BoardFolding::linesShown + 1)
        return;
    const OfferingId id = m_scene.book.offering(offering).id;
    if (m_scene.folding.opened.erase(id) == 0)
        m_scene.folding.opened.insert(id);
    arrangeRows();
    emit barsChanged();
}

} // namespace deskbell::ui
