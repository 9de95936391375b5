#pragma once

// How dates, times and money are written for the person at the desk: names and separators by
// QLocale() (set with the language), patterns by translation. Pure functions, UI thread.

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <optional>
#include <string>

#include "domain/money.h"
#include "domain/time.h"

namespace deskbell::ui {

/// To the letter: for fields, searches and comparisons.
QString typed(const std::string &utf8);
/// As it is shown (plaintext.h).
QString text(const std::string &utf8);
std::string utf8(const QString &text);

QDate qDate(Date date);
Date domainDate(QDate date);
QDateTime qDateTime(Instant instant, const QTimeZone &zone);
/// The zone of an IANA name; UTC when this machine does not know it.
QTimeZone zoneNamed(const std::string &ianaName);

QString moneyText(Money money);
/// Without the currency's sign, for fields that show it beside them.
QString amountText(Money money);
/// What a person typed (models/amount.h). Nothing: not an amount, or two.
std::optional<Money> parseAmount(const QString &typed, Currency currency);
QString currencySign(Currency currency);

/// "Fri 12 Aug 2016, 19:30", by the property's clocks.
QString minuteText(LocalMinute minute);
QString dateText(Date date);        ///< "Wed 3 Aug 2016"
QString shortDateText(Date date);   ///< "3 Aug", "8월 3일"
QString weekdayDateText(Date date); ///< "Wed 3 Aug"
/// "3 – 6 Aug 2016"; always both ends.
QString stayText(const Stay &stay);
QString stayDatesText(const Stay &stay);                     ///< "3 Aug – 6 Aug"
QString nightsText(const Stay &stay);                        ///< "3 nights", "day use"
QString instantText(Instant instant, const QTimeZone &zone); ///< "3 Aug 2016 14:05"
QString clockText(Instant instant, const QTimeZone &zone);   ///< "14:05"
/// "just now", "4 min", "2 h 10 min", "3 days".
QString ageText(Instant since, Instant now);

} // namespace deskbell::ui
