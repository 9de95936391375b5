#include "server/pages/templates.h"

#include <cassert>

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>

#include "server/pages/embeddedpages.h"

namespace deskbell::server {
namespace {

constexpr std::string_view ending = ".html";
constexpr std::string_view layout = "layout.html";
constexpr std::string_view escaping = "{{%AUTOESCAPE context=\"HTML\"}}";
constexpr int maxIncludes = 100;

std::string_view contentOf(std::string_view name)
{
    for (const EmbeddedFile &file : embeddedPages()) {
        if (file.name == name)
            return file.content;
    }
    return {};
}

/// A page is one template: the layout with its parts put in, so that the escaping sees all of it.
/// Empty when a part is missing.
std::string whole(std::string_view page)
{
    std::string text(escaping);
    text += contentOf(layout);
    for (int i = 0; i < maxIncludes; ++i) {
        const std::size_t open = text.find("{{>");
        if (open == std::string::npos)
            return text;
        const std::size_t close = text.find("}}", open);
        if (close == std::string::npos)
            return {};
        std::string name = text.substr(open + 3, close - open - 3);
        name = name == "BODY" ? std::string(page) : name + std::string(ending);
        const std::string_view part = contentOf(name);
        if (part.empty())
            return {};
        text.replace(open, close + 2 - open, part);
    }
    return {};
}

void fill(ctemplate::TemplateDictionary &dictionary, const PageValues &values)
{
    for (const auto &[name, value] : values.values())
        dictionary.SetValue(name, value);
    for (const auto &[name, rows] : values.sections()) {
        for (const PageValues &row : rows)
            fill(*dictionary.AddSectionDictionary(name), row);
    }
}

std::string keyOf(std::string_view page)
{
    return std::string(page) + std::string(ending);
}

} // namespace

struct Templates::Engine
{
    ctemplate::TemplateCache cache;
};

Templates::Templates() : m_engine(std::make_unique<Engine>())
{
}

Templates::~Templates() = default;

Expected<std::unique_ptr<Templates>> Templates::make()
{
    std::unique_ptr<Templates> templates(new Templates);
    if (auto done = templates->read(); !done)
        return tl::unexpected(done.error());
    return templates;
}

Expected<void> Templates::read()
{
    for (const EmbeddedFile &file : embeddedPages()) {
        // Parts of pages begin with an underscore.
        if (!file.name.ends_with(ending) || file.name.starts_with("_") || file.name == layout)
            continue;
        const std::string text = whole(file.name);
        if (text.empty() || !m_engine->cache.StringToTemplateCache(std::string(file.name), text,
                                                                   ctemplate::STRIP_BLANK_LINES))
            return failure("bad-template", {{"file", std::string(file.name)}});
    }
    m_engine->cache.Freeze();
    return {};
}

std::string Templates::render(std::string_view page, const PageValues &values) const
{
    ctemplate::TemplateDictionary dictionary("page");
    fill(dictionary, values);
    std::string html;
    const bool isRendered =
        m_engine->cache.ExpandNoLoad(keyOf(page), ctemplate::STRIP_BLANK_LINES, &dictionary, nullptr, &html);
    assert(isRendered);
    (void)isRendered;
    return html;
}

} // namespace deskbell::server
