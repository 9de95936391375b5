#pragma once

// Board: the tape chart. Rooms by type down, days across, a bar for each stay; heads stay where they
// are while the rest scrolls by shifting its pixels. It shows a Book and asks for what a person wants
// by signals; it never gives a command itself. Owned by the main window; UI thread.
//
// Keys: arrows move the cell (Shift: mark more nights), Ctrl+arrows go from bar to bar and from type to
// type, Enter opens a bar or reserves what is marked, Menu or Shift+F10 shows what can be done, M
// takes the selected bar up (arrows move it, Shift+arrows change its end, Enter puts it down), Home
// goes to today, Page keys by a screen, with Alt by a month, + and - zoom, Escape gives up.

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <optional>

#include "ui/board/boardpainter.h"
#include "ui/board/boardscene.h"

namespace deskbell::ui {

class BoardCorner;
class DateHead;
class RoomHead;

class Board : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// What a new reservation is asked for.
    struct Place
    {
        OfferingId offering{};
        std::optional<UnitId> unit;
        Stay stay{};
    };

    explicit Board(const models::Book &book, QWidget *parent = nullptr);
    ~Board() override;

    Date firstDay() const; ///< the first that is wholly to be seen
    int daysShown() const;
    double dayWidth() const { return m_scene.geometry.dayWidth; }
    std::optional<ReservationId> selected() const;
    /// The cell of the keyboard and the nights marked from it; none on a type's head.
    std::optional<Place> markedPlace() const;
    const BoardScene &scene() const { return m_scene; }
    /// The visible part of the content, in its pixels.
    QRect visibleContent() const;
    QPoint toContent(const QPoint &inViewport) const;
    QRect toViewport(const QRect &inContent) const;

public slots:
    /// So many days fill the width, and go on doing so when the width changes.
    void showDays(int days);
    void setDayWidth(double pixels);
    void zoomIn();
    void zoomOut();
    void goTo(deskbell::Date day); ///< becomes the first day shown
    void goToToday();
    /// The dates of which stays are known; what lies outside is painted as not known.
    void setLoaded(const std::optional<deskbell::Window> &loaded);
    /// Selects without scrolling; a null id: nothing.
    void select(const deskbell::ReservationId &id);
    /// Selects and scrolls there, unfolding its type.
    void reveal(const deskbell::ReservationId &id);

signals:
    void selectionChanged(const std::optional<deskbell::ReservationId> &id);
    void openRequested(const deskbell::ReservationId &id);
    /// For selected(), or markedPlace() without one.
    void menuRequested(const QPoint &global);
    void reserveRequested(const deskbell::OfferingId &offering, const std::optional<deskbell::UnitId> &unit,
                          const deskbell::Stay &stay);
    void moveRequested(const deskbell::ReservationId &id, const deskbell::OfferingId &offering,
                       const std::optional<deskbell::UnitId> &unit, const deskbell::Stay &stay);
    /// First day or zoom.
    void viewChanged();
    /// What screen readers see of it is another.
    void barsChanged();
    void cursorMoved();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    /// What the pointer or the M key is about.
    struct Gesture
    {
        enum class Kind { None, Pressed, Moving, Resizing, Reserving, Panning, KeyMoving };
        Kind kind = Kind::None;
        Kind then = Kind::None; ///< what a press becomes when the pointer moves
        QPoint from;            ///< in the content; of panning in the viewport
        BoardHit hit;
        Stay origin{};
    };

    // Layout and scrolling (board.cpp).
    void arrangeAll();
    void arrangeRows();
    void arrangeDays();
    void arrangeHeads();
    void arrangeBars();
    int contentTop() const;
    void followOffering();
    void setZoom(double dayWidth, int anchorInViewport);
    void scrollToDay(Date day);
    void ensureVisible(const QRect &content);
    void place();

    // The book (board.cpp).
    void takeReset();
    void takeDelta(const models::BookDelta &delta);
    void updateRow(int row, Date from, Date to);
    void updateContent(const QRect &content);
    void updateBar(models::StayHandle stay);

    // Selection and cursor (boardkeys.cpp).
    void setSelected(models::StayHandle stay);
    void setCursor(BoardCursor cursor);
    models::StayHandle stayAtCursor() const;
    void moveCursor(int rows, int days);
    void jumpBar(int direction);
    void jumpType(int direction);
    void pressEnter();
    bool moveByKey(QKeyEvent *event);
    bool navigate(QKeyEvent *event);
    bool actByKey(QKeyEvent *event);
    void askMenuAtCursor();
    std::optional<Place> placeOf(int row, const Stay &stay) const;

    // The pointer (boardmouse.cpp).
    void startGesture();
    void followGesture(const QPoint &inViewport);
    void setGhost(std::optional<BoardGhost> ghost);
    BoardGhost ghostAt(int row, models::StayHandle stay, const Stay &when) const;
    void drop();
    void cancelGesture();
    void setHovered(models::StayHandle stay);
    void showPointer(const BoardHit &hit);
    void toggleFold(models::OfferingIndex offering);
    void toggleLines(models::OfferingIndex offering);

    BoardScene m_scene;
    BoardPainter m_painter;
    DateHead *m_head;
    RoomHead *m_rooms;
    BoardCorner *m_corner;
    BoardRows::Heights m_heights;
    std::optional<Date> m_asked; ///< a day that was gone to: the days reach at least that far
    int m_fitDays = 0;           ///< 0: a fixed width
    bool m_isPlaced = false;
    bool m_isPressedHere = false; ///< since the pointer came
    ReservationId m_selectedId{};
    Gesture m_gesture;
    QPoint m_pointer;
    QBasicTimer m_edgeTimer;
};

} // namespace deskbell::ui
