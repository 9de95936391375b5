#pragma once

// What guests' pages say, in each language: data files of resources/pages/, "ko.toml" and "en.toml",
// one text a key, with {names} for facts. Where tickets or loans need other words than rooms, the key has
// a variant that ends in "_ticket" or "_loan". Read once at the start, immutable afterwards; any thread.

#include <map>
#include <string>
#include <string_view>

#include "domain/expected.h"
#include "domain/workflow.h"

namespace deskbell::server {

enum class Language { Korean, English };
inline constexpr Language languages[]{Language::Korean, Language::English};
std::string_view tagOf(Language language); ///< BCP 47: "ko", "en"
Language other(Language language);

/// What the guest chose (a tag, or nothing), else the first of Accept-Language that we speak by its
/// weight, else English.
Language languageFor(std::string_view chosen, std::string_view acceptLanguage);

class Texts
{
public:
    using Table = std::map<std::string, std::string, std::less<>>;

    /// Error: "bad-texts" (facts: file, reason): not TOML, not flat, or not the same keys in each.
    static Expected<Texts> make();
    static Expected<Texts> read(std::string_view korean, std::string_view english);

    const Table &all(Language language) const { return language == Language::Korean ? m_korean : m_english; }
    bool has(std::string_view key) const { return m_korean.contains(key); }
    /// The key's variant for what a page is about, where it has one.
    std::string keyFor(std::string_view key, OfferingKind about) const;
    /// Asserts that there is such a text. {name} becomes the fact of that name.
    std::string say(Language language, std::string_view key, const Facts &facts = {}) const;

private:
    Table m_korean;
    Table m_english;
};

} // namespace deskbell::server
