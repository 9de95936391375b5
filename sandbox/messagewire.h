// The messenger's wire format: messages, groups and errors as SOLAPI's messages API (v4) writes them,
// requests read with limits. Every constant of that provider is in this pair of files and in
// hmacauthorization.h. Pure functions.
#pragma once

#include "sandbox/messagebook.h"
#include "sandbox/wire.h"

namespace deskbell::sandbox {

inline constexpr std::string_view messagePath = "/messages/v4";
inline constexpr std::string_view messageServerError = "InternalError";

/// {errorCode, errorMessage}; ValidationError for an unknown code.
WireAnswer messageErrorAnswer(std::string_view code);
bool isKnownMessageError(std::string_view code);
/// Four digits: what a message's statusCode can be.
bool isResultCode(std::string_view code);
std::string_view resultText(std::string_view code);

struct SendRequest
{
    std::vector<MessageWish> messages;
    bool allowsDuplicates = false;
    bool showsMessages = false;
};
/// Nothing when the document itself is not what the call takes.
std::optional<SendRequest> sendRequest(std::string_view body);
/// Why a message is not taken on at all (1010, 1026, 1031, …); empty when nothing speaks against it.
std::string_view refusalOf(const MessageWish &wish);

/// A message as look-ups show it.
boost::json::object messageJson(const Message &message, TimePoint now);
/// An entry of failedMessageList.
boost::json::object refusedJson(const MessageWish &wish, const std::string &id, std::string_view code);
boost::json::object groupJson(const std::string &groupId, std::size_t taken, std::size_t refused,
                              TimePoint now);

/// What GET /messages/v4/list asks for. Nothing for parameters that it does not have.
struct ListRequest
{
    std::map<std::string, std::string> equal; ///< messageId, groupId, to, from, type, statusCode
    std::optional<TimePoint> from;            ///< of the creation
    std::optional<TimePoint> to;
    std::string startKey;
    std::size_t limit = 20;
};
std::optional<ListRequest> listRequest(const std::vector<std::pair<std::string, std::string>> &query);
bool fits(const Message &message, const ListRequest &request, TimePoint now);

/// "2026-11-21T05:03:13.000Z"
std::string utcTime(TimePoint time);
/// ISO 8601 with "Z" or an offset, with or without a fraction.
std::optional<TimePoint> parsedTime(std::string_view text);

} // namespace deskbell::sandbox
