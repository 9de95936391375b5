#include "protocol/cursor.h"

#include <array>
#include <charconv>

namespace deskbell::protocol {
namespace {

// "1" is the version of this text; all its characters may stand in a URL as they are.
constexpr std::string_view version = "1";
constexpr char separator = '.';

} // namespace

std::string toString(const Cursor &cursor)
{
    std::string text(version);
    for (const std::string &part : {toString(cursor.epoch), toString(cursor.property), toString(cursor.from),
                                    toString(cursor.to), std::to_string(cursor.seq)}) {
        text += separator;
        text += part;
    }
    return text;
}

Expected<Cursor> parseCursor(std::string_view text)
{
    const auto bad = failure("bad-cursor");
    std::array<std::string_view, 6> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t end = text.find(separator);
        const bool isLast = i + 1 == parts.size();
        if ((end == std::string_view::npos) != isLast)
            return bad;
        parts[i] = text.substr(0, end);
        text.remove_prefix(isLast ? text.size() : end + 1);
    }
    const auto epoch = parseUuid(parts[1]);
    const auto property = parseUuid(parts[2]);
    const auto from = parseDate(parts[3]);
    const auto to = parseDate(parts[4]);
    if (parts[0] != version || !epoch || !property || !from || !to || *to < *from)
        return bad;
    Cursor cursor{*epoch, PropertyId{*property}, *from, *to, 0};
    const std::string_view seq = parts[5];
    const auto [end, error] = std::from_chars(seq.data(), seq.data() + seq.size(), cursor.seq);
    const bool hasLeadingZero = seq.size() > 1 && seq.front() == '0';
    if (error != std::errc() || end != seq.data() + seq.size() || hasLeadingZero)
        return bad;
    return cursor;
}

} // namespace deskbell::protocol
