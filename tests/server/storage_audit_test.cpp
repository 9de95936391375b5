// The audit: what each command leaves in it, what it keeps to itself, and that nobody changes it.

#include "server/storagefixture.h"

#include <sqlite3.h>

namespace deskbell::server::testing {
namespace {

using namespace std::chrono_literals;
using protocol::AuditedChange;
using protocol::AuditEntry;

class Audit : public StorageTest
{
protected:
    std::vector<AuditEntry> entries(const AuditFilter &filter = {}) { return page(filter).entries; }
    protocol::AuditPage page(const AuditFilter &filter)
    {
        auto page = m_storage->audit(m_hotel.property, filter);
        EXPECT_TRUE(page) << page.error().code;
        return page.value_or(protocol::AuditPage());
    }
    ReservationId make()
    {
        const ReservationId id = m_desk.newReservation();
        apply(request(id, m_hotel.doubles, "2026-06-01", "2026-06-03"));
        return id;
    }
    static const AuditedChange *find(const AuditEntry &entry, const std::string &field)
    {
        for (const AuditedChange &change : entry.changes) {
            if (change.field == field)
                return &change;
        }
        return nullptr;
    }
};

DESKBELL_ON_EVERY_DATABASE(Audit);

TEST_P(Audit, tellsWhoAskedForWhatWhenFromWhereAndWhatItChanged)
{
    const ReservationId id = make();
    CommandRequest asked{m_hotel.property,
                         actorWith(Role::Manager),
                         m_desk.batch({m_desk.command(ConfirmReservation{id})}),
                         std::nullopt,
                         {"desk", "192.0.2.7"}};
    const DeviceId device = asked.batch.device;
    const CommandId command = asked.batch.commands[0].id;
    ASSERT_TRUE(submit(*m_storage, std::move(asked)));
    const auto all = entries();
    ASSERT_EQ(all.size(), 2u);
    const AuditEntry &entry = all[0];
    EXPECT_EQ(entry.type, "confirm-reservation");
    EXPECT_EQ(entry.outcome, "applied");
    EXPECT_EQ(entry.command, command);
    EXPECT_EQ(entry.seq, seq());
    EXPECT_EQ(entry.actor, actorWith(Role::Manager));
    EXPECT_EQ(entry.at, m_clock.now.load());
    EXPECT_EQ(entry.channel, "desk");
    EXPECT_EQ(entry.address, "192.0.2.7");
    EXPECT_EQ(entry.device, device);
    EXPECT_EQ(entry.reservation, id);
    ASSERT_TRUE(find(entry, "state"));
    EXPECT_EQ(find(entry, "state")->before, "requested");
    EXPECT_EQ(find(entry, "state")->after, toString(this->StorageTest::find(id)->state));
    EXPECT_FALSE(find(entry, "stay")) << "what did not change is not told";
}

TEST_P(Audit, aRefusedCommandIsToldWithItsReason)
{
    const ReservationId id = make();
    const auto refused = send(m_desk.command(CheckIn{id}));
    const AuditEntry entry = entries().at(0);
    EXPECT_EQ(entry.outcome, "refused");
    EXPECT_EQ(entry.code, refusalOf(refused));
    EXPECT_EQ(entry.seq, 0u);
    EXPECT_TRUE(entry.changes.empty());
}

TEST_P(Audit, theSameCommandTwiceIsToldOnce)
{
    const Command command =
        m_desk.command(request(m_desk.newReservation(), m_hotel.doubles, "2026-06-01", "2026-06-03"));
    send(command);
    send(command);
    EXPECT_EQ(entries().size(), 1u);
}

TEST_P(Audit, whatIsPersonalToGuestsIsToldAsChangedAndNotQuoted)
{
    const ReservationId id = m_desk.newReservation();
    MakeReservation asked = request(id, m_hotel.doubles, "2026-06-01", "2026-06-03");
    asked.guest = {"Kim Secretname", "+82-10-5555-1234", "secret@example.org", "KOR", "ko", false, true};
    asked.note = "secretive note";
    apply(asked);
    Guest guest = asked.guest;
    guest.phone = "+82-10-5555-9999";
    apply(EditGuest{id, guest});
    apply(CancelReservation{id, "secretive reason"});
    for (const AuditEntry &entry : entries()) {
        const std::string text = protocol::encodeAuditedChanges(entry.changes);
        for (const char *secret : {"ecret", "5555", "KOR"})
            EXPECT_EQ(text.find(secret), std::string::npos) << text;
    }
    const AuditEntry edited = entries().at(1);
    ASSERT_EQ(edited.changes.size(), 1u);
    EXPECT_EQ(edited.changes[0], (AuditedChange{"guest.phone", "", "", true}));
}

TEST_P(Audit, aGuestsOwnCommandDoesNotNameThem)
{
    const ReservationId id = m_desk.newReservation();
    MakeReservation make = request(id, m_hotel.doubles, "2026-06-01", "2026-06-03");
    make.channel = webChannel;
    const Command command = m_desk.command(make);
    const auto results = submit(*m_storage, {m_hotel.property,
                                             Actor{AccountId{id.value}, "Kim Secretname", Role::Guest},
                                             m_desk.batch({command}),
                                             std::nullopt,
                                             {"guest", "192.0.2.9"}});
    ASSERT_TRUE(results && is<protocol::Applied>(results->front()))
        << protocol::encodeResult(results->front());
    const AuditEntry entry = entries().at(0);
    EXPECT_EQ(entry.actor.name, "");
    EXPECT_EQ(entry.actor.role, Role::Guest);
    EXPECT_EQ(entry.channel, "guest");
}

TEST_P(Audit, moneyIsToldWithItsAmountsAndStates)
{
    const ReservationId id = m_desk.newReservation();
    apply(request(id, m_hotel.prepaid, "2026-06-01", "2026-06-03"));
    const PaymentId payment = chargeCard(id, 5'000);
    apply(RecordPaymentOutcome{id, payment, PaymentState::Sent, {}}, Role::System);
    apply(RecordPaymentOutcome{id, payment, PaymentState::Taken, "DONE"}, Role::System);
    const AuditedChange *change = nullptr;
    const AuditEntry entry = entries().at(0);
    change = find(entry, "payment " + toString(payment));
    ASSERT_TRUE(change);
    const std::string amount = toString(Money{5'000, *parseCurrency("EUR")});
    EXPECT_EQ(change->before, "card " + amount + " sent");
    EXPECT_EQ(change->after, "card " + amount + " taken");
}

TEST_P(Audit, whatIsSetUpIsToldToo)
{
    apply(ChangeWorkflow{m_hotel.doubles, "prepaid"}, Role::Admin);
    apply(AdvanceBusinessDate{date("2026-05-11")});
    const auto all = entries();
    EXPECT_EQ(find(all.at(0), "businessDate")->after, "2026-05-11");
    EXPECT_EQ(find(all.at(1), "workflow")->before, "on-request");
    EXPECT_EQ(find(all.at(1), "workflow")->after, "prepaid");
    EXPECT_EQ(find(all.at(1), "offering")->after, toString(m_hotel.doubles));
}

TEST_P(Audit, isReadPageByPageTheLatestFirst)
{
    for (int i = 0; i < 7; ++i)
        make();
    AuditFilter filter;
    filter.limit = 3;
    std::vector<std::uint64_t> numbers;
    for (;;) {
        const auto read = page(filter);
        EXPECT_LE(read.entries.size(), 3u);
        for (const AuditEntry &entry : read.entries)
            numbers.push_back(entry.number);
        if (!read.next)
            break;
        filter.before = read.next;
    }
    ASSERT_EQ(numbers.size(), 7u);
    EXPECT_TRUE(std::is_sorted(numbers.rbegin(), numbers.rend()));
}

TEST_P(Audit, isFilteredByReservationActorAndTime)
{
    const ReservationId first = make();
    m_clock.now = m_clock.now.load() + 1h;
    const ReservationId second = make();
    send(m_desk.command(EditNote{first, "x"}), Role::Clerk);
    AuditFilter filter;
    filter.reservation = first;
    EXPECT_EQ(entries(filter).size(), 2u);
    filter.actor = actorWith(Role::Clerk).account;
    EXPECT_EQ(entries(filter).size(), 1u);
    filter.reservation.reset();
    EXPECT_EQ(entries(filter).size(), 1u);
    filter = {};
    filter.from = m_clock.now.load();
    EXPECT_EQ(entries(filter).size(), 2u);
    filter.to = m_clock.now.load();
    EXPECT_EQ(entries(filter).size(), 0u);
    EXPECT_EQ(m_storage->audit(idNumbered<PropertyId>(77), {})->entries.size(), 0u);
    EXPECT_NE(first, second);
}

TEST(AuditFile, isChangedByNobody)
{
    TestClock clock;
    SqliteDisk disk;
    SmallHotel hotel;
    Desk desk;
    auto storage = disk.open(clock, nullptr);
    ASSERT_TRUE(storage->load(hotel.property, hotel.rows(), Loading::Begin));
    ASSERT_TRUE(submit(*storage,
                       {hotel.property, actorWith(Role::Manager),
                        desk.batch({desk.command(AdvanceBusinessDate{date("2026-05-11")})}), std::nullopt}));
    storage.reset();
    sqlite3 *file = nullptr;
    ASSERT_EQ(sqlite3_open(disk.file().string().c_str(), &file), SQLITE_OK);
    std::vector<std::string> attempts{"DELETE FROM audit"};
    for (const char *column : {"number", "property", "at", "command", "type", "code", "seq", "account",
                               "actor", "role", "channel", "device", "reservation", "changes"})
        attempts.push_back(std::string("UPDATE audit SET ") + column + " = 7");
    for (const std::string &attempt : attempts)
        EXPECT_EQ(sqlite3_exec(file, attempt.c_str(), nullptr, nullptr, nullptr), SQLITE_CONSTRAINT)
            << attempt;
    sqlite3_close(file);
}

class Reports : public StorageTest
{
};
DESKBELL_ON_EVERY_DATABASE(Reports);

TEST_P(Reports, ofAProcessReplaceItsEarlierOnesAndGoAfterAnHour)
{
    const Instant now = m_clock.now;
    ASSERT_TRUE(m_storage->report({{"a:1", "gateway", now, ""}, {"a:1", "payment", now, R"({"x":1})"}}));
    ASSERT_TRUE(m_storage->report({{"a:1", "payment", now + 5s, ""}, {"b:2", "payment", now, ""}}));
    const std::vector<RoleReport> expected{
        {"a:1", "gateway", now, ""}, {"a:1", "payment", now + 5s, ""}, {"b:2", "payment", now, ""}};
    EXPECT_EQ(m_storage->reports(), expected);
    ASSERT_TRUE(m_storage->prune(now + 1h + 1s, Days(30)));
    EXPECT_EQ(m_storage->reports()->size(), 1u);
}

TEST_P(Reports, ofAProcessThatSignsOffAreGoneAtOnce)
{
    const Instant now = m_clock.now;
    ASSERT_TRUE(m_storage->report({{"a:1", "gateway", now, ""}, {"a:1", "payment", now, ""}}));
    ASSERT_TRUE(m_storage->report({{"b:2", "payment", now, ""}}));
    ASSERT_TRUE(m_storage->signOff("a:1"));
    EXPECT_EQ(m_storage->reports(), (std::vector<RoleReport>{{"b:2", "payment", now, ""}}));
}

TEST(ReportsInAFile, ofAKilledProcessAreDroppedByTheNextThatOpensIt)
{
    TestClock clock;
    SqliteDisk disk;
    auto storage = disk.open(clock, nullptr);
    ASSERT_TRUE(storage->report({{"a:1", "payment", clock.now, ""}}));
    storage.reset();
    EXPECT_TRUE(disk.open(clock, nullptr)->reports()->empty());
}

TEST_P(Reports, workThatWaitsIsHurriedAndWorkThatIsHeldIsNot)
{
    const ReservationId id = m_desk.newReservation();
    apply(request(id, m_hotel.prepaid, "2026-06-01", "2026-06-03"));
    const PaymentId payment = chargeCard(id, 20'000);
    const Instant now = m_clock.now;
    EXPECT_FALSE(m_storage->hurryWork(payment, now).value()) << "it is due already";
    const auto item = m_storage->takeWork(Work::Charge, now, 45s, 1).value().at(0);
    EXPECT_FALSE(m_storage->hurryWork(payment, now).value()) << "somebody has it";
    ASSERT_TRUE(m_storage->finishWork(Claim{item.id, item.fence, now + 10min, false}).value());
    EXPECT_TRUE(m_storage->takeWork(Work::Charge, now, 45s, 1)->empty());
    EXPECT_TRUE(m_storage->hurryWork(payment, now).value());
    EXPECT_EQ(m_storage->takeWork(Work::Charge, now, 45s, 1)->size(), 1u);
    EXPECT_FALSE(m_storage->hurryWork(idNumbered<PaymentId>(12345), now).value());
}

} // namespace
} // namespace deskbell::server::testing
