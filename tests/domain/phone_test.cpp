// A telephone number is one, however people write it: unpaid orders are counted by it, guests found.

#include <gtest/gtest.h>

#include "domain/text.h"

namespace deskbell::testing {
namespace {

TEST(PhoneNumber, ofOneMobilePhoneIsOneTextInEveryWriting)
{
    for (const char *written :
         {"010-3333-0001", "010 3333 0001", "01033330001", "+82 10-3333-0001", "+82 010 3333 0001",
          "+82-10-3333-0001", "0082 10 3333 0001", "+0082 10 3333 0001", "82-010-3333-0001",
          "82 10 3333 0001", "082-10-3333-0001", "+082 10 3333 0001", "000821033330001", "10-3333-0001",
          " (010) 3333.0001 "})
        EXPECT_EQ(normalisedPhone(written), "01033330001") << written;
}

TEST(PhoneNumber, ofOtherPhonesStaysTheirOwn)
{
    EXPECT_EQ(normalisedPhone("02-123-4567"), "021234567");
    EXPECT_EQ(normalisedPhone("+82 2 123 4567"), "021234567");
    EXPECT_EQ(normalisedPhone("+49 170 1234567"), "491701234567");
    EXPECT_EQ(normalisedPhone("0049 170 1234567"), "491701234567");
    EXPECT_EQ(normalisedPhone("0170 1234567"), "01701234567");
    EXPECT_EQ(normalisedPhone("+1 212 555 0100"), "12125550100");
    EXPECT_EQ(normalisedPhone("8212345"), "8212345");
    EXPECT_EQ(normalisedPhone("none"), "");
    EXPECT_EQ(normalisedPhone("0"), "0");
}

} // namespace
} // namespace deskbell::testing
