#pragma once

// What a guest's browser holds and only this installation can have made (docs/adr/0091). A link's token
// names one reservation and its generation under a keyed hash, so that it can be made again for every
// notice, is stored nowhere, and is revoked by raising the generation. A sealed note carries what a
// form or a checkout must bring back: nobody else can read, change or use it. Values; any thread.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/expected.h"
#include "domain/time.h"
#include "domain/uuid.h"

namespace deskbell::server {

class GuestTokens
{
public:
    struct Opened
    {
        ReservationId reservation{};
        std::uint16_t generation = 0;
    };

    /// `secret` in base64url, as makeToken() gives it. Error: "bad-secret".
    static Expected<GuestTokens> make(std::string_view secret);

    /// 48 characters of base64url, 144 bits of them unguessable.
    std::string tokenOf(const ReservationId &reservation, std::uint16_t generation) const;
    std::optional<Opened> open(std::string_view token) const;

private:
    std::array<unsigned char, 32> m_key{};
};

class SealedNotes
{
public:
    /// As GuestTokens::make(); `purpose` keeps one use from being taken for another.
    static Expected<SealedNotes> make(std::string_view secret, std::string_view purpose);

    /// Encrypted; opens only together with the same `holder` (the browser's session).
    std::string seal(std::string_view text, std::string_view holder, Instant expiresAt) const;
    /// Good for ever, and the same text each time, so that who asks twice asks for the same.
    std::string sealAlike(std::string_view text, std::string_view holder) const;
    std::optional<std::string> open(std::string_view note, std::string_view holder, Instant now) const;

private:
    std::string sealWith(std::string_view nonce, std::string_view text, std::string_view holder,
                         Instant expiresAt) const;

    std::array<unsigned char, 32> m_key{};
};

} // namespace deskbell::server
