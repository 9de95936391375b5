#include "http/trustedproxies.h"

#include <algorithm>
#include <charconv>

#include "http/detail/address.h"

namespace deskbell::http {

namespace ip = boost::asio::ip;
using detail::addressOf;

namespace {

constexpr unsigned mappedBits = 96; // of an IPv6 address, before the IPv4 one in it

ip::address_v6::bytes_type bytesOf(const ip::address &address)
{
    return (address.is_v4() ? ip::make_address_v6(ip::v4_mapped, address.to_v4()) : address.to_v6())
        .to_bytes();
}

bool startAlike(const auto &a, const auto &b, unsigned bits)
{
    const unsigned whole = bits / 8;
    if (!std::equal(a.begin(), a.begin() + whole, b.begin()))
        return false;
    const unsigned rest = bits % 8;
    return rest == 0 || (a[whole] ^ b[whole]) >> (8 - rest) == 0;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blank = " \t";
    const auto begin = text.find_first_not_of(blank);
    return begin == text.npos ? std::string_view()
                              : text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

} // namespace

bool TrustedProxies::add(std::string_view text)
{
    const auto slash = text.find('/');
    const auto address = addressOf(text.substr(0, slash));
    if (!address)
        return false;
    const unsigned most = address->is_v4() ? 32 : 128;
    unsigned bits = most;
    if (slash != text.npos) {
        const std::string_view number = text.substr(slash + 1);
        const auto [end, error] = std::from_chars(number.begin(), number.end(), bits);
        if (error != std::errc() || end != number.end() || bits > most)
            return false;
    }
    m_networks.push_back({bytesOf(*address), bits + (address->is_v4() ? mappedBits : 0)});
    return true;
}

bool TrustedProxies::trusts(const std::string &text) const
{
    if (m_networks.empty())
        return false;
    const auto address = addressOf(text);
    return address && std::any_of(m_networks.begin(), m_networks.end(),
                                  [bytes = bytesOf(*address)](const Network &network) {
                                      return startAlike(bytes, network.bytes, network.bits);
                                  });
}

std::string TrustedProxies::origin(const std::string &peer, const Headers &headers) const
{
    if (!trusts(peer))
        return peer;
    // Fields of the same name are one list in their order (RFC 9110, 5.3).
    std::string all;
    for (const auto &[name, value] : headers) {
        if (equalsIgnoringCase(name, "X-Forwarded-For"))
            all += "," + value;
    }
    std::string origin = peer;
    for (std::string_view left = all; !left.empty();) {
        const auto comma = left.rfind(',');
        // What is no address was not written by one who can be trusted to.
        const auto before = addressOf(trimmed(left.substr(comma + 1)));
        if (!before)
            break;
        origin = before->to_string();
        if (!trusts(origin))
            break;
        left = left.substr(0, comma);
    }
    return origin;
}

bool TrustedProxies::cameOverTls(const std::string &peer, const Headers &headers) const
{
    return trusts(peer) && headers.count("X-Forwarded-Proto") == 1 &&
           equalsIgnoringCase(trimmed(headers.get("X-Forwarded-Proto")), "https");
}

} // namespace deskbell::http
