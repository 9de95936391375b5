// What a name may not bring into a message.

#include <gtest/gtest.h>

#include "domain/guestname.h"

using namespace deskbell;

namespace {

TEST(GuestName, namesAreNames)
{
    for (const char *name :
         {"김지원", "Kim Ji-won", "J. R. R. Tolkien", "KIM/MINJI", "Kim c/o Dr. Lee", "St. John-Smythe", "Dr. Ana Sá", "O'Brien",
          "Maria da Conceição dos Santos Pereira", "Mr.Smith", "Kim & Co.", "山田 太郎", "Lee Jr.",
          "Group 2026 of 12", "ㅇㅇㅇ", "J.Co", "Émile Zola fils."})
        EXPECT_TRUE(isPlainName(name)) << name;
}

TEST(GuestName, linksAndNumbersAreNot)
{
    for (const char *name :
         {"무료쿠폰 http://evil.example/x", "Win at www.casino", "casino.com", "cheap-rooms.top now",
          "bit.ly/abc", "BIT.LY/ABC", "광고문의bit.ly", "ｂｉｔ．ｌｙ", "casino。com",
          "ca\u200bsino.c\u200bom", "me@example.com", "01012345678", "010-1234-5678 김",
          "０１０１２３４５６７８", "도박.한국", "xn--kasino.xn--3e0b707e", "http:evil://x", "@channel",
          "t.me/spam", "is.gd/x", "1.1.1.1/a", "evil.ai", "http:/evil", "evil\ufe52com"})
        EXPECT_FALSE(isPlainName(name)) << name;
}

TEST(GuestName, whatIsPlainOfANameStays)
{
    EXPECT_EQ(plainName("김지원"), "김지원");
    EXPECT_EQ(plainName("Kim casino.com Ji-won"), "Kim Ji-won");
    EXPECT_EQ(plainName("casino.com"), "");
    EXPECT_EQ(plainName("Kim 010 1234 5678"), "Kim 010");
    EXPECT_EQ(plainName(""), "");
}

} // namespace
