#include "protocol/node.h"

#include <algorithm>

namespace deskbell::protocol {
namespace {

std::string escaped(std::string_view key)
{
    std::string text;
    for (const char c : key) {
        if (c == '~')
            text += "~0";
        else if (c == '/')
            text += "~1";
        else
            text += c;
    }
    return text;
}

} // namespace

Error Fault::toError(std::string_view code) const
{
    return Error{std::string(code), {{"path", path}, {"reason", reason}}};
}

std::string Node::path() const
{
    if (!m_up)
        return {};
    return m_up->path() + '/' + (m_key.data() ? escaped(m_key) : std::to_string(m_index));
}

void Node::fail(std::string_view reason, std::string_view member) const
{
    if (m_fault.isSet())
        return;
    m_fault.path = path();
    if (!member.empty())
        m_fault.path += '/' + escaped(member);
    m_fault.reason = reason;
}

const json::object *Node::object() const
{
    const json::object *object = m_value.if_object();
    if (!object)
        fail("not-an-object");
    return isSound() ? object : nullptr;
}

const json::array *Node::array(std::size_t maxItems) const
{
    const json::array *array = m_value.if_array();
    if (!array)
        fail("not-an-array");
    else if (array->size() > maxItems)
        fail("too-many");
    return isSound() ? array : nullptr;
}

std::string_view Node::text() const
{
    const json::string *text = m_value.if_string();
    if (!text) {
        fail("not-a-string");
        return {};
    }
    return {text->data(), text->size()};
}

bool Node::boolean() const
{
    const bool *value = m_value.if_bool();
    if (!value)
        fail("not-a-boolean");
    return value && *value;
}

std::int64_t Node::integer(std::int64_t least, std::int64_t most) const
{
    const std::int64_t *value = m_value.if_int64();
    if (!value)
        fail(m_value.is_uint64() ? "out-of-range" : "not-an-integer");
    else if (*value < least || *value > most)
        fail("out-of-range");
    return value && isSound() ? *value : std::clamp<std::int64_t>(0, least, most);
}

std::uint64_t Node::natural() const
{
    if (const std::uint64_t *large = m_value.if_uint64())
        return *large;
    return static_cast<std::uint64_t>(integer(0, std::numeric_limits<std::int64_t>::max()));
}

Members::Members(const Node &node, Strictness strictness)
    : m_node(node), m_object(node.object()), m_strictness(strictness)
{
    if (m_object)
        m_next = m_object->begin();
}

const json::value *Members::find(std::string_view name)
{
    if (!m_object)
        return nullptr;
    if (m_strictness == Strictness::RefuseUnknown)
        m_asked.push_back(name);
    auto at = m_next;
    if (at == m_object->end() || std::string_view(at->key()) != name)
        at = m_object->find(name);
    if (at == m_object->end())
        return nullptr;
    m_next = at + 1;
    return at->value().is_null() ? nullptr : &at->value();
}

void Members::finish() const
{
    if (m_strictness == Strictness::SkipUnknown || !m_object || !m_node.isSound())
        return;
    for (const auto &member : *m_object) {
        if (std::find(m_asked.begin(), m_asked.end(), std::string_view(member.key())) == m_asked.end())
            return m_node.fail("unknown-member", member.key());
    }
}

} // namespace deskbell::protocol
