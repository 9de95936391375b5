#pragma once

// Money: integer minor units with its ISO 4217 currency. No floating point, no silent conversion:
// adding two currencies is an error the caller must have excluded (asserted).

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "domain/describe.h"
#include "domain/expected.h"

namespace deskbell {

/// ISO 4217 alphabetic code.
struct Currency
{
    std::array<char, 3> code{'X', 'X', 'X'};

    std::string_view text() const { return {code.data(), code.size()}; }
    friend auto operator<=>(const Currency &, const Currency &) = default;
};

/// Three upper-case letters that ISO 4217 lists. Error: "bad-currency".
Expected<Currency> parseCurrency(std::string_view text);
/// Decimals of the minor unit by ISO 4217: 0 for KRW and JPY, 2 for EUR, 3 for KWD.
int minorUnitDigits(Currency currency);

struct Money
{
    std::int64_t minor = 0;
    Currency currency{};

    bool isZero() const { return minor == 0; }
    friend bool operator==(const Money &, const Money &) = default;
};

void describe(auto &visit, Of<Money> auto &money)
{
    visit("minor", money.minor);
    visit("currency", money.currency);
}

/// Both asserted to be of one currency; an amount of zero without currency (XXX) joins any.
Money operator+(Money a, Money b);
Money operator-(Money a, Money b);
Money operator-(Money a);
/// Negative, zero or positive as a - b. Asserts one currency.
int compare(Money a, Money b);

/// "12345 EUR" (minor units), for facts and logs, not for people.
std::string toString(Money money);
/// A decimal number such as "128.50" to minor units, halves away from zero. Refuses signs other
/// than '-', exponents, and what does not fit. Error: "bad-amount".
Expected<Money> parseDecimal(std::string_view text, Currency currency);

/// Largest amount that is taken as money at all, in minor units: beyond it is a mistake.
inline constexpr std::int64_t maxMinor = 1'000'000'000'000;

} // namespace deskbell
