#include "models/amount.h"

#include <algorithm>
#include <optional>

namespace deskbell::models {

namespace {

constexpr QChar groupSign(u'\'');

/// Digits of any script as 0 to 9, full-width signs as plain ones, every kind of space and apostrophe alike.
QString plain(const QString &typed)
{
    QString text;
    for (const QChar c : typed.normalized(QString::NormalizationForm_KC).trimmed()) {
        if (c.digitValue() >= 0)
            text += QChar(u'0' + c.digitValue());
        else if (c.isSpace())
            text += u' ';
        else if (c == u'’' || c == u'‘' || c == u'´')
            text += groupSign;
        else
            text += c;
    }
    return text;
}

/// Without the currency's own sign, code or word before or behind it.
QString withoutCurrency(QString text, Currency currency)
{
    const QString code =
        QString::fromLatin1(currency.code.data(), static_cast<qsizetype>(currency.code.size()));
    QStringList signs{code};
    if (code == QLatin1String("EUR"))
        signs << QStringLiteral("€");
    else if (code == QLatin1String("KRW"))
        signs << QStringLiteral("₩") << QStringLiteral("원");
    else if (code == QLatin1String("GBP"))
        signs << QStringLiteral("£");
    else if (code == QLatin1String("JPY"))
        signs << QStringLiteral("¥") << QStringLiteral("円");
    else if (QStringLiteral("USD AUD CAD HKD NZD SGD TWD").contains(code))
        signs << QStringLiteral("$");
    for (const QString &sign : signs) {
        if (text.startsWith(sign, Qt::CaseInsensitive))
            return text.mid(sign.size()).trimmed();
        if (text.endsWith(sign, Qt::CaseInsensitive))
            return text.chopped(sign.size()).trimmed();
    }
    return text;
}

bool areDigits(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// "1", "234", "567": thousands, the first of them not empty and not 0.
bool areThousands(const QStringList &parts)
{
    const bool isFirstFine =
        areDigits(parts.front()) && parts.front().size() <= 3 && parts.front()[0] != u'0';
    return isFirstFine && std::all_of(parts.begin() + 1, parts.end(), [](const QString &part) {
               return part.size() == 3 && areDigits(part);
           });
}

/// Digits, with thousands told apart by one sign or by none.
std::optional<QString> wholePart(const QString &text)
{
    if (areDigits(text))
        return text;
    for (const QChar sign : {QChar(u'.'), QChar(u','), groupSign, QChar(u' ')}) {
        if (const QStringList parts = text.split(sign); parts.size() > 1 && areThousands(parts))
            return parts.join(QString());
    }
    return std::nullopt;
}

Expected<Money> amountOf(const QString &whole, const QString &fraction, Currency currency)
{
    const auto digits = static_cast<qsizetype>(minorUnitDigits(currency));
    // More digits than the currency has say nothing if they are zeros.
    if (!areDigits(whole) || std::ranges::any_of(fraction.mid(digits), [](QChar c) { return c != u'0'; }))
        return failure("bad-amount");
    const QString kept = fraction.left(digits);
    return parseDecimal((kept.isEmpty() ? whole : whole + u'.' + kept).toStdString(), currency);
}

} // namespace

Expected<Money> amountTyped(const QString &typed, Currency currency, const QLocale &locale)
{
    const QString text = withoutCurrency(plain(typed), currency);
    const qsizetype at = std::max(text.lastIndexOf(u'.'), text.lastIndexOf(u','));
    if (at < 0) {
        const auto whole = wholePart(text);
        return whole ? amountOf(*whole, {}, currency) : failure("bad-amount");
    }
    const QChar sign = text[at];
    const QString before = text.left(at);
    const QString after = text.mid(at + 1);
    const bool isDecimalSign = locale.decimalPoint() == QString(sign);
    const int digits = minorUnitDigits(currency);
    const auto thousands = wholePart(text); // both sides of the sign are one whole number
    const auto whole = before.isEmpty() ? std::optional(QStringLiteral("0")) : wholePart(before);
    const bool isOnlySign = whole && !before.contains(sign);
    const auto decimal =
        isOnlySign && areDigits(after) ? amountOf(*whole, after, currency) : failure("bad-amount");
    if (!thousands) {
        // Won have no part: one that is typed is a slip, unless it is the zeros of this locale.
        const bool isSlip = digits == 0 && whole == before && after.size() < 3 && !isDecimalSign;
        return isSlip ? failure("ambiguous-amount") : decimal;
    }
    const auto grouped = amountOf(*thousands, {}, currency);
    if (digits == 0 || !decimal) {
        const bool isUsual = digits == 0 || !isDecimalSign || before.contains(sign);
        return isUsual ? grouped : failure("ambiguous-amount");
    }
    // Three digits behind one sign: thousands, or a part with all its digits.
    if (isDecimalSign)
        return digits == 3 ? decimal : failure("ambiguous-amount");
    return digits == 3 ? failure("ambiguous-amount") : grouped;
}

} // namespace deskbell::models
