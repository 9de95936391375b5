#pragma once

// Stored words: what is stored as text (a fact of a refusal, a field of the audit, the detail of a history
// entry, one side of two books compared) as a person reads it: an amount with its currency's digits, a state
// by its word, an id by its name, a date as dates are written. Each name is listed once with the form of its
// values. Pure functions, UI thread.

#include <QString>

#include <optional>
#include <string>
#include <string_view>

#include "domain/money.h"
#include "ui/words.h"

namespace deskbell::ui {

/// The value of a fact or field by its name. What is not stored in that name's form is never shown as it is
/// stored; a name without a form holds people's own words, a number or a code that they know.
QString storedText(std::string_view name, const std::string &value, const Names &names);
/// "12345 EUR", as the domain writes an amount.
std::optional<Money> storedMoney(std::string_view amount);
/// A word for what a newer Deskbell has stored and this one cannot read.
QString newerText();

} // namespace deskbell::ui
