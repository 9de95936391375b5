// Signing in, renewing, signing out, health: and everybody who should not get in.

#include "server/gatewayfixture.h"

namespace deskbell::server::testing {
namespace {

using std::chrono::seconds;

class GatewaySession : public GatewayTest
{
protected:
    void SetUp() override
    {
        launch();
        addAccount("anna", Role::Clerk, {m_hotel.property});
    }
    RawAnswer refresh(const WireDesk &desk, const std::string &token) const
    {
        return desk.post("/v1/session/refresh", protocol::encodeRefresh({token}));
    }
    Account anna() { return m_storage->accountOf("anna").value().value(); }
};

DESKBELL_ON_EVERY_DATABASE(GatewaySession);

TEST_P(GatewaySession, aClerkSignsInAndSeesOnlyTheirOwnProperty)
{
    const WireDesk desk = deskOf("anna");
    EXPECT_EQ(desk.grant.account.name, "Name of anna");
    EXPECT_EQ(desk.grant.account.role, Role::Clerk);
    ASSERT_EQ(desk.grant.properties.size(), 1u);
    EXPECT_EQ(desk.grant.properties.front().id, m_hotel.property);
    EXPECT_EQ(desk.grant.accessExpiresInS, 900);
    EXPECT_EQ(desk.get(path("snapshot")).status, 200);
}

TEST_P(GatewaySession, tokensAreKeptByNoCache)
{
    EXPECT_EQ(desk().signIn("anna", password).header("cache-control"), "no-store");
}

TEST_P(GatewaySession, aWrongPasswordAndAnUnknownUserAreAnsweredAlike)
{
    const RawAnswer wrong = desk().signIn("anna", "a wrong password");
    const RawAnswer unknown = desk().signIn("nobody", password);
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(codeOf(wrong), "sign-in-refused");
    EXPECT_EQ(unknown.status, 401);
    EXPECT_EQ(unknown.body, wrong.body);
}

TEST_P(GatewaySession, namesThatLookLikeQueriesAreOnlyNames)
{
    for (const char *user : {"anna'--", "' OR 1=1 --", "\"; DROP TABLE account; --", "%", "anna\n"})
        EXPECT_EQ(desk().signIn(user, password).status, 401) << user;
    EXPECT_EQ(desk().signIn("anna", password).status, 200);
}

TEST_P(GatewaySession, aDisabledAccountIsOutAtOnce)
{
    const WireDesk desk = deskOf("anna");
    Account account = anna();
    account.isDisabled = true;
    ASSERT_TRUE(m_storage->putAccount(account));
    EXPECT_EQ(desk.get(path("snapshot")).status, 401);
    EXPECT_EQ(refresh(desk, desk.grant.refreshToken).status, 401);
    EXPECT_EQ(this->desk().signIn("anna", password).status, 401);
}

TEST_P(GatewaySession, aSystemAccountCannotSignIn)
{
    addAccount("robot", Role::System, {m_hotel.property});
    EXPECT_EQ(desk().signIn("robot", password).status, 401);
}

TEST_P(GatewaySession, bruteForceOnOneUserIsSlowedDown)
{
    int refused = 0;
    RawAnswer last;
    for (int i = 0; i < 11; ++i) {
        last = desk().signIn("anna", "guess number " + std::to_string(i));
        refused += last.status == 401 ? 1 : 0;
    }
    EXPECT_EQ(refused, 10);
    EXPECT_EQ(last.status, 429);
    EXPECT_EQ(codeOf(last), "too-many-attempts");
    EXPECT_GE(std::stoi(last.header("retry-after")), 1);
    EXPECT_EQ(desk().signIn("anna", password).status, 429) << "not even the right one tells";
    m_later = std::chrono::milliseconds(11'000);
    m_clock.now = m_clock.now.load() + m_later.load();
    EXPECT_EQ(desk().signIn("anna", password).status, 200);
}

/// As another process on the same database has it.
class OtherProcess
{
public:
    OtherProcess(Storage &storage, SignInSettings settings, std::function<Instant()> now, const Log &log)
        : m_passwords({1, 8 * 1024}),
          m_authenticator(Authenticator::make(
                              settings, storage, m_passwords,
                              {std::move(now), [] { return std::chrono::steady_clock::now(); },
                               [bits = std::uint64_t{4}]() mutable { return bits += 0x9E3779B97F4A7C15u; }},
                              log)
                              .value())
    {
    }
    /// What an attempt that is let through comes to; else "wait".
    std::string attempt(const std::string &user, const std::string &password, const std::string &address)
    {
        const protocol::SignIn signIn{user, password, idNumbered<DeviceId>(66)};
        if (m_authenticator->mustWait(signIn, address) ||
            m_authenticator->mustWaitForAll(signIn, address).value())
            return "wait";
        const auto done = m_authenticator->signIn(signIn, {"other-1", address});
        return done ? "signed-in" : done.error().code;
    }

private:
    Passwords m_passwords;
    std::unique_ptr<Authenticator> m_authenticator;
};

TEST_P(GatewaySession, severalProcessesTogetherAllowNoMoreTriesThanOne)
{
    OtherProcess other(
        *m_storage, m_settings.signIn, [this] { return m_clock.now.load(); }, log());
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(desk().signIn("anna", "guess").status, 401);
        EXPECT_EQ(other.attempt("anna", "guess", "127.0.0.1"), "sign-in-refused");
    }
    EXPECT_EQ(desk().signIn("anna", password).status, 429);
    EXPECT_EQ(other.attempt("anna", password, "127.0.0.1"), "wait");
    for (int i = 0; i < 50; ++i)
        EXPECT_EQ(other.attempt("anna", "guess", "192.0.2." + std::to_string(i)), "sign-in-refused");
    EXPECT_EQ(other.attempt("anna", password, "192.0.2.99"), "wait") << "from many addresses neither";
    m_clock.now = m_clock.now.load() + std::chrono::seconds(10);
    EXPECT_EQ(other.attempt("anna", password, "192.0.2.99"), "signed-in");
}

TEST_P(GatewaySession, whoSignsInAtOneProcessIsForgivenAtAll)
{
    OtherProcess other(
        *m_storage, m_settings.signIn, [this] { return m_clock.now.load(); }, log());
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 8; ++i)
            EXPECT_EQ(desk().signIn("anna", "wrong again").status, 401);
        EXPECT_EQ(other.attempt("anna", password, "127.0.0.1"), "signed-in");
        m_later = (round + 1) * std::chrono::milliseconds(100'000); // that process alone has counted on
    }
}

TEST_P(GatewaySession, aDeskWhereSomebodyHasSignedInIsNotHeldOffByOthers)
{
    const WireDesk known = deskOf("anna", 1);
    RawAnswer guess;
    for (int i = 0; i < 30; ++i)
        guess = desk(2).signIn("anna", "guess number " + std::to_string(i));
    EXPECT_EQ(guess.status, 429);
    EXPECT_EQ(desk(1).signIn("anna", password).status, 200);
    EXPECT_EQ(desk(2).signIn("anna", password).status, 429) << "which does not open the door to the guesser";
}

TEST_P(GatewaySession, aKnownDeskIsKnownForItsOwnPeopleAndSlowedDownItself)
{
    addAccount("mona", Role::Manager, {m_hotel.property});
    deskOf("anna", 1);
    RawAnswer last;
    for (int i = 0; i < 11; ++i)
        last = desk(2).signIn("mona", "guess number " + std::to_string(i));
    EXPECT_EQ(last.status, 429);
    EXPECT_EQ(desk(1).signIn("mona", password).status, 429) << "anna's desk is not mona's";
    for (int i = 0; i < 11; ++i)
        last = desk(1).signIn("anna", "guess number " + std::to_string(i));
    EXPECT_EQ(last.status, 429);
}

TEST_P(GatewaySession, aDeskIsKnownAgainByRenewingItsSession)
{
    WireDesk known = deskOf("anna", 1);
    restart();
    ASSERT_EQ(refresh(desk(1), known.grant.refreshToken).status, 200);
    for (int i = 0; i < 11; ++i)
        desk(2).signIn("anna", "guess number " + std::to_string(i));
    EXPECT_EQ(desk(1).signIn("anna", password).status, 200);
}

TEST_P(GatewaySession, manyUsersFromOneAddressAreSlowedDown)
{
    int tooMany = 0;
    for (int i = 0; i < 70; ++i)
        tooMany += desk().signIn("user" + std::to_string(i), "spray").status == 429 ? 1 : 0;
    EXPECT_GE(tooMany, 5);
}

TEST_P(GatewaySession, aSignInThatSucceedsForgivesEarlierMistakes)
{
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 8; ++i)
            EXPECT_EQ(desk().signIn("anna", "wrong again").status, 401);
        EXPECT_EQ(desk().signIn("anna", password).status, 200);
    }
}

