#pragma once

// How guests approve their cards: on a page of the payment provider, or by its script on a page of ours.
// Plain values.

#include <string>

namespace deskbell::server {

struct CardWindow
{
    /// Of Toss Payments' JavaScript SDK, version 2.
    static constexpr const char *tossSdk = "https://js.tosspayments.com/v2/standard";

    std::string url;           ///< the provider's page; empty: there is none
    std::string clientKey;     ///< with it the provider's script opens the window; it is public
    std::string sdk = tossSdk; ///< that script

    bool isThere() const { return !url.empty() || isOwnPage(); }
    bool isOwnPage() const { return !clientKey.empty(); }
};

/// "https://pay.example:8443" of "https://pay.example:8443/window"; empty of what is no URL.
inline std::string originOf(const std::string &url)
{
    const std::size_t host = url.find("://");
    return host == std::string::npos ? std::string() : url.substr(0, url.find('/', host + 3));
}

} // namespace deskbell::server
