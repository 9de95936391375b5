#pragma once

// What the board says in words: tooltips, the names screen readers read, what a drag would do, days
// and months of the head. UI thread, the reader's language.

#include <QString>

#include "ui/board/boardscene.h"

namespace deskbell::ui {

/// "Kim Minjun, room 301, 3 Aug – 5 Aug, Confirmed, owes €120.00"
QString barName(const models::Book &book, models::StayHandle stay);
/// The same as a small page, with what there is to know besides.
QString barToolTip(const models::Book &book, models::StayHandle stay);
/// "Twin, 3 Aug: 4 of 12 free"
QString availabilityText(const BoardScene &scene, models::OfferingIndex offering, Date day);
/// What stands where no stays are known.
QString notLoadedText();
/// "301 · 3 – 6 Aug", and why not.
QString ghostText(const models::Book &book, const BoardGhost &ghost);
/// What is under the keyboard's cell: "room 301, Wednesday 3 August 2016, free".
QString cellText(const BoardScene &scene);
/// What a room type's row is called; says so where it is closed.
QString typeName(const models::Book &book, models::OfferingIndex offering);
QString rowName(const models::Book &book, const BoardRow &row);

QString monthText(Date day);                    ///< "August 2016"
QString shortMonthText(Date day, bool hasYear); ///< "Aug", "Aug 2016"
QString weekdayText(Date day);                  ///< "Wed"
/// "Wednesday 3 August 2016"
QString dayName(Date day);

} // namespace deskbell::ui
