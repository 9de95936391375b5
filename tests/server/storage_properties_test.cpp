// Nobody writes, reads or holds what is another property's: every type of command and every read with every
// id of a neighbour, which are answered as ids that there are not.

#include <gmock/gmock.h>

#include "domain/refusal.h"
#include "protocol/cursor.h"
#include "server/storagefixture.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;
using namespace deskbell::protocol;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

constexpr const char *secret = "Secret Neighbour";

/// What commands name besides what they make.
struct Ids
{
    ReservationId reservation{};
    OfferingId offering{};
    UnitId unit{};
    PaymentId payment{};
    RefundId refund{};
    NoticeId notice{};
};

struct Slot
{
    const char *name;
    std::function<void(Ids &, const Ids &)> put;
    std::string_view refusal;
};

const std::array slots{
    Slot{"reservation", [](Ids &ids, const Ids &from) { ids.reservation = from.reservation; },
         refusal::unknownReservation},
    Slot{"offering", [](Ids &ids, const Ids &from) { ids.offering = from.offering; },
         refusal::unknownOffering},
    Slot{"unit", [](Ids &ids, const Ids &from) { ids.unit = from.unit; }, refusal::unknownUnit},
    Slot{"payment", [](Ids &ids, const Ids &from) { ids.payment = from.payment; }, refusal::unknownPayment},
    Slot{"refund", [](Ids &ids, const Ids &from) { ids.refund = from.refund; }, refusal::unknownRefund},
    Slot{"notice", [](Ids &ids, const Ids &from) { ids.notice = from.notice; }, refusal::unknownNotice},
};

/// A card payment or a refund that the command makes: the provider would know it by an id that is taken.
bool isMade(CommandType type, const Slot &slot)
{
    const std::string_view name = slot.name;
    return (type == typeOf<TakePayment>() && name == "payment") ||
           (type == typeOf<RefundPayment>() && name == "refund");
}

const Currency euro = *parseCurrency("EUR");

/// A command that its own property would carry out, but for its ids. A new type is missed by the compiler.
CommandArgs argsOf(CommandType type, const Ids &ids)
{
    const auto reservation = ids.reservation;
    Guest guest;
    guest.name = "Stranger";
    const Stay stay{date("2026-06-01"), date("2026-06-03")};
    const std::vector<std::int64_t> prices{10000, 10000};
    switch (type) {
    case typeOf<MakeReservation>():
        return MakeReservation{reservation, ids.offering, stay,   1,        guest,  2,
                               0,           euro,         prices, ids.unit, "desk", {}};
    case typeOf<ConfirmReservation>():
        return ConfirmReservation{reservation};
    case typeOf<RejectReservation>():
        return RejectReservation{reservation, "full"};
    case typeOf<CancelReservation>():
        return CancelReservation{reservation, "asked"};
    case typeOf<MoveReservation>():
        return MoveReservation{reservation, ids.offering, stay, ids.unit, prices};
    case typeOf<AssignUnit>():
        return AssignUnit{reservation, ids.unit};
    case typeOf<UnassignUnit>():
        return UnassignUnit{reservation};
    case typeOf<CheckIn>():
        return CheckIn{reservation};
    case typeOf<CheckOut>():
        return CheckOut{reservation};
    case typeOf<MarkNoShow>():
        return MarkNoShow{reservation};
    case typeOf<EditGuest>():
        return EditGuest{reservation, guest};
    case typeOf<EditNote>():
        return EditNote{reservation, "stranger"};
    case typeOf<TakePayment>():
        return TakePayment{reservation, ids.payment, PaymentMethod::Card, {1000, euro}, "card"};
    case typeOf<RefundPayment>():
        return RefundPayment{reservation, ids.payment, ids.refund, {100, euro}, "asked"};
    case typeOf<RecordPaymentOutcome>():
        return RecordPaymentOutcome{reservation, ids.payment, PaymentState::Declined, "no"};
    case typeOf<RecordRefundOutcome>():
        return RecordRefundOutcome{reservation, ids.payment, ids.refund, RefundState::Done, {}};
    case typeOf<RecordNoticeOutcome>():
        return RecordNoticeOutcome{reservation, ids.notice, NoticeState::Sent, NoticeWay::Alimtalk, {}, {}};
    case typeOf<AdvanceBusinessDate>():
        return AdvanceBusinessDate{date("2026-05-20")};
    case typeOf<ChangeWorkflow>():
        return ChangeWorkflow{ids.offering, "prepaid"};
    case typeOf<AssignAnyUnit>():
        return AssignAnyUnit{reservation};
    case typeOf<PutOffering>():
        return PutOffering{ids.offering, "PWN", "Taken over", "on-request", 2, 1, 2, 1, {}};
    case typeOf<PutUnit>():
        return PutUnit{ids.unit, ids.offering, "stolen", 1, 1};
    case typeOf<PutProperty>():
        return PutProperty{"Taken over", "Nowhere/There", true}; // names no id that is another's
    case typeOf<ExpireReservation>():
        return ExpireReservation{reservation};
    case typeOf<SwapUnits>():
        return SwapUnits{reservation, reservation};
    }
    return {};
}

