// While PostgreSQL is away every call and every page says so and when to come again.

#include "protocol/guests.h"
#include "server/gatewayfixture.h"
#include "support/privatepostgres.h"

namespace deskbell::server::testing {
namespace {

using deskbell::test::PrivatePostgres;

class Away : public GatewayTest
{
protected:
    void SetUp() override
    {
        m_hasCardService = true;
        launch();
        addAccount("mona", Role::Manager, {m_hotel.property});
    }
    RawAnswer ask(const std::string &method, const std::string &path, const std::string &more = {},
                  const std::string &body = {}) const
    {
        return RawClient::ask(m_server->port(), method + ' ' + path +
                                                    " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" +
                                                    more + "Content-Length: " + std::to_string(body.size()) +
                                                    "\r\n\r\n" + body);
    }
};

INSTANTIATE_TEST_SUITE_P(Postgres, Away, ::testing::Values(DiskFactory(onPostgres)));

TEST_P(Away, everyCallAndPageIsAnswered503AndWhenToComeAgain)
{
    WireDesk mona = deskOf("mona");
    const std::string json = "Content-Type: application/json\r\n";
    const std::string key = "Idempotency-Key: " + toString(idNumbered<CommandId>(7'000)) + "\r\n";
    protocol::ReservationRequest order;
    order.property = m_hotel.property;
    order.offering = m_hotel.prepaid;
    order.stay = {date("2026-06-01"), date("2026-06-03")};
    order.guest.name = "Kim Secretname";
    order.guest.phone = "010-5555-1234";
    order.adults = 2;
    order.payment = protocol::CheckoutPayment{"tgen_card", Money{20'000, *parseCurrency("EUR")}};
    const RawAnswer made =
        ask("POST", "/v1/reservations", json + key, protocol::encodeReservationRequest(order));
    ASSERT_EQ(made.status, 201) << made.body;
    const std::string token = protocol::decodeReservationMade(made.body).value().token;
    const Command again = mona.commands.command(wish(mona, "2026-07-01", "2026-07-03"));

    PrivatePostgres::shared().crash();
    std::vector<std::pair<std::string, RawAnswer>> answers;
    for (const char *what : {"snapshot", "health", "audit", "management", "reconciliations/2026-05-09"})
        answers.emplace_back(what, mona.get(path(what)));
    answers.emplace_back("receipt", mona.get("/v1/commands/" + toString(again.id)));
    answers.emplace_back("command", mona.send(m_hotel.property, {again}));
    answers.emplace_back("sign-in", WireDesk(desk(2)).signIn("mona", password));
    answers.emplace_back("refresh", mona.post("/v1/session/refresh",
                                              R"({"refreshToken":")" + mona.grant.refreshToken + "\"}"));
    answers.emplace_back("readyz", ask("GET", "/readyz"));
    order.stay = {date("2026-07-01"), date("2026-07-03")};
    answers.emplace_back("order",
                         ask("POST", "/v1/reservations",
                             json + "Idempotency-Key: " + toString(idNumbered<CommandId>(8'000)) + "\r\n",
                             protocol::encodeReservationRequest(order)));
    for (const std::string &page : {"/v1/mypage/" + token, "/my/" + token, "/my/" + token + "/cancel",
                                    "/book/" + toString(m_hotel.property)})
        answers.emplace_back(page, ask("GET", page));
    PrivatePostgres::shared().start();

    for (const auto &[what, answer] : answers) {
        EXPECT_EQ(answer.status, 503) << what << ' ' << answer.body;
        EXPECT_NE(answer.header("retry-after"), "") << what;
    }
}

} // namespace
} // namespace deskbell::server::testing
