#include "http/network.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>

namespace deskbell::http {

namespace ip = boost::asio::ip;

namespace {

template <typename Bytes>
Bytes firstOf(Bytes bytes, std::size_t count)
{
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(count), bytes.end(), std::uint8_t{0});
    return bytes;
}

} // namespace

std::string networkOf(const std::string &text)
{
    boost::system::error_code error;
    const ip::address address = ip::make_address(text, error);
    if (error)
        return text;
    const bool isMapped = address.is_v6() && address.to_v6().is_v4_mapped();
    if (address.is_v4() || isMapped) {
        const ip::address_v4 v4 =
            isMapped ? ip::make_address_v4(ip::v4_mapped, address.to_v6()) : address.to_v4();
        return ip::address_v4(firstOf(v4.to_bytes(), 3)).to_string() + "/24";
    }
    return ip::address_v6(firstOf(address.to_v6().to_bytes(), 6)).to_string() + "/48";
}

} // namespace deskbell::http
