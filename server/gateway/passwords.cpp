#include "server/gateway/passwords.h"

#include <array>

#include <sodium.h>

#include "server/gateway/tokens.h"

namespace deskbell::server {

Passwords::Passwords(Cost cost) : m_cost(cost), m_decoy(hash(makeToken()).value_or(std::string{}))
{
}

Expected<std::string> Passwords::hash(std::string_view password) const
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), m_cost.passes,
                              m_cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return failure("password-not-hashed");
    return std::string(text.data());
}

bool Passwords::isRight(const std::string &hash, std::string_view password) const
{
    if (hash.size() >= crypto_pwhash_STRBYTES)
        return false;
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

} // namespace deskbell::server