class Neighbours : public StorageTest
{
protected:
    void SetUp() override
    {
        StorageTest::SetUp();
        m_there.property = idNumbered<PropertyId>(2);
        m_there.doubles = idNumbered<OfferingId>(20);
        m_there.prepaid = idNumbered<OfferingId>(21);
        m_there.instant = idNumbered<OfferingId>(22);
        auto rows = m_there.rows();
        for (Row &row : rows)
            std::visit(
                [](auto &each) {
                    if constexpr (requires { each.name; })
                        each.name = secret;
                },
                row);
        ASSERT_TRUE(m_storage->load(m_there.property, rows, Loading::Begin));
        m_own = populate(m_hotel, "Own Guest");
        m_theirs = populate(m_there, secret);
    }

    /// A guest with a room, a card payment, a refund and a notice.
    Ids populate(const SmallHotel &hotel, const char *name)
    {
        Ids ids{m_desk.newReservation(), hotel.doubles, hotel.room(hotel.doubles, 1), {}, {}, {}};
        ids.payment.value = makeNamedUuid(ids.reservation.value, "payment");
        ids.refund.value = makeNamedUuid(ids.reservation.value, "refund");
        MakeReservation make = request(ids.reservation, ids.offering, "2026-06-01", "2026-06-03");
        make.guest = {name, "010-1234-5678", {}, {}, "ko", false, true};
        make.note = name;
        must(hotel.property, make);
        must(hotel.property, ConfirmReservation{ids.reservation});
        must(hotel.property, AssignUnit{ids.reservation, ids.unit});
        must(hotel.property,
             TakePayment{ids.reservation, ids.payment, PaymentMethod::Card, {1000, euro}, "card"});
        for (const PaymentState state : {PaymentState::Sent, PaymentState::Taken})
            must(hotel.property, RecordPaymentOutcome{ids.reservation, ids.payment, state, {}}, Role::System);
        must(hotel.property, RefundPayment{ids.reservation, ids.payment, ids.refund, {100, euro}, "asked"});
        const auto made = m_storage->reservation(hotel.property, ids.reservation).value();
        EXPECT_FALSE(made->notices.empty());
        ids.notice = made->notices.front().id;
        return ids;
    }

    CommandResult give(const PropertyId &property, Command command, Role role)
    {
        Actor actor = actorWith(role);
        if (role == Role::Guest) // who has the link to a reservation acts as it
            actor.account.value = reservationOf(command.args).value_or(m_own.reservation).value;
        auto results = submit(*m_storage, {property, actor, m_desk.batch({std::move(command)}), {}});
        EXPECT_TRUE(results) << (results ? "" : results.error().code);
        return results ? results->front() : CommandResult{};
    }
    void must(const PropertyId &property, CommandArgs args, Role role = Role::Admin)
    {
        const auto result = give(property, m_desk.command(std::move(args)), role);
        EXPECT_TRUE(is<Applied>(result)) << refusalOf(result);
    }

