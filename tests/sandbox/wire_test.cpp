// Amounts on the wire: major units outside, minor units in the books.

#include "sandbox/wire.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

using namespace deskbell::sandbox;

namespace {

std::optional<std::int64_t> amountOf(const std::string &number, std::string_view currency)
{
    const auto wish =
        confirmRequest(R"({"paymentKey":"k","orderId":"order-1","amount":)" + number + "}", currency);
    return wish ? std::optional(wish->amount) : std::nullopt;
}

TEST(Wire, wonAreCountedAsTheyStand)
{
    EXPECT_EQ(amountOf("50000", "KRW"), 50'000);
    EXPECT_FALSE(amountOf("50000.5", "KRW"));
}

TEST(Wire, centsBehindThePointAreExact)
{
    EXPECT_EQ(amountOf("128.50", "EUR"), 12'850);
    EXPECT_EQ(amountOf("0.29", "EUR"), 29);
    EXPECT_EQ(amountOf("90", "EUR"), 9'000);
    EXPECT_EQ(amountOf("9999999999.99", "EUR"), 999'999'999'999);
    EXPECT_FALSE(amountOf("1.005", "EUR"));
}

TEST(Wire, everyCurrencyHasItsOwnDecimals)
{
    EXPECT_EQ(amountOf("4.115", "JOD"), 4'115);
    EXPECT_EQ(amountOf("0.001", "KWD"), 1);
    EXPECT_FALSE(amountOf("4.1155", "JOD"));
    EXPECT_EQ(amountOf("5000", "CLP"), 5'000);
    EXPECT_FALSE(amountOf("5000.5", "CLP"));
    EXPECT_EQ(amountJson(4'115, "JOD").to_number<double>(), 4.115);
    EXPECT_EQ(amountJson(12'000, "JOD"), 12);
}

TEST(Wire, noAmountIsZeroNegativeOrNoNumber)
{
    for (const char *number : {"0", "-1", "0.001", "-0.5", "\"5\"", "null", "1e300", "9223372036854775807"})
        EXPECT_FALSE(amountOf(number, "EUR")) << number;
}

TEST(Wire, aPaymentShowsMajorUnits)
{
    Payment payment;
    payment.currency = "EUR";
    payment.amount = 12'850;
    EXPECT_EQ(paymentJson(payment).at("totalAmount").to_number<double>(), 128.5);
    payment.amount = 9'000;
    EXPECT_EQ(paymentJson(payment).at("totalAmount"), 90);
}

} // namespace
