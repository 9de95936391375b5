#pragma once

// The names of many rooms as people write them down: "301-310, 315". Pure functions, any thread.

#include <QString>
#include <QStringList>

#include "domain/expected.h"

namespace deskbell::ui {

/// More at once are a slip.
inline constexpr int mostRoomsAtOnce = 500;

/// In their order, without doubles. A range ends in digits on both sides and begins alike: "A01-A12" are
/// twelve. Other names stay as they are, whatever is in them. Errors: "range-backwards" (fact: range),
/// "too-many-rooms".
Expected<QStringList> roomNames(const QString &typed);

} // namespace deskbell::ui
