#include "server/import/bookingtext.h"

#include <algorithm>
#include <memory>

#include <iconv.h>

#include "domain/text.h"

namespace deskbell::server {
namespace {

constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";
/// So much of a file tells whether it is UTF-16 without a mark.
constexpr std::size_t probe = 512;

struct Close
{
    void operator()(void *handle) const { iconv_close(handle); }
};

std::size_t linesIn(std::string_view text)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

Expected<std::string> toUtf8(std::string bytes, const std::string &encoding)
{
    const auto opened = iconv_open("UTF-8", encoding.c_str());
    if (opened == reinterpret_cast<iconv_t>(-1))
        return failure("encoding-unknown", {{"encoding", encoding}});
    const std::unique_ptr<void, Close> converter(opened);
    std::string text(bytes.size() * 3 + 16, '\0'); // no character of two bytes takes more than three
    char *from = bytes.data();
    std::size_t fromLeft = bytes.size();
    char *to = text.data();
    std::size_t toLeft = text.size();
    const bool isWhole = iconv(opened, &from, &fromLeft, &to, &toLeft) != static_cast<std::size_t>(-1);
    text.resize(text.size() - toLeft);
    if (!isWhole)
        return failure("encoding-broken",
                       {{"encoding", encoding}, {"line", std::to_string(linesIn(text) + 1)}});
    return text;
}

/// Every second byte of a table in a Latin or Korean script's UTF-16 is zero in the header at least.
bool isUtf16(std::string_view bytes, std::size_t zeroAt)
{
    const std::string_view head = bytes.substr(0, probe);
    if (head.size() < 4)
        return false;
    std::size_t zeros = 0;
    for (std::size_t i = zeroAt; i < head.size(); i += 2)
        zeros += head[i] == '\0';
    return zeros * 4 > head.size();
}

/// Two bytes of KS X 1001 each, as Korean text is. A text in a European code page is not taken for it:
/// there two such letters hardly ever stand side by side.
bool isKorean(std::string_view bytes)
{
    const auto isHalf = [](unsigned char byte, unsigned char least) { return byte >= least && byte <= 0xFE; };
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        if (lead < 0x80)
            continue;
        ++i;
        if (!isHalf(lead, 0xA1) || i == bytes.size() || !isHalf(static_cast<unsigned char>(bytes[i]), 0xA1))
            return false;
    }
    return true;
}

std::string encodingOf(std::string_view bytes)
{
    if (bytes.starts_with(utf8Mark))
        return "UTF-8";
    if (bytes.starts_with("\xFF\xFE") || isUtf16(bytes, 1))
        return "UTF-16LE";
    if (bytes.starts_with("\xFE\xFF") || isUtf16(bytes, 0))
        return "UTF-16BE";
    return !isUtf8(bytes) && isKorean(bytes) ? "CP949" : "UTF-8";
}

void dropMark(std::string &text)
{
    if (text.starts_with(utf8Mark))
        text.erase(0, utf8Mark.size());
}

} // namespace

Expected<BookingText> readBookingText(std::string bytes, const std::string &encoding)
{
    BookingText read;
    read.encoding = encoding.empty() ? encodingOf(bytes) : encoding;
    if (read.encoding == "UTF-8") {
        read.text = std::move(bytes);
    } else {
        auto text = toUtf8(std::move(bytes), read.encoding);
        if (!text)
            return tl::unexpected(text.error());
        read.text = std::move(*text);
    }
    dropMark(read.text);
    if (read.text.find('\n') == std::string::npos)
        std::replace(read.text.begin(), read.text.end(), '\r', '\n');
    return read;
}

} // namespace deskbell::server
