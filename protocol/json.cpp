#include "protocol/json.h"

#include <algorithm>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>

namespace deskbell::protocol {
namespace {

/// Builds the value as json::parser does, and notices the same key twice in an object, which that
/// one lets pass: two readers could then take two different values for the same text.
class Builder
{
public:
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    explicit Builder(json::storage_ptr storage) { m_stack.reset(std::move(storage)); }

    json::value release() { return m_stack.release(); }
    bool hasDuplicateKey() const { return m_hasDuplicateKey; }

    bool on_document_begin(json::error_code &) { return true; }
    bool on_document_end(json::error_code &) { return true; }
    bool on_object_begin(json::error_code &) { return true; }
    bool on_array_begin(json::error_code &) { return true; }
    bool on_object_end(std::size_t size, json::error_code &)
    {
        checkLastKeys(size);
        m_stack.push_object(size);
        return true;
    }
    bool on_array_end(std::size_t size, json::error_code &)
    {
        m_stack.push_array(size);
        return true;
    }
    bool on_key_part(json::string_view part, std::size_t, json::error_code &)
    {
        hash(part);
        m_stack.push_chars(part);
        return true;
    }
    bool on_key(json::string_view part, std::size_t, json::error_code &)
    {
        hash(part);
        m_keys.push_back(m_hash);
        m_hash = hashStart;
        m_stack.push_key(part);
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code &)
    {
        m_stack.push_chars(part);
        return true;
    }
    bool on_string(json::string_view part, std::size_t, json::error_code &)
    {
        m_stack.push_string(part);
        return true;
    }
    bool on_number_part(json::string_view, json::error_code &) { return true; }
    bool on_int64(std::int64_t value, json::string_view, json::error_code &)
    {
        m_stack.push_int64(value);
        return true;
    }
    bool on_uint64(std::uint64_t value, json::string_view, json::error_code &)
    {
        m_stack.push_uint64(value);
        return true;
    }
    bool on_double(double value, json::string_view, json::error_code &)
    {
        m_stack.push_double(value);
        return true;
    }
    bool on_bool(bool value, json::error_code &)
    {
        m_stack.push_bool(value);
        return true;
    }
    bool on_null(json::error_code &)
    {
        m_stack.push_null();
        return true;
    }
    bool on_comment_part(json::string_view, json::error_code &) { return true; }
    bool on_comment(json::string_view, json::error_code &) { return true; }

private:
    static constexpr std::uint64_t hashStart = 0xcbf29ce484222325;

    void hash(json::string_view part)
    {
        for (const char c : part)
            m_hash = (m_hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    }

    /// Equal hashes are taken for equal keys: two keys made to collide are refused too, harmlessly.
    void checkLastKeys(std::size_t size)
    {
        const auto first = m_keys.end() - static_cast<std::ptrdiff_t>(size);
        std::sort(first, m_keys.end());
        if (std::adjacent_find(first, m_keys.end()) != m_keys.end())
            m_hasDuplicateKey = true;
        m_keys.erase(first, m_keys.end());
    }

    json::value_stack m_stack;
    std::vector<std::uint64_t> m_keys; ///< hashes of the keys of all objects now open
    std::uint64_t m_hash = hashStart;
    bool m_hasDuplicateKey = false;
};

} // namespace

Expected<json::value> parseJson(std::string_view text, const JsonLimits &limits, json::storage_ptr storage)
{
    if (text.size() > limits.maxBytes)
        return failure("json-too-large",
                       {{"bytes", std::to_string(text.size())}, {"limit", std::to_string(limits.maxBytes)}});
    json::parse_options options;
    options.max_depth = limits.maxDepth;
    json::basic_parser<Builder> parser(options, std::move(storage));
    json::error_code error;
    const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    if (error == json::error::too_deep)
        return failure("json-too-deep", {{"limit", std::to_string(limits.maxDepth)}});
    if (error || read < text.size())
        return failure("json-malformed", {{"position", std::to_string(read)}});
    if (parser.handler().hasDuplicateKey())
        return failure("json-duplicate-key");
    return parser.handler().release();
}

std::string textAt(const json::object &object, std::string_view name)
{
    const json::value *value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

} // namespace deskbell::protocol
