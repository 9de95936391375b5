#include "server/pages/guestlinks.h"

#include "domain/refusal.h"
#include "server/gateway/tokens.h"

namespace deskbell::server {

Expected<GuestLinks> GuestLinks::make(Settings settings, Storage &storage, BaseUrl baseUrl)
{
    const auto secret = storage.secret("guest-links", makeToken());
    if (!secret)
        return tl::unexpected(secret.error());
    const auto tokens = GuestTokens::make(*secret);
    if (!tokens)
        return tl::unexpected(tokens.error());
    return GuestLinks(settings, storage, std::move(baseUrl), *tokens);
}

Expected<std::string> GuestLinks::linkTo(const ReservationId &reservation) const
{
    const auto record = m_storage->guestRecord(reservation);
    if (!record)
        return tl::unexpected(record.error());
    if (!*record)
        return failure(std::string(refusal::unknownReservation), {{"reservation", toString(reservation)}});
    return urlOf(tokenOf(reservation, (*record)->generation));
}

std::string GuestLinks::pathTo(const ReservationId &reservation) const
{
    const auto record = m_storage->guestRecord(reservation);
    return "/my/" + tokenOf(reservation, record && *record ? (*record)->generation : std::uint16_t{0});
}

std::string GuestLinks::tokenOf(const ReservationId &reservation, std::uint16_t generation) const
{
    return m_tokens.tokenOf(reservation, generation);
}

std::string GuestLinks::urlOf(const std::string &token) const
{
    return m_baseUrl() + "/my/" + token;
}

std::optional<ReservationId> GuestLinks::reservationOf(std::string_view token) const
{
    const auto opened = m_tokens.open(token);
    return opened ? std::optional(opened->reservation) : std::nullopt;
}

Expected<GuestRecord> GuestLinks::find(std::string_view token) const
{
    const auto opened = m_tokens.open(token);
    if (!opened)
        return failure("link-unknown");
    auto record = m_storage->guestRecord(opened->reservation);
    if (!record)
        return tl::unexpected(record.error());
    if (!*record)
        return failure("link-unknown");
    const auto house = m_storage->house((*record)->property);
    if (!house)
        return tl::unexpected(house.error());
    const Date last = (*record)->reservation.stay.departure + m_settings.goodFor;
    const bool isGone = isErased((*record)->reservation.guest);
    if (isGone || (*record)->generation != opened->generation || house->property.businessDate > last)
        return failure("link-over");
    return std::move(**record);
}

} // namespace deskbell::server
