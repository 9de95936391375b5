#include "domain/guestname.h"

#include <algorithm>
#include <array>

namespace deskbell {
namespace {

constexpr std::size_t phoneDigits = 7;

/// Those that links in messages end in; a full stop between other words is an abbreviation's.
constexpr std::array<std::string_view, 74> domains{
    "ai",   "at",  "be",    "do",    "gd",      "im",   "la",    "mom",   "sh",    "so",     "to",
    "ws",   "app", "asia",  "bar",   "best",    "biz",  "blog",  "bond",  "buzz",  "cc",     "cf",
    "cfd",  "ch",  "click", "cloud", "club",    "cn",   "co",    "com",   "cyou",  "de",     "dev",
    "eu",   "fr",  "fun",   "fyi",   "ga",      "gg",   "gl",    "gle",   "icu",   "info",   "io",
    "jp",   "kr",  "life",  "link",  "live",    "ly",   "me",    "mobi",  "net",   "online", "org",
    "page", "pro", "ru",    "sbs",   "shop",    "site", "space", "store", "today", "top",    "tv",
    "tw",   "uk",  "us",    "vip",   "website", "work", "xyz",   "한국"};

/// Characters that stand for an ASCII one, and those that show nothing.
struct Twin
{
    std::string_view written;
    std::string_view meant;
};
constexpr Twin twins[] = {{"\u3002", "."}, {"\uff61", "."}, {"\u2024", "."}, {"\ufe52", "."},
                          {"\ufe12", "."}, {"\u00ad", ""},  {"\u200b", ""},  {"\u200c", ""},
                          {"\u200d", ""},  {"\u2060", ""},  {"\ufeff", ""}};

/// As it is read: small letters, full-width ones as the others.
std::string folded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        const auto *twin = std::find_if(std::begin(twins), std::end(twins),
                                        [&](const Twin &each) { return rest.starts_with(each.written); });
        const auto byte = [&](std::size_t n) { return static_cast<unsigned char>(rest[n]); };
        if (twin != std::end(twins)) {
            out += twin->meant;
            i += twin->written.size();
        } else if (rest.size() >= 3 && byte(0) == 0xef && (byte(1) == 0xbc || byte(1) == 0xbd)) {
            // U+FF01 to U+FF5E are ASCII's, one by one.
            const unsigned low = (byte(1) & 0x03u) << 6 | (byte(2) & 0x3fu);
            if (low >= 0x01 && low <= 0x5e)
                out += static_cast<char>(low + 0x20);
            else
                out += rest.substr(0, 3);
            i += 3;
        } else {
            out += rest[0];
            ++i;
        }
    }
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

/// A letter or digit of a domain, of whatever script.
bool isOfDomain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || static_cast<signed char>(c) < 0;
}

/// "example.com" around the full stop.
bool isDomainAt(std::string_view text, std::size_t stop)
{
    std::size_t from = stop;
    while (from > 0 && isOfDomain(text[from - 1]))
        --from;
    std::size_t to = stop + 1;
    while (to < text.size() && isOfDomain(text[to]))
        ++to;
    const std::string_view end = text.substr(stop + 1, to - stop - 1);
    return stop - from >= 2 &&
           (std::find(domains.begin(), domains.end(), end) != domains.end() || end.starts_with("xn--"));
}

bool hasLink(std::string_view text)
{
    for (const std::string_view sign : {"://", "http:", "www.", "@"}) {
        if (text.find(sign) != std::string_view::npos)
            return true;
    }
    // "t.me/x", and not "KIM/MINJI".
    for (std::size_t slash = text.find('/'); slash != std::string_view::npos;
         slash = text.find('/', slash + 1)) {
        const std::size_t blank = text.rfind(' ', slash);
        const std::size_t from = blank == std::string_view::npos ? 0 : blank + 1;
        if (text.substr(from, slash - from).find('.') != std::string_view::npos)
            return true;
    }
    for (std::size_t stop = text.find('.'); stop != std::string_view::npos; stop = text.find('.', stop + 1)) {
        if (isDomainAt(text, stop))
            return true;
    }
    return false;
}

bool hasPhoneNumber(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
               text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) >= phoneDigits;
}

} // namespace

bool isPlainName(std::string_view name)
{
    const std::string text = folded(name);
    return !hasLink(text) && !hasPhoneNumber(text);
}

std::string plainName(std::string_view name)
{
    if (isPlainName(name))
        return std::string(name);
    std::string plain;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find(' '), name.size());
        const std::string_view word = name.substr(0, end);
        const std::string longer = plain + (plain.empty() ? "" : " ") + std::string(word);
        if (!word.empty() && isPlainName(longer))
            plain = longer;
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return plain;
}

} // namespace deskbell
