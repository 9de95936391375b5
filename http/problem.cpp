#include "http/problem.h"

#include <array>

namespace deskbell::http {

namespace {
// The length of the well-formed UTF-8 sequence at `at`, or 0.
std::size_t utf8Length(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    const std::size_t length = lead < 0x80                   ? 1
                               : lead >= 0xC2 && lead < 0xE0 ? 2
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                                                             : 0;
    if (length == 0 || at + length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(at + i) & 0xC0) != 0x80)
            return 0;
    const unsigned char second = length > 1 ? byte(at + 1) : 0;
    const bool isOverlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool isOutside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
    return isOverlong || isOutside ? 0 : length;
}
} // namespace

std::string quotedJson(std::string_view text)
{
    static constexpr std::array<char, 17> hex{"0123456789abcdef"};
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += text[i++];
        } else if (c < 0x20 || c == 0x7F) {
            out += "\\u00";
            out += hex[c >> 4];
            out += hex[c & 15];
            ++i;
        } else if (const std::size_t length = utf8Length(text, i)) {
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
