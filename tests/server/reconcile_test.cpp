// The daily comparison: what counts as a difference between our ledger and the provider's books, and
// the report that is kept of it.

#include "server/storagefixture.h"

#include <spdlog/spdlog.h>

#include "server/workers/payment/reconciler.h"
#include "server/workers/payment/tossbooks.h"

namespace deskbell::server::testing {
namespace {

using namespace std::chrono_literals;
using protocol::Difference;

const RefundId refundId = idNumbered<RefundId>(800);

Money euros(std::int64_t cents)
{
    return {cents, *parseCurrency("EUR")};
}

LedgerPayment ledgerPayment(PaymentState state = PaymentState::Taken)
{
    LedgerPayment ledger;
    ledger.reservation = idNumbered<ReservationId>(1);
    ledger.payment.id = idNumbered<PaymentId>(2);
    ledger.payment.method = PaymentMethod::Card;
    ledger.payment.amount = euros(20'000);
    ledger.payment.state = state;
    return ledger;
}

BookedPayment booked(std::int64_t cents = 20'000)
{
    return {toString(idNumbered<PaymentId>(2)), euros(cents), "DONE", true, {}};
}

/// The kinds, "amount-differs,missing-in-ledger".
std::string kinds(const std::vector<Difference> &differences)
{
    std::string text;
    for (const Difference &difference : differences)
        text += (text.empty() ? "" : ",") + difference.kind;
    return text;
}

std::string kinds(const LedgerPayment &ledger, const BookedPayment *there)
{
    return kinds(compare(ledger, there));
}

TEST(Reconciling, booksThatAgreeHaveNoDifference)
{
    const BookedPayment there = booked();
    EXPECT_EQ(kinds(ledgerPayment(), &there), "");
    for (const PaymentState state : {PaymentState::Pending, PaymentState::Sent, PaymentState::ProviderBusy,
                                     PaymentState::Unknown, PaymentState::Declined, PaymentState::Withdrawn})
        EXPECT_EQ(kinds(ledgerPayment(state), nullptr), "") << toString(state);
}

TEST(Reconciling, aChargeThatTheProviderDoesNotHaveIsMissingThere)
{
    const auto differences = compare(ledgerPayment(), nullptr);
    ASSERT_EQ(kinds(differences), "missing-at-provider");
    EXPECT_EQ(differences[0].reservation, idNumbered<ReservationId>(1));
    EXPECT_EQ(differences[0].ledger, toString(euros(20'000)) + " taken");
    EXPECT_EQ(differences[0].provider, "");
}

TEST(Reconciling, anotherAmountOrCurrencyDiffers)
{
    BookedPayment there = booked(19'999);
    EXPECT_EQ(kinds(ledgerPayment(), &there), "amount-differs");
    there = booked();
    there.amount.currency = *parseCurrency("KRW");
    EXPECT_EQ(kinds(ledgerPayment(), &there), "amount-differs");
}

TEST(Reconciling, moneyHeldOfAChargeThatIsNotTakenHereDiffersInItsState)
{
    const BookedPayment there = booked();
    for (const PaymentState state : {PaymentState::Pending, PaymentState::Unknown, PaymentState::ProviderBusy,
                                     PaymentState::Declined, PaymentState::Withdrawn}) {
        const auto differences = compare(ledgerPayment(state), &there);
        EXPECT_EQ(kinds(differences), "state-differs") << toString(state);
        EXPECT_EQ(differences[0].provider, toString(euros(20'000)) + " DONE");
    }
    BookedPayment even = booked();
    even.cancels = {{std::nullopt, euros(20'000), true}};
    EXPECT_EQ(kinds(ledgerPayment(PaymentState::Withdrawn), &even), "") << "nothing is held of it";
}

TEST(Reconciling, refundsAreComparedOneByOne)
{
    LedgerPayment ledger = ledgerPayment();
    ledger.payment.refunds = {{refundId, euros(5'000), RefundState::Done, "ill", {}}};
    BookedPayment there = booked();
    there.cancels = {{refundId, euros(5'000), true}};
    EXPECT_EQ(kinds(ledger, &there), "");
    there.cancels[0].amount = euros(4'000);
    EXPECT_EQ(kinds(ledger, &there), "amount-differs");
    there.cancels = {{refundId, euros(5'000), false}};
    EXPECT_EQ(kinds(ledger, &there), "state-differs");
    there.cancels = {};
    EXPECT_EQ(kinds(ledger, &there), "missing-at-provider");
    EXPECT_EQ(compare(ledger, &there)[0].refund, refundId);
    ledger.payment.refunds[0].state = RefundState::Failed;
    EXPECT_EQ(kinds(ledger, &there), "");
    there.cancels = {{refundId, euros(5'000), true}};
    EXPECT_EQ(kinds(ledger, &there), "state-differs") << "given back, though it counts as failed here";
}

TEST(Reconciling, aCancelMadePastUsIsMissingHere)
{
    BookedPayment there = booked();
    there.cancels = {{std::nullopt, euros(5'000), true}, {idNumbered<RefundId>(801), euros(100), true}};
    const auto differences = compare(ledgerPayment(), &there);
    EXPECT_EQ(kinds(differences), "missing-in-ledger,missing-in-ledger");
    EXPECT_EQ(differences[0].provider, toString(euros(5'000)) + " CANCELED");
}

HttpReply answered(int status, std::string body)
{
    return {HttpReply::Outcome::Answered, status, std::move(body)};
}

TEST(TossBooksOf, aPaymentAreReadWholeOrNotAtAll)
{
    const char *good = R"({"orderId":"o-1","currency":"EUR","totalAmount":128.5,"status":"PARTIAL_CANCELED",
        "cancels":[{"cancelReason":"ill","cancelAmount":8.5,"cancelStatus":"DONE"}]})";
    const auto payment = toss::readBooked(answered(200, good), "o-1");
    ASSERT_TRUE(payment && *payment);
    EXPECT_EQ((*payment)->amount, euros(12'850));
    EXPECT_EQ((*payment)->givenBack(), 850);
    EXPECT_FALSE((*payment)->cancels[0].refund);
    EXPECT_FALSE(
        toss::readBooked(answered(404, R"({"code":"NOT_FOUND_PAYMENT","message":"…"})"), "o-1").value());
    for (const std::string begun : {"READY", "IN_PROGRESS", "ABORTED", "EXPIRED"}) {
        const std::string body =
            R"({"orderId":"o-1","currency":"EUR","totalAmount":1,"status":")" + begun + "\"}";
        EXPECT_FALSE(toss::readBooked(answered(200, body), "o-1").value()) << begun;
    }
    for (const char *odd :
         {"", "[]", "<html>", "{}", R"({"orderId":"o-2"})", R"({"orderId":"o-1","currency":"E"})",
          R"({"orderId":"o-1","currency":"EUR","totalAmount":"1","status":"DONE"})",
          R"({"orderId":"o-1","currency":"EUR","totalAmount":1,"status":"DONE","cancels":7})"})
        EXPECT_EQ(toss::readBooked(answered(200, odd), "o-1").error().code, "provider-not-understood") << odd;
    EXPECT_EQ(toss::readBooked({HttpReply::Outcome::Lost, 0, {}}, "o-1").error().code,
              "provider-not-answering");
    EXPECT_EQ(toss::readBooked(answered(404, "no such page"), "o-1").error().code, "provider-not-understood");
}

TEST(TossBooksOf, aDayTellsOfApprovalsAloneAndLeavesTheRestToBeLookedUp)
{
    const auto transaction = [](const char *order, const char *status, int amount) {
        return std::string(R"({"orderId":")") + order +
               R"(","transactionKey":"k","currency":"KRW","status":")" + status + R"(","amount":)" +
               std::to_string(amount) + '}';
    };
    toss::MovedOrders orders;
    const std::string page =
        '[' + transaction("plain", "DONE", 900) + ',' + transaction("back", "DONE", 900) + ',' +
        transaction("back", "CANCELED", 900) + ',' + transaction("later", "CANCELED", 900) + ',' +
        transaction("twice", "DONE", 900) + ',' + transaction("twice", "DONE", 900) + ']';
    ASSERT_TRUE(toss::readTransactions(answered(200, page), orders));
    EXPECT_EQ(orders.size(), 4u);
    EXPECT_EQ(orders["plain"].approved,
              (BookedPayment{"plain", {900, *parseCurrency("KRW")}, "DONE", true, {}}));
    for (const char *order : {"back", "later", "twice"})
        EXPECT_FALSE(orders[order].approved) << order;
}

/// Books that the test writes.
class PlayedBooks : public ProviderBooks
{
public:
    Date dayOf(Instant instant) const override
    {
        return Date(std::chrono::floor<Days>(instant + 9h).time_since_epoch());
    }
    Expected<std::optional<BookedPayment>> payment(const std::string &order) override
    {
        if (isAway)
            return failure("provider-not-answering");
        const std::lock_guard lock(m_mutex);
        asked.push_back(order);
        const auto found = payments.find(order);
        return found == payments.end() ? std::nullopt : std::optional(found->second);
    }
    Expected<std::vector<MovedOrder>> ordersOf(Date) override
    {
        if (isAway)
            return failure("provider-not-answering");
        std::vector<MovedOrder> orders;
        for (const auto &[order, each] : payments)
            orders.push_back({order, isListed && each.cancels.empty() ? std::optional(each) : std::nullopt});
        return orders;
    }
    void abandon() override {}

    std::map<std::string, BookedPayment> payments;
    std::vector<std::string> asked;
    bool isAway = false;
    bool isListed = false; ///< approvals are told by the list alone

private:
    std::mutex m_mutex; ///< several are looked up at once
};

class DailyReport : public StorageTest
{
protected:
    void SetUp() override
    {
        StorageTest::SetUp();
        m_reconciler = std::make_unique<Reconciler>(
            Reconciler::Settings{}, *m_storage, m_books, [this] { return m_clock.now.load(); }, m_log);
        m_id = m_desk.newReservation();
        apply(request(m_id, m_hotel.prepaid, "2026-06-01", "2026-06-03"));
        m_payment = chargeCard(m_id, 20'000);
        record(PaymentState::Sent);
        record(PaymentState::Taken);
    }
    void record(PaymentState state)
    {
        apply(RecordPaymentOutcome{m_id, m_payment, state, "DONE"}, Role::System);
    }
    BookedPayment &there()
    {
        BookedPayment &payment = m_books.payments[toString(m_payment)];
        payment = {toString(m_payment), euros(20'000), "DONE", true, {}};
        return payment;
    }
    protocol::Reconciliation make(const char *day)
    {
        const auto made = m_reconciler->make(date(day));
        EXPECT_TRUE(made) << made.error().code;
        return made ? made->at(0) : protocol::Reconciliation();
    }
    std::optional<protocol::Reconciliation> kept(const char *day)
    {
        const auto text = m_storage->reconciliation(m_hotel.property, date(day)).value();
        return text ? std::optional(protocol::decodeReconciliation(*text).value()) : std::nullopt;
    }

    ReservationId m_id;
    PaymentId m_payment;
    PlayedBooks m_books;
    Log m_log{std::make_shared<spdlog::logger>("none")};
    std::unique_ptr<Reconciler> m_reconciler;
};

DESKBELL_ON_EVERY_DATABASE(DailyReport);

TEST_P(DailyReport, ofBooksThatAgreeIsKeptWithoutDifferences)
{
    there();
    const auto report = make("2026-05-10");
    EXPECT_EQ(report.payments, 1u);
    EXPECT_EQ(report.differences.size(), 0u);
    EXPECT_EQ(kept("2026-05-10"), report);
    EXPECT_FALSE(kept("2026-05-09"));
}

TEST_P(DailyReport, listsWhatIsMissingOnEitherSide)
{
    m_books.payments["order-9"] = {"order-9", euros(700), "DONE", true, {}};
    const auto report = make("2026-05-10");
    EXPECT_EQ(kinds(report.differences), "missing-at-provider,missing-in-ledger");
    EXPECT_EQ(report.differences[1].order, "order-9");
    EXPECT_EQ(kept("2026-05-10"), report);
}

TEST_P(DailyReport, isAboutItsDayOnly)
{
    const auto other = make("2026-05-08");
    EXPECT_EQ(other.payments, 0u);
    EXPECT_EQ(kinds(other.differences), "");
}

TEST_P(DailyReport, looksAtAnEarlierPaymentThatMovedAtTheProviderOnThatDay)
{
    m_clock.now = instant("2026-05-20T09:00:00Z");
    there().cancels = {{std::nullopt, euros(1'000), true}};
    EXPECT_EQ(kinds(make("2026-05-20").differences), "missing-in-ledger");
}

TEST_P(DailyReport, isNotKeptWhileTheProviderDoesNotAnswer)
{
    m_books.isAway = true;
    EXPECT_EQ(m_reconciler->make(date("2026-05-10")).error().code, "provider-not-answering");
    EXPECT_FALSE(kept("2026-05-10"));
}

TEST_P(DailyReport, isMadeOnceWhenTheDayIsOver)
{
    there();
    ASSERT_TRUE(m_reconciler->makeWhatIsDue());
    EXPECT_TRUE(kept("2026-05-09")) << "nobody had made it";
    EXPECT_FALSE(kept("2026-05-10"));
    m_clock.now = instant("2026-05-10T15:10:00Z");
    ASSERT_TRUE(m_reconciler->makeWhatIsDue());
    EXPECT_FALSE(kept("2026-05-10")) << "ten minutes past midnight in Seoul is too early";
    m_clock.now = instant("2026-05-10T15:40:00Z");
    ASSERT_TRUE(m_reconciler->makeWhatIsDue());
    EXPECT_TRUE(kept("2026-05-10"));
    m_books.asked.clear();
    ASSERT_TRUE(m_reconciler->makeWhatIsDue());
    EXPECT_EQ(m_books.asked.size(), 0u);
}

TEST_P(DailyReport, ofDaysThatWereMissedIsMadeUpFor)
{
    there();
    ASSERT_TRUE(m_reconciler->makeWhatIsDue());
    m_clock.now = instant("2026-05-13T15:40:00Z"); // half past midnight of the 14th in Seoul
    m_books.isAway = true;
    EXPECT_FALSE(m_reconciler->makeWhatIsDue());
    EXPECT_FALSE(kept("2026-05-10"));
    m_books.isAway = false;
    ASSERT_TRUE(m_reconciler->makeWhatIsDue());
    for (const char *day : {"2026-05-10", "2026-05-11", "2026-05-12", "2026-05-13"})
        EXPECT_TRUE(kept(day)) << day;
    EXPECT_FALSE(kept("2026-05-08")) << "before the house's time here";
}

TEST_P(DailyReport, doesNotLookUpWhatTheListTellsAlike)
{
    there();
    m_books.isListed = true;
    EXPECT_EQ(kinds(make("2026-05-10").differences), "");
    EXPECT_EQ(m_books.asked.size(), 0u);
    there().amount = euros(19'000);
    EXPECT_EQ(kinds(make("2026-05-10").differences), "amount-differs");
    EXPECT_EQ(m_books.asked.size(), 1u);
}

TEST_P(DailyReport, looksUpSeveralAtOnceAndTellsOfEach)
{
    for (int n = 1; n <= 12; ++n) {
        m_books.payments["order-" + std::to_string(n)] = {
            "order-" + std::to_string(n), euros(700), "DONE", true, {}};
        m_id = m_desk.newReservation();
        const auto day = [n](int ahead) { return "2026-07-" + std::to_string(10 + 2 * (n / 2) + ahead); };
        apply(request(m_id, m_hotel.prepaid, day(0).c_str(), day(2).c_str()));
        m_payment = chargeCard(m_id, 20'000);
        record(PaymentState::Sent);
        record(PaymentState::Taken);
        if (n <= 9)
            there();
    }
    const auto report = make("2026-05-10");
    EXPECT_EQ(report.payments, 13u);
    EXPECT_EQ(report.differences.size(), 16u) << "four are missing there, twelve here";
    EXPECT_EQ(m_books.asked.size(), 25u) << "each once";
}

TEST_P(DailyReport, madeUnderAClockThatWasAheadIsMadeAnewWhenTheDayIsOver)
{
    there();
    ASSERT_TRUE(m_reconciler->makeWhatIsDue());
    m_clock.now = instant("2026-05-13T15:40:00Z");
    ASSERT_TRUE(m_reconciler->makeWhatIsDue());
    ASSERT_TRUE(kept("2026-05-10"));
    m_clock.now = instant("2026-05-10T15:40:00Z"); // put right
    const auto last = m_storage->lastReconciliation(m_hotel.property, m_clock.now).value();
    EXPECT_EQ(protocol::decodeReconciliation(*last)->day, date("2026-05-09")) << "of what is over by now";
    ASSERT_TRUE(m_reconciler->makeWhatIsDue());
    EXPECT_EQ(kept("2026-05-10")->madeAt, m_clock.now.load());
    m_books.asked.clear();
    ASSERT_TRUE(m_reconciler->makeWhatIsDue());
    EXPECT_EQ(m_books.asked.size(), 0u);
}

TEST_P(DailyReport, anAmountThatDiffersIsAskedOnlyOnceAndReported)
{
    there().amount = euros(19'000);
    EXPECT_EQ(kinds(make("2026-05-10").differences), "amount-differs");
    EXPECT_EQ(m_books.asked.size(), 1u);
}

} // namespace
} // namespace deskbell::server::testing
