#pragma once

// Writes the members that describe() lists. Internal to protocol/.

#include <string>
#include <type_traits>

#include "domain/describe.h"
#include "domain/money.h"
#include "domain/names.h"
#include "domain/time.h"
#include "domain/uuid.h"
#include "domain/workflow.h"
#include "protocol/writer.h"

namespace deskbell::protocol {

inline void write(Writer &out, const std::string &value)
{
    out.text(value);
}
inline void write(Writer &out, const Uuid &value)
{
    out.text(toString(value));
}
template <typename Tag>
void write(Writer &out, const Id<Tag> &value)
{
    out.text(toString(value));
}
inline void write(Writer &out, Date value)
{
    out.text(toString(value));
}
inline void write(Writer &out, Instant value)
{
    out.text(toString(value));
}
inline void write(Writer &out, LocalMinute value)
{
    out.text(toString(value));
}
inline void write(Writer &out, const Currency &value)
{
    out.text(value.text());
}
inline void write(Writer &out, const WorkflowName &value)
{
    out.text(value.text());
}
inline void write(Writer &out, std::chrono::minutes value)
{
    out.integer(value.count());
}
void write(Writer &out, std::integral auto value)
{
    if constexpr (std::same_as<decltype(value), bool>)
        out.boolean(value);
    else
        out.integer(value);
}
template <typename Enum>
requires std::is_enum_v<Enum>
void write(Writer &out, Enum value)
{
    out.text(toString(value));
}
template <typename T>
void write(Writer &out, const std::vector<T> &values);
template <typename T>
void write(Writer &out, const std::optional<T> &value)
{
    write(out, *value); // an empty one is its default and was left out
}

struct WriteVisitor
{
    Writer &out;

    template <typename T>
    void operator()(std::string_view name, const T &value)
    {
        out.key(name);
        write(out, value);
    }
    /// "workflow": its name, and "workflowTerms": all of it, unless it is exactly the preset of that name.
    void operator()(std::string_view name, const Workflow &value);
    template <typename T>
    void maybe(std::string_view name, const T &value)
    {
        if (value != T{})
            (*this)(name, value);
    }
};

template <typename T>
requires requires(WriteVisitor &visit, const T &value)
{
    describe(visit, value);
}
void write(Writer &out, const T &value)
{
    out.beginObject();
    WriteVisitor visit{out};
    describe(visit, value);
    out.endObject();
}

inline void WriteVisitor::operator()(std::string_view name, const Workflow &value)
{
    (*this)(name, value.name);
    if (isPreset(value))
        return;
    out.key(std::string(name) + "Terms");
    write(out, value);
}

template <typename T>
void write(Writer &out, const std::vector<T> &values)
{
    out.beginArray();
    for (const T &value : values)
        write(out, value);
    out.endArray();
}

/// The JSON text of a message.
template <typename T>
std::string encoded(const T &value)
{
    std::string text;
    Writer out(text);
    write(out, value);
    return text;
}

} // namespace deskbell::protocol
