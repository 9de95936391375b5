#include "ui/board/boardgeometry.h"

#include <algorithm>
#include <cmath>

namespace deskbell::ui {

int BoardGeometry::edge(int day) const
{
    return static_cast<int>(std::lround(day * dayWidth));
}

int BoardGeometry::noon(Date day) const
{
    return static_cast<int>(std::lround((static_cast<double>((day - first).count()) + 0.5) * dayWidth));
}

Date BoardGeometry::dayAt(int x) const
{
    int day = std::clamp(static_cast<int>(std::floor(x / dayWidth)), 0, days - 1);
    // Edges are rounded: the column decides.
    while (day > 0 && edge(day) > x)
        --day;
    while (day < days - 1 && edge(day + 1) <= x)
        ++day;
    return first + Days{day};
}

int BoardGeometry::daysIn(int pixels) const
{
    return static_cast<int>(std::lround(pixels / dayWidth));
}

int BoardGeometry::barLeft(const Stay &stay) const
{
    if (stay.isDayUse())
        return noon(stay.arrival) - static_cast<int>(std::clamp(dayWidth * 0.3, 2.0, 14.0));
    return noon(stay.arrival) + (dayWidth >= 12 ? 1 : 0);
}

int BoardGeometry::barRight(const Stay &stay) const
{
    if (stay.isDayUse())
        return noon(stay.arrival) + static_cast<int>(std::clamp(dayWidth * 0.3, 2.0, 14.0));
    return std::max(noon(stay.departure) - 1, barLeft(stay) + 1);
}

double BoardGeometry::widthFitting(int days, int pixels)
{
    return bounded(static_cast<double>(pixels) / std::max(days, 1));
}

double BoardGeometry::bounded(double dayWidth)
{
    return std::clamp(dayWidth, minDayWidth, maxDayWidth);
}

} // namespace deskbell::ui
