#include "protocol/cursor.h"

#include <array>
#include <charconv>
#include <iterator>

#include <boost/algorithm/hex.hpp>

namespace deskbell::protocol {
namespace {

// The version of this text: "2" has a mark and a seal behind the number. All its characters may stand in a
// URL as they are.
constexpr std::string_view plainVersion = "1";
constexpr std::string_view sealedVersion = "2";
constexpr char separator = '.';
constexpr std::size_t digits = 16;

std::string hexadecimal(std::uint64_t value)
{
    std::string text;
    boost::algorithm::hex_lower(&value, &value + 1, std::back_inserter(text));
    return text;
}

bool readHexadecimal(std::string_view text, std::uint64_t &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return text.size() == digits && error == std::errc() && end == text.data() + text.size() &&
           hexadecimal(value) == text;
}

} // namespace

std::string toString(const Cursor &cursor)
{
    std::string text(cursor.seal == 0 ? plainVersion : sealedVersion);
    for (const std::string &part : {toString(cursor.epoch), toString(cursor.property), toString(cursor.from),
                                    toString(cursor.to), std::to_string(cursor.seq)}) {
        text += separator;
        text += part;
    }
    if (cursor.seal != 0)
        text += separator + hexadecimal(cursor.mark) + hexadecimal(cursor.seal);
    return text;
}

Expected<Cursor> parseCursor(std::string_view text)
{
    const auto bad = failure("bad-cursor");
    const bool isSealed = text.starts_with(sealedVersion);
    std::array<std::string_view, 7> parts;
    const std::size_t count = isSealed ? 7 : 6;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t end = text.find(separator);
        const bool isLast = i + 1 == count;
        if ((end == std::string_view::npos) != isLast)
            return bad;
        parts[i] = text.substr(0, end);
        text.remove_prefix(isLast ? text.size() : end + 1);
    }
    const auto epoch = parseUuid(parts[1]);
    const auto property = parseUuid(parts[2]);
    const auto from = parseDate(parts[3]);
    const auto to = parseDate(parts[4]);
    if (parts[0] != (isSealed ? sealedVersion : plainVersion) || !epoch || !property || !from || !to ||
        *to < *from)
        return bad;
    Cursor cursor{*epoch, PropertyId{*property}, *from, *to, 0};
    const std::string_view seq = parts[5];
    const auto [end, error] = std::from_chars(seq.data(), seq.data() + seq.size(), cursor.seq);
    const bool hasLeadingZero = seq.size() > 1 && seq.front() == '0';
    if (error != std::errc() || end != seq.data() + seq.size() || hasLeadingZero)
        return bad;
    const std::string_view proof = parts[6];
    if (isSealed && (proof.size() != 2 * digits || !readHexadecimal(proof.substr(0, digits), cursor.mark) ||
                     !readHexadecimal(proof.substr(digits), cursor.seal) || cursor.seal == 0))
        return bad;
    return cursor;
}

} // namespace deskbell::protocol
