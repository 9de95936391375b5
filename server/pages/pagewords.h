#pragma once

// The texts of one page, in its visitor's language and in the words for its kind of offering. Any
// thread.

#include "server/pages/texts.h"

namespace deskbell::server {

struct PageWords
{
    const Texts &texts;
    Language language;
    OfferingKind about = OfferingKind::Rooms;

    std::string say(std::string_view key, const Facts &facts = {}) const
    {
        return texts.say(language, texts.keyFor(key, about), facts);
    }
    /// There is such a text for what the page is about.
    bool has(std::string_view key) const { return texts.has(texts.keyFor(key, about)); }
    /// "one night", "3 nights": the key, with _one for one.
    std::string count(const std::string &key, int number) const;
};

} // namespace deskbell::server
