// What the provider does when nothing goes wrong, and with what makes no sense.

#include <filesystem>
#include <fstream>
#include <thread>

#include "sandbox/providerfixture.h"

namespace deskbell::sandbox {

TEST_F(ProviderTest, aConfirmedPaymentHasTheDocumentedShape)
{
    const RawAnswer answer = confirm("tdesk_1", "order-1", 15'000);
    ASSERT_EQ(answer.status, 200) << answer.body;
    const json::object payment = json::parse(answer.body).as_object();
    for (const char *name : {"mId", "version", "paymentKey", "type", "orderId", "orderName", "currency",
                             "method", "totalAmount", "balanceAmount", "status", "requestedAt", "approvedAt",
                             "lastTransactionKey", "card", "easyPay", "receipt", "failure", "cancels"})
        EXPECT_TRUE(payment.contains(name)) << name;
    EXPECT_EQ(payment.at("version"), "2022-11-16");
    EXPECT_EQ(payment.at("status"), "DONE");
    EXPECT_EQ(payment.at("totalAmount"), 15'000);
    EXPECT_EQ(payment.at("balanceAmount"), 15'000);
    EXPECT_EQ(payment.at("currency"), "KRW");
    EXPECT_EQ(payment.at("approvedAt"), "2026-11-21T14:03:13+09:00");
    EXPECT_TRUE(payment.at("failure").is_null());
    EXPECT_TRUE(payment.at("receipt").as_object().contains("url"));
}

TEST_F(ProviderTest, aPaymentIsFoundByItsKeyAndItsOrder)
{
    confirm("tdesk_1", "order-1", 15'000);
    EXPECT_EQ(json::parse(lookUp("tdesk_1").body).at("orderId"), "order-1");
    EXPECT_EQ(json::parse(lookUp("orders/order-1").body).at("paymentKey"), "tdesk_1");
    expectError(lookUp("tdesk_2"), 404, "NOT_FOUND_PAYMENT");
    expectError(lookUp("orders/order-2"), 404, "NOT_FOUND_PAYMENT");
}

TEST_F(ProviderTest, onlySessionsOfTheTerminalAndTheCheckoutAreKnown)
{
    EXPECT_EQ(confirm("tgen_1", "order-1", 1'000).status, 200);
    expectError(confirm("5zJ4xY7m0kODnyRpQWGr", "order-2", 1'000), 404, "NOT_FOUND_PAYMENT_SESSION");
    EXPECT_EQ(totals().at("payments"), 1);
}

TEST_F(ProviderTest, confirmingAgainIsRefusedByKeyAndTakenUnderAnother)
{
    EXPECT_EQ(confirm("tdesk_1", "order-1", 10'000).status, 200);
    expectError(confirm("tdesk_1", "order-1", 10'000), 400, "ALREADY_PROCESSED_PAYMENT");
    EXPECT_EQ(confirm("tdesk_2", "order-1", 10'000).status, 200); // as seen in the field
    EXPECT_EQ(totals().at("payments"), 2);
    EXPECT_EQ(totals().at("taken"), 20'000);
    EXPECT_EQ(json::parse(lookUp("orders/order-1").body).at("paymentKey"), "tdesk_2");
}

TEST_F(ProviderTest, requestsThatMakeNoSenseAreRefused)
{
    const auto confirmRaw = [&](const std::string &body) { return ask(post("/v1/payments/confirm", body)); };
    for (const std::string body : {"", "[]", "{", R"({"paymentKey":"tdesk_1","orderId":"order-1"})",
                                   R"({"paymentKey":"tdesk_1","orderId":"order-1","amount":"100"})",
                                   R"({"paymentKey":"tdesk_1","orderId":"order-1","amount":-100})",
                                   R"({"paymentKey":"tdesk_1","orderId":"order-1","amount":100.5})",
                                   R"({"paymentKey":"tdesk_1","orderId":"order-1","amount":1e400})",
                                   R"({"paymentKey":7,"orderId":"order-1","amount":100})",
                                   R"({"paymentKey":"tdesk_1","orderId":"o","amount":100})",
                                   R"({"paymentKey":"tdesk_1","orderId":"order 1","amount":100})",
                                   R"({"paymentKey":"tdesk_1","orderId":"order-1","amount":100} more)"})
        expectError(confirmRaw(body), 400, "INVALID_REQUEST");
    expectError(confirmRaw(std::string(1'000, '[') + std::string(1'000, ']')), 400, "INVALID_REQUEST");
    expectError(confirm("tdesk_1", "order-1", 99), 400, "BELOW_MINIMUM_AMOUNT");
    expectError(confirmRaw(R"({"paymentKey":"tdesk_1","orderId":"order-1","amount":99999999999})"), 400,
                "EXCEED_MAX_AMOUNT");
    EXPECT_EQ(confirmRaw(std::string(70'000, ' ')).status, 413);
    EXPECT_EQ(totals().at("payments"), 0);
}

TEST_F(ProviderTest, callersSignInWithTheSecretKeyAndNoPassword)
{
    for (const char *header :
         {"", "Authorization: Bearer test_sk\r\n", "Authorization: Basic test_sk:\r\n",
          "Authorization: Basic dGVzdF9zaw==\r\n",     // no colon
          "Authorization: Basic dGVzdF9zazpwdw==\r\n", // a password
          "Authorization: Basic dGVzdF9zazo\r\n",      // no padding
          "Authorization: Basic dGVzdF9zazp=\r\n",     // a bit too many
          "Authorization: Basic  dGVzdF9zazo=\r\n", "Authorization: Basic dGVz dF9zazo=\r\n",
          "Authorization: Basic dGVzdF9zazo=!\r\n", "Authorization: Basic b3RoZXJfc2s6\r\n"}) { // another key
        expectError(confirm("tdesk_1", "order-1", 1'000, header), 401, "UNAUTHORIZED_KEY");
        expectError(ask(plain("GET", "/v1/payments/tdesk_1", header)), 401, "UNAUTHORIZED_KEY");
    }
    EXPECT_EQ(totals().at("payments"), 0);
}

TEST_F(ProviderTest, moneyGoesBackInPartsUntilNoneIsLeft)
{
    confirm("tdesk_1", "order-1", 10'000);
    json::value payment =
        json::parse(cancel("tdesk_1", R"({"cancelReason":"guest","cancelAmount":3000})").body);
    EXPECT_EQ(payment.at("status"), "PARTIAL_CANCELED");
    EXPECT_EQ(payment.at("balanceAmount"), 7'000);
    expectError(cancel("tdesk_1", R"({"cancelReason":"guest","cancelAmount":7001})"), 403,
                "NOT_CANCELABLE_AMOUNT");
    payment = json::parse(cancel("tdesk_1", R"({"cancelReason":"rest"})").body);
    EXPECT_EQ(payment.at("status"), "CANCELED");
    EXPECT_EQ(payment.at("balanceAmount"), 0);
    const json::array &cancels = payment.at("cancels").as_array();
    ASSERT_EQ(cancels.size(), 2u);
    EXPECT_EQ(cancels[0].at("cancelAmount"), 3'000);
    EXPECT_EQ(cancels[0].at("cancelReason"), "guest");
    EXPECT_EQ(cancels[0].at("cancelStatus"), "DONE");
    EXPECT_EQ(cancels[1].at("cancelAmount"), 7'000);
    EXPECT_NE(cancels[0].at("transactionKey"), cancels[1].at("transactionKey"));
    EXPECT_EQ(payment.at("lastTransactionKey"), cancels[1].at("transactionKey"));
    expectError(cancel("tdesk_1", R"({"cancelReason":"again"})"), 400, "ALREADY_CANCELED_PAYMENT");
    expectError(cancel("tdesk_9", R"({"cancelReason":"which"})"), 404, "NOT_FOUND_PAYMENT");
    expectError(cancel("tdesk_1", R"({})"), 400, "INVALID_REQUEST");
    expectError(cancel("tdesk_1", R"({"cancelReason":"x","cancelAmount":0})"), 400, "INVALID_REQUEST");
    EXPECT_EQ(totals().at("cancelled"), 10'000);
    EXPECT_EQ(totals().at("balance"), 0);
}

TEST_F(ProviderTest, theSameIdempotencyKeyGetsTheSameAnswer)
{
    const RawAnswer first = confirm("tdesk_1", "order-1", 10'000, withKey("k1"));
    now += 60'000;
    const RawAnswer second = confirm("tdesk_1", "order-1", 10'000, withKey("k1"));
    EXPECT_EQ(second.status, 200);
    EXPECT_EQ(second.body, first.body);
    const RawAnswer refund = cancel("tdesk_1", R"({"cancelReason":"x","cancelAmount":1000})", withKey("k1"));
    EXPECT_EQ(refund.status, 200); // another address: another call
    EXPECT_EQ(cancel("tdesk_1", R"({"cancelReason":"x","cancelAmount":1000})", withKey("k1")).body,
              refund.body);
    EXPECT_EQ(totals().at("cancelled"), 1'000);
    expectError(confirm("tdesk_x", "order-1", 10, withKey("k2")), 400, "BELOW_MINIMUM_AMOUNT");
    expectError(confirm("tdesk_x", "order-1", 10'000, withKey("k2")), 400, "BELOW_MINIMUM_AMOUNT");
}

TEST_F(ProviderTest, aKeyUsedForAnotherPaymentGetsTheFirstOnesAnswer)
{
    // The documented identity of a call leaves its body out: the trap an adapter has to notice.
    confirm("tdesk_1", "order-1", 10'000, withKey("k1"));
    const RawAnswer answer = confirm("tdesk_2", "order-2", 20'000, withKey("k1"));
    EXPECT_EQ(json::parse(answer.body).at("paymentKey"), "tdesk_1");
    EXPECT_EQ(totals().at("payments"), 1);
    const json::array calls = ledger().at("calls").as_array();
    EXPECT_EQ(calls.back().at("replayed"), true);
    EXPECT_EQ(calls.back().at("sameBody"), false);
}

TEST_F(ProviderTest, anIdempotencyKeyIsForgottenAfterFifteenDays)
{
    confirm("tdesk_1", "order-1", 10'000, withKey("k1"));
    now += std::chrono::milliseconds(std::chrono::days(15)).count();
    expectError(confirm("tdesk_1", "order-1", 10'000, withKey("k1")), 400, "ALREADY_PROCESSED_PAYMENT");
}

TEST_F(ProviderTest, anIdempotencyKeyThatIsTooLongIsRefused)
{
    expectError(confirm("tdesk_1", "order-1", 10'000, withKey(std::string(301, 'k'))), 400,
                "INVALID_IDEMPOTENCY_KEY");
    EXPECT_EQ(confirm("tdesk_1", "order-1", 10'000, withKey(std::string(300, 'k'))).status, 200);
}

TEST_F(ProviderTest, theSameKeyWhileTheFirstCallIsUnderWayIsA409)
{
    EXPECT_EQ(switchOn(R"({"fault":"slow","ms":600000,"count":1})"), 201);
    RawClient first(server->port());
    first.send(post("/v1/payments/confirm", confirmBody("tdesk_1", "order-1", 10'000), withKey("k1")));
    RawAnswer second;
    while (second.status != 409)
        second = confirm("tdesk_1", "order-1", 10'000, withKey("k1"));
    expectError(second, 409, "IDEMPOTENT_REQUEST_PROCESSING");
    EXPECT_EQ(totals().at("payments"), 0);
}

TEST_F(ProviderTest, manyConfirmsUnderOneKeyTakeTheMoneyOnce)
{
    std::vector<std::thread> shops;
    std::atomic<int> good = 0;
    for (int i = 0; i < 8; ++i)
        shops.emplace_back([&] {
            const int status = confirm("tdesk_1", "order-1", 10'000, withKey("k1")).status;
            good += status == 200 || status == 409;
        });
    for (auto &shop : shops)
        shop.join();
    EXPECT_EQ(good, 8);
    EXPECT_EQ(totals().at("taken"), 10'000);
}

TEST_F(ProviderTest, aTestHeaderAsksForAnError)
{
    expectError(confirm("tdesk_1", "order-1", 10'000,
                        authorization + "TossPayments-Test-Code: EXCEED_MAX_ONE_DAY_AMOUNT\r\n"),
                403, "EXCEED_MAX_ONE_DAY_AMOUNT");
    EXPECT_EQ(totals().at("payments"), 0);
}

TEST_F(ProviderTest, everyCallIsInTheLedger)
{
    confirm("tdesk_1", "order-1", 10'000, withKey("k1"));
    lookUp("tdesk_1");
    confirm("tdesk_2", "order-2", 10'000, "");
    const json::object all = ledger();
    const json::array &calls = all.at("calls").as_array();
    ASSERT_EQ(calls.size(), 3u);
    EXPECT_EQ(calls[0].at("call"), "confirm");
    EXPECT_EQ(calls[0].at("idempotencyKey"), "k1");
    EXPECT_EQ(calls[0].at("status"), 200);
    EXPECT_EQ(calls[1].at("call"), "lookup");
    EXPECT_EQ(calls[2].at("status"), 401);
    EXPECT_EQ(all.at("callCounts").at("confirm"), 2);
    EXPECT_EQ(all.at("payments").as_array().size(), 1u);
    confirm("tdesk_3", "order-3", 10'000);
    const json::value filtered = json::parse(ask(plain("GET", "/_sandbox/ledger?orderId=order-3", "")).body);
    ASSERT_EQ(filtered.at("payments").as_array().size(), 1u);
    EXPECT_EQ(filtered.at("payments").at(0).at("paymentKey"), "tdesk_3");
}

TEST_F(ProviderTest, aLedgerFileOutlivesTheProvider)
{
    const auto path = std::filesystem::temp_directory_path() / "deskbell-sandbox-ledger-test.ndjson";
    std::filesystem::remove(path);
    launch(path.string());
    const std::string first = confirm("tdesk_1", "order-1", 10'000, withKey("k1")).body;
    cancel("tdesk_1", R"({"cancelReason":"이유","cancelAmount":4000})");
    {
        std::ofstream cut(path, std::ios::app | std::ios::binary);
        cut << R"({"payment":{"paymentKey":"tdesk_)"; // a kill in the middle of a line
    }
    launch(path.string());
    EXPECT_EQ(confirm("tdesk_1", "order-1", 10'000, withKey("k1")).body, first);
    const json::value payment = json::parse(lookUp("tdesk_1").body);
    EXPECT_EQ(payment.at("balanceAmount"), 6'000);
    EXPECT_EQ(payment.at("cancels").at(0).at("cancelReason"), "이유");
    confirm("tdesk_2", "order-2", 5'000);
    launch(path.string());
    EXPECT_EQ(totals().at("taken"), 15'000);
    EXPECT_EQ(totals().at("balance"), 11'000);
    server.reset();
    std::filesystem::remove(path);
}

TEST_F(ProviderTest, transactionsListApprovalsAndCancelsOfADay)
{
    confirm("tdesk_1", "order-1", 15'000);
    now += 60'000;
    confirm("tdesk_2", "order-2", 2'000);
    now += 60'000;
    cancel("tdesk_1", R"({"cancelReason":"ill","cancelAmount":5000})");
    now += 24 * 3'600'000;
    cancel("tdesk_1", R"({"cancelReason":"ill"})");
    ASSERT_EQ(switchOn(R"({"fault":"decline","count":1})"), 201);
    confirm("tdesk_3", "order-3", 3'000);
    const auto listed = [this](const std::string &query) {
        return json::parse(ask(plain("GET", "/v1/transactions?" + query)).body).as_array();
    };
    const json::array day = listed("startDate=2026-11-21T00:00:00&endDate=2026-11-21T23:59:59");
    ASSERT_EQ(day.size(), 3u);
    EXPECT_EQ(day[0].at("paymentKey"), "tdesk_1");
    EXPECT_EQ(day[0].at("status"), "DONE");
    EXPECT_EQ(day[0].at("amount"), 15'000);
    EXPECT_EQ(day[0].at("transactionAt"), "2026-11-21T14:03:13+09:00");
    EXPECT_EQ(day[2].at("status"), "PARTIAL_CANCELED");
    EXPECT_EQ(day[2].at("amount"), 5'000);
    const json::array both = listed("startDate=2026-11-21&endDate=2026-11-22");
    ASSERT_EQ(both.size(), 4u) << "a declined one is no transaction";
    EXPECT_EQ(both[3].at("status"), "CANCELED");
    EXPECT_EQ(both[3].at("amount"), 10'000);
    EXPECT_NE(both[0].at("transactionKey"), both[3].at("transactionKey"));
    EXPECT_EQ(listed("startDate=2026-11-20&endDate=2026-11-20").size(), 0u);
}

TEST_F(ProviderTest, transactionsArePaged)
{
    for (int i = 0; i < 5; ++i)
        confirm("tdesk_" + std::to_string(i), "order-" + std::to_string(i), 1'000);
    const std::string day = "/v1/transactions?startDate=2026-11-21&endDate=2026-11-21";
    const auto page = json::parse(ask(plain("GET", day + "&limit=3")).body).as_array();
    ASSERT_EQ(page.size(), 3u);
    const std::string last(page.back().at("transactionKey").as_string());
    EXPECT_EQ(json::parse(ask(plain("GET", day + "&limit=3&startingAfter=" + last)).body).as_array().size(),
              2u);
    expectError(ask(plain("GET", day + "&startingAfter=none")), 400, "INVALID_TRANSACTION_KEY");
    for (const char *bad : {"startDate=2026-11-21", "startDate=2026-11-22&endDate=2026-11-21",
                            "startDate=2026-02-30&endDate=2026-03-01", "startDate=x&endDate=y",
                            "startDate=2026-11-21T24:00:00&endDate=2026-11-22"})
        expectError(ask(plain("GET", std::string("/v1/transactions?") + bad)), 400, "INVALID_REQUEST");
}

TEST_F(ProviderTest, theBooksCanBeMadeToDifferFromTheShops)
{
    confirm("tdesk_1", "order-1", 1'000);
    EXPECT_EQ(ask(post("/_sandbox/ledger", confirmBody("tgen_9", "order-9", 700), "")).status, 201);
    EXPECT_EQ(json::parse(lookUp("orders/order-9").body).at("totalAmount"), 700);
    EXPECT_EQ(ask(plain("DELETE", "/_sandbox/ledger/tdesk_1", "")).status, 204);
    expectError(lookUp("tdesk_1"), 404, "NOT_FOUND_PAYMENT");
    EXPECT_EQ(ask(plain("DELETE", "/_sandbox/ledger/tdesk_1", "")).status, 404);
}

} // namespace deskbell::sandbox
