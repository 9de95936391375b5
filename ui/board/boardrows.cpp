#include "ui/board/boardrows.h"

#include <algorithm>

namespace deskbell::ui {

using models::noStay;
using models::noUnit;
using models::OfferingIndex;
using models::StayHandle;
using models::UnitIndex;

void BoardRows::arrange(const models::Book &book, const BoardFolding &folding, const Heights &heights)
{
    m_rows.clear();
    m_ofUnit.assign(book.unitIndexEnd(), -1);
    m_ofOffering.clear();
    int y = 0;
    const auto add = [&](BoardRow row, int height) {
        row.y = y;
        row.height = height;
        y += height;
        m_rows.push_back(row);
    };
    for (const OfferingIndex offering : book.offerings()) {
        if (m_ofOffering.size() <= offering)
            m_ofOffering.resize(static_cast<std::size_t>(offering) + 1, -1);
        // What is not counted by nights has no place among them: it has a page of its own.
        if (book.offering(offering).workflow.slotKind == SlotKind::Once)
            continue;
        m_ofOffering[offering] = count();
        add({BoardRow::Kind::Head, offering}, heights.head);
        const OfferingId id = book.offering(offering).id;
        if (folding.folded.contains(id))
            continue;
        const int depth = book.depth(offering);
        // One line more than hidden saves nothing by hiding.
        const bool isShort = depth <= BoardFolding::linesShown + 1;
        const int shown =
            isShort || folding.opened.contains(id) ? std::max(depth, 1) : BoardFolding::linesShown;
        for (int line = 0; line < shown; ++line)
            add({BoardRow::Kind::Line, offering, noUnit, line,
                 line == shown - 1 ? std::max(depth - shown, 0) : 0},
                heights.line);
        for (const UnitIndex unit : book.unitsOf(offering)) {
            m_ofUnit[unit] = count();
            add({BoardRow::Kind::Unit, offering, unit}, heights.unit);
        }
    }
}

int BoardRows::rowAt(int y) const
{
    if (y < 0)
        return -1;
    const auto below = std::upper_bound(m_rows.begin(), m_rows.end(), y,
                                        [](int at, const BoardRow &row) { return at < row.y; });
    const int row = static_cast<int>(below - m_rows.begin()) - 1;
    return y >= height() ? count() : row;
}

int BoardRows::rowOf(UnitIndex unit) const
{
    return unit < m_ofUnit.size() ? m_ofUnit[unit] : -1;
}

int BoardRows::headOf(OfferingIndex offering) const
{
    return offering < m_ofOffering.size() ? m_ofOffering[offering] : -1;
}

std::pair<int, int> BoardRows::linesOf(OfferingIndex offering) const
{
    const int head = headOf(offering);
    if (head < 0 || head + 1 >= count() || at(head + 1).kind != BoardRow::Kind::Line)
        return {-1, -1};
    int last = head + 1;
    while (last + 1 < count() && at(last + 1).kind == BoardRow::Kind::Line)
        ++last;
    return {head + 1, last};
}

int BoardRows::rowOfLine(OfferingIndex offering, int line) const
{
    const auto [first, last] = linesOf(offering);
    return first < 0 || line < 0 || first + line > last ? -1 : first + line;
}

int BoardRows::rowOf(const models::Book &book, StayHandle handle) const
{
    if (handle == noStay || !book.at(handle).isLive)
        return -1;
    const models::BookedStay &stay = book.at(handle);
    switch (stay.place) {
    case models::BoardPlace::Unit:
        return rowOf(stay.unit);
    case models::BoardPlace::Wish:
        return rowOf(stay.wish);
    case models::BoardPlace::Unassigned:
        return rowOfLine(stay.offering, book.lineOf(handle));
    case models::BoardPlace::Nowhere:
        break;
    }
    return -1;
}

} // namespace deskbell::ui
