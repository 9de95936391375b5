// Notices through real processes: deskbelld, and a messenger that takes on, refuses, delivers late and
// loses answers, also when deskbelld is killed. The messenger has no idempotency: two calls are two
// messages, so that a guest was told once is told by its books.

#include <boost/json.hpp>
#include <gmock/gmock.h>

#include "server/programfixture.h"
#include "server/workers/notice/noticetemplates.h"

namespace deskbell::server::testing {
namespace {

using namespace protocol;
namespace json = boost::json;

const std::filesystem::path ours = std::filesystem::path(DESKBELL_DOCS).parent_path() / "resources/notices";

class NoticeProcesses : public Program
{
protected:
    NoticeProcesses() { m_environment["DESKBELL_NOTICE_SECRET"] = "secret"; }

    void startAll()
    {
        ASSERT_EQ(run({"account", "add", "mona", "--role", "manager", "--db", database()}, password).first,
                  0);
        ASSERT_TRUE(m_sandbox.start(
            DESKBELL_SANDBOX_PROGRAM, {"--currency", "EUR", "--message-key", "KEY", "--delivery-ms", "50"},
            {{"DESKBELL_SANDBOX_SECRET_KEY", "test_sk"}, {"DESKBELL_SANDBOX_MESSAGE_SECRET", "secret"}}));
        const auto port = m_sandbox.lineBeginning("listening on 127.0.0.1:");
        ASSERT_TRUE(port) << m_sandbox.output();
        m_provider = static_cast<std::uint16_t>(std::stoi(*port));
        approveOurTemplates();
        launch();
    }
    void approveOurTemplates()
    {
        const auto texts = NoticeTemplates::readFolder(ours).value();
        for (const auto &[tag, language] : texts.all()) {
            for (const auto &[name, each] : language.templates)
                ASSERT_EQ(sandbox()
                              .post("/_sandbox/templates",
                                    json::serialize(json::object{{"templateId", each.id},
                                                                 {"content", each.text},
                                                                 {"buttons", each.buttons.size()}}))
                              .status,
                          201);
        }
    }
    void launch()
    {
        const std::string url = "\"http://127.0.0.1:" + std::to_string(m_provider) + "\"\n";
        const std::string config = write("notices.toml", "[payment]\nlook-every-ms = 20\nurl = " + url +
                                                             "[notice]\n"
                                                             "url = " +
                                                             url +
                                                             "key = \"KEY\"\n"
                                                             "sender = \"0212345678\"\n"
                                                             "look-every-ms = 20\n"
                                                             "timeout-ms = 3000\n"
                                                             "retry-first-ms = 20\n"
                                                             "retry-most-ms = 200\n"
                                                             "settle-ms = 300\n"
                                                             "[notice.breaker]\n"
                                                             "open-ms = 200\n");
        m_backend = std::make_unique<ChildProcess>();
        m_desk = std::make_unique<WireDesk>(serve(*m_backend, {"--config", config}), ++m_desks);
        ASSERT_EQ(m_desk->signIn("mona", "a long enough password").status, 200);
    }
    WireDesk sandbox() const { return WireDesk(m_provider, 99); }
    void fault(const std::string &text)
    {
        EXPECT_EQ(sandbox().post("/_sandbox/faults", text).status, 201) << text;
    }
    json::array messages() const
    {
        return json::parse(sandbox().get("/_sandbox/messages").body).at("messages").as_array();
    }
    bool comesTo(const std::function<bool()> &holds) const
    {
        const auto end = std::chrono::steady_clock::now() + 60s;
        while (std::chrono::steady_clock::now() < end) {
            if (holds())
                return true;
        }
        return false;
    }