    /// All that can be read of a property, as text.
    std::string everythingOf(const PropertyId &property)
    {
        const Window ever{date("2020-01-01"), date("2040-01-01")};
        std::string all;
        auto reader = m_storage->snapshot(property, ever);
        EXPECT_TRUE(reader);
        for (auto piece = (*reader)->next(); piece && !piece->empty(); piece = (*reader)->next())
            all += *piece;
        const Cursor first{m_storage->epoch().value(), property, ever.from, ever.to,
                           m_storage->keptChanges(property)->lowest};
        all += m_storage->changes(first, 1'000).value();
        const auto stock = m_storage->stock(property, ever.from, ever.to).value();
        for (const SlotStock &each : stock)
            all += toString(each.offering) + toString(each.slot) + std::to_string(each.free);
        const auto page = m_storage->audit(property, {}).value();
        for (const AuditEntry &entry : page.entries)
            all += entry.type + entry.code + toString(entry.command) + encodeAuditedChanges(entry.changes);
        const auto lines = m_storage->management(property, {false, ever.from, ever.to}).value();
        for (const ManagementRow &row : lines)
            all += row.row;
        return all;
    }

    SmallHotel m_there;
    Ids m_own;
    Ids m_theirs;
};

DESKBELL_ON_EVERY_DATABASE(Neighbours);

TEST_P(Neighbours, everyCommandRefusesEveryIdOfAnotherPropertyAsUnknown)
{
    const std::string before = everythingOf(m_there.property);
    const auto theirs = m_storage->reservation(m_there.property, m_theirs.reservation).value();
    for (int i = 0; i < countOf<CommandType>; ++i) {
        const auto type = static_cast<CommandType>(i);
        for (const Slot &slot : slots) {
            Ids ids = m_own;
            if (type == typeOf<MakeReservation>())
                ids.reservation = m_desk.newReservation();
            const CommandArgs sound = argsOf(type, ids);
            slot.put(ids, m_theirs);
            const CommandArgs args = argsOf(type, ids);
            if (args == sound)
                continue; // it names no such thing
            std::set<std::string> codes;
            for (const Role role : {Role::Guest, Role::Clerk, Role::Manager, Role::Admin, Role::System}) {
                const auto result = give(m_hotel.property, m_desk.command(args), role);
                ASSERT_TRUE(is<Refused>(result)) << toString(type) << ' ' << slot.name;
                EXPECT_THAT(encodeResult(result), Not(HasSubstr(secret)));
                codes.insert(refusalOf(result));
            }
            const auto expected = isMade(type, slot) ? refusal::alreadyExists : slot.refusal;
            EXPECT_TRUE(codes.contains(std::string(expected)))
                << toString(type) << ' ' << slot.name << ": " << *codes.begin();
        }
    }
    EXPECT_EQ(everythingOf(m_there.property), before);
    EXPECT_EQ(m_storage->reservation(m_there.property, m_theirs.reservation).value(), theirs);
    EXPECT_THAT(everythingOf(m_hotel.property), Not(HasSubstr(secret)));
}

TEST_P(Neighbours, everyCommandRefusesAllIdsOfAnotherPropertyTogether)
{
    const std::string before = everythingOf(m_there.property);
    for (int i = 0; i < countOf<CommandType>; ++i) {
        const auto type = static_cast<CommandType>(i);
        for (const Role role : {Role::Clerk, Role::Admin, Role::System})
            EXPECT_TRUE(is<Refused>(give(m_hotel.property, m_desk.command(argsOf(type, m_theirs)), role)))
                << toString(type);
    }
    EXPECT_EQ(everythingOf(m_there.property), before);
    EXPECT_THAT(everythingOf(m_hotel.property), Not(HasSubstr(secret)));
}

TEST_P(Neighbours, nobodySwapsRoomsWithAReservationOfAnotherProperty)
{
    const std::string before = everythingOf(m_there.property);
    for (const SwapUnits &swap : {SwapUnits{m_own.reservation, m_theirs.reservation},
                                  SwapUnits{m_theirs.reservation, m_own.reservation}})
        EXPECT_EQ(refusalOf(give(m_hotel.property, m_desk.command(swap), Role::Admin)),
                  refusal::unknownReservation);
    EXPECT_EQ(everythingOf(m_there.property), before);
}

TEST_P(Neighbours, theOwnersMayDoWhatTheOthersMayNot)
{
    must(m_there.property, PutOffering{m_theirs.offering, "DBL", "Renamed", "on-request", 2, 9000, 2, 1, {}});
    must(m_there.property, PutUnit{m_theirs.unit, m_theirs.offering, "101", 1, 1});
    must(m_there.property, CancelReservation{m_theirs.reservation, "asked"});
    EXPECT_THAT(everythingOf(m_there.property), HasSubstr("Renamed"));
}

TEST_P(Neighbours, everyReadGivesNothingOfAnotherProperty)
{
    const PropertyId here = m_hotel.property;
    EXPECT_EQ(m_storage->reservation(here, m_theirs.reservation).value(), std::nullopt);
    EXPECT_FALSE(m_storage->named(here, m_theirs.reservation).value());
    WorkItem item;
    item.property = here;
    item.reservation = m_theirs.reservation;
    EXPECT_FALSE(m_storage->named(std::vector{item}).value().front());
    AuditFilter about;
    about.reservation = m_theirs.reservation;
    EXPECT_TRUE(m_storage->audit(here, about)->entries.empty());
    // A number of theirs counts nothing here.
    const Cursor cursor{m_storage->epoch().value(), here, date("2020-01-01"), date("2040-01-01"),
                        m_storage->seq(m_there.property).value() + 100};
    EXPECT_EQ(m_storage->changes(cursor, 10).error().code, "cursor-gone");
    ASSERT_TRUE(m_storage->keepReconciliation(m_there.property, date("2026-05-09"), m_clock.now, secret));
    EXPECT_EQ(m_storage->reconciliation(here, date("2026-05-09")).value(), std::nullopt);
    EXPECT_EQ(m_storage->lastReconciliation(here, m_clock.now).value(), std::nullopt);
    EXPECT_THAT(everythingOf(here), Not(HasSubstr(secret)));
}

TEST_P(Neighbours, aCommandOfAnotherPropertyIsNoReceiptAndNothingToDependOn)
{
    const Command theirs = m_desk.command(EditNote{m_theirs.reservation, secret});
    ASSERT_TRUE(is<Applied>(give(m_there.property, theirs, Role::Clerk)));
    EXPECT_TRUE(is<NotKnown>(m_storage->receipt(m_hotel.property, theirs.id).value()));
    Command after = m_desk.command(EditNote{m_own.reservation, "after"});
    after.deps = {theirs.id};
    EXPECT_TRUE(is<Blocked>(give(m_hotel.property, after, Role::Clerk)));
    const auto again = give(m_hotel.property, theirs, Role::Clerk);
    EXPECT_TRUE(is<IdReused>(again));
    EXPECT_THAT(encodeResult(again), Not(HasSubstr(secret)));
    // One lane for both would hold one up for the other.
    Command blocked = m_desk.command(EditNote{m_own.reservation, "blocked"});
    blocked.deps = {idNumbered<CommandId>(404)};
    blocked.lane = laneOf(theirs.args);
    EXPECT_TRUE(is<Blocked>(give(m_hotel.property, blocked, Role::Clerk)));
    EXPECT_TRUE(is<Applied>(
        give(m_there.property, m_desk.command(EditNote{m_theirs.reservation, "on it goes"}), Role::Clerk)));
}

TEST_P(Neighbours, anImportCannotTakeRowsOfAnotherPropertyOver)
{
    const std::string before = everythingOf(m_there.property);
    const std::string own = everythingOf(m_hotel.property);
    Offering offering;
    offering.id = m_theirs.offering;
    offering.version = 99;
    offering.workflow = workflows::onRequest;
    Unit unit;
    unit.id = m_theirs.unit;
    unit.version = 99;
    unit.offering = m_own.offering;
    Unit under = unit;
    under.id = idNumbered<UnitId>(77'777);
    under.offering = m_theirs.offering;
    Reservation reservation = *m_storage->reservation(m_hotel.property, m_own.reservation).value();
    reservation.id = m_theirs.reservation;
    reservation.unit = {};
    reservation.payments.clear();
    Reservation inside = reservation;
    inside.id = m_desk.newReservation();
    inside.unit = m_theirs.unit;
    for (const Row &row : {Row(offering), Row(unit), Row(under), Row(reservation), Row(inside)}) {
        const auto loaded = m_storage->load(m_hotel.property, {row}, Loading::Add);
        ASSERT_FALSE(loaded);
        EXPECT_EQ(loaded.error().code, "bad-load");
        EXPECT_THAT(loaded.error().facts.at("reason"), HasSubstr("unknown-"));
    }
    EXPECT_EQ(everythingOf(m_there.property), before);
    EXPECT_EQ(everythingOf(m_hotel.property), own);
}

TEST_P(Neighbours, theWorkOfOneHoldsNoneOfAnotherUp)
{
    // The same subject: here a payment, there a notice that has not been sent yet.
    const PaymentId payment{m_theirs.notice.value};
    must(m_hotel.property,
         TakePayment{m_own.reservation, payment, PaymentMethod::Card, {1000, euro}, "card"});
    const auto charges = m_storage->takeWork(Work::Charge, m_clock.now, std::chrono::minutes{1}, 10).value();
    EXPECT_TRUE(std::any_of(charges.begin(), charges.end(),
                            [&](const WorkItem &each) { return each.subject == payment.value; }));
}

TEST_P(Neighbours, theViewsOfOneAreNotWrittenByAnother)
{
    ReadViews views;
    views.property = m_there.property;
    views.reservation = m_theirs.reservation;
    views.version = 1;
    views.guests = views.managers = "theirs";
    ASSERT_TRUE(m_storage->keepViews({{{}, views}}));
    views.property = m_hotel.property;
    views.version = 99;
    views.guests = views.managers = "strangers";
    ASSERT_TRUE(m_storage->keepViews({{{}, views}}));
    const auto record = m_storage->guestRecord(m_theirs.reservation).value();
    ASSERT_TRUE(record && record->view);
    EXPECT_EQ(record->view->row, "theirs");
}

} // namespace
