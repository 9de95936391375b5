// What people do about their own accounts: sessions listed and ended, passwords changed; which passwords may
// be set; and what the log says of who was turned away.

#include "server/gatewayfixture.h"

#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include "protocol/audit.h"
#include "server/gateway/passwordrules.h"

namespace deskbell::server::testing {
namespace {

using namespace std::chrono_literals;

class GatewayAccounts : public GatewayTest
{
protected:
    void SetUp() override
    {
        launch();
        addAccount("anna", Role::Clerk, {m_hotel.property});
        addAccount("ben", Role::Clerk, {m_hotel.property});
        addAccount("ada", Role::Admin, {m_hotel.property});
        addAccount("far", Role::Admin, {m_elsewhere});
    }
    std::vector<protocol::OpenSession> sessions(const WireDesk &desk, const std::string &query = {})
    {
        const RawAnswer answer = desk.get("/v1/sessions" + query);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return protocol::decodeSessions(answer.body).value();
    }
    static std::string usersOf(const std::vector<protocol::OpenSession> &all)
    {
        std::set<std::string> users;
        for (const protocol::OpenSession &each : all)
            users.insert(each.user);
        std::string text;
        for (const std::string &user : users)
            text += user + " ";
        return text;
    }
    RawAnswer change(const WireDesk &desk, const std::string &current, const std::string &next)
    {
        return desk.post("/v1/password", protocol::encodePasswordChange({current, next}));
    }
    RawAnswer refresh(const WireDesk &desk, const std::string &token) const
    {
        return desk.post("/v1/session/refresh", protocol::encodeRefresh({token}));
    }
    static std::string refreshTokenOf(const RawAnswer &answer)
    {
        return protocol::decodeGrant(answer.body).value().refreshToken;
    }
    std::vector<protocol::AuditEntry> audited(const WireDesk &desk)
    {
        return protocol::decodeAuditPage(desk.get(path("audit")).body).value().entries;
    }
    void pass(std::chrono::milliseconds time) { m_clock.now = m_clock.now.load() + time; }
};

DESKBELL_ON_EVERY_DATABASE(GatewayAccounts);

TEST_P(GatewayAccounts, everybodySeesTheirOwnSessionsAndWhichOneThisIs)
{
    const WireDesk first = deskOf("anna", 1);
    pass(5min);
    const WireDesk second = deskOf("anna", 2);
    deskOf("ben", 3);
    const auto seen = sessions(second);
    ASSERT_EQ(seen.size(), 2u) << "and nobody else's";
    EXPECT_TRUE(seen[0].isCurrent) << "the last heard of comes first";
    EXPECT_EQ(seen[0].device, second.commands.batch({}).device);
    EXPECT_EQ(seen[0].openedAt, m_clock.now.load());
    EXPECT_EQ(seen[0].address, "127.0.0.1");
    EXPECT_EQ(seen[0].account.name, "Name of anna");
    EXPECT_FALSE(seen[1].isCurrent);
    EXPECT_EQ(seen[1].seenAt, m_clock.now.load() - 5min);
    ASSERT_EQ(refresh(first, first.grant.refreshToken).status, 200);
    EXPECT_EQ(sessions(second)[1].seenAt, m_clock.now.load());
    EXPECT_EQ(desk(9).get("/v1/sessions").status, 401);
}

TEST_P(GatewayAccounts, anAdminSeesThoseOfWhoWorksAtTheSameHouse)
{
    const WireDesk anna = deskOf("anna", 1);
    deskOf("ben", 2);
    const WireDesk ada = deskOf("ada", 3);
    const WireDesk far = deskOf("far", 4);
    EXPECT_EQ(usersOf(sessions(ada, "?all=true")), "ada anna ben ");
    EXPECT_EQ(usersOf(sessions(ada, "?account=" + toString(anna.grant.account.account))), "anna ");
    EXPECT_EQ(usersOf(sessions(far, "?all=true")), "far ");
    EXPECT_EQ(usersOf(sessions(far, "?account=" + toString(anna.grant.account.account))), "");
    EXPECT_EQ(codeOf(anna.get("/v1/sessions?all=true")), "role-not-allowed");
    EXPECT_EQ(anna.get("/v1/sessions?account=" + toString(ada.grant.account.account)).status, 403);
    EXPECT_EQ(ada.get("/v1/sessions?account=nobody").status, 400);
}

TEST_P(GatewayAccounts, aSessionThatIsEndedIsWorthNothingAtOnceAndTheAuditTells)
{
    const WireDesk lost = deskOf("anna", 1);
    const WireDesk here = deskOf("anna", 2);
    const WireDesk ada = deskOf("ada", 3);
    Uuid id;
    for (const protocol::OpenSession &each : sessions(here)) {
        if (!each.isCurrent)
            id = each.id;
    }
    EXPECT_EQ(codeOf(deskOf("ben", 4).remove("/v1/sessions/" + toString(id))), "unknown-session");
    EXPECT_EQ(deskOf("far", 5).remove("/v1/sessions/" + toString(id)).status, 404);
    EXPECT_EQ(lost.get(path("snapshot")).status, 200);
    EXPECT_EQ(ada.remove("/v1/sessions/" + toString(id)).status, 204);
    EXPECT_EQ(lost.get(path("snapshot")).status, 401);
    EXPECT_EQ(refresh(lost, lost.grant.refreshToken).status, 401);
    EXPECT_EQ(here.get(path("snapshot")).status, 200);
    EXPECT_EQ(ada.remove("/v1/sessions/" + toString(id)).status, 404) << "it is there no more";
    EXPECT_EQ(ada.remove("/v1/sessions/nonsense").status, 400);
    const auto entry = audited(ada).at(0);
    EXPECT_EQ(entry.type, "end-session");
    EXPECT_EQ(entry.actor.name, "Name of ada");
    EXPECT_EQ(entry.address, "127.0.0.1");
    EXPECT_EQ(entry.changes.at(0).before, "Name of anna (anna)");
}

TEST_P(GatewayAccounts, aNewPasswordEndsAllOtherSessionsOfTheAccount)
{
    const std::string next = "another good password";
    const WireDesk here = deskOf("anna", 1);
    const WireDesk there = deskOf("anna", 2);
    const WireDesk ben = deskOf("ben", 3);
    EXPECT_EQ(change(here, password, next).status, 204);
    EXPECT_EQ(here.get(path("snapshot")).status, 200);
    EXPECT_EQ(there.get(path("snapshot")).status, 401);
    EXPECT_EQ(ben.get(path("snapshot")).status, 200);
    EXPECT_EQ(desk(4).signIn("anna", password).status, 401);
    EXPECT_EQ(desk(4).signIn("anna", next).status, 200);
    const auto entry = audited(deskOf("ada", 5)).at(0);
    EXPECT_EQ(entry.type, "change-password");
    EXPECT_TRUE(entry.changes.at(0).isWithheld);
}

TEST_P(GatewayAccounts, whoDoesNotKnowThePasswordDoesNotChangeItHoweverOften)
{
    const WireDesk here = deskOf("anna", 1);
    const WireDesk there = deskOf("anna", 2);
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(codeOf(change(here, "a wrong password", "another good password")), "password-wrong");
    const RawAnswer tooOften = change(here, password, "another good password");
    EXPECT_EQ(tooOften.status, 429);
    EXPECT_LE(std::stoi(tooOften.header("retry-after")), 10);
    EXPECT_EQ(there.get(path("snapshot")).status, 200);
    EXPECT_EQ(here.get(path("snapshot")).status, 200) << "which is no reason to be signed out";
    EXPECT_EQ(change(desk(9), password, "another good password").status, 401);
}

TEST_P(GatewayAccounts, aPasswordThatMayNotBeSetIsRefusedWithItsReason)
{
    const WireDesk here = deskOf("anna", 1);
    EXPECT_EQ(codeOf(change(here, password, "ninechars")), "password-too-short");
    EXPECT_EQ(codeOf(change(here, password, "Qwertyuiop")), "password-too-common");
    EXPECT_EQ(codeOf(change(here, password, "Small-Hotel-26")), "password-like-name");
    EXPECT_EQ(codeOf(change(here, password, std::string(1'025, 'x'))), "password-too-long");
    const RawAnswer unreadable = here.post("/v1/password", R"({"current":"x"})");
    EXPECT_EQ(unreadable.status, 400);
    EXPECT_EQ(here.post("/v1/password", "{}", "text/plain").status, 415);
    EXPECT_EQ(desk(2).signIn("anna", password).status, 200) << "the old one stays";
}

TEST_P(GatewayAccounts, aDeskThatDidNotHearTheAnswerToItsRenewalStaysSignedIn)
{
    const WireDesk desk = deskOf("anna");
    const std::string first = desk.grant.refreshToken;
    const std::string unheard = refreshTokenOf(refresh(desk, first));
    pass(20min);
    const RawAnswer again = refresh(desk, first);
    ASSERT_EQ(again.status, 200) << again.body;
    EXPECT_EQ(refresh(desk, refreshTokenOf(again)).status, 200);
    EXPECT_EQ(codeOf(refresh(desk, unheard)), "refresh-reused") << "two hold what one had";
}

TEST_P(GatewayAccounts, aSpentTokenWhoseSuccessorWasUsedEndsTheSessionAndSaysSo)
{
    const WireDesk desk = deskOf("anna");
    const WireDesk other = deskOf("anna", 2);
    const std::string first = desk.grant.refreshToken;
    const std::string second = refreshTokenOf(refresh(desk, first));
    const std::string third = refreshTokenOf(refresh(desk, second));
    pass(2min);
    const RawAnswer reused = refresh(desk, first);
    EXPECT_EQ(reused.status, 401);
    EXPECT_EQ(codeOf(reused), "refresh-reused");
    EXPECT_FALSE(reused.has("account")) << "whose it was is not for who has stolen it";
    EXPECT_EQ(codeOf(refresh(desk, third)), "refresh-refused") << "all of them are over";
    EXPECT_EQ(desk.get(path("snapshot")).status, 401);
    EXPECT_EQ(other.get(path("snapshot")).status, 200);
    const std::string log = logged();
    const std::size_t at = log.find("refresh-token-reused");
    ASSERT_NE(at, std::string::npos);
    const std::string line = log.substr(log.rfind('\n', at) + 1, 400);
    EXPECT_NE(line.find("\"level\":\"warning\""), std::string::npos);
    EXPECT_NE(line.find("\"address\":\"127.0.0.1\""), std::string::npos);
    EXPECT_NE(line.find(reused.header("x-request-id")), std::string::npos);
}

TEST_P(GatewayAccounts, whoIsTurnedAwayIsLoggedWithTheIdOfTheAnswer)
{
    WireDesk anna = deskOf("anna");
    std::vector<std::pair<RawAnswer, std::string>> denied;
    denied.emplace_back(desk(2).signIn("anna", "a wrong password"), "sign-in-refused");
    denied.emplace_back(desk(2).get(path("snapshot")), "token-refused");
    denied.emplace_back(anna.get(path("snapshot", m_elsewhere)), "property-not-allowed");
    denied.emplace_back(desk(2).get("/v1/mypage/nonsense"), "link-unknown");
    denied.emplace_back(desk(2).get("/my/nonsense"), "");
    EXPECT_EQ(desk(2).get("/v1/nothing").status, 404);
    const std::string log = logged();
    for (const auto &[answer, code] : denied) {
        const std::string id = answer.header("x-request-id");
        ASSERT_FALSE(id.empty());
        EXPECT_NE(
            log.find("\"event\":\"request-denied\",\"request\":\"" + id + "\",\"address\":\"127.0.0.1\""),
            std::string::npos)
            << answer.status << ' ' << code << '\n'
            << log;
        EXPECT_NE(log.find("\"status\":\"" + std::to_string(answer.status) + "\",\"code\":\"" + code + "\""),
                  std::string::npos);
    }
    EXPECT_EQ(log.find("nonsense"), std::string::npos) << "no link is in it";
    EXPECT_EQ(log.find("/v1/nothing"), std::string::npos);
}

TEST(DeniedRequests, doNotFloodTheLog)
{
    std::ostringstream text;
    auto logger = std::make_shared<spdlog::logger>(
        "test", std::make_shared<spdlog::sinks::ostream_sink_mt>(text, true));
    logger->set_pattern("%v");
    const Log log(logger);
    std::chrono::steady_clock::time_point now{1h};
    DeniedLog denied(
        DeniedLog::Settings{{3, 1, 100}, {5, 1, 1}}, [&] { return now; }, log);
    const auto lines = [&] {
        const std::string all = text.str();
        return std::count(all.begin(), all.end(), '\n');
    };
    for (int i = 0; i < 1'000; ++i)
        denied.note({"r-" + std::to_string(i), "192.0.2.1", "/v1/session", 401, "sign-in-refused"});
    EXPECT_EQ(lines(), 3);
    for (int i = 0; i < 1'000; ++i)
        denied.note({"s-1", "198.51.100." + std::to_string(i % 250), "/v1/session", 401, "sign-in-refused"});
    EXPECT_LE(lines(), 6) << "nor do many addresses";
    now += 10s;
    denied.note({"t-1", "192.0.2.1", "/v1/session", 401, "sign-in-refused"});
    EXPECT_NE(text.str().find("requests-denied-untold"), std::string::npos);
}

TEST(Passwords, thatManyPeopleHaveOrThatAreNamesAreRefused)
{
    const std::vector<std::string> names{"anna", "Kim Minji", "City Hotel", "김민지", "Al"};
    const auto said = [&](const std::string &password) {
        const auto checked = checkPassword(password, names);
        return checked ? std::string("fine") : checked.error().code;
    };
    for (const char *good :
         {"correct horse battery staple", "a long enough password", "열자리는넘는비밀번호다",
          "anna likes long walks", "Al-Xoqm72-bw", "manager of the hotel"})
        EXPECT_EQ(said(good), "fine") << good;
    for (const char *brief : {"", "short", "ninechars", "김민지김민지"})
        EXPECT_EQ(said(brief), "password-too-short") << brief;
    for (const char *common : {"password123", "PASSWORD123", "1234567890", "0123456789", "qwertyuiop",
                               "aaaaaaaaaaaa", "abcabcabcabc", "abcdefghijkl", "9876543210", "121212121212"})
        EXPECT_EQ(said(common), "password-too-common") << common;
    for (const char *named :
         {"kim-minji-1", "KimMinji2026", "cityhotel!!", "2026City-Hotel", "김민지김민지123!"})
        EXPECT_EQ(said(named), "password-like-name") << named;
    EXPECT_EQ(said(std::string(2'000, 'x') + "y"), "password-too-long");
    EXPECT_EQ(checkPassword("short", {}).error().facts.at("least"), "10");
}

} // namespace
} // namespace deskbell::server::testing