    void apply(CommandArgs args)
    {
        const CommandResult result =
            m_desk->sendOne(m_hotel.property, m_desk->commands.command(std::move(args)));
        EXPECT_TRUE(is<Applied>(result)) << refusalOf(result);
    }
    MakeReservation wish(const OfferingId &offering)
    {
        MakeReservation make;
        make.reservation = m_id = m_desk->commands.newReservation();
        make.offering = offering;
        make.stay = {date("2026-06-01"), date("2026-06-03")};
        make.guest.name = "김하나";
        make.guest.phone = "010-1234-5678";
        make.guest.language = "ko";
        make.adults = 2;
        make.currency = *parseCurrency("EUR");
        make.nightlyPrices = {12'850, 12'850};
        make.channel = "desk";
        return make;
    }
    Reservation seen() const { return m_desk->reservation(m_hotel.property, m_id).value_or(Reservation{}); }
    bool noticeComesTo(NoticeState state, std::size_t at = 0) const
    {
        return comesTo([&] {
            const Reservation now = seen();
            return now.notices.size() > at && now.notices[at].state == state;
        });
    }
    /// What the guest was sent, in order: "awaiting-payment-ko confirmed-ko".
    std::string templatesSent() const
    {
        std::string all;
        for (const json::value &message : messages()) {
            if (message.at("type") != "ATA")
                continue;
            std::string id(message.at("kakaoOptions").at("templateId").as_string());
            id.erase(0, std::string("KA01TP-deskbell-").size());
            all += (all.empty() ? "" : " ") + id;
        }
        return all;
    }

