#pragma once

// Parses an address. An IPv4 address in IPv6 notation is read as that IPv4 address.

#include <boost/asio/ip/address.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace deskbell::http::detail {

inline std::optional<boost::asio::ip::address> addressOf(std::string_view text)
{
    namespace ip = boost::asio::ip;
    boost::system::error_code error;
    const ip::address address = ip::make_address(std::string(text), error);
    if (error)
        return std::nullopt;
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    return address;
}

} // namespace deskbell::http::detail
