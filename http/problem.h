// Errors on the wire: RFC 9457 problem documents. `code` is the stable word that programs compare;
// the title is the status's own phrase, because sentences for people are made at the desk. Pure
// functions, any thread.
#pragma once

#include "http/message.h"

#include <string>
#include <utility>
#include <vector>

namespace deskbell::http {

struct Problem
{
    int status = 500;
    std::string code;
    std::string detail; ///< left out when empty; for the developer who reads the log
    std::vector<std::pair<std::string, std::string>> facts; ///< left out when empty
};

/// application/problem+json {type, title, status, code, detail?, facts?}
Response problemResponse(const Problem &problem);
Response problemResponse(int status, std::string code, std::string detail = {});

/// `text` as a JSON string with its quotes; bytes that are not UTF-8 become U+FFFD.
std::string quotedJson(std::string_view text);

} // namespace deskbell::http
