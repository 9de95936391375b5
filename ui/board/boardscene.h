#pragma once

// BoardScene: all that the board shows at a moment, apart from any widget: the book, days, rows,
// what is selected, where the keyboard is, what is being dragged. The painter, the two heads, the
// hit test and the screen reader all look at the same one. Owned by the Board; UI thread.

#include <QRect>

#include <optional>
#include <vector>

#include "models/book.h"
#include "ui/board/boardgeometry.h"
#include "ui/board/boardrows.h"

namespace deskbell::ui {

/// A reservation as drawn: `rect` in the content's pixels.
struct Bar
{
    models::StayHandle stay = models::noStay;
    QRect rect;
    Stay nights{};          ///< those it stands for: not all, when a guest moved rooms
    bool isEarlier = false; ///< where they were before that
    bool isWish = false;
    bool isBeside = false; ///< lies over another in its row and is drawn in its lower part
};

struct BoardHit
{
    enum class Place { Nothing, Head, MoreLines, Cell, Bar, BarEnd };

    Place place = Place::Nothing;
    int row = -1;
    Date day{};
    models::StayHandle stay = models::noStay;
    bool isEarlier = false; ///< as Bar::isEarlier
};

/// A cell and how many nights from it the person has marked.
struct BoardCursor
{
    int row = 0;
    Date day{};
    int nights = 1;

    friend bool operator==(const BoardCursor &, const BoardCursor &) = default;
};

/// What would come of a drag if it ended now.
struct BoardGhost
{
    models::StayHandle stay = models::noStay; ///< noStay: a new reservation
    models::OfferingIndex offering = models::noOffering;
    models::UnitIndex unit = models::noUnit; ///< noUnit: a line
    int row = -1;
    Stay when{};
    std::optional<Error> refusal;
};

struct BoardScene
{
    explicit BoardScene(const models::Book &shown) : book(shown) {}

    const models::Book &book;
    BoardGeometry geometry;
    BoardRows rows;
    BoardFolding folding;
    models::StayHandle selected = models::noStay;
    models::StayHandle hovered = models::noStay;
    BoardCursor cursor;
    bool isCursorShown = false;
    int visibleLeft = 0; ///< of the content; names of stays that began before stand there
    std::optional<BoardGhost> ghost;
    std::optional<Window> loaded; ///< the nights that are known; none: all

    bool isLoaded(Date night) const { return !loaded || (loaded->from <= night && night < loaded->to); }
    /// The bars of a row that touch the pixels [left, right) of the content, in painting order.
    std::vector<Bar> bars(int row, int left, int right) const;
    std::optional<Bar> barOf(models::StayHandle stay) const;
    /// What is at a point of the content.
    BoardHit hit(const QPoint &at) const;
    QRect cellRect(const BoardCursor &cursor) const;
    QRect ghostRect(const BoardGhost &ghost) const;
    QRect barRect(const BoardRow &row, const Stay &stay, bool isBeside) const;
};

/// Why a stay could not be in that place then, by what the desk knows: "unit-taken", "no-stock",
/// "bad-stay", "unit-missing". `stay` is noStay for a new reservation.
std::optional<Error> placeRefusal(const models::Book &book, models::StayHandle stay,
                                  models::OfferingIndex offering, models::UnitIndex unit, const Stay &when);

} // namespace deskbell::ui
