// A real server on a loopback port for each test, with a few routes that show what arrived, and
// helpers to wait for conditions. Owned by its test; routes may be added before launch().
#pragma once

#include "http/problem.h"
#include "http/server.h"
#include "support/rawclient.h"

#include <condition_variable>
#include <gtest/gtest.h>
#include <mutex>

namespace deskbell::http {

inline std::string get(const std::string &target, const std::string &more = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
}

inline std::string post(const std::string &target, const std::string &body, const std::string &more = {})
{
    return "POST " + target +
           " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + more +
           "\r\n" + body;
}

/// A value that another thread changes and a test waits for.
template <class T>
class Watched
{
public:
    void change(const std::function<void(T &)> &edit)
    {
        const std::lock_guard lock(m_mutex);
        edit(m_value);
        m_changed.notify_all();
    }
    bool waitFor(const std::function<bool(const T &)> &holds,
                 std::chrono::milliseconds time = std::chrono::seconds(10))
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, time, [&] { return holds(m_value); });
    }
    T value() const
    {
        const std::lock_guard lock(m_mutex);
        return m_value;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    T m_value{};
};

class ServerTest : public testing::Test
{
protected:
    ServerTest()
    {
        router.get("/hello",
                   [](Request, Responder responder) { responder.send(Response::text(200, "hello")); });
        router.post("/echo", [](Request request, Responder responder) {
            Response response = Response::text(200, request.body);
            response.isCompressible = false;
            responder.send(std::move(response));
        });
        options.logged = [this](const AccessRecord &record) {
            records.change([&](auto &all) { all.push_back(record); });
        };
    }

    std::uint16_t launch()
    {
        server = std::make_unique<Server>(options, router);
        const auto started = server->start();
        if (!started)
            ADD_FAILURE() << started.error().code << ' ' << started.error().detail;
        return server->port();
    }
    /// Sends bytes on a connection of their own and expects a refusal that ends it.
    void expectRefused(const std::string &bytes, int status, const std::string &code)
    {
        test::RawClient client(server->port());
        client.send(bytes);
        const auto answer = client.answer();
        EXPECT_EQ(answer.status, status) << bytes;
        EXPECT_TRUE(answer.has("\"code\":\"" + code + "\"")) << bytes << "\n-> " << answer.body;
        EXPECT_EQ(answer.header("content-type"), "application/problem+json") << bytes;
        client.shutdownSend();
        EXPECT_EQ(client.readToEnd(), "") << bytes;
    }

    ServerOptions options;
    Router router;
    Watched<std::vector<AccessRecord>> records;
    std::unique_ptr<Server> server;
};

} // namespace deskbell::http
