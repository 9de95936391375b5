#pragma once

// Parses amounts as people type them: in their own locale and in other notations, "12,50", "1.234,50",
// "10,000원", with full-width digits. A text that could mean two amounts is an error. Pure function.

#include <QLocale>
#include <QString>

#include "domain/money.h"

namespace deskbell::models {

/// Never negative. Errors: "bad-amount"; "ambiguous-amount" (two readings, 1,000 times apart).
Expected<Money> amountTyped(const QString &typed, Currency currency, const QLocale &locale = {});

} // namespace deskbell::models
