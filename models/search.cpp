#include "models/search.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace deskbell::models {

namespace {

constexpr qsizetype fewestDigits = 4;
/// Of a number without its country's code.
constexpr qsizetype wholeNumber = 8;

/// What Unicode does not take apart into a letter and a mark.
constexpr std::pair<char16_t, const char *> plainLetters[] = {
    {u'ß', "ss"}, {u'æ', "ae"}, {u'œ', "oe"}, {u'ø', "o"}, {u'ł', "l"},
    {u'đ', "d"},  {u'ð', "d"},  {u'þ', "th"}, {u'ı', "i"}, {u'ħ', "h"},
};

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Without the trunk's 0, which is left out behind a country's code: "+82 (0)10", "010", "0082 10".
QString digitsOf(QString text)
{
    text.remove(QLatin1String("(0)"));
    QString digits;
    for (const QChar c : text) {
        if (c.digitValue() >= 0)
            digits += QChar(u'0' + c.digitValue());
    }
    while (digits.startsWith(u'0'))
        digits.remove(0, 1);
    return digits;
}

bool canBePhone(const QString &typed)
{
    return std::ranges::all_of(typed, [](QChar c) {
        return c.digitValue() >= 0 || c.isSpace() || QStringLiteral("+-–().,/").contains(c);
    });
}

QString plainCode(QString code)
{
    return code.remove(u'-');
}

int rank(const StayRow &row, Date businessDate)
{
    if (row.state == ReservationState::InHouse)
        return 0;
    if (isFinal(row.state))
        return 3;
    return row.stay.arrival <= businessDate ? 1 : 2;
}

} // namespace

QString folded(const QString &text)
{
    QString letters;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isMark())
            continue;
        const auto *plain =
            std::ranges::find(plainLetters, c.unicode(), &std::pair<char16_t, const char *>::first);
        if (plain != std::end(plainLetters))
            letters += QLatin1String(plain->second);
        else
            letters += c;
    }
    return letters;
}

Search::Search(const QString &typed)
{
    m_all = folded(typed.simplified());
    for (const QString &word : typed.simplified().split(u' ', Qt::SkipEmptyParts))
        m_words.append({folded(word), canBePhone(word) ? digitsOf(word) : QString()});
    if (canBePhone(typed))
        m_digits = digitsOf(typed);
}

bool Search::isPhone(std::string_view phone) const
{
    if (m_digits.size() < fewestDigits)
        return false;
    const QString digits = digitsOf(fromUtf8(phone));
    if (digits.contains(m_digits))
        return true;
    // Typed with its country's code, kept without it.
    return digits.size() >= wholeNumber && m_digits.endsWith(digits);
}

bool Search::finds(const About &about) const
{
    if (isPhone(about.phone))
        return true;
    const QString guest = folded(fromUtf8(about.guest));
    const QString code = plainCode(folded(fromUtf8(about.code)));
    const QString room = folded(fromUtf8(about.room));
    if (!room.isEmpty() && room == m_all)
        return true; // of more than one word: "Garden 2"
    const QString phone = digitsOf(fromUtf8(about.phone));
    return std::ranges::all_of(m_words, [&](const Word &word) {
        return guest.contains(word.letters) || (!room.isEmpty() && room == word.letters) ||
               plainCode(word.letters) == code ||
               (word.digits.size() >= fewestDigits && phone.contains(word.digits));
    });
}

bool isSooner(const StayRow &a, const StayRow &b, Date businessDate)
{
    const int ranks[] = {rank(a, businessDate), rank(b, businessDate)};
    if (ranks[0] != ranks[1])
        return ranks[0] < ranks[1];
    if (ranks[0] == 3)
        return std::tuple(b.stay.departure, b.stay.arrival, a.guest, a.id) <
               std::tuple(a.stay.departure, a.stay.arrival, b.guest, b.id);
    return std::tuple(a.stay.arrival, a.stay.departure, a.guest, a.id) <
           std::tuple(b.stay.arrival, b.stay.departure, b.guest, b.id);
}

} // namespace deskbell::models
