#pragma once

// Search: whether a reservation matches what a person types, and in which order matches are shown. Names
// match in any order of their words, without accents, in any Unicode form; phone numbers in any notation.
// Pure, any thread.

#include <QString>
#include <QStringList>

#include <string_view>

#include "models/stayrow.h"

namespace deskbell::models {

/// Letters alone: no case, no accents, one form for all ways of writing them. Hangul is taken apart, so that
/// a syllable is found while it is being typed.
QString folded(const QString &text);

class Search
{
public:
    explicit Search(const QString &typed);
    bool isEmpty() const { return m_words.isEmpty(); }

    /// What a reservation is found by; texts in UTF-8.
    struct About
    {
        std::string_view guest;
        std::string_view phone;
        std::string_view code;
        std::string_view room;
    };
    /// Every word typed is in the guest's name or is the room, the code or part of the phone; or all that was
    /// typed is one phone number.
    bool finds(const About &about) const;

private:
    struct Word
    {
        QString letters; ///< folded
        QString digits;
    };
    bool isPhone(std::string_view phone) const;

    QList<Word> m_words;
    QString m_all;    ///< as it was typed
    QString m_digits; ///< where all that was typed can be a phone number
};

/// Who is in the house, then who comes today or is late, who comes later, and what is over, the latest first.
bool isSooner(const StayRow &a, const StayRow &b, Date businessDate);

} // namespace deskbell::models
