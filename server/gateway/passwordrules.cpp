#include "server/gateway/passwordrules.h"

#include <algorithm>
#include <unordered_set>

#include "domain/text.h"
#include "server/gateway/embeddedpasswords.h"
#include "server/gateway/passwords.h"

namespace deskbell::server {
namespace {

constexpr std::size_t longestUnit = 5;  ///< "abcabcabcabc" is no better than "abc"
constexpr std::size_t shortestName = 4; ///< shorter ones are in many a good password
constexpr std::size_t leastBesides = 6; ///< letters and digits, beside a name

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

/// Its letters and digits, in lower case; letters of other scripts as they are.
std::string plain(std::string_view text)
{
    std::string out = lowered(text);
    std::erase_if(out, [](char c) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80);
        return !isPlain;
    });
    return out;
}

const std::unordered_set<std::string_view> &commonOnes()
{
    static const std::unordered_set<std::string_view> all = [] {
        std::unordered_set<std::string_view> read;
        for (const EmbeddedFile &file : embeddedPasswords()) {
            for (std::string_view left = file.content; !left.empty();) {
                const std::size_t end = std::min(left.find('\n'), left.size());
                if (const auto line = left.substr(0, end); !line.empty() && line.front() != '#')
                    read.insert(line);
                left.remove_prefix(std::min(end + 1, left.size()));
            }
        }
        return read;
    }();
    return all;
}

/// The same few characters again and again, or one after the other ("abcdefghij", "0123456789").
bool isPattern(std::string_view text)
{
    for (std::size_t unit = 1; unit <= longestUnit; ++unit) {
        if (text.substr(unit) == text.substr(0, text.size() - unit))
            return true;
    }
    const auto steps = [&](int step) {
        return std::adjacent_find(text.begin(), text.end(), [step](char a, char b) {
                   const bool isRound = a == '9' && b == '0' && step == 1;
                   return b - a != step && !isRound;
               }) == text.end();
    };
    return steps(1) || steps(-1);
}

bool isCommon(std::string_view password)
{
    const std::string text = lowered(password);
    return commonOnes().contains(text) || isPattern(text);
}

/// Nothing to speak of beside the name.
bool isLike(std::string password, const std::string &name)
{
    if (name.size() < shortestName)
        return false;
    bool isNamed = false;
    for (std::size_t at = password.find(name); at != std::string::npos; at = password.find(name)) {
        password.erase(at, name.size());
        isNamed = true;
    }
    return isNamed && characterCount(password) < leastBesides;
}

} // namespace

Expected<void> checkPassword(std::string_view password, const std::vector<std::string> &names)
{
    if (characterCount(password) < minPasswordCharacters)
        return failure("password-too-short", {{"least", std::to_string(minPasswordCharacters)}});
    if (password.size() > maxPasswordBytes)
        return failure("password-too-long", {{"most", std::to_string(maxPasswordBytes)}});
    if (isCommon(password))
        return failure("password-too-common");
    const std::string text = plain(password);
    for (const std::string &name : names) {
        if (isLike(text, plain(name)))
            return failure("password-like-name", {{"name", name}});
    }
    return {};
}

} // namespace deskbell::server
