#include "ui/format.h"
#include "models/amount.h"
#include "ui/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace deskbell::ui {

namespace {

struct Format
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

QString padded(std::int64_t value, int digits)
{
    return QString::number(value).rightJustified(digits, QLatin1Char('0'));
}

} // namespace

QString typed(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString text(const std::string &utf8)
{
    return shown(typed(utf8));
}

std::string utf8(const QString &text)
{
    return text.toStdString();
}

QDate qDate(Date date)
{
    return QDate(1970, 1, 1).addDays(date.time_since_epoch().count());
}

Date domainDate(QDate date)
{
    return Date{Days{static_cast<int>(QDate(1970, 1, 1).daysTo(date))}};
}

QDateTime qDateTime(Instant instant, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), zone);
}

QTimeZone zoneNamed(const std::string &ianaName)
{
    const QTimeZone zone(QByteArray::fromStdString(ianaName));
    return zone.isValid() ? zone : QTimeZone::utc();
}

QString currencySign(Currency currency)
{
    const std::string_view code = currency.text();
    if (code == "EUR")
        return QStringLiteral("€");
    if (code == "KRW")
        return QStringLiteral("₩");
    if (code == "USD")
        return QStringLiteral("$");
    if (code == "GBP")
        return QStringLiteral("£");
    return QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()));
}

QString amountText(Money money)
{
    const int digits = minorUnitDigits(money.currency);
    std::int64_t unit = 1;
    for (int i = 0; i < digits; ++i)
        unit *= 10;
    const std::int64_t magnitude = std::abs(money.minor);
    const QLocale locale;
    QString amount = locale.toString(static_cast<qlonglong>(magnitude / unit));
    if (digits > 0)
        amount += locale.decimalPoint() + padded(magnitude % unit, digits);
    return money.minor < 0 ? locale.negativeSign() + amount : amount;
}

QString moneyText(Money money)
{
    const bool isNegative = money.minor < 0;
    const QString sign = currencySign(money.currency);
    // A code such as CHF wants a space, a sign does not.
    const QString gap = sign.size() > 1 ? QString(QChar(0x00A0)) : QString();
    const QString amount = sign + gap + amountText(isNegative ? -money : money);
    return isNegative ? QLocale().negativeSign() + amount : amount;
}

std::optional<Money> parseAmount(const QString &typed, Currency currency)
{
    const auto money = models::amountTyped(typed, currency);
    return money ? std::optional(*money) : std::nullopt;
}

QString minuteText(LocalMinute minute)
{
    const Date date = std::chrono::floor<Days>(minute);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(minute - date).count();
    const QTime time = QTime(0, 0).addSecs(static_cast<int>(seconds));
    return QStringLiteral("%1, %2").arg(dateText(date), QLocale().toString(time, QStringLiteral("HH:mm")));
}

QString dateText(Date date)
{
    return QLocale().toString(qDate(date), Format::tr("ddd d MMM yyyy", "date pattern, full"));
}

QString shortDateText(Date date)
{
    return QLocale().toString(qDate(date), Format::tr("d MMM", "date pattern, day and month"));
}

QString weekdayDateText(Date date)
{
    return QLocale().toString(qDate(date), Format::tr("ddd d MMM", "date pattern, weekday, day and month"));
}

QString stayText(const Stay &stay)
{
    if (stay.isDayUse())
        return dateText(stay.arrival);
    // The year once where both ends share it; which end names it is the language's.
    const bool isSameYear = qDate(stay.arrival).year() == qDate(stay.departure).year();
    const auto inRange = [isSameYear](Date date, const QString &pattern) {
        return isSameYear ? QLocale().toString(qDate(date), pattern) : dateText(date);
    };
    const QString start = inRange(stay.arrival, Format::tr("ddd d MMM", "date pattern, start of a range"));
    const QString end = inRange(stay.departure, Format::tr("ddd d MMM yyyy", "date pattern, end of a range"));
    return Format::tr("%1 – %2", "a stay: arrival to departure").arg(start, end);
}

QString stayDatesText(const Stay &stay)
{
    if (stay.isDayUse())
        return shortDateText(stay.arrival);
    return Format::tr("%1 – %2", "a stay: arrival to departure")
        .arg(shortDateText(stay.arrival), shortDateText(stay.departure));
}

QString nightsText(const Stay &stay)
{
    return stay.isDayUse() ? Format::tr("day use") : Format::tr("%n night(s)", nullptr, stay.nights());
}

QString instantText(Instant instant, const QTimeZone &zone)
{
    return QLocale().toString(qDateTime(instant, zone),
                              Format::tr("d MMM yyyy HH:mm", "date and time pattern"));
}

QString clockText(Instant instant, const QTimeZone &zone)
{
    return QLocale().toString(qDateTime(instant, zone).time(), Format::tr("HH:mm", "time pattern"));
}

QString ageText(Instant since, Instant now)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - since).count();
    if (minutes < 1)
        return Format::tr("just now");
    if (minutes < 60)
        return Format::tr("%n min", nullptr, static_cast<int>(minutes));
    const int hours = static_cast<int>(minutes / 60);
    if (hours < 24)
        return Format::tr("%1 h %2 min", "an age in hours and minutes")
            .arg(QString::number(hours), QString::number(minutes % 60));
    return Format::tr("%n day(s)", nullptr, hours / 24);
}

} // namespace deskbell::ui
