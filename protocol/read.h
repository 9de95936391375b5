#pragma once

// Reads the members that describe() lists. Internal to protocol/.

#include <limits>
#include <type_traits>

#include "domain/describe.h"
#include "domain/money.h"
#include "domain/names.h"
#include "domain/time.h"
#include "domain/uuid.h"
#include "domain/workflow.h"
#include "protocol/json.h"
#include "protocol/node.h"

namespace deskbell::protocol {

template <typename T>
void readParsed(const Node &node, T &value, Expected<T> (*parse)(std::string_view))
{
    const std::string_view text = node.text();
    if (!node.isSound())
        return;
    if (auto parsed = parse(text))
        value = *parsed;
    else
        node.fail(parsed.error().code);
}

template <typename T>
void readNamed(const Node &node, T &value, std::optional<T> (*named)(std::string_view))
{
    const std::string_view text = node.text();
    if (!node.isSound())
        return;
    if (const auto found = named(text))
        value = *found;
    else
        node.fail("unknown-name");
}

class ReadVisitor;

inline void read(const Node &node, std::string &value, Strictness)
{
    value = node.text();
}
inline void read(const Node &node, Uuid &value, Strictness)
{
    readParsed(node, value, &parseUuid);
}
template <typename Tag>
void read(const Node &node, Id<Tag> &value, Strictness)
{
    readParsed(node, value.value, &parseUuid);
}
inline void read(const Node &node, Date &value, Strictness)
{
    readParsed(node, value, &parseDate);
}
inline void read(const Node &node, Instant &value, Strictness)
{
    readParsed(node, value, &parseInstant);
}
inline void read(const Node &node, LocalMinute &value, Strictness)
{
    readParsed(node, value, &parseLocalMinute);
}
inline void read(const Node &node, Currency &value, Strictness)
{
    readParsed(node, value, &parseCurrency);
}
inline void read(const Node &node, bool &value, Strictness)
{
    value = node.boolean();
}
inline void read(const Node &node, std::uint64_t &value, Strictness)
{
    value = node.natural();
}
template <std::integral Integer>
void read(const Node &node, Integer &value, Strictness)
{
    using Limits = std::numeric_limits<Integer>;
    value = static_cast<Integer>(node.integer(Limits::min(), Limits::max()));
}
inline void read(const Node &node, WorkflowName &value, Strictness)
{
    readParsed(
        node, value, +[](std::string_view text) -> Expected<WorkflowName> {
            if (text.size() > WorkflowName::longest)
                return failure("unknown-name");
            return WorkflowName(text);
        });
}
inline void read(const Node &node, std::chrono::minutes &value, Strictness)
{
    value = std::chrono::minutes(node.integer(0, mostPayWithinMinutes));
}
template <Named Enum>
void read(const Node &node, Enum &value, Strictness)
{
    readNamed(node, value, &named<Enum>);
}
template <typename T>
void read(const Node &node, std::vector<T> &values, Strictness strictness);
template <typename T>
void read(const Node &node, std::optional<T> &value, Strictness strictness)
{
    read(node, value.emplace(), strictness);
}

class ReadVisitor
{
public:
    ReadVisitor(const Node &node, Strictness strictness)
        : m_node(node), m_members(node, strictness), m_strictness(strictness)
    {
    }

    template <typename T>
    void operator()(std::string_view name, T &value)
    {
        if (!readIfThere(name, value))
            m_node.fail("missing", name);
    }
    template <typename T>
    void maybe(std::string_view name, T &value)
    {
        readIfThere(name, value);
    }
    /// As WriteVisitor writes it. A name that is not known here needs the rest.
    void operator()(std::string_view name, Workflow &value);
    /// The value for a reader of its own; null when it is not there.
    const json::value *find(std::string_view name) { return m_members.find(name); }
    void finish() const { m_members.finish(); }

private:
    template <typename T>
    bool readIfThere(std::string_view name, T &value)
    {
        const json::value *found = m_node.isSound() ? m_members.find(name) : nullptr;
        if (found)
            read(Node(*found, m_node, name), value, m_strictness);
        return found != nullptr;
    }

    const Node &m_node;
    Members m_members;
    Strictness m_strictness;
};

template <typename T>
requires requires(ReadVisitor &visit, T &value)
{
    describe(visit, value);
}
void read(const Node &node, T &value, Strictness strictness)
{
    ReadVisitor visit(node, strictness);
    describe(visit, value);
    visit.finish();
}

inline void ReadVisitor::operator()(std::string_view name, Workflow &value)
{
    WorkflowName preset;
    (*this)(name, preset);
    if (!m_node.isSound() || readIfThere(std::string(name) + "Terms", value))
        return;
    if (const auto known = workflowNamed(preset))
        value = *known;
    else
        m_node.fail("unknown-name", name);
}

template <typename T>
void read(const Node &node, std::vector<T> &values, Strictness strictness)
{
    const json::array *array = node.array();
    if (!array)
        return;
    values.resize(array->size());
    for (std::size_t i = 0; i < values.size() && node.isSound(); ++i)
        read(Node((*array)[i], node, i), values[i], strictness);
}

/// The whole value at `node`, or the error `code` with path and reason.
template <typename T>
Expected<T> readWhole(const json::value &value, std::string_view code, Strictness strictness)
{
    Fault fault;
    T result{};
    read(Node(value, fault), result, strictness);
    if (fault.isSet())
        return tl::unexpected(fault.toError(code));
    return result;
}

/// A message from its JSON text; what is not JSON, or beyond `limits`, is an error of parseJson().
template <typename T>
Expected<T> decoded(std::string_view text, std::string_view code, Strictness strictness,
                    const JsonLimits &limits = {})
{
    return parseJson(text, limits).and_then([&](const json::value &value) {
        return readWhole<T>(value, code, strictness);
    });
}

} // namespace deskbell::protocol
