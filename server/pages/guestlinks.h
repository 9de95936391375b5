#pragma once

// Links to guests' own pages: made again whenever a notice needs one, worthless once they are revoked
// or the stay is long over (docs/adr/0091). Safe from any thread; linkTo() and find() read the storage.

#include <functional>
#include <string>

#include "server/pages/seals.h"
#include "server/storage/storage.h"

namespace deskbell::server {

class GuestLinks
{
public:
    struct Settings
    {
        Days goodFor{180}; ///< after the departure
    };
    /// "https://hotel.example", without a slash at the end; asked when a link is made.
    using BaseUrl = std::function<std::string()>;

    /// Errors: "storage-…", "bad-secret".
    static Expected<GuestLinks> make(Settings settings, Storage &storage, BaseUrl baseUrl);

    /// The link that is good now. Errors: "unknown-reservation", "storage-…".
    Expected<std::string> linkTo(const ReservationId &reservation) const;
    /// Its path here, for who just ordered it.
    std::string pathTo(const ReservationId &reservation) const;
    std::string tokenOf(const ReservationId &reservation, std::uint16_t generation) const;
    std::string urlOf(const std::string &token) const;
    /// Whose link it is or was; nothing for what this installation never made.
    std::optional<ReservationId> reservationOf(std::string_view token) const;
    std::string baseUrl() const { return m_baseUrl(); }

    /// What a link leads to. Errors: "link-unknown" (forged, mistyped, or of no reservation),
    /// "link-over" (revoked, or past its time), "storage-…".
    Expected<GuestRecord> find(std::string_view token) const;

private:
    GuestLinks(Settings settings, Storage &storage, BaseUrl baseUrl, const GuestTokens &tokens)
        : m_settings(settings), m_storage(&storage), m_baseUrl(std::move(baseUrl)), m_tokens(tokens)
    {
    }

    Settings m_settings;
    Storage *m_storage;
    BaseUrl m_baseUrl;
    GuestTokens m_tokens;
};

} // namespace deskbell::server
