// Cards that guests left to be charged later: what the window's approval becomes, and what a key is good
// for until it is deleted. Kept in memory only. Owned by the Provider and used under its mutex.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "sandbox/ledger.h"

namespace deskbell::sandbox {

/// What the window hands out begins so; a card of the second kind is declined when it is charged.
inline constexpr std::string_view authKeyBeginning = "bauth_";
inline constexpr std::string_view decliningAuthKey = "bauth_declined_";

struct BilledCard
{
    std::string billingKey;
    std::string customerKey;
    bool isDeclined = false;
};

class CardBook
{
public:
    explicit CardBook(Random random) : m_random(std::move(random)) {}

    /// Nothing for what no window gave, or what was used before.
    std::optional<BilledCard> issue(const std::string &authKey, const std::string &customerKey);
    /// Of a card whose number was typed in.
    BilledCard keep(const std::string &customerKey, bool isDeclined);
    const BilledCard *find(std::string_view billingKey) const;
    bool remove(std::string_view billingKey);
    /// "tbill_…": a payment by such a card.
    std::string newPaymentKey() { return newKey("tbill_"); }
    /// "tkey_…": a payment by a card whose number was typed in.
    std::string newKeyInKey() { return newKey("tkey_"); }

private:
    std::string newKey(std::string_view beginning);

    const Random m_random;
    std::map<std::string, BilledCard, std::less<>> m_cards;   ///< by billing key
    std::map<std::string, std::string, std::less<>> m_issued; ///< auth keys that were used
};

} // namespace deskbell::sandbox
