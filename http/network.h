#pragma once

// The network that an address belongs to, for limits that must not be evaded with many addresses of one
// owner. A text that is not an address is returned as it is. Pure, any thread.

#include <string>

namespace deskbell::http {

/// What one house has to itself: "203.0.113.7" of an IPv4 address, "2001:db8:1:2::/64" of an IPv6 one.
std::string householdOf(const std::string &address);
/// What one site's contract has at most: "203.0.113.7" of an IPv4 address, "2001:db8:7::/48" of an IPv6 one.
std::string siteOf(const std::string &address);
/// What one operator has: "192.0.2.0/24" of an IPv4 address, "2001:db8:7::/48" of an IPv6 one.
std::string networkOf(const std::string &address);

} // namespace deskbell::http
