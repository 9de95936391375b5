#pragma once

// Where the rows of each kind are stored: in a table of their own, or in the one that all other kinds
// share. Statements are made once and stay at the same address, as Connection requires.

#include "domain/entities.h"

namespace deskbell::server {

/// "SELECT id, version, row FROM …" of every property.
const char *selectAllRows(Entity entity);
/// The same of the property ?1.
const char *selectRowsOfProperty(Entity entity);
/// The rows of the property ?1 that a desk with the window from ?2 to ?3 is shown, statement by statement;
/// what has no dates first, because it says what the others are about. For isSeen() of window.h.
struct SeenRows
{
    Entity entity;
    const char *sql;
};
const std::vector<SeenRows> &selectSeenRows();

} // namespace deskbell::server
