// The same house behind nginx as docs/nginx.conf sets it up: what people ask for is answered while the
// processes are restarted one after the other, and when one is killed.

#include "server/clusterfixture.h"

#include <fstream>
#include <regex>
#include <sstream>

namespace deskbell::server::testing {
namespace {

/// nginx has no variables for what differs from house to house: it is put into the file's text.
class ClusterNginx : public Cluster
{
protected:
    bool startProxy() override
    {
        std::ostringstream read;
        read << std::ifstream(DESKBELL_DOCS "/nginx.conf").rdbuf();
        std::string text = read.str();
        const auto put = [&text](const char *pattern, const std::string &value) {
            const std::string with = std::regex_replace(text, std::regex(pattern), value);
            EXPECT_NE(with, text) << pattern;
            text = with;
        };
        const auto at = [](std::uint16_t port) { return "127.0.0.1:" + std::to_string(port); };
        const std::string folder = (m_folder / "").generic_string();
        put("127\\.0\\.0\\.1:8081 ", at(m_a->port) + ' ');
        put("127\\.0\\.0\\.1:8082 ", at(m_b->port) + ' ');
        put("listen 443 ssl;", "listen " + at(m_front) + " ssl;");
        put("listen \\[::\\]:443 ssl;", "");
        put("/etc/nginx/house.pem", m_certificate.chainFile());
        put("/etc/nginx/house.key", m_certificate.keyFile());
        std::string paths = "proxy_bind " + std::string(proxysAddress) + "; ";
        for (const char *what : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
            paths += std::string(what) + "_temp_path " + folder + what + "; ";
        put("http \\{", "http { " + paths);
        put("worker_processes auto;", "user root; worker_processes 2; daemon off; pid " + folder + "nginx.pid;");
        std::ofstream(m_folder / "nginx.conf") << text;
        return m_proxy.start(DESKBELL_NGINX_PROGRAM,
                             {"-e", folder + "nginx.log", "-c", (m_folder / "nginx.conf").string()}) &&
               isReady(front());
    }
    /// It looks for nobody: whoever listens is asked.
    bool comesBack(const std::string &server) const override
    {
        return isReady({server == "a" ? m_a->port : m_b->port, false, {}});
    }
    static bool isReady(const Way &way)
    {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (std::chrono::steady_clock::now() < until) {
            if (RawClient::ask(way, "GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").status ==
                200)
                return true;
            std::this_thread::yield();
        }
        return false;
    }
};

INSTANTIATE_TEST_SUITE_P(Postgres, ClusterNginx, ::testing::Values(DiskFactory(onPostgres)));

TEST_P(ClusterNginx, restartsAndAKillFailNoRequest)
{
    const OfferingId stalls = show(100'000);
    Listening listener(front(), m_property, *m_clerk);
    const auto buyers = crowd(6, stalls);
    for (auto &[backend, name] : {std::pair(&m_a, "a"), {&m_b, "b"}}) {
        ASSERT_TRUE(buyers->goesOn(30));
        restart(*backend, name);
    }
    ASSERT_TRUE(buyers->goesOn(30));
    m_a->process.kill();
    EXPECT_TRUE(buyers->goesOn(50)) << "the other takes orders";
    buyers->stop();
    EXPECT_EQ(buyers->failures(), std::vector<std::string>());
    expectAllThereOnce(*buyers, stalls);
    EXPECT_TRUE(listener.hears(std::stoull(query("SELECT max(seq) FROM change")))) << "after it came back";
}

TEST_P(ClusterNginx, guestsComeOverTlsAndWhoTheyAreIsKnown)
{
    const RawAnswer page = RawClient::ask(front(), "GET /book/" + toString(m_property) +
                                                       " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.header("strict-transport-security"), "max-age=31536000");
    EXPECT_EQ(WireDesk(front(), 1).get("/metrics").status, 404);
}

} // namespace
} // namespace deskbell::server::testing
