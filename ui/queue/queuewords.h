#pragma once

// The words of the queue and of the search for what the property offers: rooms, performances, titles
// to lend, or neutral words for several kinds (no kind). Pure functions, UI thread.

#include <QString>

#include <optional>

#include "models/queuemodel.h"
#include "ui/words.h"

namespace deskbell::ui {

using HouseKind = std::optional<OfferingKind>;

QString laneName(models::QueueLane lane, HouseKind kind);
/// What the queue's filter looks at.
QString filterHint(HouseKind kind);
/// What the search looks at.
QString searchHint(HouseKind kind);
/// How the queue can be sorted by that column; empty: not here.
QString sortName(models::QueueModel::Column column, HouseKind kind);

} // namespace deskbell::ui
