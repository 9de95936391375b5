// The board's selection and its keys.

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

#include "ui/board/board.h"
#include "ui/board/datehead.h"
#include "ui/board/roomhead.h"

namespace deskbell::ui {

using models::noStay;
using models::noUnit;
using models::StayHandle;

std::optional<ReservationId> Board::selected() const
{
    return m_scene.selected == noStay ? std::nullopt : std::optional(m_selectedId);
}

void Board::setSelected(StayHandle stay)
{
    if (stay == m_scene.selected)
        return;
    updateBar(m_scene.selected);
    m_scene.selected = stay;
    m_selectedId = stay == noStay ? ReservationId{} : m_scene.book.at(stay).id;
    updateBar(stay);
    emit selectionChanged(selected());
    emit barsChanged();
}

void Board::select(const ReservationId &id)
{
    setSelected(m_scene.book.find(id));
}

void Board::reveal(const ReservationId &id)
{
    const StayHandle stay = m_scene.book.find(id);
    if (stay == noStay)
        return;
    const models::BookedStay &booked = m_scene.book.at(stay);
    const OfferingId offering = m_scene.book.offering(booked.offering).id;
    bool isOther = m_scene.folding.folded.erase(offering) > 0;
    if (booked.place == models::BoardPlace::Unassigned &&
        m_scene.book.lineOf(stay) >= BoardFolding::linesShown)
        isOther |= m_scene.folding.opened.insert(offering).second;
    if (isOther)
        arrangeRows();
    setSelected(stay);
    const int row = m_scene.rows.rowOf(m_scene.book, stay);
    if (row < 0)
        return;
    setCursor({row, Date{Days{booked.unitFromDay}}, 1});
    if (const auto bar = m_scene.barOf(stay)) {
        // Long stays begin where they are seen best: at their arrival.
        QRect rect = bar->rect;
        rect.setWidth(std::min(rect.width(), viewport()->width() / 2));
        ensureVisible(rect);
    }
}

void Board::setCursor(BoardCursor cursor)
{
    cursor.row = std::clamp(cursor.row, 0, std::max(m_scene.rows.count() - 1, 0));
    cursor.day = std::clamp(cursor.day, m_scene.geometry.first, m_scene.geometry.end() - Days{1});
    cursor.nights = std::clamp(cursor.nights, 1, maxNights);
    if (cursor == m_scene.cursor)
        return;
    updateContent(m_scene.cellRect(m_scene.cursor).adjusted(-2, -2, 2, 2));
    m_scene.cursor = cursor;
    updateContent(m_scene.cellRect(cursor).adjusted(-2, -2, 2, 2));
    m_rooms->setCurrentRow(m_scene.isCursorShown ? cursor.row : -1);
    emit cursorMoved();
}

StayHandle Board::stayAtCursor() const
{
    if (m_scene.cursor.row >= m_scene.rows.count())
        return noStay;
    const int left = m_scene.geometry.x(m_scene.cursor.day);
    const int right = m_scene.geometry.x(m_scene.cursor.day + Days{1});
    StayHandle leaving = noStay;
    for (const Bar &bar : m_scene.bars(m_scene.cursor.row, left, right)) {
        const Stay &stay = bar.nights;
        // The night decides; who only leaves that morning comes second.
        if (stay.contains(m_scene.cursor.day) || (stay.isDayUse() && stay.arrival == m_scene.cursor.day))
            return bar.stay;
        if (stay.departure == m_scene.cursor.day)
            leaving = bar.stay;
    }
    return leaving;
}

std::optional<Board::Place> Board::placeOf(int row, const Stay &stay) const
{
    if (row < 0 || row >= m_scene.rows.count() || m_scene.rows.at(row).kind == BoardRow::Kind::Head)
        return {};
    const BoardRow &at = m_scene.rows.at(row);
    Place place{m_scene.book.offering(at.offering).id, {}, stay};
    if (at.unit != noUnit)
        place.unit = m_scene.book.unit(at.unit).id;
    return place;
}

std::optional<Board::Place> Board::markedPlace() const
{
    const BoardCursor &cursor = m_scene.cursor;
    return placeOf(cursor.row, {cursor.day, cursor.day + Days{cursor.nights}});
}

void Board::moveCursor(int rows, int days)
{
    BoardCursor cursor = m_scene.cursor;
    cursor.row += rows;
    cursor.day += Days{days};
    cursor.nights = 1;
    setCursor(cursor);
    ensureVisible(m_scene.cellRect(m_scene.cursor));
    setSelected(stayAtCursor());
}

void Board::jumpBar(int direction)
{
    // The next bar of the row, or the first of the next row that has one.
    for (int row = m_scene.cursor.row; row >= 0 && row < m_scene.rows.count(); row += direction) {
        std::vector<Bar> bars = m_scene.bars(row, 0, m_scene.geometry.width());
        std::sort(bars.begin(), bars.end(),
                  [](const Bar &a, const Bar &b) { return a.rect.left() < b.rect.left(); });
        if (direction < 0)
            std::reverse(bars.begin(), bars.end());
        const auto found = std::find_if(bars.begin(), bars.end(), [&](const Bar &bar) {
            if (row != m_scene.cursor.row)
                return true;
            const Date arrival = bar.nights.arrival;
            if (bar.stay == m_scene.selected && !bar.isEarlier)
                return false;
            return direction > 0 ? arrival > m_scene.cursor.day ||
                                       (arrival == m_scene.cursor.day && m_scene.selected == noStay)
                                 : arrival < m_scene.cursor.day;
        });
        if (found == bars.end())
            continue;
        setCursor({row, found->nights.arrival, 1});
        ensureVisible(found->rect.intersected(
            QRect(found->rect.left(), found->rect.top(), viewport()->width() / 2, found->rect.height())));
        setSelected(found->stay);
        return;
    }
}

void Board::jumpType(int direction)
{
    int row = m_scene.cursor.row + direction;
    while (row >= 0 && row < m_scene.rows.count() && m_scene.rows.at(row).kind != BoardRow::Kind::Head)
        row += direction;
    if (row >= 0 && row < m_scene.rows.count())
        moveCursor(row - m_scene.cursor.row, 0);
}

void Board::pressEnter()
{
    if (m_scene.cursor.row >= m_scene.rows.count())
        return;
    const BoardRow &row = m_scene.rows.at(m_scene.cursor.row);
    if (row.kind == BoardRow::Kind::Head) {
        toggleFold(row.offering);
    } else if (m_scene.selected != noStay && m_scene.cursor.nights == 1 &&
               stayAtCursor() == m_scene.selected) {
        emit openRequested(m_selectedId);
    } else if (const auto place = markedPlace()) {
        const auto refusal = placeRefusal(m_scene.book, noStay, row.offering, row.unit, place->stay);
        if (!refusal)
            emit reserveRequested(place->offering, place->unit, place->stay);
    }
}

void Board::askMenuAtCursor()
{
    const QRect cell = toViewport(m_scene.cellRect(m_scene.cursor));
    const QPoint at = cell.center().x() < 0 ? viewport()->rect().center() : cell.bottomLeft();
    emit menuRequested(viewport()->mapToGlobal(at));
}

void Board::keyPressEvent(QKeyEvent *event)
{
    if (m_scene.rows.isEmpty()) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    if (!m_scene.isCursorShown) {
        m_scene.isCursorShown = true;
        m_rooms->setCurrentRow(m_scene.cursor.row);
        updateContent(m_scene.cellRect(m_scene.cursor).adjusted(-2, -2, 2, 2));
    }
    if (moveByKey(event) || actByKey(event) || navigate(event))
        event->accept();
    else
        QAbstractScrollArea::keyPressEvent(event);
}

bool Board::navigate(QKeyEvent *event)
{
    const bool isControl = event->modifiers() & Qt::ControlModifier;
    const bool isShift = event->modifiers() & Qt::ShiftModifier;
    const bool isAlt = event->modifiers() & Qt::AltModifier;
    const int page = std::max(viewport()->height() / m_heights.unit - 1, 1);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event->key() == Qt::Key_Right ? 1 : -1;
        if (isAlt)
            return false;
        if (isControl) {
            jumpBar(direction);
        } else if (isShift) {
            BoardCursor cursor = m_scene.cursor;
            cursor.nights = std::max(cursor.nights + direction, 1);
            setCursor(cursor);
            ensureVisible(m_scene.cellRect(m_scene.cursor));
        } else {
            moveCursor(0, direction);
        }
        return true;
    }
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int direction = event->key() == Qt::Key_Down ? 1 : -1;
        if (isControl)
            jumpType(direction);
        else
            moveCursor(direction, 0);
        return true;
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        const int direction = event->key() == Qt::Key_PageDown ? 1 : -1;
        if (isAlt)
            moveCursor(0, 30 * direction);
        else
            moveCursor(page * direction, 0);
        return true;
    }
    case Qt::Key_Home:
        if (isControl)
            moveCursor(-m_scene.cursor.row, 0);
        goToToday();
        setSelected(stayAtCursor());
        return true;
    case Qt::Key_End:
        moveCursor(m_scene.rows.count(), 0);
        return true;
    default:
        return false;
    }
}

