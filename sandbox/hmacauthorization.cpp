#include "sandbox/hmacauthorization.h"

#include "sandbox/messagewire.h"

#include <array>
#include <boost/algorithm/hex.hpp>
#include <iterator>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace deskbell::sandbox {

namespace {
constexpr std::string_view scheme = "HMAC-SHA256 ";
constexpr std::chrono::minutes tolerance{15};
constexpr std::size_t leastSalt = 12;
constexpr std::size_t mostSalt = 64;

// The value of `name=…` up to the next comma.
std::string_view valueOf(std::string_view parameters, std::string_view name)
{
    while (!parameters.empty()) {
        const std::size_t comma = parameters.find(',');
        std::string_view each = parameters.substr(0, comma);
        while (each.starts_with(' '))
            each.remove_prefix(1);
        if (each.size() > name.size() && each.starts_with(name) && each[name.size()] == '=')
            return each.substr(name.size() + 1);
        if (comma == std::string_view::npos)
            break;
        parameters.remove_prefix(comma + 1);
    }
    return {};
}
} // namespace

HmacAuthorization::HmacAuthorization(std::string apiKey, std::string secret)
    : m_apiKey(std::move(apiKey)), m_secret(std::move(secret))
{
}

std::string_view HmacAuthorization::refusal(std::string_view header, TimePoint now)
{
    if (!header.starts_with(scheme))
        return "Unauthorized";
    header.remove_prefix(scheme.size());
    const std::string_view date = valueOf(header, "date");
    const std::string_view salt = valueOf(header, "salt");
    const std::string signature(valueOf(header, "signature"));
    if (valueOf(header, "apiKey") != m_apiKey)
        return "InvalidAPIKey";
    const auto at = parsedTime(date);
    if (!at || now - *at > tolerance || *at - now > tolerance)
        return "RequestTimeTooSkewed";
    if (salt.size() < leastSalt || salt.size() > mostSalt ||
        signature != hmacSha256(m_secret, std::string(date) + std::string(salt)))
        return "SignatureDoesNotMatch";
    return isRepeated(signature, now) ? "DuplicatedSignature" : std::string_view{};
}

bool HmacAuthorization::isRepeated(const std::string &signature, TimePoint now)
{
    std::erase_if(m_seen, [&](const auto &each) { return now - each.second > tolerance; });
    return !m_seen.emplace(signature, now).second;
}

std::string hmacSha256(std::string_view secret, std::string_view text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
         reinterpret_cast<const unsigned char *>(text.data()), text.size(), digest.data(), &size);
    std::string hex;
    boost::algorithm::hex_lower(digest.data(), digest.data() + size, std::back_inserter(hex));
    return hex;
}

} // namespace deskbell::sandbox
