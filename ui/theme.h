#pragma once

// Theme: every colour and distance the screens use, as two constant tables (light and dark). A
// widget asks Theme::of(palette()) when it paints, so that a change of scheme is one palette change
// and nothing is kept. States have a fill, an edge and a text colour here and a mark of their own in
// marks.h: colour never tells a state alone. UI thread.

#include <QColor>
#include <QPalette>

#include <array>

#include "domain/reservation.h"

class QApplication;

namespace deskbell::ui {

enum class Scheme { Light, Dark };

/// How a reservation's state looks wherever it is shown: the board's bars, the queue's chips.
struct StateLook
{
    QColor fill;
    QColor edge; ///< outline and mark; at least 3:1 on `fill` and on the surface
    QColor text; ///< at least 7:1 on `fill`
};

struct Theme
{
    Scheme scheme;
    QColor window;  ///< behind everything
    QColor surface; ///< panels, fields, the board's cells
    QColor raised;  ///< heads, hovered rows, the board's head
    QColor border;
    QColor borderStrong;
    QColor text;
    QColor textMuted; ///< second lines, labels; at least 4.5:1 on surface
    QColor textFaint; ///< disabled
    QColor accent;
    QColor accentHover;
    QColor accentText; ///< on accent
    QColor accentSoft; ///< selection
    QColor good, goodSoft;
    QColor warn, warnSoft;
    QColor bad, badSoft;
    // The board.
    QColor grid;       ///< between days
    QColor gridStrong; ///< between offerings, first of a month
    QColor weekend;    ///< a weekend's cells
    QColor today;      ///< today's column
    QColor todayLine;
    QColor scarce; ///< availability: few left
    QColor full;   ///< availability: none left
    std::array<StateLook, countOf<ReservationState>> states;

    const StateLook &look(ReservationState state) const { return states[static_cast<std::size_t>(state)]; }

    static const Theme &of(Scheme scheme);
    /// By the lightness of the palette's window.
    static const Theme &of(const QPalette &palette);
};

QPalette paletteFor(const Theme &theme);
/// The scheme of the system as Qt has found it, asked before applyTheme().
Scheme systemScheme();
/// Style, palette and style sheet of the whole application; may be called again at run time.
void applyTheme(QApplication &application, Scheme scheme);

/// Distances in device-independent pixels; nothing else is used between widgets.
namespace space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
inline constexpr int radius = 6;
} // namespace space

} // namespace deskbell::ui