TEST_P(GatewaySession, anAccessTokenEndsAfterItsTime)
{
    const WireDesk desk = deskOf("anna");
    m_clock.now = m_clock.now.load() + seconds(899);
    EXPECT_EQ(desk.get(path("snapshot")).status, 200);
    m_clock.now = m_clock.now.load() + seconds(1);
    const RawAnswer late = desk.get(path("snapshot"));
    EXPECT_EQ(late.status, 401);
    EXPECT_EQ(codeOf(late), "token-refused");
    EXPECT_EQ(late.header("www-authenticate"), "Bearer");
}

TEST_P(GatewaySession, aTokenThatWasTamperedWithIsRefused)
{
    WireDesk desk = deskOf("anna");
    const std::string good = desk.grant.accessToken;
    for (std::size_t at = 0; at < good.size(); at += 7) {
        desk.grant.accessToken = good;
        desk.grant.accessToken[at] = good[at] == 'A' ? 'B' : 'A';
        EXPECT_EQ(desk.get(path("snapshot")).status, 401) << at;
    }
    for (const std::string &token : {good + "A", good.substr(1), std::string("x"), std::string(5'000, 'A'),
                                     desk.grant.refreshToken, std::string("' OR 1=1 --")}) {
        desk.grant.accessToken = token;
        EXPECT_EQ(desk.get(path("snapshot")).status, 401) << token.substr(0, 80);
    }
}

TEST_P(GatewaySession, noTokenTwoTokensAndOtherSchemesAreRefused)
{
    const WireDesk signedIn = deskOf("anna");
    const WireDesk nobody = desk();
    EXPECT_EQ(nobody.get(path("snapshot")).status, 401);
    EXPECT_EQ(nobody.get(path("snapshot"), "Authorization: Basic YW5uYTp4\r\n").status, 401);
    EXPECT_EQ(nobody.get(path("snapshot"), "Authorization: Bearer \r\n").status, 401);
    EXPECT_GE(signedIn.get(path("snapshot"), signedIn.authorization()).status, 400);
}

TEST_P(GatewaySession, renewingGivesNewTokensAndTheOldOneStaysGoodForAMinute)
{
    WireDesk desk = deskOf("anna");
    const std::string first = desk.grant.refreshToken;
    const RawAnswer renewed = refresh(desk, first);
    ASSERT_EQ(renewed.status, 200) << renewed.body;
    const auto grant = protocol::decodeGrant(renewed.body).value();
    EXPECT_NE(grant.refreshToken, first);
    m_clock.now = m_clock.now.load() + seconds(59);
    EXPECT_EQ(refresh(desk, first).status, 200);
    EXPECT_EQ(refresh(desk, grant.refreshToken).status, 200) << "neither answer's token ends the other's";
    m_clock.now = m_clock.now.load() + seconds(2);
    EXPECT_EQ(codeOf(refresh(desk, first)), "refresh-reused");
    EXPECT_EQ(codeOf(refresh(desk, "unknown")), "refresh-refused");
}

TEST_P(GatewaySession, anAccessTokenRenewsNothing)
{
    const WireDesk desk = deskOf("anna");
    EXPECT_EQ(refresh(desk, desk.grant.accessToken).status, 401);
    EXPECT_EQ(refresh(desk, "").status / 100, 4);
}

TEST_P(GatewaySession, signingOutEndsEveryTokenOfTheSession)
{
    const WireDesk desk = deskOf("anna");
    const WireDesk other = deskOf("anna", 2);
    EXPECT_EQ(desk.remove("/v1/session").status, 204);
    EXPECT_EQ(desk.get(path("snapshot")).status, 401);
    EXPECT_EQ(refresh(desk, desk.grant.refreshToken).status, 401);
    EXPECT_EQ(other.get(path("snapshot")).status, 200) << "another desk of the same clerk stays";
}

TEST_P(GatewaySession, sessionsOutliveARestart)
{
    WireDesk before = deskOf("anna");
    restart();
    WireDesk after = desk();
    after.grant = before.grant;
    EXPECT_EQ(after.get(path("snapshot")).status, 200);
    EXPECT_EQ(refresh(after, before.grant.refreshToken).status, 200);
}

TEST_P(GatewaySession, whatIsNoSignInIsRefusedWithACode)
{
    const WireDesk nobody = desk();
    EXPECT_EQ(nobody.post("/v1/session", "{}").status, 400);
    EXPECT_EQ(nobody.post("/v1/session", "").status, 400);
    EXPECT_EQ(nobody.post("/v1/session", "[1,2").status, 400);
    EXPECT_EQ(nobody.post("/v1/session", R"({"user":1,"password":[],"device":"x"})").status, 400);
    EXPECT_EQ(codeOf(nobody.post("/v1/session", "{}", "text/plain")), "not-json");
    EXPECT_EQ(nobody.post("/v1/session", "{}", "").status, 415);
    EXPECT_EQ(nobody.post("/v1/session", std::string(5'000, ' ')).status, 413);
    const RawAnswer deep = nobody.post("/v1/session", std::string(1'000, '[') + std::string(1'000, ']'));
    EXPECT_EQ(deep.status, 400);
    EXPECT_EQ(codeOf(deep), "json-too-deep");
}

TEST_P(GatewaySession, aPasswordOfHugeLengthIsOnlyWrong)
{
    EXPECT_EQ(desk().signIn("anna", std::string(3'000, 'x')).status, 401);
}

TEST_P(GatewaySession, theGreetingNeedsNoSession)
{
    const RawAnswer answer = desk().get("/v1/hello");
    ASSERT_EQ(answer.status, 200);
    const auto hello = protocol::decodeHello(answer.body);
    ASSERT_TRUE(hello);
    EXPECT_EQ(hello->epoch, m_storage->epoch().value());
    EXPECT_EQ(hello->serverTime, m_clock.now.load());
}

TEST_P(GatewaySession, theGreetingTellsWhoIsKnownWhatIsKeptOfTheirProperties)
{
    WireDesk desk = deskOf("anna");
    desk.sendOne(m_hotel.property, desk.commands.command(wish(desk)));
    const auto hello = protocol::decodeHello(desk.get("/v1/hello").body);
    ASSERT_TRUE(hello);
    ASSERT_EQ(hello->properties.size(), 1u) << "nobody else's";
    const protocol::KeptChanges before = hello->properties.front();
    EXPECT_EQ(before.id, m_hotel.property);
    EXPECT_EQ(before.highest, seq());
    m_clock.now = m_clock.now.load() + Days(3);
    ASSERT_TRUE(m_storage->prune(m_clock.now, Days(1)));
    EXPECT_GT(protocol::decodeHello(deskOf("anna").get("/v1/hello").body)->properties.front().lowest,
              before.lowest);
    EXPECT_TRUE(protocol::decodeHello(this->desk().get("/v1/hello").body)->properties.empty());
}

TEST_P(GatewaySession, theGreetingTellsADeskWhetherItsCursorIsOfThisHistory)
{
    WireDesk desk = deskOf("anna");
    desk.sendOne(m_hotel.property, desk.commands.command(wish(desk)));
    const auto shown = [&](const protocol::Cursor &cursor) {
        return protocol::decodeHello(desk.get("/v1/hello?cursor=" + toString(cursor)).body)->knowsCursor;
    };
    const Window window{date("2026-01-01"), date("2027-01-01")};
    const auto cursor =
        protocol::parseCursor(readSnapshot(*m_storage, m_hotel.property, window).end.cursor).value();
    EXPECT_EQ(shown(cursor), true);
    auto other = cursor;
    other.seq += 1;
    EXPECT_EQ(shown(other), false);
    other = cursor;
    other.property = idNumbered<PropertyId>(77);
    EXPECT_EQ(shown(other), false) << "of a property that is none of this account's";
    EXPECT_EQ(protocol::decodeHello(desk.get("/v1/hello?cursor=nonsense").body)->knowsCursor, false);
    EXPECT_EQ(protocol::decodeHello(desk.get("/v1/hello").body)->knowsCursor, std::nullopt);
    const auto stranger = this->desk().get("/v1/hello?cursor=" + toString(cursor));
    EXPECT_EQ(protocol::decodeHello(stranger.body)->knowsCursor, std::nullopt);
}

TEST_P(GatewaySession, readinessFollowsTheStateOfTheProcess)
{
    EXPECT_EQ(desk().get("/healthz").status, 200);
    EXPECT_EQ(desk().get("/readyz").status, 200);
    m_gateway->setState(Gateway::State::Stopping);
    const RawAnswer stopping = desk().get("/readyz");
    EXPECT_EQ(stopping.status, 503);
    EXPECT_EQ(codeOf(stopping), "server-stopping");
    EXPECT_EQ(desk().get("/healthz").status, 200);
    m_gateway->setState(Gateway::State::Starting);
    EXPECT_EQ(codeOf(desk().get("/readyz")), "server-starting");
}

TEST_P(GatewaySession, readinessTellsOfDamage)
{
    m_gateway->tellDamage([] { return Damage::Reach::Row; });
    EXPECT_EQ(desk().get("/readyz").status, 200);
    EXPECT_EQ(desk().get("/readyz").body, R"({"ready":true,"damaged":true})");
    m_gateway->tellDamage([] { return Damage::Reach::File; });
    EXPECT_EQ(desk().get("/readyz").status, 503);
    EXPECT_EQ(codeOf(desk().get("/readyz")), "storage-damaged");
}

TEST_P(GatewaySession, askingForReadinessWritesOnceASecond)
{
    EXPECT_EQ(desk().get("/readyz").status, 200);
    m_disk->tamper("ALTER TABLE installation RENAME TO elsewhere");
    EXPECT_EQ(desk().get("/readyz").status, 200) << "found out a moment ago";
    m_later = Readiness::holdsFor;
    EXPECT_EQ(desk().get("/readyz").status, 503);
    m_disk->tamper("ALTER TABLE elsewhere RENAME TO installation");
    EXPECT_EQ(desk().get("/readyz").status, 503);
    m_later = 2 * Readiness::holdsFor;
    EXPECT_EQ(desk().get("/readyz").status, 200);
}

TEST_P(GatewaySession, theLogHoldsNoSecret)
{
    WireDesk desk = deskOf("anna");
    this->desk().signIn("anna", "a mistyped password");
    refresh(desk, desk.grant.refreshToken);
    const std::string log = logged();
    EXPECT_NE(log.find("signed-in"), std::string::npos);
    for (const std::string &secret : {std::string(password), std::string("mistyped"), desk.grant.accessToken,
                                      desk.grant.refreshToken, std::string("Name of anna")})
        EXPECT_EQ(log.find(secret), std::string::npos);
}

} // namespace
} // namespace deskbell::server::testing
