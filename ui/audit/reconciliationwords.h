#pragma once

// The words of a reconciliation: the name of each difference, what each side's records say, and
// what a manager does about it. Pure functions, UI thread.

#include <QString>
#include <QTimeZone>

#include "models/operations.h"

namespace deskbell::ui {

/// "Charge unknown here", "Amounts differ". A kind that a newer backend tells of is named as it is.
QString differenceName(const models::BookDifference &difference);
/// What is to be thought of it, and what is done.
QString differenceAdvice(const models::BookDifference &difference);
/// "€200.00 · Taken"; "–" where that side has nothing.
QString ledgerText(const models::BookDifference &difference);
QString providerText(const models::BookDifference &difference);
/// "12 payments and 3 refunds were compared on 4 Aug 2016 00:31."
QString comparedText(const models::Reconciliation &report, const QTimeZone &zone);

/// Why there is nothing to show of that day. `health`: as last told, if it was.
QString notReconciledText(Date day, Date today, const models::BackendHealth *health);

} // namespace deskbell::ui
