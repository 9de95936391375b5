#pragma once

// Bytes in base64 (RFC 4648), as libsodium reads and writes it: in the alphabet of URLs without padding for
// what desks, guests and the backend hand each other, with padding for HTTP's Basic. Pure functions, any
// thread.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace deskbell::protocol {

std::string inBase64(std::span<const unsigned char> bytes);
std::string inBase64url(std::span<const unsigned char> bytes);

/// How many bytes a text in base64url stands for.
constexpr std::size_t bytesInBase64url(std::string_view text)
{
    return text.size() / 4 * 3 + text.size() % 4 * 3 / 4;
}

/// Fills `bytes` from the text; false when it is not exactly that many bytes in base64url, as inBase64url()
/// writes them.
bool readBase64url(std::string_view text, std::span<unsigned char> bytes);

template <std::size_t N>
std::optional<std::array<unsigned char, N>> fromBase64url(std::string_view text)
{
    std::array<unsigned char, N> bytes{};
    return readBase64url(text, bytes) ? std::optional(bytes) : std::nullopt;
}

} // namespace deskbell::protocol
