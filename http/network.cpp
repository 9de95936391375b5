#include "http/network.h"

#include <algorithm>

#include "http/detail/address.h"

namespace deskbell::http {

namespace ip = boost::asio::ip;
using detail::addressOf;

namespace {

template <typename Bytes>
Bytes firstOf(Bytes bytes, std::size_t count)
{
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(count), bytes.end(), std::uint8_t{0});
    return bytes;
}

std::string firstBytes(const ip::address_v6 &address, std::size_t count)
{
    return ip::address_v6(firstOf(address.to_bytes(), count)).to_string() + '/' + std::to_string(8 * count);
}

} // namespace

std::string householdOf(const std::string &text)
{
    const auto address = addressOf(text);
    if (!address)
        return text;
    return address->is_v4() ? address->to_string() : firstBytes(address->to_v6(), 8);
}

std::string siteOf(const std::string &text)
{
    const auto address = addressOf(text);
    return address && address->is_v6() ? networkOf(text) : householdOf(text);
}

std::string networkOf(const std::string &text)
{
    const auto address = addressOf(text);
    if (!address)
        return text;
    if (address->is_v4())
        return ip::address_v4(firstOf(address->to_v4().to_bytes(), 3)).to_string() + "/24";
    return firstBytes(address->to_v6(), 6);
}

} // namespace deskbell::http
