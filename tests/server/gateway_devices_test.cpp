// To whom a device belongs: nobody burns another's numbers, a copy is told apart from the device that
// went on, and a backend shows who it is.

#include "server/gatewayfixture.h"

#include "server/storage/embeddedmigrations.h"
#include "server/storage/sql/query.h"
#include "server/storage/sqlite/migrate.h"

namespace deskbell::server::testing {
namespace {

using namespace protocol;

constexpr std::uint64_t farAway = std::uint64_t{1} << 62;

std::string keyNumbered(int number)
{
    return std::string(42, 'k') + std::to_string(number);
}

class GatewayDevices : public GatewayTest
{
protected:
    void SetUp() override
    {
        launch();
        addAccount("anna", Role::Clerk, {m_hotel.property});
        addAccount("bora", Role::Clerk, {m_hotel.property});
        addAccount("other", Role::Manager, {m_elsewhere});
    }
    /// Signs in from that device, showing keys.
    RawAnswer signIn(WireDesk &desk, const std::string &user, const std::string &former,
                     const std::string &next) const
    {
        const RawAnswer answer = desk.post(
            "/v1/session",
            encodeSignIn({user, password, desk.commands.batch({}).device, DeviceKey{former, next}}));
        if (auto granted = decodeGrant(answer.body); answer.status == 200 && granted)
            desk.grant = std::move(*granted);
        return answer;
    }
    RawAnswer signIn(const std::string &user, const std::string &former, const std::string &next) const
    {
        WireDesk made = desk();
        return signIn(made, user, former, next);
    }
    RawAnswer refresh(const WireDesk &desk, const std::optional<DeviceId> &device = {},
                      const std::optional<DeviceKey> &key = {}) const
    {
        return desk.post("/v1/session/refresh", encodeRefresh({desk.grant.refreshToken, device, key}));
    }
    static Outcome outcomeOf(const RawAnswer &answer)
    {
        const auto results = decodeResults(answer.body);
        EXPECT_TRUE(results && results->size() == 1) << answer.status << ' ' << answer.body;
        return results && !results->empty() ? results->front().outcome : NotKnown{};
    }
    Command wished(WireDesk &desk) { return desk.commands.command(wish(desk)); }
};

DESKBELL_ON_EVERY_DATABASE(GatewayDevices);

TEST_P(GatewayDevices, aStrangerCannotSignInWithAnothersDevice)
{
    WireDesk anna = deskOf("anna");
    WireDesk stranger = desk();
    const RawAnswer refused = stranger.signIn("other", password);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(codeOf(refused), "device-taken");
    EXPECT_EQ(desk(2).signIn("other", password).status, 200) << "with a device of their own";
    EXPECT_EQ(anna.sendOne(m_hotel.property, wished(anna)).outcome.index(), Outcome(Applied{}).index());
}

TEST_P(GatewayDevices, aColleagueOnTheSameDeviceMovesOnlyTheirOwnMark)
{
    WireDesk anna = deskOf("anna");
    WireDesk bora = deskOf("bora");
    Command first = wished(bora);
    first.n = farAway;
    EXPECT_TRUE(std::holds_alternative<Applied>(outcomeOf(bora.send(m_hotel.property, {first}, farAway))));
    EXPECT_TRUE(std::holds_alternative<Applied>(outcomeOf(anna.send(m_hotel.property, {wished(anna)}, 1))));
}

TEST_P(GatewayDevices, aMarkMovesOnlyOverNumbersThatWereSeen)
{
    WireDesk anna = deskOf("anna");
    Command sixth = wished(anna);
    sixth.n = 6;
    EXPECT_TRUE(std::holds_alternative<Applied>(outcomeOf(anna.send(m_hotel.property, {sixth}, 1))));
    Command settled = wished(anna);
    settled.n = 7;
    const auto told = outcomeOf(anna.send(m_hotel.property, {settled}, farAway));
    ASSERT_TRUE(std::holds_alternative<Outdated>(told));
    EXPECT_EQ(std::get<Outdated>(told).mark, 8u) << "and not so far that no number is left";
    settled.n = 8;
    EXPECT_TRUE(std::holds_alternative<Applied>(outcomeOf(anna.send(m_hotel.property, {settled}, 8))));
}

TEST_P(GatewayDevices, aDeviceGoesOnWithTheNextKeyOnlyFromTheLastOne)
{
    ASSERT_EQ(signIn("anna", "", keyNumbered(1)).status, 200);
    ASSERT_EQ(signIn("anna", "", keyNumbered(1)).status, 200) << "its answer was lost";
    ASSERT_EQ(signIn("anna", keyNumbered(1), keyNumbered(2)).status, 200);
    EXPECT_EQ(signIn("bora", keyNumbered(2), keyNumbered(2)).status, 200)
        << "who shows the key sits at the same desk";
    restart();
    EXPECT_EQ(codeOf(signIn("anna", keyNumbered(1), keyNumbered(3))), "device-taken")
        << "a copy, or an older folder put back";
    EXPECT_EQ(codeOf(signIn("anna", "", keyNumbered(4))), "device-taken");
    EXPECT_EQ(codeOf(desk().signIn("anna", password)), "device-taken");
    EXPECT_EQ(signIn("anna", keyNumbered(2), keyNumbered(5)).status, 200);
}

TEST_P(GatewayDevices, aDeviceWithoutAKeyGetsOneFromItsOwnerAlone)
{
    deskOf("anna");
    EXPECT_EQ(codeOf(signIn("bora", "", keyNumbered(1))), "device-taken");
    EXPECT_EQ(desk().signIn("anna", password).status, 200) << "the owner was not shut out by it";
    EXPECT_EQ(signIn("anna", "", keyNumbered(2)).status, 200);
    EXPECT_EQ(codeOf(desk().signIn("bora", password)), "device-taken");
}

TEST_P(GatewayDevices, aSessionGoesOnUnderAnotherDevice)
{
    WireDesk anna = desk();
    ASSERT_EQ(signIn(anna, "anna", "", keyNumbered(1)).status, 200);
    const DeviceId own = anna.commands.batch({}).device;
    EXPECT_EQ(codeOf(refresh(anna, own, DeviceKey{keyNumbered(8), keyNumbered(9)})), "device-taken");
    WireDesk moved = desk(7);
    const RawAnswer renewed = refresh(anna, moved.commands.batch({}).device, DeviceKey{"", keyNumbered(3)});
    ASSERT_EQ(renewed.status, 200) << "the refused try had not spent the token: " << renewed.body;
    moved.grant = *decodeGrant(renewed.body);
    EXPECT_TRUE(std::holds_alternative<Applied>(moved.sendOne(m_hotel.property, wished(moved)).outcome));
    EXPECT_EQ(codeOf(anna.send(m_hotel.property, {wished(anna)})), "other-device");
}

TEST_P(GatewayDevices, noDeviceIsRefused)
{
    const RawAnswer refused = desk().post("/v1/session", encodeSignIn({"anna", password, DeviceId{}}));
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(codeOf(refused), "bad-session-message");
}

TEST_P(GatewayDevices, aBackendShowsWhoItIsAndStaysWhoItWas)
{
    const auto proof = [this](const std::string &challenge) {
        const auto hello = decodeHello(desk().get("/v1/hello?challenge=" + challenge).body);
        EXPECT_TRUE(hello);
        return hello && hello->identity ? *hello->identity : BackendProof{};
    };
    const BackendProof first = proof("one");
    EXPECT_TRUE(isGood(first, "one"));
    EXPECT_FALSE(isGood(first, "two"));
    EXPECT_FALSE(isGood({first.key, first.key}, "one"));
    restart();
    EXPECT_EQ(proof("two").key, first.key);
    EXPECT_FALSE(decodeHello(desk().get("/v1/hello").body)->identity);
    EXPECT_EQ(desk().get("/v1/hello?challenge=" + std::string(200, 'c')).status, 400);
}

TEST(DeviceMigration, marksThatWereMovedBeyondWhatWasSeenAreTakenBack)
{
    TemporaryFolder folder;
    {
        SqliteConnection old(folder / "old.db", Connection::Access::Write);
        migrate(old, embeddedMigrations().first(9));
        const auto sent = [&](int command, int device, int account, int n) {
            Query(old,
                  "INSERT INTO command (id, property, device, n, hash, type, account, actor, at, seq, answer)"
                  " VALUES (?, ?, ?, ?, '', 'edit-note', ?, '', ?, NULL, '')",
                  idNumbered(command), idNumbered(1), idNumbered(device), n, idNumbered(account), command)
                .run();
        };
        sent(1, 5, 20, 4);
        sent(2, 5, 21, 9);
        sent(3, 6, 21, 3);
        Query(old, "INSERT INTO device VALUES (?, ?)", idNumbered(5), std::int64_t{1} << 62).run();
        Query(old, "INSERT INTO device VALUES (?, ?)", idNumbered(6), 2).run();
        Query(old, "INSERT INTO account VALUES (?, 'u', 'n', 'clerk', '', 0)", idNumbered(30)).run();
        Query(old, "INSERT INTO session VALUES (?, ?, ?, 0)", idNumbered(40), idNumbered(30), idNumbered(7))
            .run();
        migrate(old, embeddedMigrations());
        const auto mark = [&](int device, int account) {
            Query query(old, "SELECT settled_below FROM device_mark WHERE device = ? AND account = ?",
                        idNumbered(device), idNumbered(account));
            return query.next() ? query.integer(0) : -1;
        };
        EXPECT_EQ(mark(5, 20), 5);
        EXPECT_EQ(mark(5, 21), 10);
        EXPECT_EQ(mark(6, 21), 2);
        const auto owner = [&](int device) {
            Query query(old, "SELECT account FROM device_owner WHERE device = ?", idNumbered(device));
            return query.next() ? query.uuid(0) : Uuid{};
        };
        EXPECT_EQ(owner(5), idNumbered(20)) << "who was there first";
        EXPECT_EQ(owner(6), idNumbered(21));
        EXPECT_EQ(owner(7), idNumbered(30));
    }
}

} // namespace
} // namespace deskbell::server::testing
