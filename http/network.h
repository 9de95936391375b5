// The network that an address belongs to, for limits that many addresses of one hand must not get round.
// Pure, any thread.
#pragma once

#include <string>

namespace deskbell::http {

/// "192.0.2.0/24" of an IPv4 address, "2001:db8:7::/48" of an IPv6 one; what is no address as it stands.
std::string networkOf(const std::string &address);

} // namespace deskbell::http
