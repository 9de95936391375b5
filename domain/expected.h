#pragma once

// Errors are values: a code that programs compare and facts that people are told, never prose.
// Only ui/ (and the backend's pages) turn a code into a sentence, in the reader's language.

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace deskbell {

/// Named facts about what went wrong: {"night": "2016-08-03", "free": "0"}. Dates are ISO 8601,
/// money is "<minor units> <currency>", ids are canonical UUIDs.
using Facts = std::map<std::string, std::string, std::less<>>;

/// What went wrong. `code` is a stable lower-case name with hyphens; see refusal.h for those of the
/// domain's own rules.
struct Error
{
    std::string code;
    Facts facts;

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T>
using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(std::string code, Facts facts = {})
{
    return tl::unexpected<Error>(Error{std::move(code), std::move(facts)});
}

} // namespace deskbell