    ChildProcess m_sandbox;
    std::uint16_t m_provider = 0;
    std::unique_ptr<ChildProcess> m_backend;
    std::unique_ptr<WireDesk> m_desk;
    std::uint64_t m_desks = 0;
    ReservationId m_id;
};

DESKBELL_ON_EVERY_DATABASE(NoticeProcesses);

TEST_P(NoticeProcesses, aPrepaidGuestIsToldOfEveryChangeOfStateOnce)
{
    startAll();
    apply(wish(m_hotel.prepaid));
    ASSERT_TRUE(noticeComesTo(NoticeState::Delivered));
    apply(TakePayment{
        m_id, idNumbered<PaymentId>(4711), PaymentMethod::Card, {25'700, *parseCurrency("EUR")}, "tdesk_1"});
    ASSERT_TRUE(noticeComesTo(NoticeState::Delivered, 1));
    apply(ConfirmReservation{m_id});
    ASSERT_TRUE(noticeComesTo(NoticeState::Delivered, 2));
    apply(CancelReservation{m_id, "일정 변경"});
    ASSERT_TRUE(noticeComesTo(NoticeState::Delivered, 3));
    ASSERT_TRUE(noticeComesTo(NoticeState::Delivered, 4));
    EXPECT_EQ(templatesSent(),
              "awaiting-payment-ko awaiting-confirmation-ko confirmed-ko cancelled-ko refunded-ko");
    const json::array all = messages();
    ASSERT_EQ(all.size(), 5u); // and no text message beside
    for (const json::value &message : all) {
        EXPECT_EQ(message.at("to"), "01012345678");
        EXPECT_EQ(message.at("kakaoOptions").at("disableSms"), true);
    }
    const std::string cancelled(all[3].at("text").as_string());
    EXPECT_NE(cancelled.find("사유: 일정 변경"), std::string::npos) << cancelled;
    EXPECT_NE(std::string(all[4].at("text").as_string()).find("환불 금액 합계: €257.00"), std::string::npos);
    EXPECT_EQ(seen().notices.size(), 5u);
}

TEST_P(NoticeProcesses, eachGuestReadsTheirLanguageAndWhoWantsNoneIsLeftAlone)
{
    startAll();
    MakeReservation english = wish(m_hotel.doubles);
    english.guest.language = "en";
    apply(english);
    ASSERT_TRUE(noticeComesTo(NoticeState::Delivered));
    MakeReservation none = wish(m_hotel.doubles);
    none.guest.wantsNotices = false;
    apply(none);
    apply(ConfirmReservation{m_id});
    EXPECT_TRUE(seen().notices.empty());
    MakeReservation korean = wish(m_hotel.doubles);
    apply(korean);
    ASSERT_TRUE(noticeComesTo(NoticeState::Delivered));
    EXPECT_EQ(templatesSent(), "requested-en requested-ko");
}

TEST_P(NoticeProcesses, oneMessageGoesAlthoughItIsKilledBetweenSendingAndRecording)
{
    startAll();
    fault(R"({"fault":"timeout-after-taken","path":"/messages/v4/send","count":1})");
    apply(wish(m_hotel.doubles));
    ASSERT_TRUE(comesTo([&] { return messages().size() == 1; })); // taken on, and the answer never comes
    m_backend->kill();
    launch();
    EXPECT_NE(seen().notices.at(0).state, NoticeState::Queued) << "that it goes was kept before it went";
    EXPECT_TRUE(noticeComesTo(NoticeState::Delivered));
    EXPECT_EQ(messages().size(), 1u);
}

TEST_P(NoticeProcesses, oneMessageGoesWhateverIsHeardOfIt)
{
    startAll();
    for (const char *way :
         {R"({"fault":"garbage","path":"/messages/v4/send","count":1})",
          R"({"fault":"error-500","path":"/messages/v4/send","taken":true,"count":1})",
          R"({"fault":"html","path":"/messages/v4/send","taken":false,"count":1})",
          R"({"fault":"close-without-answer","path":"/messages/v4/send","taken":true,"count":1})",
          R"({"fault":"close-without-answer","path":"/messages/v4/send","taken":false,"count":1})",
          R"({"fault":"refuse","path":"/messages/v4/send","code":"TooManyRequests","count":3})",
          R"({"fault":"refuse","path":"/messages/v4/list","code":"InternalError","count":2})"}) {
        const std::size_t before = messages().size();
        fault(way);
        apply(wish(m_hotel.doubles));
        EXPECT_TRUE(noticeComesTo(NoticeState::Delivered)) << way;
        EXPECT_EQ(messages().size(), before + 1) << way;
    }
}

TEST_P(NoticeProcesses, whatIsUncertainIsLookedUpUntilItIsKnown)
{
    startAll();
    fault(R"({"fault":"result","code":"3014","count":1,"then":"4000","thenMs":1500})");
    apply(wish(m_hotel.doubles));
    EXPECT_TRUE(noticeComesTo(NoticeState::Uncertain));
    EXPECT_TRUE(noticeComesTo(NoticeState::Delivered));
    EXPECT_EQ(messages().size(), 1u);
}

TEST_P(NoticeProcesses, aDefiniteFailureFallsBackToOneTextMessage)
{
    startAll();
    fault(R"({"fault":"result","code":"3104","count":1})");
    apply(wish(m_hotel.doubles));
    ASSERT_TRUE(noticeComesTo(NoticeState::Delivered));
    const Notice notice = seen().notices.at(0);
    EXPECT_EQ(notice.way, NoticeWay::Sms);
    EXPECT_EQ(notice.fallbackCode, "3104");
    const json::array all = messages();
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].at("type"), "ATA");
    EXPECT_NE(all[1].at("type"), "ATA");
    EXPECT_NE(std::string(all[1].at("text").as_string()).find("예약 신청이 접수되었습니다."),
              std::string::npos);
    EXPECT_EQ(all[1].at("from"), "0212345678");
}

TEST_P(NoticeProcesses, whileTheMessengerIsDownReservationsGoOnAndNoticesFollowInTheirOrder)
{
    startAll();
    fault(R"({"fault":"error-500","path":"/messages/v4","taken":false})");
    apply(wish(m_hotel.doubles));
    apply(ConfirmReservation{m_id});
    apply(CancelReservation{m_id, ""});
    EXPECT_EQ(seen().state, ReservationState::Cancelled);
    EXPECT_TRUE(messages().empty());
    EXPECT_EQ(sandbox().remove("/_sandbox/faults").status, 204);
    EXPECT_TRUE(noticeComesTo(NoticeState::Delivered, 2));
    EXPECT_EQ(templatesSent(), "requested-ko awaiting-payment-ko cancelled-unpaid-ko");
}

TEST_P(NoticeProcesses, aBrokenTemplateIsToldAtTheStartWithItsPlace)
{
    std::filesystem::create_directories(m_folder / "texts");
    std::ostringstream text;
    text << std::ifstream(ours / "ko.toml").rdbuf();
    std::string broken = text.str();
    const std::string was = "[confirmed]\nid = ";
    broken.replace(broken.find(was), was.size(), "[confirmed]\nidd = ");
    write("texts/ko.toml", broken);
    const std::string folder = (m_folder / "texts").string();
    const auto [status, said] = run({"check-notices", folder});
    EXPECT_EQ(status, 2);
    EXPECT_NE(said.find("ko.toml, line "), std::string::npos) << said;
    EXPECT_NE(said.find("unknown key confirmed.idd"), std::string::npos) << said;
    const std::string config = write(
        "c.toml", "[notice]\nurl = \"http://127.0.0.1:1\"\nkey = \"K\"\nsender = \"021\"\ntemplates = \"" +
                      folder + "\"\n");
    const auto [started, why] = run({"serve", "--db", database(), "--config", config});
    EXPECT_EQ(started, 2);
    EXPECT_NE(why.find("confirmed.idd"), std::string::npos) << why;
    write("texts/ko.toml", text.str());
    EXPECT_EQ(run({"check-notices", folder}), (std::pair{0, std::string("ko\tKA01PF-deskbell\t39\n")}));
    EXPECT_EQ(run({"check-notices"}).first, 0); // ours
}

TEST_P(NoticeProcesses, textsAreHeldToWhatTheMessengerApproved)
{
    startAll();
    const std::string config = (m_folder / "notices.toml").string();
    EXPECT_EQ(run({"check-notices", "--approved", "--config", config}).first, 0);
    std::filesystem::create_directories(m_folder / "texts");
    std::ostringstream text;
    text << std::ifstream(ours / "ko.toml").rdbuf();
    const auto checkedWith = [&](const std::string &was, const std::string &is) {
        std::string changed = text.str();
        changed.replace(changed.find(was), was.size(), is);
        write("texts/ko.toml", changed);
        return run({"check-notices", (m_folder / "texts").string(), "--approved", "--config", config});
    };
    const auto [status, said] = checkedWith("예약이 확정되었습니다.\n", "예약이 확정되었습니다!\n");
    EXPECT_EQ(status, 1);
    EXPECT_NE(said.find("template KA01TP-deskbell-confirmed-ko differ"), std::string::npos) << said;
    const auto [unknown, why] = checkedWith("KA01TP-deskbell-paid-ko", "KA01TP-other");
    EXPECT_EQ(unknown, 1);
    EXPECT_NE(why.find("no template KA01TP-other"), std::string::npos) << why;
    m_sandbox.kill();
    EXPECT_NE(run({"check-notices", "--approved", "--config", config}).second.find("does not answer"),
              std::string::npos);
}

TEST_P(NoticeProcesses, aMessengerThatCannotBeUsedIsToldAtTheStart)
{
    const auto statusOf = [&](const std::string &notice, const std::string &roles = "gateway,notice") {
        const std::string config = write("c.toml", "[notice]\n" + notice);
        return run({"serve", "--db", database(), "--roles", roles, "--config", config}).first;
    };
    const std::string good = "key = \"K\"\nsender = \"0212345678\"\n";
    EXPECT_EQ(statusOf(""), 2);
    EXPECT_EQ(statusOf("url = \"http://messenger.example\"\n" + good), 2);
    EXPECT_EQ(statusOf("url = \"https://messenger.example\"\n" + good), 2); // with templates of ours
    EXPECT_EQ(statusOf("url = \"http://127.0.0.1:1\"\nsender = \"021\"\n"), 2);
    EXPECT_EQ(statusOf("url = \"http://127.0.0.1:1\"\nkey = \"K\"\nsender = \"+82 2 1\"\n"), 2);
    EXPECT_EQ(statusOf("url = \"http://127.0.0.1:1\"\nfile = \"x\"\n" + good), 2);
}

TEST_P(NoticeProcesses, whereGuestsReachTheHouseIsAskedForBeforeAMessageLeadsThere)
{
    const auto saidFor = [&](const std::string &more, const std::string &url = "https://messenger.example") {
        const std::string config =
            write("c.toml", "[notice]\nkey = \"K\"\nsender = \"0212345678\"\nurl = \"" + url +
                                "\"\ntemplates = \"" + ours.generic_string() + "\"\n" + more);
        const auto [status, said] = run({"serve", "--db", (m_folder / "none.db").string(), "--roles",
                                         "gateway,notice", "--config", config});
        return std::to_string(status) + said;
    };
    const auto says = [](const char *text) { return ::testing::HasSubstr(text); };
    const std::string guests = "[guests]\npublic-url = ";
    EXPECT_THAT(saidFor(""), says("2deskbelld: notices link to the guests' pages"));
    EXPECT_THAT(saidFor(guests + "\"hotel.example\""), says("takes https://HOST"));
    EXPECT_THAT(saidFor(guests + "\"http://hotel.example\""), says("takes https://HOST"));
    EXPECT_THAT(saidFor(guests + "\"https://hotel.example/deskbell\""), says("takes https://HOST"));
    EXPECT_THAT(saidFor(guests + "\"https://a-rather-long-name-of-a-hotel.chain.example.com\""),
                says("at most 48"));
    EXPECT_THAT(saidFor(guests + "\"https://hotel.example/\""), says("there is no database"))
        << "all is well but that";
    EXPECT_THAT(saidFor("", "http://127.0.0.1:1"), says("there is no database"))
        << "to develop it needs none";
}

} // namespace
} // namespace deskbell::server::testing
