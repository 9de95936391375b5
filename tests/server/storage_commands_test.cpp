// The table of "the same command twice", and what stands around it: dependencies, lanes, roles.

#include <gmock/gmock.h>

#include "domain/refusal.h"
#include "server/storagefixture.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;
using namespace deskbell::protocol;

namespace {

class CommandStorage : public StorageTest
{
protected:
    Command making(const char *arrival = "2026-06-01", const char *departure = "2026-06-03")
    {
        return m_desk.command(request(m_desk.newReservation(), m_hotel.doubles, arrival, departure));
    }
};

DESKBELL_ON_EVERY_DATABASE(CommandStorage);

TEST_P(CommandStorage, aCardPaymentsIdIsOneReservationsOnly)
{
    const auto pay = [this](const ReservationId &id, PaymentMethod method) {
        apply(request(id, m_hotel.prepaid, "2026-06-01", "2026-06-03"));
        return m_desk.command(
            TakePayment{id, idNumbered<PaymentId>(900), method, {20'000, *parseCurrency("EUR")}, "tok"});
    };
    const auto first = m_desk.newReservation();
    const auto second = m_desk.newReservation();
    EXPECT_TRUE(is<Applied>(send(pay(first, PaymentMethod::Card))));
    const Command again = pay(second, PaymentMethod::Card);
    const Command other = m_desk.command(EditNote{first, "goes on"});
    const auto results = sendAll({again, other});
    EXPECT_EQ(refusalOf(results[0]), refusal::alreadyExists);
    EXPECT_TRUE(is<Applied>(results[1]));
    EXPECT_TRUE(find(second)->payments.empty());
}

TEST_P(CommandStorage, aUnitWithAnOfferingsIdLeavesTheOfferingAsItIs)
{
    const UnitId unit{m_hotel.doubles.value};
    EXPECT_TRUE(is<Applied>(
        send(m_desk.command(PutUnit{unit, m_hotel.doubles, "Twin of an id", 1, 99, {}}), Role::Admin)));
    EXPECT_TRUE(is<Applied>(send(making())));
}

TEST_P(CommandStorage, aRefundsIdIsOnePaymentsOnly)
{
    std::vector<CommandResult> results;
    for (int i = 0; i < 2; ++i) {
        const auto id = m_desk.newReservation();
        apply(request(id, m_hotel.prepaid, "2026-06-01", "2026-06-03"));
        const PaymentId payment = chargeCard(id, 20'000);
        apply(RecordPaymentOutcome{id, payment, PaymentState::Sent, ""}, Role::System);
        apply(RecordPaymentOutcome{id, payment, PaymentState::Taken, "DONE"}, Role::System);
        results.push_back(send(m_desk.command(
            RefundPayment{id, payment, idNumbered<RefundId>(901), {5'000, *parseCurrency("EUR")}, "x"})));
    }
    EXPECT_TRUE(is<Applied>(results[0]));
    EXPECT_EQ(refusalOf(results[1]), refusal::alreadyExists);
}

TEST_P(CommandStorage, theSameCommandTwiceHasOneEffectAndOneAnswer)
{
    const Command make = making();
    const auto first = send(make);
    ASSERT_TRUE(is<Applied>(first));
    EXPECT_FALSE(first.isReplayed);
    const auto before = seq();
    const auto second = send(make);
    EXPECT_TRUE(second.isReplayed);
    EXPECT_EQ(second.outcome, first.outcome);
    EXPECT_EQ(seq(), before);
    EXPECT_EQ(find(*reservationOf(make.args))->version, 1u);
}

TEST_P(CommandStorage, theSameCommandTwiceInOneBatchHasOneEffect)
{
    const Command make = making();
    const auto results = sendAll({make, make});
    EXPECT_TRUE(is<Applied>(results[0]));
    EXPECT_FALSE(results[0].isReplayed);
    EXPECT_EQ(results[1].outcome, results[0].outcome);
    EXPECT_TRUE(results[1].isReplayed);
}

TEST_P(CommandStorage, aRefusalIsAnsweredAgainEvenWhenItWouldSucceedNow)
{
    const ReservationId id = m_desk.newReservation();
    const Command confirm = m_desk.command(ConfirmReservation{id});
    const auto first = send(confirm);
    EXPECT_EQ(refusalOf(first), refusal::unknownReservation);
    apply(request(id, m_hotel.doubles, "2026-06-01", "2026-06-02"));
    const auto second = send(confirm);
    EXPECT_EQ(second.outcome, first.outcome);
    EXPECT_TRUE(second.isReplayed);
    EXPECT_EQ(find(id)->state, ReservationState::Requested);
}

TEST_P(CommandStorage, aRefusalTakesNoNumber)
{
    const auto before = seq();
    EXPECT_EQ(refusalOf(send(m_desk.command(ConfirmReservation{m_desk.newReservation()}))),
              refusal::unknownReservation);
    EXPECT_EQ(seq(), before);
}

TEST_P(CommandStorage, aRefusalBringsTheReservationAsItIs)
{
    const Command make = making();
    send(make);
    const auto id = *reservationOf(make.args);
    apply(CancelReservation{id, "illness"});
    const auto result = send(m_desk.command(ConfirmReservation{id}));
    ASSERT_TRUE(is<Refused>(result));
    EXPECT_EQ(std::get<Refused>(result.outcome).current, find(id));
}

TEST_P(CommandStorage, theSameIdWithOtherContentChangesNothing)
{
    const Command make = making();
    const auto first = send(make);
    const auto before = seq();
    std::vector<Command> others(4, make);
    std::get<MakeReservation>(others[0].args).adults = 1;
    others[1].base["somebody"] = 7;
    others[2].businessDate += Days{1};
    others[3].args = ConfirmReservation{*reservationOf(make.args)};
    for (const Command &other : others) {
        const auto result = send(other);
        EXPECT_TRUE(is<IdReused>(result));
        EXPECT_FALSE(result.isReplayed);
    }
    EXPECT_EQ(seq(), before);
    EXPECT_EQ(send(make).outcome, first.outcome);
}

TEST_P(CommandStorage, whatIsNotPartOfTheContentDoesNotMakeItAnother)
{
    Command make = making();
    const auto first = send(make);
    make.actor = "somebody else";
    make.madeAt += std::chrono::hours{1};
    make.n += 100;
    EXPECT_EQ(send(make).outcome, first.outcome);
}

TEST_P(CommandStorage, anUnknownCommandBelowTheSettledMarkIsNeverExecuted)
{
    const Command early = making();
    const Command kept = making();
    const Command late = making();
    ASSERT_TRUE(is<Applied>(send(kept)));
    sendAll({late}, Role::Manager, late.n);
    const auto before = seq();
    EXPECT_TRUE(is<Outdated>(send(early)));
    EXPECT_TRUE(is<Outdated>(sendAll({early}, Role::Manager, 1).front())) << "the mark never goes back";
    EXPECT_EQ(seq(), before);
    EXPECT_TRUE(send(kept).isReplayed) << "a known one below the mark is answered";
    reopen();
    EXPECT_TRUE(is<Outdated>(send(early)));
}

TEST_P(CommandStorage, aCommandWaitsForWhatItDependsOn)
{
    const Command make = making();
    Command confirm = m_desk.command(ConfirmReservation{*reservationOf(make.args)});
    confirm.deps = {make.id};
    EXPECT_EQ(send(confirm).outcome, Outcome(Blocked{make.id}));
    EXPECT_TRUE(is<NotKnown>(*m_storage->receipt(m_hotel.property, confirm.id))) << "nothing is kept of it";
    EXPECT_TRUE(is<Applied>(send(make)));
    EXPECT_TRUE(is<Applied>(send(confirm)));
}

TEST_P(CommandStorage, whatDependsOnARefusedCommandStaysBlocked)
{
    const Command refused = m_desk.command(ConfirmReservation{m_desk.newReservation()});
    ASSERT_TRUE(is<Refused>(send(refused)));
    Command next = making();
    next.deps = {refused.id};
    EXPECT_EQ(send(next).outcome, Outcome(Blocked{refused.id}));
}

TEST_P(CommandStorage, aBlockedCommandHoldsUpItsLaneAndNoOther)
{
    const Command make = making();
    const auto id = *reservationOf(make.args);
    ASSERT_TRUE(is<Applied>(send(make)));
    Command poisoned = m_desk.command(EditNote{id, "first"});
    poisoned.deps = {idNumbered<CommandId>(424242)};
    const Command sameLane = m_desk.command(EditNote{id, "second"});
    const Command otherLane = making();
    const auto results = sendAll({poisoned, sameLane, otherLane});
    EXPECT_EQ(results[0].outcome, Outcome(Blocked{poisoned.deps[0]}));
    EXPECT_EQ(results[1].outcome, Outcome(Blocked{poisoned.id}));
    EXPECT_TRUE(is<Applied>(results[2]));
    EXPECT_EQ(find(id)->note, "");
}

TEST_P(CommandStorage, aRefusedCommandHoldsUpNothing)
{
    const Command make = making();
    const auto id = *reservationOf(make.args);
    const auto results = sendAll({make, m_desk.command(CheckOut{id}), m_desk.command(EditNote{id, "late"})});
    EXPECT_TRUE(is<Refused>(results[1]));
    EXPECT_TRUE(is<Applied>(results[2]));
}

TEST_P(CommandStorage, theAnswerSurvivesANewStart)
{
    const Command make = making();
    const auto first = send(make);
    reopen();
    const auto again = send(make);
    EXPECT_EQ(again.outcome, first.outcome);
    EXPECT_TRUE(again.isReplayed);
    EXPECT_EQ(m_storage->receipt(m_hotel.property, make.id)->outcome, first.outcome);
}

TEST_P(CommandStorage, aReceiptIsGivenAtItsOwnPropertyOnly)
{
    const Command make = making();
    send(make);
    EXPECT_TRUE(is<NotKnown>(*m_storage->receipt(idNumbered<PropertyId>(2), make.id)));
    EXPECT_TRUE(is<NotKnown>(*m_storage->receipt(m_hotel.property, idNumbered<CommandId>(5))));
}

TEST_P(CommandStorage, anIdUsedAtAnotherPropertyIsReused)
{
    SmallHotel other;
    other.property = idNumbered<PropertyId>(2);
    Property house = std::get<Property>(other.rows().front());
    house.name = "Other";
    ASSERT_TRUE(m_storage->load(other.property, {house}, Loading::Begin));
    const Command make = making();
    send(make);
    const auto result =
        submit(*m_storage, {other.property, actorWith(Role::Manager), m_desk.batch({make}), std::nullopt});
    EXPECT_TRUE(is<IdReused>(result->front()));
}

TEST_P(CommandStorage, aReservationOfAnotherPropertyIsNotSeen)
{
    const Command make = making();
    send(make);
    SmallHotel other;
    other.property = idNumbered<PropertyId>(2);
    ASSERT_TRUE(m_storage->load(other.property, {other.rows().front()}, Loading::Begin));
    const auto id = *reservationOf(make.args);
    EXPECT_EQ(*m_storage->reservation(other.property, id), std::nullopt);
    const Command cancel = m_desk.command(CancelReservation{id, "theft"});
    const auto result =
        submit(*m_storage, {other.property, actorWith(Role::Manager), m_desk.batch({cancel}), std::nullopt});
    EXPECT_EQ(refusalOf(result->front()), refusal::unknownReservation);
    EXPECT_EQ(find(id)->state, ReservationState::Requested);
}

TEST_P(CommandStorage, anUnknownPropertyRefusesTheWholeBatch)
{
    const auto results = submit(*m_storage, {idNumbered<PropertyId>(77), actorWith(Role::Manager),
                                             m_desk.batch({making()}), std::nullopt});
    ASSERT_FALSE(results);
    EXPECT_EQ(results.error().code, "unknown-property");
}

TEST_P(CommandStorage, theSessionsRoleCountsWhateverTheCommandSays)
{
    const Command make = making();
    send(make, Role::Clerk);
    Command confirm = m_desk.command(ConfirmReservation{*reservationOf(make.args)});
    confirm.actor = "The Manager";
    EXPECT_EQ(refusalOf(send(confirm, Role::Clerk)), refusal::roleNotAllowed);
    EXPECT_EQ(find(*reservationOf(make.args))->history.back().actor, "Mina");
}

TEST_P(CommandStorage, thePropertyKeepsItsBooksInOneCurrency)
{
    auto make = request(m_desk.newReservation(), m_hotel.doubles, "2026-06-01", "2026-06-02");
    make.currency = *parseCurrency("KRW");
    EXPECT_EQ(refusalOf(send(m_desk.command(make))), refusal::otherCurrency);
}

TEST_P(CommandStorage, theBusinessDateIsThePropertysOwn)
{
    apply(AdvanceBusinessDate{date("2026-05-11")});
    EXPECT_EQ(refusalOf(send(m_desk.command(AdvanceBusinessDate{date("2026-05-11")}))),
              refusal::badBusinessDate);
    reopen();
    apply(AdvanceBusinessDate{date("2026-05-12")});
}

TEST_P(CommandStorage, aChangedWorkflowCountsForWhatIsMadeFromThenOn)
{
    const Command before = making();
    send(before);
    apply(ChangeWorkflow{m_hotel.doubles, "instant"}, Role::Admin);
    const Command after = making();
    send(after);
    EXPECT_EQ(find(*reservationOf(before.args))->workflow, workflows::onRequest);
    EXPECT_EQ(find(*reservationOf(after.args))->workflow, workflows::instant);
}

TEST_P(CommandStorage, answersAreKeptForNinetyDays)
{
    const Command make = making();
    send(make);
    m_clock.now = m_clock.now.load() + keepAnswers;
    ASSERT_TRUE(m_storage->prune(m_clock.now, Days{30}));
    EXPECT_TRUE(send(make).isReplayed);
    m_clock.now = m_clock.now.load() + std::chrono::milliseconds{1};
    ASSERT_TRUE(m_storage->prune(m_clock.now, Days{30}));
    EXPECT_TRUE(is<NotKnown>(*m_storage->receipt(m_hotel.property, make.id)));
}

} // namespace
