#include "server/workers/payment/cardvault.h"

#include "server/gateway/tokens.h"

namespace deskbell::server {
namespace {

/// Neither key has a line break: who brings one is refused before (guestapi.cpp, checkout.cpp).
using Halves = std::pair<std::string, std::string>;

std::optional<Halves> halvesOf(const std::optional<std::string> &text)
{
    const std::size_t at = text ? text->find('\n') : std::string::npos;
    if (at == std::string::npos)
        return std::nullopt;
    return Halves{text->substr(0, at), text->substr(at + 1)};
}

} // namespace

Expected<CardVault> CardVault::make(Storage &storage, const std::string &providerSecret)
{
    const auto secret = storage.secret("guest-cards", makeToken());
    if (!secret)
        return tl::unexpected(secret.error());
    const auto offered = SealedNotes::make(*secret, "offered");
    const auto kept = SealedNotes::make(*secret, "kept " + providerSecret);
    if (!offered || !kept)
        return failure("bad-secret");
    return CardVault(*offered, *kept);
}

std::string CardVault::seal(const OfferedCard &card, const ReservationId &reservation) const
{
    return m_offered.sealAlike(card.customerKey + '\n' + card.authKey, toString(reservation));
}

std::string CardVault::seal(const KeptCard &card, const ReservationId &reservation) const
{
    return m_kept.sealAlike(card.customerKey + '\n' + card.billingKey, toString(reservation));
}

std::optional<OfferedCard> CardVault::openOffered(std::string_view sealed,
                                                  const ReservationId &reservation) const
{
    auto halves = halvesOf(m_offered.open(sealed, toString(reservation), Instant{}));
    return halves ? std::optional(OfferedCard{std::move(halves->first), std::move(halves->second)})
                  : std::nullopt;
}

std::optional<KeptCard> CardVault::openKept(std::string_view sealed, const ReservationId &reservation) const
{
    auto halves = halvesOf(m_kept.open(sealed, toString(reservation), Instant{}));
    return halves ? std::optional(KeptCard{std::move(halves->first), std::move(halves->second)})
                  : std::nullopt;
}

} // namespace deskbell::server
