#include "server/workers/notice/koreantext.h"

#include <array>
#include <memory>

#include <iconv.h>

#include "domain/text.h"

namespace deskbell::server {
namespace {

struct Substitute
{
    std::string_view character;
    std::string_view written;
};
constexpr std::array substitutes{Substitute{"₩", "KRW "}, Substitute{"€", "EUR "}, Substitute{"£", "GBP "},
                                 Substitute{"¥", "JPY "}, Substitute{"−", "-"},    Substitute{"–", "-"},
                                 Substitute{"—", "-"},    Substitute{"’", "'"},    Substitute{"‘", "'"},
                                 Substitute{"“", "\""},   Substitute{"”", "\""},   Substitute{"\u00a0", " "}};

/// The character at the front, of a text that is UTF-8 as far as its lengths go.
std::string_view firstCharacter(std::string_view text)
{
    std::size_t length = 1;
    while (length < text.size() && (text[length] & 0xC0) == 0x80)
        ++length;
    return text.substr(0, length);
}

/// The converter of this call; made anew, because one must not be used by two threads.
class Converter
{
public:
    Converter() : m_handle(iconv_open("CP949", "UTF-8")) {}
    ~Converter()
    {
        if (isThere())
            iconv_close(m_handle);
    }
    Converter(const Converter &) = delete;
    Converter &operator=(const Converter &) = delete;

    bool has(std::string_view character)
    {
        if (!isThere()) // a machine without the table: what is certainly Korean
            return character.size() == 3 && static_cast<unsigned char>(character[0]) >= 0xEA &&
                   static_cast<unsigned char>(character[0]) <= 0xED;
        std::array<char, 8> out{};
        std::string in(character);
        char *from = in.data();
        std::size_t fromLeft = in.size();
        char *to = out.data();
        std::size_t toLeft = out.size();
        const bool isDone = iconv(m_handle, &from, &fromLeft, &to, &toLeft) == 0 && fromLeft == 0;
        iconv(m_handle, nullptr, nullptr, nullptr, nullptr); // back to the start after a failure
        return isDone && out.size() - toLeft <= 2;
    }

private:
    bool isThere() const { return m_handle != reinterpret_cast<iconv_t>(-1); }

    iconv_t m_handle;
};

} // namespace

std::string koreanText(std::string_view utf8)
{
    Converter converter;
    const std::string whole = composed(utf8); // a syllable is one character
    std::string text;
    for (std::string_view rest = whole; !rest.empty();) {
        const std::string_view character = firstCharacter(rest);
        rest.remove_prefix(character.size());
        std::string_view written = character;
        for (const Substitute &substitute : substitutes) {
            if (substitute.character == character)
                written = substitute.written;
        }
        const auto isWritable = [&](std::string_view each) {
            return !each.empty() && ((each[0] & 0x80) == 0 || converter.has(each));
        };
        // A name stays readable: "é" becomes "e".
        const std::string plain = isWritable(written) ? std::string(written) : withoutMarks(written);
        text += isWritable(plain) ? plain : "?";
    }
    return text;
}

std::size_t koreanBytes(std::string_view text)
{
    std::size_t bytes = 0;
    for (const char c : text) {
        if ((c & 0xC0) != 0x80)
            bytes += (c & 0x80) != 0 ? 2 : 1;
    }
    return bytes;
}

std::string fittingKorean(std::string_view text, std::size_t mostBytes)
{
    std::string fitting;
    std::size_t bytes = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view character = firstCharacter(rest);
        rest.remove_prefix(character.size());
        bytes += koreanBytes(character);
        if (bytes > mostBytes)
            break;
        fitting += character;
    }
    return fitting;
}

} // namespace deskbell::server
