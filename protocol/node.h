#pragma once

// A place in JSON that is being read: the value, and how it was reached. The first thing found wrong
// is kept with its path and all reading after it comes to nothing, so that readers need no checks in
// between and never hand out half a value. Lives on the reader's stack. Internal to protocol/.

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/json.h"

namespace deskbell::protocol {

struct Fault
{
    std::string path;
    std::string reason; ///< empty while nothing is wrong

    bool isSet() const { return !reason.empty(); }
    /// {code, {path, reason}}
    Error toError(std::string_view code) const;
};

class Node
{
public:
    Node(const json::value &value, Fault &fault) : m_value(value), m_fault(fault) {}
    Node(const json::value &value, const Node &up, std::string_view key)
        : m_value(value), m_fault(up.m_fault), m_up(&up), m_key(key)
    {
    }
    Node(const json::value &value, const Node &up, std::size_t index)
        : m_value(value), m_fault(up.m_fault), m_up(&up), m_index(index)
    {
    }

    bool isSound() const { return !m_fault.isSet(); }
    /// `member` names one below this place, for what is missing.
    void fail(std::string_view reason, std::string_view member = {}) const;

    /// Null, with the fault set, when the value is of another type.
    const json::object *object() const;
    const json::array *array(std::size_t maxItems = std::numeric_limits<std::size_t>::max()) const;
    std::string_view text() const;
    bool boolean() const;
    /// Whole numbers only: 3.0 and 1e3 are refused like any other type.
    std::int64_t integer(std::int64_t least, std::int64_t most) const;
    std::uint64_t natural() const;

private:
    std::string path() const;

    const json::value &m_value;
    Fault &m_fault;
    const Node *m_up = nullptr;
    std::string_view m_key;
    std::size_t m_index = 0;
};

/// Whether members nobody knows are skipped (rows: the other side may be newer) or refused (requests:
/// a slip must not pass unseen).
enum class Strictness { SkipUnknown, RefuseUnknown };

/// The members of an object, looked up in the order in which they were written (then without a
/// search) or any other.
class Members
{
public:
    Members(const Node &node, Strictness strictness);

    /// Null when there is none; null as value counts as none.
    const json::value *find(std::string_view name);
    /// After all are found: fails for one that nobody asked for, if such are refused.
    void finish() const;

private:
    const Node &m_node;
    const json::object *m_object;
    json::object::const_iterator m_next{};
    Strictness m_strictness;
    std::vector<std::string_view> m_asked; ///< kept only where others are refused
};

} // namespace deskbell::protocol
