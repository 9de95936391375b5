#pragma once

// How the backend keeps what the payment provider gave for guests' cards (docs/adr/0187): sealed for one
// reservation. What came from the provider's window can be opened by every process of the installation;
// the provider's key for a card, which is good until it is deleted, only together with our secret key at
// the provider, which is not in the database. Values; any thread.

#include <functional>

#include "domain/uuid.h"
#include "server/pages/seals.h"
#include "server/storage/storage.h"

namespace deskbell::server {

/// What the provider's window gave: good once, for a short time.
struct OfferedCard
{
    std::string customerKey; ///< by which the provider knows whose card it is
    std::string authKey;
    friend bool operator==(const OfferedCard &, const OfferedCard &) = default;
};

struct KeptCard
{
    std::string customerKey;
    std::string billingKey;
    friend bool operator==(const KeptCard &, const KeptCard &) = default;
};

class CardVault
{
public:
    /// Without `providerSecret` cards can be offered, and none kept. Errors: "storage-…", "bad-secret".
    static Expected<CardVault> make(Storage &storage, const std::string &providerSecret = {});

    /// The same text for the same card.
    std::string seal(const OfferedCard &card, const ReservationId &reservation) const;
    std::string seal(const KeptCard &card, const ReservationId &reservation) const;
    /// Nothing for what is no such thing, or of another installation, reservation or secret.
    std::optional<OfferedCard> openOffered(std::string_view sealed, const ReservationId &reservation) const;
    std::optional<KeptCard> openKept(std::string_view sealed, const ReservationId &reservation) const;

private:
    CardVault(const SealedNotes &offered, const SealedNotes &kept) : m_offered(offered), m_kept(kept) {}

    SealedNotes m_offered;
    SealedNotes m_kept;
};

/// Made when it is first needed: the database may not be there yet when a process starts.
using CardSource = std::function<Expected<CardVault>()>;

} // namespace deskbell::server
