// A card that a guest left with a request, from the provider's window to its end, over a real storage, with
// a provider that the test plays, under a clock that it moves.

#include "server/playedprovider.h"
#include "server/workfixture.h"

#include "server/workers/payment/cardflow.h"
#include "server/workers/payment/paymentflow.h"

namespace deskbell::server::testing {
namespace {

using namespace std::chrono_literals;

class CardWork : public WorkTest
{
protected:
    CardWork() : WorkTest(Work::KeepCard) {}

    void SetUp() override
    {
        WorkTest::SetUp();
        m_id = m_desk.newReservation();
        MakeReservation make = request(m_id, m_hotel.doubles, "2026-06-01", "2026-06-03");
        make.channel = webChannel;
        make.nightlyPrices.clear();
        make.card = vault().seal(OfferedCard{"customer", "auth"}, m_id);
        CommandRequest order;
        order.property = m_hotel.property;
        order.actor = {AccountId{m_id.value}, "guest", Role::Guest};
        order.batch = m_desk.batch({m_desk.command(make)});
        const auto made = submit(*m_storage, std::move(order));
        ASSERT_TRUE(made && is<protocol::Applied>(made->front())) << refusalOf(made->front());
    }
    CardVault vault(const std::string &secret = "our key")
    {
        return CardVault::make(*m_storage, secret).value();
    }
    CardSource cards()
    {
        return [this] { return CardVault::make(*m_storage, m_secret); };
    }
    std::size_t work(Work kind)
    {
        CardFlow flow({1s, 8s}, *m_storage, m_provider, m_breaker, cards(), surroundings(), m_log);
        return carryOut(flow, kind);
    }
    std::size_t charge()
    {
        PaymentFlow::Settings settings;
        settings.backoff = {1s, 8s};
        PaymentFlow flow(settings, *m_storage, m_provider, m_breaker, cards(), surroundings(), m_log);
        return carryOut(flow, Work::Charge);
    }
    void keep()
    {
        m_provider.will(Verdict::Done);
        ASSERT_EQ(work(Work::KeepCard), 1u);
        ASSERT_EQ(card(), CardOnFile::Kept);
        m_provider.calls.clear();
    }
    CardOnFile card() { return find(m_id)->card; }
    Payment payment() { return find(m_id)->payments.at(0); }
    std::optional<std::string> sealed() { return m_storage->keptCard(m_id).value(); }

