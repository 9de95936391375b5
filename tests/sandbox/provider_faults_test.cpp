// The faults that can be switched on: what is taken, and what the caller hears.

#include "sandbox/providerfixture.h"

namespace deskbell::sandbox {

class FaultTest : public ProviderTest
{
};

TEST_F(FaultTest, slowWorksAfterAWhile)
{
    ASSERT_EQ(switchOn(R"({"fault":"slow","ms":120})"), 201);
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(confirm("tdesk_1", "order-1", 10'000).status, 200);
    EXPECT_GE(std::chrono::steady_clock::now() - start, milliseconds(120));
    EXPECT_EQ(totals().at("taken"), 10'000);
}

TEST_F(FaultTest, refuseTakesNothingAndIsForgotten)
{
    ASSERT_EQ(switchOn(R"({"fault":"refuse","count":2})"), 201);
    expectError(confirm("tdesk_1", "order-1", 10'000, withKey("k1")), 400, "PROVIDER_ERROR");
    expectError(lookUp("tdesk_1"), 400, "PROVIDER_ERROR");
    EXPECT_EQ(confirm("tdesk_1", "order-1", 10'000, withKey("k1")).status, 200);
    EXPECT_EQ(totals().at("taken"), 10'000);
}

TEST_F(FaultTest, refuseCanSayAnyOfTheProvidersCodes)
{
    ASSERT_EQ(switchOn(R"({"fault":"refuse","code":"FORBIDDEN_REQUEST","count":1})"), 201);
    expectError(confirm("tdesk_1", "order-1", 10'000), 403, "FORBIDDEN_REQUEST");
    EXPECT_EQ(switchOn(R"({"fault":"refuse","code":"NO_SUCH_CODE"})"), 400);
}

TEST_F(FaultTest, aDeclinedCardIsKeptAsAborted)
{
    ASSERT_EQ(switchOn(R"({"fault":"decline","count":1})"), 201);
    expectError(confirm("tdesk_1", "order-1", 10'000, withKey("k1")), 403, "REJECT_CARD_COMPANY");
    const json::value payment = json::parse(lookUp("tdesk_1").body);
    EXPECT_EQ(payment.at("status"), "ABORTED");
    EXPECT_EQ(payment.at("failure").at("code"), "REJECT_CARD_COMPANY");
    expectError(confirm("tdesk_1", "order-1", 10'000, withKey("k1")), 403, "REJECT_CARD_COMPANY");
    expectError(cancel("tdesk_1", R"({"cancelReason":"x"})"), 403, "NOT_CANCELABLE_PAYMENT");
    EXPECT_EQ(totals().at("taken"), 0);
    EXPECT_EQ(totals().at("declined"), 1);
    EXPECT_EQ(confirm("tdesk_2", "order-1", 10'000, withKey("k2")).status, 200);
}

TEST_F(FaultTest, theMoneyIsTakenAndTheAnswerNeverComes)
{
    ASSERT_EQ(switchOn(R"({"fault":"timeout-after-taken","count":1})"), 201);
    {
        RawClient client(server->port());
        client.send(post("/v1/payments/confirm", confirmBody("tdesk_1", "order-1", 10'000), withKey("k1")));
        EXPECT_EQ(client.answer(false, milliseconds(100)).status, 0);
        EXPECT_FALSE(client.isClosedWithin(milliseconds(10)));
    }
    EXPECT_EQ(json::parse(lookUp("orders/order-1").body).at("status"), "DONE");
    EXPECT_EQ(confirm("tdesk_1", "order-1", 10'000, withKey("k1")).status, 200);
    EXPECT_EQ(totals().at("taken"), 10'000);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (server->connectionCount() > 0 && std::chrono::steady_clock::now() < end)
        std::this_thread::yield();
    EXPECT_EQ(server->connectionCount(), 0u); // the held answer went with its client
}

TEST_F(FaultTest, theMoneyGoesBackAndTheAnswerNeverComes)
{
    confirm("tdesk_1", "order-1", 10'000);
    ASSERT_EQ(switchOn(R"({"fault":"timeout-after-taken","path":"/v1/payments/tdesk_1/cancel","count":1})"),
              201);
    RawClient client(server->port());
    client.send(post("/v1/payments/tdesk_1/cancel", R"({"cancelReason":"x"})", withKey("r1")));
    EXPECT_EQ(client.answer(false, milliseconds(100)).status, 0);
    EXPECT_EQ(json::parse(lookUp("tdesk_1").body).at("status"), "CANCELED");
    EXPECT_EQ(cancel("tdesk_1", R"({"cancelReason":"x"})", withKey("r1")).status, 200);
    EXPECT_EQ(totals().at("cancelled"), 10'000);
}

TEST_F(FaultTest, theConnectionEndsWithoutAnAnswer)
{
    const auto send = [&](const std::string &key) {
        RawClient client(server->port());
        client.send(post("/v1/payments/confirm", confirmBody(key, "order-1", 10'000)));
        EXPECT_EQ(client.readToEnd(), "");
    };
    ASSERT_EQ(switchOn(R"({"fault":"close-without-answer","count":1})"), 201);
    send("tdesk_1");
    EXPECT_EQ(totals().at("taken"), 0);
    ASSERT_EQ(switchOn(R"({"fault":"close-without-answer","count":1,"taken":true})"), 201);
    send("tdesk_2");
    EXPECT_EQ(totals().at("taken"), 10'000);
}

TEST_F(FaultTest, anErrorMayComeBeforeOrAfterTheMoneyWasTaken)
{
    ASSERT_EQ(switchOn(R"({"fault":"error-500","count":1})"), 201);
    expectError(confirm("tdesk_1", "order-1", 10'000, withKey("k1")), 500,
                "FAILED_INTERNAL_SYSTEM_PROCESSING");
    EXPECT_EQ(totals().at("taken"), 0);
    ASSERT_EQ(switchOn(R"({"fault":"error-500","count":1,"taken":true})"), 201);
    expectError(confirm("tdesk_1", "order-1", 10'000, withKey("k1")), 500,
                "FAILED_INTERNAL_SYSTEM_PROCESSING");
    EXPECT_EQ(totals().at("taken"), 10'000);
    EXPECT_EQ(confirm("tdesk_1", "order-1", 10'000, withKey("k1")).status, 200);
    EXPECT_EQ(totals().at("taken"), 10'000);
}

TEST_F(FaultTest, answersMayBeNotTheProvidersAtAll)
{
    ASSERT_EQ(switchOn(R"({"fault":"html","count":1})"), 201);
    RawAnswer answer = confirm("tdesk_1", "order-1", 10'000);
    EXPECT_EQ(answer.status, 502);
    EXPECT_EQ(answer.header("content-type"), "text/html; charset=utf-8");
    EXPECT_EQ(totals().at("taken"), 0);
    ASSERT_EQ(switchOn(R"({"fault":"garbage","count":1})"), 201);
    answer = confirm("tdesk_1", "order-1", 10'000);
    EXPECT_EQ(answer.status, 200);
    EXPECT_FALSE(parsedObject(answer.body));
    EXPECT_EQ(totals().at("taken"), 10'000);
}

TEST_F(FaultTest, theAnswerMayBeAboutSomebodyElsesPayment)
{
    ASSERT_EQ(switchOn(R"({"fault":"wrong-payment","count":1})"), 201);
    const json::value payment = json::parse(confirm("tdesk_1", "order-1", 10'000).body);
    EXPECT_EQ(payment.at("status"), "DONE");
    EXPECT_NE(payment.at("paymentKey"), "tdesk_1");
    EXPECT_NE(payment.at("orderId"), "order-1");
    EXPECT_EQ(totals().at("taken"), 10'000);
}

TEST_F(FaultTest, faultsAreListedCountedDownAndRemoved)
{
    switchOn(R"({"fault":"refuse","path":"/v1/payments/confirm","count":2})");
    switchOn(R"({"fault":"slow","ms":600000})");
    confirm("tdesk_1", "order-1", 10'000);
    json::value all = json::parse(ask(plain("GET", "/_sandbox/faults", "")).body);
    ASSERT_EQ(all.at("faults").as_array().size(), 2u);
    EXPECT_EQ(all.at("faults").at(0).at("count"), 1);
    EXPECT_EQ(all.at("faults").at(1).as_object().contains("count"), false);
    const std::string second = std::to_string(all.at("faults").at(1).at("id").to_number<int>());
    EXPECT_EQ(ask(plain("DELETE", "/_sandbox/faults/" + second, "")).status, 204);
    EXPECT_EQ(ask(plain("DELETE", "/_sandbox/faults/" + second, "")).status, 404);
    EXPECT_EQ(lookUp("tdesk_1").status, 404); // neither slow nor refused
    EXPECT_EQ(ask(plain("DELETE", "/_sandbox/faults", "")).status, 204);
    all = json::parse(ask(plain("GET", "/_sandbox/faults", "")).body);
    EXPECT_TRUE(all.at("faults").as_array().empty());
    EXPECT_EQ(confirm("tdesk_1", "order-1", 10'000).status, 200);
}

TEST_F(FaultTest, faultsThatMakeNoSenseAreRefused)
{
    for (const char *fault : {"", "[]", "{}", R"({"fault":"melt"})", R"({"fault":"slow","ms":-1})",
                              R"({"fault":"slow","ms":"1"})", R"({"fault":"slow","count":0})",
                              R"({"fault":"decline","taken":false})", R"({"fault":"slow","often":1})",
                              R"({"fault":"slow","path":1})", R"({"fault":"slow","code":"PROVIDER_ERROR"})"})
        EXPECT_EQ(switchOn(fault), 400) << fault;
    EXPECT_TRUE(json::parse(ask(plain("GET", "/_sandbox/faults", "")).body).at("faults").as_array().empty());
}

TEST_F(FaultTest, aFaultIsNotSpentOnWhoMayNotCall)
{
    switchOn(R"({"fault":"refuse","count":1})");
    expectError(confirm("tdesk_1", "order-1", 10'000, ""), 401, "UNAUTHORIZED_KEY");
    expectError(confirm("tdesk_1", "order-1", 10'000), 400, "PROVIDER_ERROR");
}

TEST_F(FaultTest, answersCanNameTheWrongOrderAmountOrCurrencyOrBeEmpty)
{
    confirm("tdesk_1", "order-1", 1'000);
    const auto spoilt = [this](const char *fault) {
        EXPECT_EQ(switchOn(std::string(R"({"count":1,"fault":")") + fault + "\"}"), 201) << fault;
        return lookUp("tdesk_1").body;
    };
    EXPECT_EQ(spoilt("empty"), "");
    EXPECT_EQ(json::parse(spoilt("wrong-amount")).at("totalAmount"), 777);
    EXPECT_EQ(json::parse(spoilt("wrong-currency")).at("currency"), "XTS");
    const json::value other = json::parse(spoilt("wrong-order"));
    EXPECT_EQ(other.at("orderId"), "somebody-elses-order");
    EXPECT_EQ(other.at("paymentKey"), "tdesk_1");
}

} // namespace deskbell::sandbox
