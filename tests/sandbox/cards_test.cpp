// Cards that the provider does not take: in its window, typed in over the API, and to be kept.

#include <filesystem>
#include <fstream>

#include "sandbox/providerfixture.h"

namespace deskbell::sandbox {
namespace {

std::string orderWith(const std::string &number, const std::string &year, const std::string &month,
                      json::object more)
{
    more["cardNumber"] = number;
    more["cardExpirationYear"] = year;
    more["cardExpirationMonth"] = month;
    return json::serialize(more);
}

class Cards : public ProviderTest
{
protected:
    RawAnswer keyIn(const std::string &number, const std::string &year = "26",
                    const std::string &month = "11", const std::string &more = authorization) const
    {
        return ask(post("/v1/payments/key-in",
                        orderWith(number, year, month,
                                  {{"orderId", "order-1"}, {"orderName", "Room"}, {"amount", 10'000}}),
                        more));
    }
    RawAnswer keep(const std::string &number, const std::string &year = "26") const
    {
        return ask(post("/v1/billing/authorizations/card",
                        orderWith(number, year, "11", {{"customerKey", "customer-1"}})));
    }
};

const std::string good{approvedNumber};

TEST_F(Cards, aNumberThatNoCardHasIsRefused)
{
    for (const char *number :
         {"4242424242424241", "424242424242", "42424242424242424242", "4242-4242-4242-424x"})
        expectError(keyIn(number), 400, "INVALID_CARD_NUMBER");
    expectError(keep("4242424242424241"), 400, "INVALID_CARD_NUMBER");
    EXPECT_EQ(totals().at("payments"), 0);
    EXPECT_EQ(keyIn("4242 4242-4242 4242").status, 200);
}

TEST_F(Cards, aCardIsGoodUntilTheEndOfItsMonthInKorea)
{
    expectError(keyIn(good, "26", "10"), 400, "INVALID_CARD_EXPIRATION");
    expectError(keyIn(good, "25", "12"), 400, "INVALID_CARD_EXPIRATION");
    expectError(keep(good, "25"), 400, "INVALID_CARD_EXPIRATION");
    for (const char *month : {"00", "13", "1", "x1"})
        expectError(keyIn(good, "30", month), 400, "INVALID_CARD_EXPIRATION");
    now = 1'796'050'799'000; // 2026-11-30T23:59:59 in Korea
    EXPECT_EQ(keyIn(good, "26", "11").status, 200);
    now += 1'000;
    expectError(keyIn(good, "26", "11"), 400, "INVALID_CARD_EXPIRATION");
}

TEST_F(Cards, aCardThatIsTypedInPaysOrIsDeclined)
{
    const RawAnswer paid = keyIn(good);
    ASSERT_EQ(paid.status, 200) << paid.body;
    EXPECT_EQ(json::parse(paid.body).at("status"), "DONE");
    expectError(keyIn(std::string(declinedNumber)), 403, "REJECT_CARD_COMPANY");
    EXPECT_EQ(totals().at("payments"), 1);
    EXPECT_EQ(totals().at("declined"), 1);
}

TEST_F(Cards, aCardThatIsKeptIsChargedLater)
{
    const RawAnswer kept = keep(good);
    ASSERT_EQ(kept.status, 200) << kept.body;
    const std::string key(json::parse(kept.body).at("billingKey").as_string());
    const RawAnswer charged =
        ask(post("/v1/billing/" + key,
                 R"({"customerKey":"customer-1","orderId":"order-1","orderName":"Room","amount":10000})"));
    EXPECT_EQ(charged.status, 200) << charged.body;
}

TEST_F(Cards, noNumberIsWrittenToTheLedgersFile)
{
    const auto file = std::filesystem::temp_directory_path() / "deskbell-cards-ledger";
    std::filesystem::remove(file);
    launch(file.string());
    EXPECT_EQ(keyIn(good, "26", "11", withKey("once")).status, 200);
    EXPECT_EQ(keyIn(good, "26", "11", withKey("once")).status, 200);
    EXPECT_EQ(totals().at("payments"), 1);
    std::ostringstream kept;
    kept << std::ifstream(file).rdbuf();
    EXPECT_NE(kept.str().find("once"), std::string::npos);
    EXPECT_EQ(kept.str().find(good), std::string::npos);
    std::filesystem::remove(file);
}

TEST_F(Cards, aTestHeaderThatTheProviderDoesNotKnowIsRefused)
{
    const auto withCode = [this](const std::string &code) {
        return confirm("tdesk_1", "order-1", 10'000,
                       authorization + "TossPayments-Test-Code: " + code + "\r\n");
    };
    for (const char *code : {"INVALID_CARD_NUMBER", "INVALID_CARD_EXPIRATION", "INVALID_STOPPED_CARD"})
        expectError(withCode(code), 400, code);
    expectError(withCode("NO_SUCH_CODE"), 400, "INVALID_REQUEST");
    EXPECT_EQ(totals().at("payments"), 0);
}

/// The window, with the shop's order in its form.
class Window : public testing::Test
{
protected:
    Window()
    {
        m_window.addRoutes(m_router);
        m_server = std::make_unique<http::Server>(http::ServerOptions{}, m_router);
        EXPECT_TRUE(m_server->start());
    }
    RawAnswer press(const std::string &card, const std::string &order = "amount=10000&orderId=order-1") const
    {
        const std::string body =
            order + "&successUrl=http://shop/paid&failUrl=http://shop/failed&do=pay&" + card;
        return RawClient::ask(m_server->port(),
                              "POST /checkout HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                              "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                                  std::to_string(body.size()) + "\r\n\r\n" + body);
    }

    std::vector<CheckoutSession> m_opened;
    CheckoutWindow m_window{"KRW", [] { return TimePoint(milliseconds(1'795'237'393'000)); },
                            [n = std::uint64_t{0}]() mutable { return ++n; },
                            [this](const CheckoutSession &session) { m_opened.push_back(session); }};
    http::Router m_router;
    std::unique_ptr<http::Server> m_server;
};

TEST_F(Window, aFormWithABrokenEscapeIsRefused)
{
    for (const std::string order : {"amount=10000&orderId=order-%4", "amount=10000&orderId=order-%4z"})
        EXPECT_EQ(press("card=good", order).status, 400) << order;
    EXPECT_TRUE(m_opened.empty());
    EXPECT_EQ(press("card=good", "amount=10000&orderId=order%2D1").status, 303);
    ASSERT_EQ(m_opened.size(), 1u);
    EXPECT_EQ(m_opened.front().orderId, "order-1");
}

TEST_F(Window, aCardThatIsNotTakenIsToldThereAndGoesNoFurther)
{
    for (const std::string order : {"amount=10000&orderId=order-1", "customerKey=customer-1"}) {
        const RawAnswer bad = press("card=typed&cardNumber=4242424242424241&cardExpirationYear=30&"
                                    "cardExpirationMonth=01",
                                    order);
        EXPECT_EQ(bad.status, 400);
        EXPECT_NE(bad.body.find("INVALID_CARD_NUMBER"), std::string::npos) << bad.body;
        EXPECT_NE(bad.body.find("value=\"4242424242424241\""), std::string::npos) << "it can be corrected";
        const RawAnswer old = press("card=typed&cardNumber=4242424242424242&cardExpirationYear=26&"
                                    "cardExpirationMonth=10",
                                    order);
        EXPECT_EQ(old.status, 400);
        EXPECT_NE(old.body.find("INVALID_CARD_EXPIRATION"), std::string::npos) << old.body;
        EXPECT_NE(press("card=typed", order).body.find("INVALID_CARD_NUMBER"), std::string::npos);
    }
    EXPECT_TRUE(m_opened.empty());
}

TEST_F(Window, aGoodCardGoesBackToTheShop)
{
    for (const char *card : {"card=good", "card=typed&cardNumber=4242+4242+4242+4242&cardExpirationYear=26&"
                                          "cardExpirationMonth=11"})
        EXPECT_EQ(press(card).status, 303) << card;
    ASSERT_EQ(m_opened.size(), 2u);
    EXPECT_EQ(m_opened.back().amount, 10'000);
    EXPECT_FALSE(m_opened.back().paymentKey.starts_with(decliningKey));
    EXPECT_EQ(
        press("card=typed&cardNumber=4000000000000002&cardExpirationYear=30&cardExpirationMonth=01").status,
        303);
    EXPECT_TRUE(m_opened.back().paymentKey.starts_with(decliningKey));
}

} // namespace
} // namespace deskbell::sandbox
