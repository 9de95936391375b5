#pragma once

// The guests' pages as HTML: templates of resources/pages/, filled by ctemplate, which escapes every
// value for the place where it stands (docs/adr/0090). Read once at the start, frozen afterwards; any
// thread.

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "domain/expected.h"

namespace deskbell::server {

/// What a template is filled with: values by name, and sections that appear once for each add().
class PageValues
{
public:
    void set(std::string name, std::string value) { m_values[std::move(name)] = std::move(value); }
    PageValues &add(const std::string &section) { return m_sections[section].emplace_back(); }
    void show(const std::string &section, bool isShown = true)
    {
        if (isShown)
            add(section);
    }

    const std::map<std::string, std::string> &values() const { return m_values; }
    const std::map<std::string, std::deque<PageValues>> &sections() const { return m_sections; }

private:
    std::map<std::string, std::string> m_values;
    std::map<std::string, std::deque<PageValues>> m_sections;
};

class Templates
{
public:
    /// Error: "bad-template" (facts: file).
    static Expected<std::unique_ptr<Templates>> make();
    ~Templates();
    Templates(const Templates &) = delete;
    Templates &operator=(const Templates &) = delete;

    /// `page` without its ending: "book". It must be there (asserted).
    std::string render(std::string_view page, const PageValues &values) const;

private:
    Templates();
    Expected<void> read();

    struct Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace deskbell::server
