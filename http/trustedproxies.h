// Determines the client's address behind proxies. A proxy appends the address of its caller to
// X-Forwarded-For, but anybody can send such a header. So it is read from its end, and only as far
// as the writers are trusted. A value, made before the server starts.
#pragma once

#include "http/message.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace deskbell::http {

class TrustedProxies
{
public:
    /// An IP address or a network of them ("10.0.0.0/24", "fd00::/8"). False when it is neither.
    bool add(std::string_view text);
    bool isEmpty() const { return m_networks.empty(); }
    bool trusts(const std::string &address) const;
    /// The address that asked the outermost trusted proxy; the peer's own when the peer is none.
    std::string origin(const std::string &peer, const Headers &headers) const;
    /// A trusted proxy says that it was asked over TLS (X-Forwarded-Proto).
    bool cameOverTls(const std::string &peer, const Headers &headers) const;

private:
    using Bytes = std::array<std::uint8_t, 16>; ///< IPv4 ones as IPv6 writes them
    struct Network
    {
        Bytes bytes;
        unsigned bits;
    };

    std::vector<Network> m_networks;
};

} // namespace deskbell::http
