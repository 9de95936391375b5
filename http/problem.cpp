#include "http/problem.h"

#include <boost/algorithm/hex.hpp>
#include <iterator>
#include <utf8proc.h>

namespace deskbell::http {

namespace {
/// Of the well-formed UTF-8 sequence at the front; nothing when there is none.
std::size_t firstSequence(std::string_view text)
{
    utf8proc_int32_t point = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &point);
    return length > 0 ? static_cast<std::size_t>(length) : 0;
}
} // namespace

std::string quotedJson(std::string_view text)
{
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += text[i++];
        } else if (c < 0x20 || c == 0x7F) {
            out += "\\u00";
            boost::algorithm::hex_lower(&c, &c + 1, std::back_inserter(out));
            ++i;
        } else if (const std::size_t length = firstSequence(text.substr(i))) {
            out.append(text, i, length);
            i += length;
        } else {
            out += "\\ufffd";
            ++i;
        }
    }
    return out += '"';
}

Response problemResponse(const Problem &problem)
{
    std::string body = R"({"type":"about:blank","title":)" + quotedJson(statusPhrase(problem.status)) +
                       R"(,"status":)" + std::to_string(problem.status) + R"(,"code":)" +
                       quotedJson(problem.code);
    if (!problem.detail.empty())
        body += R"(,"detail":)" + quotedJson(problem.detail);
    if (!problem.facts.empty()) {
        body += R"(,"facts":{)";
        for (std::size_t i = 0; i < problem.facts.size(); ++i)
            body += (i ? "," : "") + quotedJson(problem.facts[i].first) + ":" +
                    quotedJson(problem.facts[i].second);
        body += '}';
    }
    body += '}';
    Response response = Response::json(problem.status, std::move(body));
    response.problem = problem.code;
    response.headers.set("Content-Type", "application/problem+json");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Response problemResponse(int status, std::string code, std::string detail)
{
    return problemResponse(Problem{status, std::move(code), std::move(detail), {}});
}

} // namespace deskbell::http
