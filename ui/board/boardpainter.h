#pragma once

// BoardPainter: draws a BoardScene: rows and days, bars, availability, and over them what is being
// done. It keeps nothing of the scene, only pictures and laid-out texts that are used again. Owned
// by the Board; UI thread.

#include "ui/board/barskins.h"
#include "ui/board/bartexts.h"
#include "ui/board/boardscene.h"

class QPainter;

namespace deskbell::ui {

/// From so many pixels a day names and numbers are written, and marks are drawn of every state.
inline constexpr double namesFrom = 10;
inline constexpr double marksFrom = 20;
inline constexpr double numbersFrom = 22;

/// Few left: a tenth of the stock, at least one.
bool isScarce(int free, int capacity);
BarLook lookOf(const models::BookedStay &stay, const Bar &bar, double dayWidth);
/// As far from the left as a name that stays in sight can reach.
inline constexpr int stickyReach = 220;

class BoardPainter
{
public:
    void setFont(const QFont &font);
    /// After a change of zoom, palette or screen.
    void forget();

    /// The part `exposed` (in the content's pixels) of the body.
    void paint(QPainter &painter, const BoardScene &scene, const Theme &theme, const QRect &exposed);
    /// One offering's availability along the days, `strip` in the painter's pixels, day columns shifted
    /// left by `scrollX`.
    void paintAvailability(QPainter &painter, const BoardScene &scene, const Theme &theme,
                           models::OfferingIndex offering, const QRect &strip, int scrollX);

private:
    void paintGround(QPainter &painter, const BoardScene &scene, const Theme &theme, const QRect &exposed,
                     int firstRow, int lastRow);
    void paintRow(QPainter &painter, const BoardScene &scene, const Theme &theme, int row,
                  const QRect &exposed);
    void paintBar(QPainter &painter, const BoardScene &scene, const Theme &theme, const Bar &bar);
    void paintUnknown(QPainter &painter, const BoardScene &scene, const Theme &theme, const QRect &strip,
                      int scrollX);
    void paintFree(QPainter &painter, const Theme &theme, const QRect &cell, int free, int capacity);
    void paintOverlay(QPainter &painter, const BoardScene &scene, const Theme &theme);
    void paintGhost(QPainter &painter, const BoardScene &scene, const Theme &theme);

    BarSkins m_skins;
    BarTexts m_texts;
    BarTexts m_boldTexts;
};

} // namespace deskbell::ui
