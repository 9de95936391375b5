#pragma once

// Passwords as Argon2id strings. Hashing takes tens of milliseconds and megabytes on purpose: never
// on an io thread. Safe from any thread.

#include <cstddef>
#include <string>
#include <string_view>

#include "domain/expected.h"

namespace deskbell::server {

/// Longer is no password at all.
inline constexpr std::size_t maxPasswordBytes = 1024;

class Passwords
{
public:
    struct Cost
    {
        unsigned long long passes = 2;
        std::size_t memoryBytes = 64 * 1024 * 1024;
    };

    explicit Passwords(Cost cost);

    /// Error: "password-not-hashed" (no memory).
    Expected<std::string> hash(std::string_view password) const;
    bool isRight(const std::string &hash, std::string_view password) const;
    /// A hash that no password fits, of the same cost: what is checked for an unknown user, so that
    /// the time taken does not tell who is known.
    const std::string &decoy() const { return m_decoy; }

private:
    const Cost m_cost;
    std::string m_decoy;
};

} // namespace deskbell::server
