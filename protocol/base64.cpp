#include "protocol/base64.h"

#include <sodium.h>

namespace deskbell::protocol {
namespace {

std::string encoded(std::span<const unsigned char> bytes, int variant)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back(); // its own terminator
    return text;
}

} // namespace

std::string inBase64(std::span<const unsigned char> bytes)
{
    return encoded(bytes, sodium_base64_VARIANT_ORIGINAL);
}

std::string inBase64url(std::span<const unsigned char> bytes)
{
    return encoded(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

bool readBase64url(std::string_view text, std::span<unsigned char> bytes)
{
    std::size_t size = 0;
    const char *end = nullptr;
    return sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, &end,
                             sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0 &&
           size == bytes.size() && end == text.data() + text.size();
}

} // namespace deskbell::protocol
