#include "server/workers/notice/noticevariables.h"

#include <algorithm>

#include "domain/text.h"

namespace deskbell::server {
namespace {

constexpr std::string_view open = "#{";
constexpr std::string_view nothing = "-";
constexpr std::string_view cutMark = "…";

const NoticeVariable *variableNamed(std::string_view name)
{
    const auto found = std::find_if(noticeVariables.begin(), noticeVariables.end(),
                                    [&](const NoticeVariable &variable) { return variable.name == name; });
    return found == noticeVariables.end() ? nullptr : &*found;
}

bool isFirstByte(char c)
{
    return (c & 0xC0) != 0x80;
}

/// The first `count` characters.
std::string_view beginning(std::string_view text, std::size_t count)
{
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        if (isFirstByte(text[at]) && count-- == 0)
            break;
    }
    return text.substr(0, at);
}

} // namespace

Expected<std::vector<TextPart>> partsOf(std::string_view text)
{
    std::vector<TextPart> parts;
    while (!text.empty()) {
        const std::size_t begin = text.find(open);
        if (begin != 0)
            parts.push_back({false, text.substr(0, begin)});
        if (begin == std::string_view::npos)
            break;
        const std::size_t end = text.find('}', begin);
        if (end == std::string_view::npos)
            return failure("template-broken-variable");
        const std::string_view name = text.substr(begin + open.size(), end - begin - open.size());
        if (!variableNamed(name))
            return failure("template-unknown-variable", {{"variable", std::string(name)}});
        parts.push_back({true, name});
        text.remove_prefix(end + 1);
    }
    return parts;
}

std::size_t longestLength(const std::vector<TextPart> &parts)
{
    std::size_t length = 0;
    for (const TextPart &part : parts)
        length += part.isVariable ? variableNamed(part.text)->longest : characterCount(part.text);
    return length;
}

std::string fittingValue(std::string_view variable, std::string value)
{
    // Of one line, and nothing that would read as a variable or a mark of the text's own.
    std::replace_if(
        value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; },
        ' ');
    for (std::size_t at = value.find(open); at != std::string::npos; at = value.find(open, at))
        value.erase(at, 1);
    if (value.find_first_not_of(' ') == std::string::npos)
        return std::string(nothing);
    const NoticeVariable *known = variableNamed(variable);
    const std::size_t longest = known ? known->longest : value.size();
    if (characterCount(value) > longest)
        value = std::string(beginning(value, longest - 1)).append(cutMark);
    return value;
}

std::string filledText(std::string_view text, const NoticeValues &values)
{
    std::string filled;
    const auto parts = partsOf(text);
    if (!parts)
        return std::string(text);
    for (const TextPart &part : *parts) {
        const auto found = part.isVariable ? values.find(part.text) : values.end();
        filled += found == values.end() ? (part.isVariable ? nothing : part.text) : found->second;
    }
    return filled;
}

bool isFilledFrom(std::string_view filled, std::string_view text)
{
    const auto parts = partsOf(text);
    if (!parts)
        return false;
    // What stands there as it is has to be found in its order; the first at the beginning and the last
    // at the end, unless a variable is there.
    std::size_t at = 0;
    bool isAfterVariable = false;
    for (const TextPart &part : *parts) {
        if (part.isVariable) {
            isAfterVariable = true;
            continue;
        }
        const bool isLast = part.text.data() + part.text.size() == text.data() + text.size();
        std::size_t found = filled.find(part.text, at);
        if (isLast && isAfterVariable && filled.size() >= at + part.text.size())
            found = filled.ends_with(part.text) ? filled.size() - part.text.size() : std::string_view::npos;
        if (found == std::string_view::npos || (!isAfterVariable && found != at))
            return false;
        at = found + part.text.size();
        isAfterVariable = false;
    }
    return isAfterVariable || at == filled.size();
}

} // namespace deskbell::server
