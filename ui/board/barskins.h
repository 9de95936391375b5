#pragma once

// BarSkins: the bodies of bars, each drawn once for its look and size and kept as a picture, because
// a year shows thousands of bars of a few dozen sizes. A state is told by colour, by the bar's shape
// (outline, base line, hatching) and, where there is room, by its mark. Emptied when zoom, palette
// or screen change. Owned by the Board; UI thread.

#include <QHash>
#include <QPixmap>

#include "domain/reservation.h"
#include "ui/theme.h"

class QPainter;

namespace deskbell::ui {

struct BarLook
{
    ReservationState state = ReservationState::Confirmed;
    bool isWish = false;
    bool hasConflict = false;
    bool isWaiting = false;
    bool isOwing = false;
    bool hasNote = false;
    bool isDayUse = false;
    bool isFar = false; ///< seen from far: shapes, and marks only for what waits

    unsigned key() const;
};

/// What insets().left has beside the mark's size; less without a mark.
inline constexpr int markInset = 12;

/// Where a bar's text may stand, from its left edge.
struct BarInsets
{
    int left = 0;
    int right = 0;
};

class BarSkins
{
public:
    void clear() { m_pictures.clear(); }
    void draw(QPainter &painter, const QRect &rect, const BarLook &look, const Theme &theme);
    /// Marks stand at both ends; what is left of narrow bars is nobody's.
    static BarInsets insets(const QSize &size, const BarLook &look);

private:
    QHash<quint64, QPixmap> m_pictures;
    qreal m_ratio = 0;
};

} // namespace deskbell::ui
