#pragma once

// BoardRows: what stands above what on the board: for each offering a head with its availability,
// the lines of its stays without a room, then its rooms. Performances and titles, which are not
// reserved by nights, are not on it. Offerings can be folded to their head, and
// long stacks of lines show their first few until they are opened. Plain value, made anew when the
// house or a stack's depth changes; heights are cheap to look up either way.

#include <set>
#include <vector>

#include "models/book.h"

namespace deskbell::ui {

struct BoardRow
{
    enum class Kind { Head, Line, Unit };

    Kind kind = Kind::Head;
    models::OfferingIndex offering = models::noOffering;
    models::UnitIndex unit = models::noUnit; ///< of a Unit
    int line = 0;                            ///< of a Line
    int hiddenLines = 0;                     ///< of the last Line shown: how many are not
    int y = 0;
    int height = 0;

    int bottom() const { return y + height; }
};

/// Which offerings are folded and whose lines are all shown, as the person has left them.
struct BoardFolding
{
    static constexpr int linesShown = 3;
    std::set<OfferingId> folded;
    std::set<OfferingId> opened;
};

class BoardRows
{
public:
    struct Heights
    {
        int head = 30;
        int line = 26;
        int unit = 28;
    };

    void arrange(const models::Book &book, const BoardFolding &folding, const Heights &heights);

    bool isEmpty() const { return m_rows.empty(); }
    int count() const { return static_cast<int>(m_rows.size()); }
    int height() const { return m_rows.empty() ? 0 : m_rows.back().bottom(); }
    const BoardRow &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// The row at that height; -1: above all, count(): below all.
    int rowAt(int y) const;
    /// -1: folded away or not known.
    int rowOf(models::UnitIndex unit) const;
    int headOf(models::OfferingIndex offering) const;
    /// Of a line that is shown; else -1.
    int rowOfLine(models::OfferingIndex offering, int line) const;
    /// Where a stay is drawn; -1: nowhere now.
    int rowOf(const models::Book &book, models::StayHandle stay) const;
    /// First and last row of the offering's lines.
    std::pair<int, int> linesOf(models::OfferingIndex offering) const;

private:
    std::vector<BoardRow> m_rows;
    std::vector<int> m_ofUnit;     ///< by UnitIndex
    std::vector<int> m_ofOffering; ///< its head, by OfferingIndex
};

} // namespace deskbell::ui
