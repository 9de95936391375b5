// Authenticates the messenger's callers: "HMAC-SHA256 apiKey=…, date=…, salt=…, signature=…", where
// the signature is that of date + salt under the caller's secret. A date that is off by more than a
// quarter of an hour is refused, and so is a signature that was used within it. Owned by the
// Messenger and used under its mutex.
#pragma once

#include "sandbox/ledger.h"

#include <map>
#include <string>
#include <string_view>

namespace deskbell::sandbox {

class HmacAuthorization
{
public:
    HmacAuthorization(std::string apiKey, std::string secret);

    /// The error's code ("InvalidAPIKey", "RequestTimeTooSkewed", …); empty when the caller is known.
    std::string_view refusal(std::string_view header, TimePoint now);

private:
    bool isRepeated(const std::string &signature, TimePoint now);

    const std::string m_apiKey;
    const std::string m_secret;
    std::map<std::string, TimePoint> m_seen; ///< signature → when
};

/// Lower-case hexadecimal.
std::string hmacSha256(std::string_view secret, std::string_view text);

} // namespace deskbell::sandbox