bool Board::actByKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        pressEnter();
        return true;
    case Qt::Key_Space:
        if (m_scene.rows.at(m_scene.cursor.row).kind == BoardRow::Kind::Line)
            toggleLines(m_scene.rows.at(m_scene.cursor.row).offering);
        else
            setSelected(stayAtCursor());
        return true;
    case Qt::Key_Menu:
        askMenuAtCursor();
        return true;
    case Qt::Key_F10:
        if (!(event->modifiers() & Qt::ShiftModifier))
            return false;
        askMenuAtCursor();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_Escape:
        if (m_gesture.kind != Gesture::Kind::None)
            cancelGesture();
        else if (m_scene.cursor.nights > 1)
            setCursor({m_scene.cursor.row, m_scene.cursor.day, 1});
        else
            setSelected(noStay);
        return true;
    default:
        return false;
    }
}

bool Board::moveByKey(QKeyEvent *event)
{
    if (m_gesture.kind != Gesture::Kind::KeyMoving) {
        if (event->key() != Qt::Key_M || event->modifiers() || m_scene.selected == noStay)
            return false;
        const models::BookedStay &stay = m_scene.book.at(m_scene.selected);
        if (!stay.can(typeOf<MoveReservation>()) && !stay.can(typeOf<AssignUnit>()))
            return true;
        const int row = m_scene.rows.rowOf(m_scene.book, m_scene.selected);
        m_gesture = {Gesture::Kind::KeyMoving, Gesture::Kind::None, {}, {}, stay.stay()};
        setGhost(ghostAt(row, m_scene.selected, stay.stay()));
        return true;
    }
    BoardGhost ghost = *m_scene.ghost;
    const bool isShift = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const Days step{event->key() == Qt::Key_Right ? 1 : -1};
        if (!isShift)
            ghost.when.arrival += step;
        ghost.when.departure =
            std::max(ghost.when.departure + step, ghost.when.arrival + Days{isShift ? 1 : 0});
        break;
    }
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int step = event->key() == Qt::Key_Down ? 1 : -1;
        int row = ghost.row + step;
        while (row >= 0 && row < m_scene.rows.count() && m_scene.rows.at(row).kind == BoardRow::Kind::Head)
            row += step;
        if (row >= 0 && row < m_scene.rows.count())
            ghost.row = row;
        break;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        drop();
        return true;
    case Qt::Key_Escape:
    case Qt::Key_M:
        cancelGesture();
        return true;
    default:
        return true;
    }
    setGhost(ghostAt(ghost.row, ghost.stay, ghost.when));
    ensureVisible(m_scene.ghostRect(*m_scene.ghost));
    return true;
}

void Board::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    // A click does not need the cell to be shown; Tab and shortcuts do.
    m_scene.isCursorShown = event->reason() == Qt::TabFocusReason ||
                            event->reason() == Qt::BacktabFocusReason ||
                            event->reason() == Qt::ShortcutFocusReason;
    m_rooms->setCurrentRow(m_scene.isCursorShown ? m_scene.cursor.row : -1);
    viewport()->update();
    emit cursorMoved();
}

void Board::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_scene.isCursorShown = false;
    m_rooms->setCurrentRow(-1);
    viewport()->update();
}

} // namespace deskbell::ui
