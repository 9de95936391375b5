#pragma once

// JSON from outside, held to limits before anything is made of it. What cannot be read is an Error
// with the place ("path", a JSON pointer) and never half a value.

#include <cstddef>
#include <string>
#include <string_view>

#include <boost/json.hpp>

#include "domain/expected.h"

namespace deskbell::protocol {

namespace json = boost::json;

struct JsonLimits
{
    std::size_t maxBytes = 1 << 20;
    std::size_t maxDepth = 16;
};

/// Errors: "json-too-large", "json-too-deep", "json-malformed" (facts: position), "json-duplicate-key".
/// Invalid UTF-8 is malformed. `storage` lets a caller read many rows into one arena.
Expected<json::value> parseJson(std::string_view text, const JsonLimits &limits = {},
                                json::storage_ptr storage = {});

/// The text of that member; empty when there is none, or it is no text.
std::string textAt(const json::object &object, std::string_view name);

} // namespace deskbell::protocol
