#pragma once

// The backend's own refusals over HTTP (RFC 9457). Between a desk and its backend stand proxies and Wi-Fi
// sign-in pages that answer in the backend's place, so a status alone says nothing: only a problem
// document in the backend's form, with a code of the backend's, is its word. Pure functions.

#include <optional>
#include <string>
#include <string_view>

#include "domain/expected.h"

namespace deskbell::protocol {

struct Problem
{
    int status = 0;
    std::string code;
    Facts facts;
    friend bool operator==(const Problem &, const Problem &) = default;
};

/// Of the codes that the backend gives to a refusal of a whole request. Every new one is entered here first.
bool isProblemCode(std::string_view code);

/// The code that a problem document names, whoever made it; empty when it is none.
std::string problemCodeIn(std::string_view body);

/// "application/json; charset=utf-8" is "application/json".
bool isMediaType(std::string_view contentType, std::string_view wanted);

/// Nothing when the answer is not the backend's own refusal: another content type, another form, a code
/// that is none of ours, or another status than the answer's.
std::optional<Problem> readProblem(int status, std::string_view contentType, std::string_view body);

} // namespace deskbell::protocol
