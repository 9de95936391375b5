// The whole process: what it says and with which status it ends when something is wrong.

#include <boost/json.hpp>

#include "server/programfixture.h"

namespace deskbell::server::testing {
namespace {

using namespace protocol;
namespace json = boost::json;

TEST_F(Program, aMissingDatabaseIsNamedWithAStatusOfItsOwn)
{
    const auto [status, said] = run({"serve", "--db", (m_folder / "none.db").string()});
    EXPECT_EQ(status, 4);
    EXPECT_NE(said.find("there is no database"), std::string::npos) << said;
}

TEST_F(Program, aDatabaseThatAnotherProcessHasOpenIsLeftAlone)
{
    ChildProcess first;
    serve(first);
    const auto [status, said] = run({"serve", "--db", database()});
    EXPECT_EQ(status, 4);
    EXPECT_NE(said.find("another process"), std::string::npos) << said;
}

/// Spoils one byte in the last page of the database that begins as `kind` says; false when there is none.
bool spoilPage(const std::string &database, std::initializer_list<char> kinds)
{
    constexpr std::size_t size = 4096;
    std::fstream file(database, std::ios::in | std::ios::out | std::ios::binary);
    std::string all{std::istreambuf_iterator<char>(file), {}};
    for (std::size_t page = all.size() / size; page-- > 1;) {
        const bool isSchema = all.find("CREATE ", page * size) < (page + 1) * size; // read at every start
        if (isSchema || std::find(kinds.begin(), kinds.end(), all[page * size]) == kinds.end())
            continue;
        file.clear();
        file.seekp(static_cast<std::streamoff>(page * size + 2000));
        file.put(static_cast<char>(all[page * size + 2000] ^ 1));
        return true;
    }
    return false;
}

TEST_F(Program, aDamagedLeafIsToldAndTheRestGoesOn)
{
    ASSERT_TRUE(spoilPage(database(), {'\x0d', '\x0a'}));
    ChildProcess process;
    const std::uint16_t port = serve(process);
    RawAnswer ready;
    for (int i = 0; i < 300 && ready.status != 503; ++i, std::this_thread::sleep_for(10ms))
        ready = WireDesk(port, 1).get("/readyz");
    EXPECT_EQ(codeOf(ready), "storage-damaged");
    const auto [status, said] = run({"status", "--db", database()});
    EXPECT_EQ(status, 0);
    EXPECT_GE(json::parse(said).at("integrity").at("damaged").as_int64(), 1) << said;
    EXPECT_NE(process.output().find("storage-damaged"), std::string::npos);
    process.askToEnd();
    EXPECT_EQ(process.exitStatus(), 0);
}

TEST_F(Program, aFirstPageThatIsDamagedIsTheEnd)
{
    std::fstream file(database(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(3000);
    const char was = static_cast<char>(file.peek());
    file.put(static_cast<char>(was ^ 1)).flush();
    const auto [status, said] = run({"serve", "--db", database(), "--listen", "127.0.0.1:0"});
    EXPECT_EQ(status, 4);
    EXPECT_NE(said.find("restore it from a backup"), std::string::npos) << said;
}

TEST_F(Program, filesAreNobodyElsesWhateverTheUmask)
{
    using std::filesystem::perms;
    const std::string fresh = (m_folder / "private.db").string();
    EXPECT_EQ(run({"property", "add", "Private", "--time-zone", "Asia/Seoul", "--currency", "KRW",
                   "--business-date", "2026-05-10", "--db", fresh})
                  .first,
              0);
    std::filesystem::permissions(fresh, perms::group_read | perms::others_read,
                                 std::filesystem::perm_options::add);
    ChildProcess process;
    ASSERT_TRUE(process.start(DESKBELLD_PROGRAM, {"serve", "--db", fresh, "--listen", "127.0.0.1:0"}));
    ASSERT_TRUE(process.lineBeginning("listening on "));
    for (const char *suffix : {"", "-wal", "-shm", ".lock", ".mark", ".control"}) {
        ASSERT_TRUE(std::filesystem::exists(fresh + suffix)) << suffix;
        EXPECT_EQ(std::filesystem::status(fresh + suffix).permissions() &
                      (perms::group_all | perms::others_all),
                  perms::none)
            << suffix;
    }
    EXPECT_NE(process.output().find("file-narrowed"), std::string::npos) << process.output();
}

TEST_F(Program, aPortThatIsTakenIsNamed)
{
    ChildProcess first;
    const std::uint16_t port = serve(first);
    const std::string copy = (m_folder / "copy.db").string();
    {
        TestClock clock;
        SqliteOptions other;
        other.file = copy;
        ASSERT_TRUE(openSqliteStorage(other, clock.surroundings()));
    }
    const auto [status, said] = run({"serve", "--db", copy, "--listen", "127.0.0.1:" + std::to_string(port)});
    EXPECT_EQ(status, 3);
    EXPECT_NE(said.find(std::to_string(port)), std::string::npos) << said;
}

TEST_F(Program, plainHttpIsForLoopbackOnly)
{
    const auto [status, said] = run({"serve", "--db", database(), "--listen", "0.0.0.0:0"});
    EXPECT_EQ(status, 3);
    EXPECT_NE(said.find("--tls-cert"), std::string::npos) << said;
}

TEST_F(Program, aCertificateThatIsNotThereIsNamed)
{
    const auto [status, said] =
        run({"serve", "--db", database(), "--tls-cert", "/nowhere.pem", "--tls-key", "/nowhere.key"});
    EXPECT_EQ(status, 3);
    EXPECT_NE(said.find("/nowhere.pem"), std::string::npos) << said;
    EXPECT_EQ(run({"serve", "--db", database(), "--tls-cert", "/nowhere.pem"}).first, 2);
}

TEST_F(Program, aPropertyBeginsWithoutAnImport)
{
    const std::string fresh = (m_folder / "fresh.db").string();
    const auto add = [&](const std::string &name, const std::string &currency, const std::string &day) {
        return run({"property", "add", name, "--time-zone", "Asia/Seoul", "--currency", currency,
                    "--business-date", day, "--db", fresh});
    };
    EXPECT_EQ(add("OuterPark", "won", "2026-05-10").first, 2);
    EXPECT_EQ(add("OuterPark", "KRW", "10 May").first, 2);
    EXPECT_EQ(add(" ", "KRW", "2026-05-10").first, 2);
    EXPECT_EQ(add("OuterPark", "KRW", "2026-05-10").first, 0);
    const auto [status, said] = add("OuterPark", "KRW", "2026-05-10");
    EXPECT_EQ(status, 1);
    EXPECT_NE(said.find("already"), std::string::npos) << said;
    EXPECT_EQ(add("bstore", "KRW", "2026-05-10").first, 0);
}

TEST_F(Program, propertiesAreCorrectedAndTheirDayIsMovedWhileItRuns)
{
    ChildProcess process;
    serve(process);
    ASSERT_EQ(run({"property", "add", "OuterPark", "--time-zone", "Asia/Seoul", "--currency", "KRW",
                   "--business-date", "2026-05-10", "--db", database()})
                  .first,
              0);
    const auto tells = [&](std::vector<std::string> arguments, int status, const std::string &words) {
        arguments.insert(arguments.end(), {"--db", database()});
        const auto [got, said] = run(arguments);
        EXPECT_EQ(got, status) << said;
        EXPECT_NE(said.find(words), std::string::npos) << said;
    };
    tells({"business-date", "OuterPark"}, 0, "2026-05-10\tOuterPark");
    tells({"business-date", "OuterPark", "--next"}, 0, "2026-05-11");
    tells({"business-date"}, 2, "name it");
    tells({"business-date", "Nowhere"}, 1, "Nowhere");
    tells({"property", "edit", "OuterPark", "--name", "Inner & Park", "--time-zone", "Europe/Lisbon",
           "--clerks-confirm", "yes"},
          0, "Inner & Park\tEurope/Lisbon\tKRW\t2026-05-11\tclerks confirm");
    tells({"property", "edit", "Inner & Park", "--time-zone", "Europe/Lissabon"}, 2, "Europe/Lissabon");
    tells({"property", "edit", "Inner & Park", "--closed", "yes"}, 0, "clerks confirm\tclosed");
    tells({"property", "edit", "Inner & Park", "--closed", "no"}, 0, "clerks confirm");
    tells({"property", "edit", "Inner & Park", "--closed", "perhaps"}, 2, "perhaps");
    tells({"property", "edit", "Inner & Park", "--clerks-confirm", "perhaps"}, 2, "perhaps");
    tells({"property", "list"}, 0, "Inner & Park");
}

TEST_F(Program, accountsAreChangedAndDeletedWhileItRuns)
{
    ChildProcess process;
    serve(process);
    m_environment["DESKBELL_PASSWORD"] = "a long enough password";
    const auto tells = [&](std::vector<std::string> arguments, int status, const std::string &words) {
        arguments.insert(arguments.begin(), "account");
        arguments.insert(arguments.end(), {"--db", database()});
        const auto [got, said] = run(arguments);
        EXPECT_EQ(got, status) << said;
        EXPECT_NE(said.find(words), std::string::npos) << said;
    };
    tells({"add", "otto", "--role", "clerk"}, 0, "otto\tclerk\tenabled");
    tells({"add", "mona", "--role", "clerk"}, 0, "mona");
    tells({"edit", "otto", "--role", "manager", "--name", "Otto Park", "--user-name", "opark"}, 0,
          "opark\tmanager\tenabled\tOtto Park");
    tells({"edit", "opark", "--user-name", "mona"}, 1, "already");
    tells({"edit", "opark", "--role", "boss"}, 2, "boss");
    tells({"edit", "otto", "--role", "clerk"}, 1, "no account");
    tells({"delete", "opark"}, 0, "");
    tells({"delete", "opark"}, 1, "no account");
    tells({"add", "opark", "--role", "clerk"}, 0, "opark\tclerk");
}

TEST_F(Program, wrongArgumentsAreNamedBeforeAnythingHappens)
{
    EXPECT_EQ(run({"serve", "--db", database(), "--roles", "gateway,bellboy"}).first, 2);
    EXPECT_NE(run({"serve", "--db", database(), "--roles", "gateway,bellboy"}).second.find("`bellboy`"),
              std::string::npos);
    EXPECT_EQ(run({"serve", "--db", database(), "--roles", "payment"}).first, 2);
    EXPECT_EQ(run({"serve", "--db", database(), "--payment-url", "http://provider.example"}).first, 2);
    m_environment.clear();
    EXPECT_EQ(run({"serve", "--db", database(), "--payment-url", "https://provider.example"}).first, 2)
        << "and its secret?";
    EXPECT_EQ(run({"serve", "--db", database(), "--listen", "8080"}).first, 2);
    EXPECT_EQ(run({"serve", "--nonsense"}).first, 2);
    EXPECT_EQ(run({"dance"}).first, 2);
    EXPECT_EQ(run({"--help"}).first, 0);
    EXPECT_EQ(run({"--version"}).second.substr(0, 10), "deskbelld ");
}

TEST_F(Program, configurationsAreReadStrictly)
{
    const auto configured = [&](const std::string &text) {
        return run({"serve", "--db", database(), "--config", write("c.toml", text)});
    };
    for (const char *text :
         {"conections = 5", "[limits]\nbody = 5", "[limits]\nbody-bytes = -1", "[limits]\nbody-bytes = \"5\"",
          "[payment.breaker]\nfailure-rate = 7.0", "listen = \"8080\"", "roles = \"gateway,dance\"",
          "= broken", "log-level = \"loud\"", "db = 5"}) {
        const auto [status, said] = configured(text);
        EXPECT_EQ(status, 2) << text << '\n' << said;
        EXPECT_NE(said.find("deskbelld: "), std::string::npos) << text;
    }
    EXPECT_EQ(run({"serve", "--config", "/nowhere.toml"}).first, 2);
}

TEST_F(Program, accountsAreMadeListedAndChangedWhetherItRunsOrNot)
{
    addClerk();
    EXPECT_EQ(run({"account", "add", "anna", "--role", "clerk", "--db", database()}, password).first, 1);
    EXPECT_EQ(run({"account", "add", "sys", "--role", "system", "--db", database()}, password).first, 2);
    EXPECT_EQ(run({"account", "add", "x", "--role", "clerk", "--db", database()}, "short\n").first, 1);
    EXPECT_EQ(run({"account", "add", "x", "--role", "clerk", "--db", database()}).first, 2)
        << "no password at all";
    EXPECT_EQ(run({"account", "add", "x", "--role", "clerk", "--property", "Elsewhere", "--db", database()},
                  password)
                  .first,
              1);

    ChildProcess process;
    WireDesk desk(serve(process), 1);
    ASSERT_EQ(desk.signIn("anna", "a long enough password").status, 200);
    EXPECT_EQ(
        run({"account", "add", "--user", "mona", "--role", "manager", "--db", database()}, password).first,
        0);
    const auto [status, said] = run({"account", "list", "--db", database()});
    EXPECT_EQ(status, 0);
    EXPECT_NE(said.find("mona\tmanager\tenabled"), std::string::npos) << said;
    EXPECT_EQ(WireDesk(desk).signIn("mona", "a long enough password").status, 200);

    EXPECT_EQ(run({"account", "passwd", "anna", "--db", database()}, "another password\n").first, 0);
    EXPECT_EQ(desk.get("/v1/commands/" + toString(idNumbered<CommandId>(1))).status, 401)
        << "sessions end with the password";
    EXPECT_EQ(desk.signIn("anna", "another password").status, 200);
    EXPECT_EQ(run({"account", "disable", "anna", "--db", database()}).first, 0);
    EXPECT_EQ(desk.signIn("anna", "another password").status, 401);
    EXPECT_EQ(run({"account", "enable", "anna", "--db", database()}).first, 0);
    EXPECT_EQ(desk.signIn("anna", "another password").status, 200);
    EXPECT_EQ(run({"account", "disable", "nobody", "--db", database()}).first, 1);
}

TEST_F(Program, aGuestsLinkIsShownAndTakenBackWhetherItRunsOrNot)
{
    MakeReservation make;
    make.reservation = idNumbered<ReservationId>(5);
    make.offering = m_hotel.doubles;
    make.stay = {date("2026-06-01"), date("2026-06-03")};
    make.guest.name = "Kim Minji";
    make.currency = *parseCurrency("EUR");
    make.nightlyPrices = {10'000, 10'000};
    const ReservationId id = make.reservation;
    {
        TestClock clock;
        const auto storage = m_disk->open(clock, nullptr);
        Desk desk;
        const auto made = submit(
            *storage,
            {m_hotel.property, {{}, "Anna", Role::Clerk}, desk.batch({desk.command(make)}), std::nullopt});
        ASSERT_TRUE(made && is<Applied>(made->front()));
    }
    const auto link = [&](const char *action, const std::string &which) {
        const auto [status, said] = run({"guest-link", action, which, "--db", database()});
        EXPECT_EQ(status, 0) << said;
        EXPECT_TRUE(said.starts_with(shortCode(id) + "\t")) << said;
        EXPECT_NE(said.find("until 2026-11-30"), std::string::npos) << said;
        const std::size_t from = said.find('\t') + 1;
        return said.substr(from, said.find('\t', from) - from);
    };
    const std::string first = link("show", toString(id));
    ASSERT_TRUE(first.starts_with("/my/")) << first;
    const std::string second = link("revoke", toString(id));
    EXPECT_NE(second, first);
    ChildProcess process;
    const WireDesk guest(serve(process), 1);
    EXPECT_EQ(guest.get(first).status, 410);
    EXPECT_EQ(guest.get(second).status, 200);
    const std::string shown = link("show", toString(id));
    EXPECT_TRUE(shown.starts_with("http://127.0.0.1:") && shown.ends_with(second)) << shown;
    const std::string third = link("revoke", "https://hotel.example" + first + "/receipt");
    EXPECT_EQ(guest.get(second).status, 410);
    EXPECT_EQ(guest.get(third.substr(third.find("/my/"))).status, 200);
    EXPECT_EQ(process.output().find(first.substr(4)), std::string::npos) << "no token is logged";
    for (const std::string &nobodys :
         {toString(idNumbered<ReservationId>(6)), std::string("x"), first + "x"}) {
        const auto [status, said] = run({"guest-link", "revoke", nobodys, "--db", database()});
        EXPECT_EQ(status, 1) << said;
        EXPECT_NE(said.find("neither the id of a reservation"), std::string::npos) << said;
    }
}

TEST_F(Program, itEndsWhenAskedAndLeavesNothingBehind)
{
    ChildProcess process;
    serve(process);
    EXPECT_TRUE(std::filesystem::exists(database() + ".control"));
    EXPECT_EQ(run({"status", "--db", database()}).first, 0);
    process.askToEnd();
    EXPECT_EQ(process.exitStatus(), 0) << process.output();
    EXPECT_FALSE(std::filesystem::exists(database() + ".control"));
    const auto [status, said] = run({"status", "--db", database()});
    EXPECT_EQ(status, 1);
    EXPECT_NE(said.find("no running deskbelld"), std::string::npos) << said;
}

TEST_F(Program, aProcessThatLeavesSaysSoAndGoesOnUntilItsTimeIsOver)
{
    ChildProcess process;
    addClerk();
    const std::uint16_t port = serve(process, {"--config", write("c.toml", "leave-ms = 60000\n")});
    WireDesk desk(port, 1);
    ASSERT_EQ(desk.signIn("anna", "a long enough password").status, 200);
    const std::string live = "/v1/properties/" + toString(m_hotel.property) + "/live";
    RawClient before(port);
    ASSERT_EQ(before.upgrade(live), 101);
    EXPECT_EQ(desk.get("/readyz").status, 200);
    process.askToEnd();
    RawAnswer ready;
    do
        ready = desk.get("/readyz");
    while (ready.status == 200);
    EXPECT_EQ(codeOf(ready), "server-stopping");
    EXPECT_EQ(desk.get("/v1/properties/" + toString(m_hotel.property) + "/snapshot").status, 200);
    RawClient after(port);
    EXPECT_EQ(after.upgrade(live), 101) << "closed with the others when the time is over";
    EXPECT_TRUE(before.isConnected() && !before.hasEnded());
    process.askToEnd();
    EXPECT_EQ(process.exitStatus(), 0) << "who asks a second time does not want to wait";
}

TEST_F(Program, theControlLineIsClosedToWhoCannotReadItsFile)
{
    ChildProcess process;
    serve(process);
    std::string line;
    std::ifstream stream(database() + ".control");
    std::getline(stream, line);
    const json::value control = json::parse(line);
    const std::string url(control.at("url").as_string());
    const WireDesk stranger(static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1))), 1);
    EXPECT_EQ(stranger.get("/status").status, 401);
    EXPECT_EQ(stranger.get("/status", "Authorization: Bearer x\r\n").status, 401);
    EXPECT_EQ(stranger.post("/account", R"({"action":"list"})").status, 401);
    const std::string token =
        "Authorization: Bearer " + std::string(control.at("token").as_string()) + "\r\n";
    EXPECT_EQ(stranger.get("/status", token).status, 200);
    const auto mode = std::filesystem::status(database() + ".control").permissions();
    EXPECT_EQ(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

} // namespace
} // namespace deskbell::server::testing
