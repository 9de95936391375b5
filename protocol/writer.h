#pragma once

// Writes JSON straight into a string: one value, one text, no tree in between. The caller keeps
// objects and arrays balanced. Internal to protocol/.

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace deskbell::protocol {

class Writer
{
public:
    explicit Writer(std::string &out) : m_out(out) {}

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    /// Names are the program's own and need no escaping, or come through text().
    void key(std::string_view name)
    {
        text(name);
        m_out += ':';
        m_isAfterValue = false;
    }
    void text(std::string_view value);
    template <typename Integer>
    void integer(Integer value)
    {
        separate();
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        m_out.append(digits, end);
    }
    void boolean(bool value)
    {
        separate();
        m_out += value ? "true" : "false";
    }

private:
    void separate()
    {
        if (m_isAfterValue)
            m_out += ',';
        m_isAfterValue = true;
    }
    void open(char bracket)
    {
        separate();
        m_out += bracket;
        m_isAfterValue = false;
    }
    void close(char bracket)
    {
        m_out += bracket;
        m_isAfterValue = true;
    }

    std::string &m_out;
    bool m_isAfterValue = false;
};

} // namespace deskbell::protocol
