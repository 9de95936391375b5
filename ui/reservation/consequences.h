#pragma once

// Consequences: sentences that say, before an action that is hard to undo, what happens to nights and
// money. Pure functions, UI thread.

#include <QStringList>

#include "models/stayrow.h"
#include "ui/words.h"

namespace deskbell::ui {

/// Done without asking it would surprise: what it ends or frees is not over yet.
bool asksFirst(CommandType type, const Reservation &seen, Date businessDate);
/// `role` of who does it.
QStringList consequences(CommandType type, const Reservation &seen, const Names &names, Date businessDate,
                         Role role);
/// Of several that are cancelled or rejected together.
QStringList consequences(const std::vector<models::StayRow> &rows, Currency currency, OfferingKind kind,
                         Role role);

} // namespace deskbell::ui
