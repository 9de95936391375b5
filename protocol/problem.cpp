#include "protocol/problem.h"

#include <algorithm>
#include <array>

#include "protocol/json.h"

namespace deskbell::protocol {

using namespace std::string_view_literals;

namespace {

constexpr std::array problemCodes{
    "ambiguous-length"sv,
    "answer-timeout"sv,
    "bad-challenge"sv,
    "bad-command"sv,
    "bad-command-batch"sv,
    "bad-cursor"sv,
    "bad-date"sv,
    "bad-instant"sv,
    "bad-limit"sv,
    "bad-number"sv,
    "bad-session-message"sv,
    "bad-uuid"sv,
    "bad-window"sv,
    "body-timeout"sv,
    "body-too-large"sv,
    "content-coding-not-supported"sv,
    "cursor-gone"sv,
    "data-before-upgrade"sv,
    "device-taken"sv,
    "duplicate-header"sv,
    "expectation-failed"sv,
    "folded-header"sv,
    "header-timeout"sv,
    "header-too-large"sv,
    "host-missing"sv,
    "internal-error"sv,
    "json-duplicate-key"sv,
    "json-malformed"sv,
    "json-too-deep"sv,
    "json-too-large"sv,
    "malformed-body"sv,
    "malformed-gzip"sv,
    "malformed-header"sv,
    "malformed-length"sv,
    "malformed-method"sv,
    "malformed-request-line"sv,
    "malformed-target"sv,
    "method-not-allowed"sv,
    "metrics-not-allowed"sv,
    "not-found"sv,
    "not-json"sv,
    "not-reconciled"sv,
    "other-device"sv,
    "password-like-name"sv,
    "password-not-hashed"sv,
    "password-too-common"sv,
    "password-too-long"sv,
    "password-too-short"sv,
    "password-wrong"sv,
    "property-not-allowed"sv,
    "refresh-refused"sv,
    "refresh-reused"sv,
    "role-not-allowed"sv,
    "server-busy"sv,
    "server-starting"sv,
    "server-stopping"sv,
    "sign-in-refused"sv,
    "target-too-long"sv,
    "token-refused"sv,
    "too-many-attempts"sv,
    "too-many-connections"sv,
    "too-many-requests-at-once"sv,
    "transfer-coding-not-supported"sv,
    "unanswered"sv,
    "unknown-property"sv,
    "unknown-reservation"sv,
    "unknown-session"sv,
    "unsafe-response"sv,
    "upgrade-required"sv,
    "upgrade-with-body"sv,
    "version-not-supported"sv,
    "websocket-key-invalid"sv,
    "websocket-version-not-supported"sv,
};
static_assert(std::ranges::is_sorted(problemCodes));

/// What the database says of itself begins so; which of them there are is the storage's matter.
constexpr std::string_view ofTheStorage = "storage-";

bool equalsIgnoringCase(std::string_view one, std::string_view other)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(one, other, {}, lower, lower);
}

Facts factsOf(const json::object &problem)
{
    Facts facts;
    const json::value *found = problem.if_contains("facts");
    if (const json::object *object = found ? found->if_object() : nullptr) {
        for (const auto &[name, value] : *object) {
            if (value.is_string())
                facts.emplace(std::string_view(name), std::string_view(value.get_string()));
        }
    }
    return facts;
}

} // namespace

bool isProblemCode(std::string_view code)
{
    return std::ranges::binary_search(problemCodes, code) || code.starts_with(ofTheStorage);
}

bool isMediaType(std::string_view contentType, std::string_view wanted)
{
    std::string_view type = contentType.substr(0, contentType.find(';'));
    while (type.ends_with(' ') || type.ends_with('\t'))
        type.remove_suffix(1);
    return equalsIgnoringCase(type, wanted);
}

std::string problemCodeIn(std::string_view body)
{
    const auto value = parseJson(body);
    const json::object *object = value ? value->if_object() : nullptr;
    const json::value *code = object ? object->if_contains("code") : nullptr;
    return code && code->is_string() ? std::string(code->get_string()) : std::string();
}

std::optional<Problem> readProblem(int status, std::string_view contentType, std::string_view body)
{
    if (!isMediaType(contentType, "application/problem+json"))
        return std::nullopt;
    const auto value = parseJson(body);
    const json::object *object = value ? value->if_object() : nullptr;
    if (!object)
        return std::nullopt;
    const auto textAt = [&](std::string_view name) -> const json::string * {
        const json::value *found = object->if_contains(name);
        return found ? found->if_string() : nullptr;
    };
    const json::value *said = object->if_contains("status");
    const json::string *code = textAt("code");
    if (!said || !said->is_int64() || said->get_int64() != status || !code || !textAt("type") ||
        !textAt("title") || !isProblemCode(*code))
        return std::nullopt;
    return Problem{status, std::string(*code), factsOf(*object)};
}

} // namespace deskbell::protocol
