// One guest's data: found by what the guest left, erased wherever the database has it, on both databases.

#include <algorithm>
#include <fstream>
#include <sstream>

#include "domain/rebase.h"
#include "domain/refusal.h"
#include "server/daemon/retention.h"
#include "server/storagefixture.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;
using namespace deskbell::protocol;

namespace {

/// Whether the database has this text anywhere, past all of the storage, which must be closed.
bool isAnywhere(Disk &disk, const std::string &text)
{
    if (auto *sqlite = dynamic_cast<SqliteDisk *>(&disk)) {
        std::stringstream bytes;
        bytes << std::ifstream(sqlite->file(), std::ios::binary).rdbuf();
        return bytes.str().find(text) != std::string::npos;
    }
    const auto &postgres = dynamic_cast<PostgresDisk &>(disk);
    std::istringstream tables(postgres.query(
        "SELECT string_agg(tablename, ' ') FROM pg_tables WHERE schemaname = current_schema()"));
    for (std::string table; tables >> table;) {
        if (postgres.query("SELECT count(*) FROM \"" + table + "\" AS t WHERE t::text LIKE '%" + text +
                           "%'") != "0")
            return true;
    }
    return false;
}

class GuestDataStorage : public StorageTest
{
protected:
    ReservationId stayOf(const Guest &guest, const char *arrival = "2026-05-10",
                         const char *departure = "2026-05-11")
    {
        const auto id = m_desk.newReservation();
        MakeReservation make = request(id, m_hotel.doubles, arrival, departure);
        make.guest = guest;
        make.note = guest.name + " sleeps late";
        apply(make);
        return id;
    }
    std::string refusedFor(CommandArgs args, Role role = Role::Manager)
    {
        return refusalOf(send(m_desk.command(std::move(args)), role));
    }
    GuestData dataOf(const ReservationId &id) { return m_storage->guestData(m_hotel.property, id).value(); }
    const Guest mina{"Zyxmina Kim", "010-7777-2222", "zyxmina@example.com", "KOR", "ko", false, true};
};

DESKBELL_ON_EVERY_DATABASE(GuestDataStorage);

TEST_P(GuestDataStorage, aGuestIsFoundByContactDataForSureAndByNamePerhaps)
{
    const auto first = stayOf(mina);
    const auto byPhone = stayOf({"Z. Kim", "+82 10 7777 2222", {}, {}, "ko"}, "2026-05-12", "2026-05-13");
    const auto byName = stayOf({"zyxmina  KIM", {}, {}, {}, "ko"}, "2026-05-14", "2026-05-15");
    stayOf({"Lee", "010-1234-5678", {}, {}, "ko"});
    const GuestData data = dataOf(first);
    ASSERT_EQ(data.stays.size(), 3u);
    EXPECT_EQ(data.stays[0].reservation, *find(first));
    EXPECT_TRUE(data.stays[0].isSure);
    EXPECT_EQ(data.stays[1].reservation.id, byPhone);
    EXPECT_TRUE(data.stays[1].isSure);
    EXPECT_EQ(data.stays[2].reservation.id, byName);
    EXPECT_FALSE(data.stays[2].isSure);
    ASSERT_EQ(data.stays[0].audit.size(), 1u);
    EXPECT_EQ(data.stays[0].audit[0].type, "make-reservation");
    EXPECT_FALSE(data.stays[0].offering.empty());
    EXPECT_EQ(data.madeAt, m_clock.now.load());
    EXPECT_EQ(decodeGuestData(encodeGuestData(data)).value(), data);
    EXPECT_EQ(m_storage->guestData(m_hotel.property, m_desk.newReservation()).error().code,
              refusal::unknownReservation);
    EXPECT_EQ(m_storage->guestData(idNumbered<PropertyId>(77), first).error().code, "unknown-property");
}

TEST_P(GuestDataStorage, anErasedGuestIsNowhereInTheDatabase)
{
    const Window wide{date("2026-01-01"), date("2027-01-01")};
    const auto beginning = parseCursor(readSnapshot(*m_storage, m_hotel.property, wide).end.cursor).value();
    const auto id = stayOf(mina);
    const auto other = stayOf({"Qwertylee", {}, {}, {}, "ko"});
    apply(EditGuest{id, {mina.name, "010-7777-3333", mina.email, "KOR", "ko", false, true}});
    EXPECT_EQ(refusedFor(CheckOut{id}), refusal::wrongState); // shows the reservation as it was
    apply(CancelReservation{id, "Zyxmina is ill"});
    EXPECT_EQ(refusedFor(EraseGuest{other}), refusal::wrongState);
    const auto before = m_storage->guestRecord(id).value().value().generation;
    apply(EraseGuest{id});
    EXPECT_TRUE(isErased(find(id)->guest));
    EXPECT_GT(m_storage->guestRecord(id).value().value().generation, before);
    EXPECT_EQ(dataOf(id).stays.size(), 1u); // like nobody
    // Desks that were away hear of it by the changes, which have forgotten, too.
    const auto changes = m_storage->changes(beginning, 1000);
    ASSERT_TRUE(changes) << changes.error().code;
    EXPECT_EQ(changes->find("Zyxmina"), std::string::npos);
    EXPECT_NE(changes->find("Qwertylee"), std::string::npos);
    m_storage.reset();
    for (const char *text : {"Zyxmina", "zyxmina@", "7777-2222", "7777-3333"})
        EXPECT_FALSE(isAnywhere(*m_disk, text)) << text;
    EXPECT_TRUE(isAnywhere(*m_disk, "Qwertylee"));
    reopen();
    EXPECT_TRUE(isErased(find(id)->guest));
}

TEST_P(GuestDataStorage, theAuditKeepsItsFactsButNotFromWhereAGuestCame)
{
    const auto id = m_desk.newReservation();
    MakeReservation make = request(id, m_hotel.doubles, "2026-05-10", "2026-05-11");
    make.guest = mina;
    make.channel = webChannel;
    CommandRequest order{m_hotel.property, {AccountId{id.value}, "guest", Role::Guest}, {}, {}};
    order.origin = {"guest", "203.0.113.7"};
    order.batch.commands = {m_desk.command(make)};
    ASSERT_TRUE(is<Applied>(submit(*m_storage, order).value().front()));
    apply(CancelReservation{id, ""});
    AuditFilter about;
    about.reservation = id;
    const auto addresses = [&] {
        std::vector<std::string> all;
        for (const AuditEntry &entry : m_storage->audit(m_hotel.property, about)->entries)
            all.push_back(entry.address);
        return all;
    };
    EXPECT_EQ(addresses().back(), "203.0.113.7");
    apply(EraseGuest{id});
    EXPECT_EQ(addresses().size(), 3u);
    EXPECT_EQ(addresses().back(), "");
}

TEST_P(GuestDataStorage, whoLeftLongAgoIsErasedByItself)
{
    const auto old = stayOf(mina, "2026-05-10", "2026-05-11");
    apply(CancelReservation{old, ""});
    const auto open = stayOf(mina, "2026-05-10", "2026-05-11");
    const auto later = stayOf(mina, "2026-05-10", "2026-05-13");
    apply(CancelReservation{later, ""});
    for (const char *day : {"2026-05-11", "2026-05-12", "2026-05-13"})
        apply(AdvanceBusinessDate{date(day)});
    const Log quiet(Log::Level::Error);
    Retention retention(*m_storage, Days{1}, m_clock.surroundings(), quiet);
    const auto never = [] { return false; };
    retention.run(never);
    EXPECT_TRUE(isErased(find(old)->guest));
    EXPECT_FALSE(isErased(find(open)->guest)); // not over
    EXPECT_FALSE(isErased(find(later)->guest));
    EXPECT_EQ(find(old)->history.back().what, "guest-erased");
    apply(AdvanceBusinessDate{date("2026-05-14")});
    apply(AdvanceBusinessDate{date("2026-05-15")});
    retention.run(never); // not twice an hour, whatever the number of processes
    EXPECT_FALSE(isErased(find(later)->guest));
    m_clock.now = m_clock.now.load() + std::chrono::hours(2);
    retention.run(never);
    EXPECT_TRUE(isErased(find(later)->guest));
    const auto seqBefore = seq();
    m_clock.now = m_clock.now.load() + std::chrono::hours(2);
    retention.run(never);
    EXPECT_EQ(seq(), seqBefore);
    Retention(*m_storage, Days{0}, m_clock.surroundings(), quiet).run(never);
    EXPECT_EQ(seq(), seqBefore);
}

class SetUpStorage : public StorageTest
{
protected:
    PutOffering doubles() const
    {
        return {m_hotel.doubles, "D", "Double", "on-request", 2, 10'000, 2, 1, {}, {}};
    }
    CommandResult put(CommandArgs args, std::uint32_t base, Desk &desk)
    {
        Command command = desk.command(std::move(args));
        command.base.emplace(toString(*subjectOf(command.args, m_hotel.property)), base);
        CommandRequest request{m_hotel.property, actorWith(Role::Admin), desk.batch({command}), {}};
        return submit(*m_storage, request).value().front();
    }
    Offering now()
    {
        const auto house = m_storage->house(m_hotel.property).value();
        return *std::ranges::find(house.offerings, m_hotel.doubles, &Offering::id);
    }
    Desk m_other{2};
};

DESKBELL_ON_EVERY_DATABASE(SetUpStorage);

TEST_P(SetUpStorage, twoAdminsWhoChangeOneTypeBothWinOrAreAsked)
{
    apply(doubles(), Role::Admin);
    const std::uint32_t seen = now().version;
    PutOffering dearer = doubles();
    dearer.basePrice = 12'000;
    ASSERT_TRUE(is<Applied>(put(dearer, seen, m_other)));
    PutOffering renamed = doubles();
    renamed.name = "Double with a view";
    ASSERT_TRUE(is<Applied>(put(renamed, seen, m_desk)));
    EXPECT_EQ(now().basePrice, 12'000);
    EXPECT_EQ(now().name, "Double with a view");
    PutOffering cheaper = doubles();
    cheaper.basePrice = 9'000;
    EXPECT_EQ(refusalOf(put(cheaper, seen, m_desk)), refusal::changedMeanwhile);
    EXPECT_EQ(now().basePrice, 12'000);
    const auto property = m_storage->house(m_hotel.property)->property;
    ASSERT_TRUE(
        is<Applied>(put(PutProperty{"Seaside", property.timeZone, false, true}, property.version, m_other)));
    ASSERT_TRUE(is<Applied>(
        put(PutProperty{property.name, property.timeZone, true, false}, property.version, m_desk)));
    const auto after = m_storage->house(m_hotel.property)->property;
    EXPECT_EQ(after.name, "Seaside");
    EXPECT_TRUE(after.isClosed);
    EXPECT_TRUE(after.clerksConfirm);
}

TEST_P(SetUpStorage, whatIsInUseIsNotRemovedAndWhatIsClosedIsNotGiven)
{
    const auto id = m_desk.newReservation();
    apply(request(id, m_hotel.doubles, "2026-05-20", "2026-05-21")); // a request holds nothing, and waits
    const UnitId first = m_hotel.room(m_hotel.doubles, 1);
    const UnitId second = m_hotel.room(m_hotel.doubles, 2);
    const auto refusedFor = [&](CommandArgs args) {
        return refusalOf(send(m_desk.command(std::move(args)), Role::Admin));
    };
    apply(PutUnit{first, m_hotel.doubles, "R1", 1, 1, SaleState::Removed}, Role::Admin);
    apply(PutUnit{second, m_hotel.doubles, "R2", 1, 2, SaleState::Closed}, Role::Admin);
    EXPECT_EQ(refusedFor(PutUnit{second, m_hotel.doubles, "R1", 1, 2, {}}), ""); // the number is free again
    PutOffering removed = doubles();
    removed.sale = SaleState::Removed;
    EXPECT_EQ(refusedFor(removed), refusal::offeringInUse);
    apply(PutUnit{second, m_hotel.doubles, "R1", 1, 2, SaleState::Removed}, Role::Admin);
    EXPECT_EQ(refusedFor(removed), refusal::offeringInUse); // the request
    apply(CancelReservation{id, ""});
    reopen();
    EXPECT_EQ(refusedFor(removed), "");
    EXPECT_EQ(refusedFor(request(m_desk.newReservation(), m_hotel.doubles, "2026-05-20", "2026-05-21")),
              refusal::notOnSale);
}

TEST_P(SetUpStorage, thereAreNotFewerRoomsThanOverstaysKeep)
{
    for (int room : {1, 2}) {
        const auto id = m_desk.newReservation();
        apply(request(id, m_hotel.doubles, "2026-05-10", "2026-05-11"));
        apply(ConfirmReservation{id});
        apply(TakePayment{id,
                          idNumbered<PaymentId>(70 + static_cast<std::uint64_t>(room)),
                          PaymentMethod::Cash,
                          chargeable(*find(id)),
                          {}});
        apply(AssignUnit{id, m_hotel.room(m_hotel.doubles, room)});
        apply(CheckIn{id});
    }
    apply(AdvanceBusinessDate{date("2026-05-11")});
    apply(AdvanceBusinessDate{date("2026-05-12")});
    PutOffering fewer = doubles();
    fewer.capacity = 1;
    const auto refused = send(m_desk.command(fewer), Role::Admin);
    ASSERT_EQ(refusalOf(refused), refusal::lessThanSold);
    EXPECT_EQ(std::get<Refused>(refused.outcome).error.facts.at("sold"), "2");
}

} // namespace
