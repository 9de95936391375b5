#pragma once

// The configuration of one process, from the configuration file and the command line (which overrides
// the file). Plain values, read once at the start; nothing here opens a database or a socket.

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "http/server.h"
#include "server/config/noticeconfig.h"
#include "server/gateway/gateway.h"
#include "server/log/log.h"
#include "server/pages/pages.h"
#include "server/storage/place.h"
#include "server/workers/backoff.h"
#include "server/workers/circuitbreaker.h"
#include "server/workers/httpclient.h"
#include "server/workers/payment/expiryflow.h"
#include "server/workers/payment/paymentflow.h"

namespace deskbell::server {

/// What a process does.
enum class ProcessRole { Gateway, Payment, Hotel, Notice, Mypage };
inline constexpr std::array allRoles{ProcessRole::Gateway, ProcessRole::Payment, ProcessRole::Hotel,
                                     ProcessRole::Notice, ProcessRole::Mypage};
std::string_view toString(ProcessRole role);

struct PaymentConfig
{
    std::string url;
    std::string secret;
    std::filesystem::path secretFile;
    std::size_t threads = 4;
    std::chrono::milliseconds lookEvery{1'000};
    HttpClient::Settings http;
    CircuitBreaker::Settings breaker;
    PaymentFlow::Settings flow;
    ExpiryFlow::Settings expiry;

    /// The calls of one try, three at most, and time to record the answer.
    std::chrono::milliseconds lease() const { return 3 * http.timeout + std::chrono::seconds(5); }
};

/// Of a role that calls nobody outside.
struct WorkerConfig
{
    std::size_t threads = 2;
    std::chrono::milliseconds lookEvery{1'000};
    std::chrono::milliseconds lease{15'000};
    Backoff backoff;
};

struct Config
{
    DatabasePlace database;        ///< an SQLite file or a postgresql:// URI
    std::filesystem::path control; ///< the control socket's file; by default beside an SQLite file
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    std::filesystem::path certificate;
    std::filesystem::path privateKey;
    std::set<ProcessRole> roles{allRoles.begin(), allRoles.end()};
    bool hasChosenRoles = false; ///< or they are what one process does by default
    PaymentConfig payment;
    NoticeConfig notice;
    WorkerConfig hotel;
    http::Limits limits;
    GatewaySettings gateway;
    PagesSettings guests;
    http::TrustedProxies proxies;
    std::chrono::milliseconds leave{0}; ///< still answering after it has said that it is going
    std::size_t ioThreads = 2;
    Days keepChanges{30};
    Days keepGuests{0};         ///< who guests were, after their departure; zero: for good
    std::string metricsAddress; ///< empty: only the gateway serves the figures
    std::uint16_t metricsPort = 0;
    std::filesystem::path metricsTokenFile;
    Log::Level logLevel = Log::Level::Info;

    bool has(ProcessRole role) const { return roles.contains(role); }
    /// Empty: no control socket.
    std::filesystem::path controlFile() const;
};

/// Lays a configuration file over `config`. Errors: "config-unreadable" (facts: file, reason),
/// "config-unknown-key" (facts: file, key), "config-bad-value" (facts: file, key) and those of the
/// functions below. A key that is not known is an error: a misspelt limit is no limit.
Expected<void> readConfigFile(const std::filesystem::path &file, Config &config);

/// "127.0.0.1:8080", "[::1]:0". Error: "bad-listen".
Expected<void> setListen(Config &config, const std::string &text);
/// Likewise, for the figures. Error: "bad-listen".
Expected<void> setMetricsListen(Config &config, const std::string &text);
/// "gateway,hotel". Errors: "unknown-role", "no-role".
Expected<void> setRoles(Config &config, const std::string &text);
/// From their files, where one is named. Errors: "payment-secret-unreadable", "notice-secret-unreadable",
/// "metrics-token-unreadable".
Expected<void> readSecrets(Config &config);
/// What is missing or cannot go together. Errors: "payment-url-missing", "payment-url-unsafe",
/// "payment-secret-missing", "tls-incomplete", "public-url-…", "checkout-window-bad",
/// "toss-client-key-bad", "checkout-window-twice", and those of checkNotices().
Expected<void> checkServing(const Config &config);

} // namespace deskbell::server