    std::string m_secret = "our key";
    ReservationId m_id;
    PlayedProvider m_provider;
    CircuitBreaker m_breaker{CircuitBreaker::Settings{}, [] { return 0.0; }};
};

DESKBELL_ON_EVERY_DATABASE(CardWork);

TEST_P(CardWork, theProvidersKeyIsKeptSealedForThisReservationAndOurSecret)
{
    keep();
    ASSERT_TRUE(sealed());
    EXPECT_EQ(sealed()->find("bill_auth"), std::string::npos);
    EXPECT_EQ(vault().openKept(*sealed(), m_id), (KeptCard{"customer", "bill_auth"}));
    EXPECT_FALSE(vault().openKept(*sealed(), m_desk.newReservation()));
    EXPECT_FALSE(vault("another key").openKept(*sealed(), m_id));
    EXPECT_FALSE(vault().openOffered(*sealed(), m_id));
}

TEST_P(CardWork, whatIsNotHeardIsAskedAgainUnderTheSameKey)
{
    m_provider.will(Verdict::Unknown);
    work(Work::KeepCard);
    EXPECT_EQ(card(), CardOnFile::Offered);
    pass(10s);
    m_provider.will(Verdict::Done);
    work(Work::KeepCard);
    EXPECT_EQ(card(), CardOnFile::Kept);
    ASSERT_EQ(m_provider.calls.size(), 2u);
    EXPECT_EQ(m_provider.calls[0], m_provider.calls[1]);
}

TEST_P(CardWork, aRefusedCardIsGoneAtOnce)
{
    m_provider.will(Verdict::Refused, "INVALID_REQUEST");
    work(Work::KeepCard);
    EXPECT_EQ(card(), CardOnFile::Refused);
    EXPECT_FALSE(sealed());
    EXPECT_EQ(waiting(Work::ForgetCard), 0u);
}

TEST_P(CardWork, itIsChargedByItsKeyAfterTheYesAndThenForgotten)
{
    keep();
    EXPECT_EQ(charge(), 0u) << "not before";
    apply(ConfirmReservation{m_id});
    m_provider.will(Verdict::Done, "DONE", "tviva_1");
    EXPECT_EQ(charge(), 1u);
    ASSERT_EQ(m_provider.charged.size(), 1u);
    EXPECT_EQ(m_provider.charged[0].card, (KeptCard{"customer", "bill_auth"}));
    EXPECT_EQ(payment().state, PaymentState::Taken);
    EXPECT_EQ(payment().token, "tviva_1");
    EXPECT_EQ(find(m_id)->state, ReservationState::Confirmed);
    m_provider.calls.clear();
    m_provider.will(Verdict::Unknown);
    EXPECT_EQ(work(Work::ForgetCard), 1u);
    EXPECT_TRUE(sealed()) << "the provider has it yet";
    pass(10s);
    m_provider.will(Verdict::Done);
    EXPECT_EQ(work(Work::ForgetCard), 1u);
    EXPECT_EQ(m_provider.calls.back(), "forget bill_auth");
    EXPECT_EQ(card(), CardOnFile::Forgotten);
    EXPECT_FALSE(sealed());
}

TEST_P(CardWork, aYesBeforeTheKeyIsThereWaitsForIt)
{
    apply(ConfirmReservation{m_id});
    EXPECT_EQ(charge(), 1u);
    EXPECT_TRUE(m_provider.charged.empty());
    EXPECT_EQ(payment().state, PaymentState::Pending);
    keep();
    pass(10s);
    m_provider.will(Verdict::Done, "DONE", "tviva_1");
    EXPECT_EQ(charge(), 1u);
    EXPECT_EQ(payment().state, PaymentState::Taken);
}

TEST_P(CardWork, aDeclineIsTheGuestsToPayAndTheCardIsForgotten)
{
    keep();
    apply(ConfirmReservation{m_id});
    m_provider.will(Verdict::Refused, "REJECT_CARD_COMPANY");
    charge();
    EXPECT_EQ(payment().state, PaymentState::Declined);
    EXPECT_TRUE(find(m_id)->payBy);
    EXPECT_EQ(waiting(Work::ForgetCard), 1u);
}

TEST_P(CardWork, anotherSecretKeyChargesNobodyAndTheGuestPaysOtherwise)
{
    keep();
    apply(ConfirmReservation{m_id});
    m_secret = "a new key";
    charge();
    EXPECT_TRUE(m_provider.charged.empty());
    EXPECT_EQ(payment().state, PaymentState::Declined);
    EXPECT_EQ(payment().providerCode, "card-lost");
}

TEST_P(CardWork, whatIsCalledOffMeanwhileIsForgottenHoweverFarItWas)
{
    apply(CancelReservation{m_id, "ill"});
    EXPECT_EQ(work(Work::KeepCard), 1u) << "and nobody is asked";
    EXPECT_EQ(work(Work::ForgetCard), 1u);
    EXPECT_EQ(m_provider.calls.size(), 0u);
    EXPECT_EQ(card(), CardOnFile::Forgotten);
    EXPECT_FALSE(sealed());
}

TEST_P(CardWork, nothingOfItIsInRowsChangesAnswersOrTheAudit)
{
    keep();
    const std::string text = *sealed();
    std::string all = protocol::encodeRow(*find(m_id));
    for (const auto &change : m_listener.changes()) {
        for (const ChangedRow &row : change->rows)
            all += row.row;
    }
    const auto audit = m_storage->audit(m_hotel.property, {}).value();
    all += protocol::encodeAuditPage(audit);
    for (const std::string &secret : {text, std::string("bill_auth"), std::string("\"auth\"")})
        EXPECT_EQ(all.find(secret), std::string::npos) << secret;
}

} // namespace
} // namespace deskbell::server::testing
