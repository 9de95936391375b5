// A card whose number was typed in the payment window or sent over the API: whether the number is
// valid for a card, and whether the card has expired. The number is checked and not stored. Pure
// functions.
#pragma once

#include "sandbox/ledger.h"

#include <optional>
#include <string>
#include <string_view>

namespace deskbell::sandbox {

struct TypedCard
{
    std::string number;          ///< spaces and hyphens may stand between the digits
    std::string expirationYear;  ///< "27"
    std::string expirationMonth; ///< "04"
};

/// Numbers that belong to nobody.
inline constexpr std::string_view approvedNumber = "4242424242424242";
inline constexpr std::string_view declinedNumber = "4000000000000002"; ///< its issuer declines every charge

/// The provider's code when it takes no such card.
std::optional<std::string_view> refusalOf(const TypedCard &card, TimePoint now);
/// Of a card that is taken: its issuer declines it.
bool isDeclined(const TypedCard &card);

} // namespace deskbell::sandbox
