#pragma once

// BoardGeometry: days and pixels of the board's content, apart from any widget, so that zoom and
// hit-testing are tested without a window. A guest comes in the middle of the arrival's day and
// leaves in the middle of the departure's: a night is drawn from noon to noon, and one room can take
// both on one day. Plain value.

#include <QRect>

#include "domain/time.h"

namespace deskbell::ui {

struct BoardGeometry
{
    static constexpr double minDayWidth = 2.0;
    static constexpr double maxDayWidth = 240.0;

    Date first{};
    int days = 1;
    double dayWidth = 40.0;

    Date end() const { return first + Days{days}; }
    int width() const { return edge(days); }

    /// Left edge of a day's column.
    int x(Date day) const { return edge(static_cast<int>((day - first).count())); }
    /// Noon of a day.
    int noon(Date day) const;
    /// The day whose column is there; before and after the content its first and last day.
    Date dayAt(int x) const;
    /// The nearest whole number of days that so many pixels are.
    int daysIn(int pixels) const;

    /// Left and right of a stay's bar, with the gap that keeps neighbours apart.
    int barLeft(const Stay &stay) const;
    int barRight(const Stay &stay) const;

    /// The width at which so many days fill so many pixels, within the limits.
    static double widthFitting(int days, int pixels);
    static double bounded(double dayWidth);

    friend bool operator==(const BoardGeometry &, const BoardGeometry &) = default;

private:
    int edge(int day) const;
};

} // namespace deskbell::ui
