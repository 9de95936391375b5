// Every refusal that a desk can meet on any of its calls is in the one form that it takes for the backend's
// word, whoever makes it: the routes, the gateway, the storage, or the HTTP server before any of them.

#include "server/gatewayfixture.h"

namespace deskbell::server::testing {
namespace {

class GatewayRefusals : public GatewayTest
{
protected:
    void SetUp() override
    {
        launch();
        addAccount("anna", Role::Clerk, {m_hotel.property});
    }
    /// `more`: header lines besides the usual ones.
    RawAnswer ask(const std::string &method, const std::string &target, const std::string &more = {},
                  const std::string &body = {}) const
    {
        const std::string length =
            body.empty() ? std::string() : "Content-Length: " + std::to_string(body.size()) + "\r\n";
        return RawClient::ask(m_server->port(), method + " " + target +
                                                    " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" +
                                                    length + more + "\r\n" + body);
    }
    static void expectRefused(const RawAnswer &answer, int status, const std::string &code,
                              const std::string &what)
    {
        EXPECT_EQ(answer.status, status) << what;
        EXPECT_EQ(codeOf(answer), code) << what;
        EXPECT_TRUE(isOwnWord(answer)) << what << ": " << answer.body;
    }
    std::vector<std::string> reads() const
    {
        return {path("snapshot"),
                path("changes") + "?after=x",
                path("health"),
                path("audit"),
                path("management"),
                path("reconciliations/2026-06-01"),
                "/v1/commands/" + toString(Uuid{})};
    }
    const std::string m_json = "Content-Type: application/json\r\n";
};

DESKBELL_ON_EVERY_DATABASE(GatewayRefusals);

TEST_P(GatewayRefusals, ofEveryCallAreTheBackendsOwn)
{
    const WireDesk anna = deskOf("anna");
    const WireDesk stranger = desk(9);
    for (const std::string &read : reads()) {
        expectRefused(stranger.get(read), 401, "token-refused", read);
        expectRefused(stranger.get(read, "Authorization: Bearer nonsense\r\n"), 401, "token-refused", read);
        expectRefused(ask("PUT", read), 405, "method-not-allowed", read);
    }
    expectRefused(anna.get(path("snapshot", m_elsewhere)), 403, "property-not-allowed", "snapshot elsewhere");
    expectRefused(anna.get(path("snapshot") + "?from=x&to=y"), 400, "bad-date", "snapshot of no dates");
    expectRefused(anna.get(path("changes") + "?after=x"), 400, "bad-cursor", "changes after nothing");
    expectRefused(anna.get(path("audit")), 403, "role-not-allowed", "a clerk's audit");
    expectRefused(anna.get("/v1/commands/x"), 400, "bad-uuid", "a receipt of nothing");
    expectRefused(anna.get("/v1/properties/x/health"), 400, "bad-uuid", "the health of nothing");
    expectRefused(ask("GET", "/v1/nothing"), 404, "not-found", "no such call");
    const std::string commands = path("commands");
    expectRefused(stranger.post(commands, "{}"), 401, "token-refused", "commands of nobody");
    expectRefused(anna.post(commands, "{}"), 400, "bad-command-batch", "no commands");
    expectRefused(anna.post(commands, "{"), 400, "json-malformed", "no JSON");
    expectRefused(anna.post(commands, "{}", "text/plain"), 415, "not-json", "commands as text");
    expectRefused(anna.post(path("commands", m_elsewhere), "{}"), 403, "property-not-allowed",
                  "commands elsewhere");
    for (const char *call : {"/v1/session", "/v1/session/refresh"}) {
        expectRefused(stranger.post(call, "{}"), 400, "bad-session-message", call);
        expectRefused(stranger.post(call, "x", "text/plain"), 415, "not-json", call);
        expectRefused(stranger.post(call, std::string(8'000, ' ')), 413, "body-too-large", call);
        expectRefused(ask("GET", call), 405, "method-not-allowed", call);
    }
    expectRefused(stranger.post("/v1/session/refresh", protocol::encodeRefresh({"spent"})), 401,
                  "refresh-refused", "a refresh of nothing");
    expectRefused(stranger.remove("/v1/session"), 401, "token-refused", "a sign-out of nobody");
    expectRefused(ask("GET", path("live")), 426, "upgrade-required", "a live line that is none");
}

TEST_P(GatewayRefusals, ofTheHttpServerAreTheBackendsOwnToo)
{
    const std::string hello = "/v1/hello";
    expectRefused(ask("GET", hello + "?" + std::string(8'000, 'x')), 414, "target-too-long", "target");
    expectRefused(ask("GET", hello, "X: " + std::string(20'000, 'x') + "\r\n"), 431, "header-too-large",
                  "header");
    expectRefused(ask("GET", hello, " folded\r\n"), 400, "folded-header", "folded");
    expectRefused(ask("GET", hello, "Host: again\r\n"), 400, "duplicate-header", "host");
    expectRefused(ask("POST", "/v1/session", m_json + "Transfer-Encoding: odd\r\n"), 400,
                  "transfer-coding-not-supported", "coding");
    expectRefused(ask("POST", "/v1/session", m_json + "Content-Encoding: odd\r\n", "{}"), 415,
                  "content-coding-not-supported", "packing");
    expectRefused(ask("POST", "/v1/session", m_json + "Content-Encoding: gzip\r\n", "{}"), 400,
                  "malformed-gzip", "gzip");
    expectRefused(ask("POST", "/v1/session", m_json + "Expect: odd\r\n", "{}"), 417, "expectation-failed",
                  "expectation");
    expectRefused(ask("G@T", hello), 400, "malformed-method", "method");
    expectRefused(RawClient::ask(m_server->port(), "\x16\x03\x01\x02\n\x01\n\x01\xfc"), 400,
                  "malformed-header", "TLS to a plain port");
}

} // namespace
} // namespace deskbell::server::testing
