// Bytes in base64: nothing but what was written is read.

#include "protocol/base64.h"

#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace deskbell::protocol {
namespace {

std::vector<unsigned char> bytesOf(std::string_view text)
{
    return {text.begin(), text.end()};
}

TEST(Base64, isThatOfTheStandard)
{
    EXPECT_EQ(inBase64(bytesOf("")), "");
    EXPECT_EQ(inBase64(bytesOf("f")), "Zg==");
    EXPECT_EQ(inBase64(bytesOf("fo")), "Zm8=");
    EXPECT_EQ(inBase64(bytesOf("foobar")), "Zm9vYmFy");
    EXPECT_EQ(inBase64(bytesOf("\xfb\xff")), "+/8=");
    EXPECT_EQ(inBase64url(bytesOf("\xfb\xff")), "-_8");
    EXPECT_EQ(inBase64url(bytesOf("f")), "Zg");
}

TEST(Base64, onlyTheAlphabetOfUrlsWithoutPaddingIsRead)
{
    const auto isRead = [](std::string_view text, std::size_t size) {
        std::vector<unsigned char> bytes(size);
        return readBase64url(text, bytes);
    };
    EXPECT_TRUE(isRead("-_8", 2));
    EXPECT_TRUE(isRead("", 0));
    EXPECT_FALSE(isRead("-_8", 1)) << "too long";
    EXPECT_FALSE(isRead("-_8", 3)) << "too short";
    using std::string_view_literals::operator""sv;
    for (const std::string_view text : {"+/8"sv, "-_8="sv, "-_9"sv, "-_8 "sv, " -_8"sv, "-_ 8"sv, "-_8\n"sv,
                                        "-_8\0"sv, "-\0008"sv, "-_\xc3"sv, "-_8A"sv, "-_8AA"sv})
        EXPECT_FALSE(isRead(text, 2)) << text;
    EXPECT_FALSE(fromBase64url<2>("-_"));
    EXPECT_FALSE(fromBase64url<1>("A"));
}

RC_GTEST_PROP(Base64, readsBackAsItself, (std::vector<unsigned char> bytes))
{
    const std::string text = inBase64url(bytes);
    RC_ASSERT(bytesInBase64url(text) == bytes.size());
    std::vector<unsigned char> read(bytes.size());
    RC_ASSERT(readBase64url(text, read));
    RC_ASSERT(read == bytes);
}

} // namespace
} // namespace deskbell::protocol
