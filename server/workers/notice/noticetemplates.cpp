#include "server/workers/notice/noticetemplates.h"

#include <algorithm>
#include <fstream>
#include <span>
#include <sstream>

#include "server/config/toml.h"
#include "server/workers/notice/koreantext.h"
#include "server/workers/notice/noticevariables.h"

namespace deskbell::server {
namespace {

constexpr std::string_view ending = ".toml";

constexpr std::array<std::string_view, 5> templateKeys{"id", "text", "sms", "subject", "buttons"};
constexpr std::array<std::string_view, 2> buttonKeys{"name", "link"};

bool contains(std::span<const std::string_view> names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool uses(const NoticeTemplate &one, std::string_view variable)
{
    const std::string mark = "#{" + std::string(variable) + "}";
    const auto has = [&](const std::string &text) { return text.find(mark) != std::string::npos; };
    return has(one.text) || has(one.sms) || has(one.subject) ||
           std::any_of(one.buttons.begin(), one.buttons.end(),
                       [&](const NoticeButton &button) { return has(button.name) || has(button.link); });
}

/// One file being read: knows where it is for what it has to say.
class Reader
{
public:
    explicit Reader(const NoticeFile &file) : m_file(file) {}

    Expected<NoticeLanguage> read();

private:
    tl::unexpected<Error> fail(std::string_view code, const toml::node *where, Facts facts = {}) const
    {
        facts["file"] = m_file.name;
        if (where)
            facts["line"] = std::to_string(where->source().begin.line);
        return failure(std::string(code), std::move(facts));
    }
    Expected<void> readKind(const std::string &kind, const toml::table &table);
    Expected<void> readTemplate(const std::string &name, const toml::table &table,
                                std::span<const std::string_view> variants);
    Expected<void> readButtons(const std::string &kind, const toml::array &array, NoticeTemplate &into);
    Expected<void> readWords(std::string_view name, const toml::table &table,
                             std::map<std::string, std::string> &into) const;
    Expected<void> checkMissing() const;
    /// A text that is there, fits with the longest values and has known variables only.
    Expected<std::string> text(const toml::table &table, const std::string &kind, const char *key,
                               std::size_t most);
    Expected<void> checkKeys(const toml::table &table, const std::string &prefix,
                             std::span<const std::string_view> known,
                             std::span<const std::string_view> more = {}) const;

    const NoticeFile &m_file;
    NoticeLanguage m_language;
};

Expected<void> Reader::checkKeys(const toml::table &table, const std::string &prefix,
                                 std::span<const std::string_view> known,
                                 std::span<const std::string_view> more) const
{
    for (const auto &[key, node] : table) {
        if (!contains(known, key.str()) && !contains(more, key.str()))
            return fail("template-unknown-key", &node, {{"key", prefix + std::string(key.str())}});
    }
    return {};
}

Expected<std::string> Reader::text(const toml::table &table, const std::string &kind, const char *key,
                                   std::size_t most)
{
    const toml::node *node = table.get(key);
    const std::string name = kind + "." + key;
    const auto value = node ? node->value_exact<std::string>() : std::nullopt;
    if (!value || value->find_first_not_of(" \t\r\n") == std::string::npos)
        return fail("template-bad-value", node ? node : &table, {{"key", name}});
    const auto parts = partsOf(*value);
    if (!parts) {
        Facts facts = parts.error().facts;
        facts["key"] = name;
        return fail(parts.error().code, node, std::move(facts));
    }
    if (const std::size_t length = longestLength(*parts); length > most)
        return fail("template-too-long", node,
                    {{"key", name}, {"characters", std::to_string(length)}, {"most", std::to_string(most)}});
    return *value;
}

Expected<void> Reader::readButtons(const std::string &kind, const toml::array &array, NoticeTemplate &into)
{
    if (array.size() > mostNoticeButtons)
        return fail("template-too-many-buttons", &array,
                    {{"kind", kind},
                     {"buttons", std::to_string(array.size())},
                     {"most", std::to_string(mostNoticeButtons)}});
    for (const toml::node &each : array) {
        const toml::table *button = each.as_table();
        if (!button)
            return fail("template-bad-value", &each, {{"key", kind + ".buttons"}});
        if (auto known = checkKeys(*button, kind + ".buttons.", buttonKeys); !known)
            return known;
        auto name = text(*button, kind + ".buttons", "name", mostButtonNameCharacters);
        if (!name)
            return tl::unexpected(name.error());
        auto link = text(*button, kind + ".buttons", "link", mostButtonLinkCharacters);
        if (!link)
            return tl::unexpected(link.error());
        into.buttons.push_back({std::move(*name), std::move(*link)});
    }
    return {};
}

Expected<void> Reader::readKind(const std::string &kind, const toml::table &table)
{
    if (auto own = readTemplate(kind, table, noticeVariants); !own)
        return own;
    for (const std::string_view variant : noticeVariants) {
        const toml::node *node = table.get(variant);
        if (!node)
            continue;
        const std::string name = kind + "." + std::string(variant);
        if (!node->is_table())
            return fail("template-bad-value", node, {{"key", name}});
        if (auto read = readTemplate(name, *node->as_table(), {}); !read)
            return read;
    }
    return {};
}

Expected<void> Reader::readTemplate(const std::string &name, const toml::table &table,
                                    std::span<const std::string_view> variants)
{
    if (auto known = checkKeys(table, name + ".", templateKeys, variants); !known)
        return known;
    NoticeTemplate &made = m_language.templates[name];
    const auto read = [&](std::string &into, const char *key, std::size_t most) -> Expected<void> {
        auto value = text(table, name, key, most);
        if (!value)
            return tl::unexpected(value.error());
        into = std::move(*value);
        return {};
    };
    if (auto id = read(made.id, "id", 100); !id)
        return id;
    if (auto text = read(made.text, "text", mostNoticeCharacters); !text)
        return text;
    // A long message holds 2,000 bytes, and a character has two at most.
    if (auto sms = read(made.sms, "sms", mostLongTextBytes / 2); !sms)
        return sms;
    if (auto subject = read(made.subject, "subject", mostSubjectBytes / 2); !subject)
        return subject;
    if (const toml::node *buttons = table.get("buttons")) {
        if (!buttons->is_array())
            return fail("template-bad-value", buttons, {{"key", name + ".buttons"}});
        return readButtons(name, *buttons->as_array(), made);
    }
    return {};
}

Expected<void> Reader::readWords(std::string_view name, const toml::table &table,
                                 std::map<std::string, std::string> &into) const
{
    for (const auto &[key, node] : table) {
        const auto value = node.value_exact<std::string>();
        if (!value || value->empty())
            return fail("template-bad-value", &node,
                        {{"key", std::string(name) + "." + std::string(key.str())}});
        into[std::string(key.str())] = *value;
    }
    return {};
}

Expected<void> Reader::checkMissing() const
{
    for (const std::string_view variable : oftenMissing) {
        const bool isUsed = std::any_of(m_language.templates.begin(), m_language.templates.end(),
                                        [&](const auto &each) { return uses(each.second, variable); });
        if (isUsed && !m_language.missing.contains(std::string(variable)))
            return fail("template-no-words", nullptr, {{"variable", std::string(variable)}});
    }
    return {};
}

Expected<NoticeLanguage> Reader::read()
{
    const toml::parse_result parsed = toml::parse(m_file.content, m_file.name);
    if (!parsed)
        return failure("template-unreadable", {{"file", m_file.name},
                                               {"line", std::to_string(parsed.error().source().begin.line)},
                                               {"reason", std::string(parsed.error().description())}});
    m_language.tag = m_file.name.substr(0, m_file.name.size() - ending.size());
    for (const auto &[key, node] : parsed.table()) {
        const std::string name(key.str());
        if (name == "channel") {
            m_language.pfId = node.value_exact<std::string>().value_or("");
            continue;
        }
        const auto kind = named<NoticeKind>(name);
        auto *const words = name == "reasons"   ? &m_language.reasons
                            : name == "missing" ? &m_language.missing
                                                : nullptr;
        if (!kind && !words)
            return fail("template-unknown-key", &node, {{"key", name}});
        const toml::table *table = node.as_table();
        if (!table)
            return fail("template-bad-value", &node, {{"key", name}});
        if (auto done = kind ? readKind(name, *table) : readWords(name, *table, *words); !done)
            return tl::unexpected(done.error());
    }
    if (m_language.pfId.empty())
        return fail("template-bad-value", nullptr, {{"key", "channel"}, {"line", "1"}});
    for (int i = 0; i < countOf<NoticeKind>; ++i) {
        const std::string_view kind = toString(static_cast<NoticeKind>(i));
        if (!m_language.templates.contains(kind))
            return fail("template-missing", nullptr, {{"kind", std::string(kind)}});
    }
    if (auto missing = checkMissing(); !missing)
        return tl::unexpected(missing.error());
    return std::move(m_language);
}

} // namespace

const NoticeTemplate &NoticeLanguage::templateOf(NoticeKind kind,
                                                 const std::vector<std::string_view> &variants) const
{
    const std::string name(toString(kind));
    for (const std::string_view variant : variants) {
        if (const auto found = templates.find(name + "." + std::string(variant)); found != templates.end())
            return found->second;
    }
    return templates.find(name)->second;
}

Expected<NoticeTemplates> NoticeTemplates::read(const std::vector<NoticeFile> &files)
{
    NoticeTemplates all;
    for (const NoticeFile &file : files) {
        if (!file.name.ends_with(ending) || file.name.size() == ending.size())
            continue;
        auto language = Reader(file).read();
        if (!language)
            return tl::unexpected(language.error());
        all.m_languages[language->tag] = std::move(*language);
    }
    if (all.m_languages.empty())
        return failure("template-none");
    return all;
}

Expected<NoticeTemplates> NoticeTemplates::readFolder(const std::filesystem::path &folder)
{
    std::vector<NoticeFile> files;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folder, error)) {
        if (!entry.is_regular_file() || entry.path().extension() != ending)
            continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        std::ostringstream content;
        content << stream.rdbuf();
        if (!stream)
            return failure(
                "template-unreadable",
                {{"file", entry.path().filename().string()}, {"line", "0"}, {"reason", "cannot be read"}});
        files.push_back({entry.path().filename().string(), content.str()});
    }
    auto read = NoticeTemplates::read(files);
    if (!read && read.error().code == "template-none")
        return failure("template-none", {{"folder", folder.string()}});
    return read;
}

bool NoticeTemplates::hasLinks() const
{
    return std::any_of(m_languages.begin(), m_languages.end(), [](const auto &language) {
        const auto &templates = language.second.templates;
        return std::any_of(templates.begin(), templates.end(),
                           [](const auto &each) { return uses(each.second, "link"); });
    });
}

const NoticeLanguage &NoticeTemplates::in(std::string_view tag, std::string_view fallback) const
{
    for (const std::string_view wanted : {tag, tag.substr(0, tag.find('-')), fallback}) {
        if (const auto found = m_languages.find(wanted); found != m_languages.end())
            return found->second;
    }
    return m_languages.begin()->second;
}

} // namespace deskbell::server
