#pragma once

// A provider behind a real server, under a clock that the test moves, and the requests to it.

#include <atomic>
#include <memory>
#include <string>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include "http/server.h"
#include "sandbox/faultroutes.h"
#include "sandbox/provider.h"
#include "support/rawclient.h"

namespace deskbell::sandbox {

namespace json = boost::json;
using std::chrono::milliseconds;
using test::RawAnswer;
using test::RawClient;

// base64("test_sk:")
inline const std::string authorization = "Authorization: Basic dGVzdF9zazo=\r\n";

inline std::string post(const std::string &path, const std::string &body,
                        const std::string &more = authorization)
{
    return "POST " + path +
           " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n" + more + "\r\n" + body;
}

inline std::string plain(const std::string &method, const std::string &path,
                         const std::string &more = authorization)
{
    return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
}

inline std::string confirmBody(const std::string &paymentKey, const std::string &orderId, int amount)
{
    return json::serialize(
        json::object{{"paymentKey", paymentKey}, {"orderId", orderId}, {"amount", amount}});
}

inline std::string withKey(const std::string &idempotencyKey)
{
    return authorization + "Idempotency-Key: " + idempotencyKey + "\r\n";
}

class ProviderTest : public testing::Test
{
protected:
    ProviderTest() { launch(); }
    ~ProviderTest() override { server.reset(); }

    void launch(const std::string &ledgerFile = {})
    {
        server.reset();
        provider = std::make_unique<Provider>(
            ProviderOptions{
                .secretKey = "test_sk",
                .currency = "KRW",
                .clock = [this] { return TimePoint(milliseconds(now.load())); },
                .random = [n = std::uint64_t{0}]() mutable { return ++n * 0x9E3779B97F4A7C15u; },
                .later = [this](milliseconds delay,
                                std::function<void()> f) { server->runAfter(delay, std::move(f)); }},
            faults);
        if (!ledgerFile.empty()) {
            ASSERT_TRUE(provider->keepIn(ledgerFile));
        }
        http::Router router;
        provider->addRoutes(router);
        addFaultRoutes(router, faults);
        server = std::make_unique<http::Server>(http::ServerOptions{}, router);
        ASSERT_TRUE(server->start());
    }

    RawAnswer ask(const std::string &bytes) const { return RawClient::ask(server->port(), bytes); }
    RawAnswer confirm(const std::string &paymentKey, const std::string &orderId, int amount,
                      const std::string &more = authorization) const
    {
        return ask(post("/v1/payments/confirm", confirmBody(paymentKey, orderId, amount), more));
    }
    RawAnswer cancel(const std::string &paymentKey, const std::string &body,
                     const std::string &more = authorization) const
    {
        return ask(post("/v1/payments/" + paymentKey + "/cancel", body, more));
    }
    RawAnswer lookUp(const std::string &path) const { return ask(plain("GET", "/v1/payments/" + path)); }
    json::object ledger() const
    {
        return json::parse(ask(plain("GET", "/_sandbox/ledger", "")).body).as_object();
    }
    json::object totals() const { return ledger().at("totals").as_object(); }
    int switchOn(const std::string &fault) const { return ask(post("/_sandbox/faults", fault, "")).status; }
    void expectError(const RawAnswer &answer, int status, const std::string &code) const
    {
        EXPECT_EQ(answer.status, status) << answer.body;
        EXPECT_EQ(json::parse(answer.body).at("code").as_string(), code);
        EXPECT_FALSE(json::parse(answer.body).at("message").as_string().empty());
    }

    std::atomic<std::int64_t> now = 1'795'237'393'000; // 2026-11-21T05:03:13Z
    FaultBook faults;
    std::unique_ptr<Provider> provider;
    std::unique_ptr<http::Server> server;
};

} // namespace deskbell::sandbox
