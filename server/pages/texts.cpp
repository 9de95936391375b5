#include "server/pages/texts.h"

#include <algorithm>
#include <cassert>
#include <charconv>

#include "http/message.h"
#include "server/config/toml.h"
#include "server/pages/embeddedpages.h"

namespace deskbell::server {
namespace {

constexpr std::string_view koreanFile = "ko.toml";
constexpr std::string_view englishFile = "en.toml";

tl::unexpected<Error> bad(std::string_view file, std::string reason)
{
    return failure("bad-texts", {{"file", std::string(file)}, {"reason", std::move(reason)}});
}

Expected<Texts::Table> tableOf(std::string_view file, std::string_view content)
{
    const toml::parse_result parsed = toml::parse(content, file);
    if (!parsed)
        return bad(file, std::string(parsed.error().description()));
    Texts::Table table;
    for (const auto &[key, node] : parsed.table()) {
        const auto text = node.value_exact<std::string>();
        if (!text || text->empty())
            return bad(file, std::string(key.str()));
        table.emplace(std::string(key.str()), *text);
    }
    return table;
}

std::string_view contentOf(std::string_view name)
{
    for (const EmbeddedFile &file : embeddedPages()) {
        if (file.name == name)
            return file.content;
    }
    return {};
}

std::string_view trimmed(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// 1 without a weight, 0 for one that makes no sense.
double weightIn(std::string_view parameters)
{
    const std::size_t q = parameters.find("q=");
    if (q == std::string_view::npos)
        return 1;
    const std::string_view number = trimmed(parameters.substr(q + 2));
    double weight = 0;
    std::from_chars(number.data(), number.data() + number.size(), weight);
    return weight;
}

bool speaks(std::string_view tag, Language language)
{
    const std::string_view known = tagOf(language);
    return tag.size() >= known.size() && http::equalsIgnoringCase(tag.substr(0, known.size()), known) &&
           (tag.size() == known.size() || tag[known.size()] == '-');
}

} // namespace

std::string_view tagOf(Language language)
{
    return language == Language::Korean ? "ko" : "en";
}

Language other(Language language)
{
    return language == Language::Korean ? Language::English : Language::Korean;
}

Language languageFor(std::string_view chosen, std::string_view acceptLanguage)
{
    for (const Language language : languages) {
        if (chosen == tagOf(language))
            return language;
    }
    Language best = Language::English;
    double bestWeight = 0;
    while (!acceptLanguage.empty()) {
        const std::size_t comma = std::min(acceptLanguage.find(','), acceptLanguage.size());
        const std::string_view element = acceptLanguage.substr(0, comma);
        acceptLanguage.remove_prefix(std::min(comma + 1, acceptLanguage.size()));
        const std::size_t semicolon = std::min(element.find(';'), element.size());
        const double weight = weightIn(element.substr(semicolon));
        for (const Language language : languages) {
            if (weight > bestWeight && speaks(trimmed(element.substr(0, semicolon)), language)) {
                best = language;
                bestWeight = weight;
            }
        }
    }
    return best;
}

Expected<Texts> Texts::make()
{
    return read(contentOf(koreanFile), contentOf(englishFile));
}

Expected<Texts> Texts::read(std::string_view korean, std::string_view english)
{
    Texts texts;
    auto inKorean = tableOf(koreanFile, korean);
    if (!inKorean)
        return tl::unexpected(inKorean.error());
    auto inEnglish = tableOf(englishFile, english);
    if (!inEnglish)
        return tl::unexpected(inEnglish.error());
    for (const auto &[key, text] : *inKorean) {
        if (!inEnglish->contains(key))
            return bad(englishFile, key);
    }
    for (const auto &[key, text] : *inEnglish) {
        if (!inKorean->contains(key))
            return bad(koreanFile, key);
    }
    texts.m_korean = std::move(*inKorean);
    texts.m_english = std::move(*inEnglish);
    return texts;
}

std::string Texts::keyFor(std::string_view key, OfferingKind about) const
{
    std::string variant(key);
    if (about != OfferingKind::Rooms)
        variant += about == OfferingKind::Performance ? "_ticket" : "_loan";
    return has(variant) ? variant : std::string(key);
}

std::string Texts::say(Language language, std::string_view key, const Facts &facts) const
{
    const Table &table = all(language);
    const auto found = table.find(key);
    assert(found != table.end());
    if (found == table.end())
        return std::string(key);
    std::string said;
    for (std::string_view rest = found->second; !rest.empty();) {
        const std::size_t open = std::min(rest.find('{'), rest.size());
        said += rest.substr(0, open);
        rest.remove_prefix(open);
        const std::size_t close = rest.find('}');
        if (close == std::string_view::npos) {
            said += rest;
            break;
        }
        const auto fact = facts.find(rest.substr(1, close - 1));
        if (fact != facts.end())
            said += fact->second;
        rest.remove_prefix(close + 1);
    }
    return said;
}

} // namespace deskbell::server
