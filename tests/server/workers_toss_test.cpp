// What the payment provider's answers mean: the right one moves money in the books, every odd one is
// unknown and never a refusal.

#include "server/workers/payment/tossanswer.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "server/workers/httpclient.h"
#include "server/workers/payment/tossterms.h"

using namespace deskbell;
using namespace deskbell::server;
namespace json = boost::json;

namespace {

const PaymentId paymentId{parseUuid("0190a0a0-0000-7000-8000-000000000001").value()};
const RefundId refundId{parseUuid("0190a0a0-0000-7000-8000-000000000002").value()};

Money money(std::int64_t minor, const char *currency)
{
    return {minor, *parseCurrency(currency)};
}

ChargeOrder chargeOrder()
{
    return {paymentId, "tdesk_abc", money(12'850, "EUR")};
}

RefundOrder refundOrder()
{
    return {chargeOrder(), refundId, money(2'850, "EUR")};
}

json::object payment(std::string_view status = "DONE")
{
    return {{"paymentKey", "tdesk_abc"}, {"orderId", toString(paymentId)},
            {"currency", "EUR"},         {"totalAmount", 128.5},
            {"balanceAmount", 128.5},    {"status", status},
            {"cancels", nullptr},        {"failure", nullptr}};
}

HttpReply reply(int status, const json::value &body)
{
    return {HttpReply::Outcome::Answered, status, json::serialize(body)};
}

HttpReply problem(int status, std::string_view code)
{
    return reply(status, json::object{{"code", code}, {"message", "…"}});
}

Verdict charged(const HttpReply &answer)
{
    return toss::readCharge(answer, chargeOrder()).verdict;
}

TEST(TossAmount, isTheExactNumberOfMajorUnits)
{
    EXPECT_EQ(toss::amountText(money(50'000, "KRW")), "50000");
    EXPECT_EQ(toss::amountText(money(12'850, "EUR")), "128.50");
    EXPECT_EQ(toss::amountText(money(5, "EUR")), "0.05");
    EXPECT_EQ(toss::amountText(money(100, "EUR")), "1.00");
    EXPECT_EQ(toss::amountText(money(1'234, "KWD")), "1.234");
    EXPECT_EQ(toss::amountText(money(maxMinor, "EUR")), "10000000000.00");
}

RC_GTEST_PROP(TossAmount, comesBackAsItWasSent, ())
{
    const auto minor = *rc::gen::inRange<std::int64_t>(1, maxMinor);
    const char *currency = *rc::gen::element("KRW", "EUR", "KWD");
    ChargeOrder order{paymentId, "tdesk_abc", money(minor, currency)};
    json::object answer = payment();
    answer["currency"] = currency;
    answer["totalAmount"] = json::parse(toss::amountText(order.amount));
    RC_ASSERT(toss::readCharge(reply(200, answer), order).verdict == Verdict::Done);
    order.amount.minor += 1;
    RC_ASSERT(toss::readCharge(reply(200, answer), order).verdict == Verdict::Unknown);
}

TEST(TossCharge, isDoneWhenTheAnswerNamesAllThatWasOrdered)
{
    EXPECT_EQ(charged(reply(200, payment())), Verdict::Done);
}

TEST(TossCharge, anotherPaymentAmountCurrencyOrKeyIsUnknown)
{
    const std::pair<const char *, const char *> oddities[] = {
        {"paymentKey", R"("tdesk_other")"},
        {"paymentKey", "null"},
        {"orderId", R"("0190a0a0-0000-7000-8000-000000000002")"},
        {"orderId", "17"},
        {"currency", R"("KRW")"},
        {"currency", R"("")"},
        {"totalAmount", "128.51"},
        {"totalAmount", "12850"},
        {"totalAmount", R"("128.5")"},
        {"totalAmount", "-128.5"},
        {"totalAmount", "null"},
        {"totalAmount", "1e300"},
        {"status", R"("WAITING_FOR_DEPOSIT")"},
        {"status", R"("PARTIAL_CANCELED")"},
        {"status", R"("IN_PROGRESS")"},
        {"status", R"("done")"},
        {"status", "1"}};
    for (const auto &[name, value] : oddities) {
        json::object odd = payment();
        odd[name] = json::parse(value);
        EXPECT_EQ(charged(reply(200, odd)), Verdict::Unknown) << name << ' ' << value;
    }
}

TEST(TossCharge, bodiesThatAreNoPaymentAreUnknown)
{
    for (const char *body :
         {"", "null", "[]", "{}", "{\"status\":\"DONE\"", "<html>OK</html>", "\xff\xfe", "true"})
        EXPECT_EQ(charged({HttpReply::Outcome::Answered, 200, body}), Verdict::Unknown) << body;
    EXPECT_EQ(charged({HttpReply::Outcome::Answered, 200, std::string(5'000, '[') + std::string(5'000, ']')}),
              Verdict::Unknown);
    for (const int status : {100, 201, 204, 301, 302, 304})
        EXPECT_EQ(charged({HttpReply::Outcome::Answered, status, "{}"}), Verdict::Unknown) << status;
}

TEST(TossCharge, aDeclineIsRefusedWithItsCode)
{
    for (const char *code : {"REJECT_CARD_COMPANY", "EXCEED_MAX_AMOUNT", "REJECT_ACCOUNT_PAYMENT",
                             "NOT_FOUND_PAYMENT_SESSION", "INVALID_STOPPED_CARD"}) {
        const ProviderAnswer answer = toss::readCharge(problem(400, code), chargeOrder());
        EXPECT_EQ(answer.verdict, Verdict::Refused) << code;
        EXPECT_EQ(answer.code, code);
    }
    EXPECT_EQ(charged(reply(200, payment("ABORTED"))), Verdict::Refused);
    EXPECT_EQ(charged(reply(200, payment("EXPIRED"))), Verdict::Refused);
}

TEST(TossCharge, ourOwnMistakesAreNoDecline)
{
    EXPECT_EQ(charged(problem(401, "UNAUTHORIZED_KEY")), Verdict::Busy);
    EXPECT_EQ(charged(problem(403, "FORBIDDEN_REQUEST")), Verdict::Busy);
    EXPECT_EQ(charged(problem(429, "TOO_MANY_REQUESTS")), Verdict::Busy);
    EXPECT_EQ(charged({HttpReply::Outcome::Answered, 429, "slow down"}), Verdict::Busy);
}

TEST(TossCharge, whateverMayHaveBeenDoneIsUnknown)
{
    EXPECT_EQ(charged(problem(500, "FAILED_INTERNAL_SYSTEM_PROCESSING")), Verdict::Unknown);
    EXPECT_EQ(charged(problem(400, "PROVIDER_ERROR")), Verdict::Unknown);
    EXPECT_EQ(charged(problem(400, "ALREADY_PROCESSED_PAYMENT")), Verdict::Unknown);
    EXPECT_EQ(charged(problem(409, "IDEMPOTENT_REQUEST_PROCESSING")), Verdict::Unknown);
    EXPECT_EQ(charged(problem(408, "REJECT_CARD_COMPANY")), Verdict::Unknown);
    EXPECT_EQ(charged(problem(503, "REJECT_CARD_COMPANY")), Verdict::Unknown);
    EXPECT_EQ(charged({HttpReply::Outcome::Answered, 502, "<html>Bad Gateway</html>"}), Verdict::Unknown);
    EXPECT_EQ(charged({HttpReply::Outcome::Answered, 400, "<html>Bad Request</html>"}), Verdict::Unknown);
    EXPECT_EQ(charged({HttpReply::Outcome::Answered, 404, "not found"}), Verdict::Unknown);
    EXPECT_EQ(charged({HttpReply::Outcome::Lost, 0, {}}), Verdict::Unknown);
    EXPECT_EQ(charged({HttpReply::Outcome::NotSent, 0, {}}), Verdict::Busy) << "nobody can have acted on it";
}

TEST(TossCharge, codesThatAreNoneDoNotReachLogsOrScreens)
{
    for (const char *code : {"", "has spaces", "<script>", "lower_case", "이름"}) {
        const ProviderAnswer answer = toss::readCharge(problem(400, code), chargeOrder());
        EXPECT_EQ(answer.verdict, Verdict::Unknown) << code;
        EXPECT_EQ(answer.code, "strange-answer");
    }
    EXPECT_EQ(toss::readCharge(problem(400, std::string(65, 'A')), chargeOrder()).verdict, Verdict::Unknown);
}

TEST(TossLookUp, saysWhetherItEverHappened)
{
    const auto lookUp = [](const HttpReply &answer) {
        return toss::readChargeLookUp(answer, chargeOrder()).verdict;
    };
    EXPECT_EQ(lookUp(reply(200, payment())), Verdict::Done);
    EXPECT_EQ(lookUp(reply(200, payment("ABORTED"))), Verdict::Refused);
    EXPECT_EQ(lookUp(reply(200, payment("CANCELED"))), Verdict::Refused) << "nothing is held of it";
    EXPECT_EQ(lookUp(reply(200, payment("PARTIAL_CANCELED"))), Verdict::Unknown);
    EXPECT_EQ(lookUp(reply(200, payment("IN_PROGRESS"))), Verdict::NotThere);
    EXPECT_EQ(lookUp(problem(404, "NOT_FOUND_PAYMENT")), Verdict::NotThere);
    EXPECT_EQ(lookUp({HttpReply::Outcome::Answered, 404, "no such page"}), Verdict::Unknown);
    EXPECT_EQ(lookUp(problem(400, "NOT_FOUND_PAYMENT")), Verdict::Unknown);
    EXPECT_EQ(lookUp(problem(401, "UNAUTHORIZED_KEY")), Verdict::Unknown);
    EXPECT_EQ(lookUp(problem(500, "NOT_FOUND_PAYMENT")), Verdict::Unknown);
    EXPECT_EQ(lookUp({HttpReply::Outcome::NotSent, 0, {}}), Verdict::Unknown);
    EXPECT_EQ(lookUp({HttpReply::Outcome::Lost, 0, {}}), Verdict::Unknown);
}

TEST(TossLookUp, aTokenSpentOnAnotherOrderIsRefused)
{
    json::object other = payment();
    other["orderId"] = "somebody-elses";
    EXPECT_EQ(toss::readTokenLookUp(reply(200, other), chargeOrder()).verdict, Verdict::Refused);
    EXPECT_EQ(toss::readTokenLookUp(reply(200, payment()), chargeOrder()).verdict, Verdict::Done);
    EXPECT_EQ(toss::readTokenLookUp(problem(500, "COMMON_ERROR"), chargeOrder()).verdict, Verdict::Unknown);
}

TEST(TossRefund, isDoneWhenACancelCarriesItsIdAndAmount)
{
    const auto cancel = [](json::value reason, json::value amount, json::value status) {
        json::object all = payment("PARTIAL_CANCELED");
        all["cancels"] =
            json::array{{{"cancelReason", "somebody else"}, {"cancelAmount", 28.5}, {"cancelStatus", "DONE"}},
                        {{"cancelReason", reason}, {"cancelAmount", amount}, {"cancelStatus", status}}};
        return reply(200, all);
    };
    const json::value ours = json::string(toss::cancelReason(refundId));
    EXPECT_EQ(toss::readRefund(cancel(ours, 28.5, "DONE"), refundOrder()).verdict, Verdict::Done);
    EXPECT_EQ(toss::readRefundLookUp(cancel(ours, 28.5, "DONE"), refundOrder()).verdict, Verdict::Done);
    EXPECT_EQ(toss::readRefund(cancel(ours, 28.51, "DONE"), refundOrder()).verdict, Verdict::Unknown);
    EXPECT_EQ(toss::readRefund(cancel(ours, 28.5, "IN_PROGRESS"), refundOrder()).verdict, Verdict::Unknown);
    EXPECT_EQ(toss::readRefund(cancel("x", 28.5, "DONE"), refundOrder()).verdict, Verdict::Unknown);
    EXPECT_EQ(toss::readRefundLookUp(cancel("x", 28.5, "DONE"), refundOrder()).verdict, Verdict::NotThere);
    EXPECT_EQ(toss::readRefundLookUp(reply(200, payment()), refundOrder()).verdict, Verdict::NotThere);
}

TEST(TossRefund, aChargeThatCannotBeFoundIsNonsense)
{
    EXPECT_EQ(toss::readRefundLookUp(problem(404, "NOT_FOUND_PAYMENT"), refundOrder()).verdict,
              Verdict::Unknown);
    EXPECT_EQ(toss::readRefund(problem(403, "NOT_CANCELABLE_AMOUNT"), refundOrder()).verdict,
              Verdict::Refused);
    EXPECT_EQ(toss::readRefund(problem(400, "ALREADY_CANCELED_PAYMENT"), refundOrder()).verdict,
              Verdict::Unknown);
}

TEST(Outgoing, secretsGoOverTlsOrStayOnThisMachine)
{
    for (const char *url :
         {"https://api.tosspayments.com", "http://127.0.0.1:8080", "http://localhost:1", "http://[::1]:1"})
        EXPECT_TRUE(isSafeForSecrets(url)) << url;
    for (const char *url :
         {"http://api.tosspayments.com", "http://127.0.0.1.evil.example", "http://127.0.0.1@evil.example",
          "ftp://127.0.0.1", "file:///etc/passwd", "", "https://", "http://localhost.evil.example"})
        EXPECT_FALSE(isSafeForSecrets(url)) << url;
}

} // namespace
