#pragma once

// One outgoing HTTP call at a time per calling thread, over libcurl: limited in time and size, no
// redirects, no other protocol than HTTP(S). What matters to who moves money is kept apart: an
// answer, a request that certainly never left, and everything else. Safe from several threads;
// connections are kept and used again.

#include <atomic>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <vector>

namespace deskbell::server {

struct HttpCall
{
    std::string method; ///< "GET", "POST" or "DELETE"
    std::string url;
    std::vector<std::string> headers; ///< "Name: value"
    std::string body;
};

struct HttpReply
{
    enum class Outcome {
        Answered,
        NotSent, ///< no byte of the request went out: nobody can have acted on it
        Lost,    ///< sent or maybe sent, and no whole answer came
    };
    Outcome outcome = Outcome::Lost;
    int status = 0;
    std::string body;
};

class HttpClient
{
public:
    struct Settings
    {
        std::chrono::milliseconds connectTimeout{3'000};
        std::chrono::milliseconds timeout{15'000}; ///< of the whole call
        std::size_t maxAnswerBytes = 256 * 1024;
        std::string certificateAuthorities; ///< PEM file; empty: the system's
    };

    explicit HttpClient(Settings settings);
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    HttpReply call(const HttpCall &call);
    /// Ends the calls under way within about a second, and every later one at once.
    void abandon() { m_isAbandoned = true; }

private:
    void *take();
    void giveBack(void *handle);

    const Settings m_settings;
    std::atomic_bool m_isAbandoned{false};
    std::mutex m_mutex;
    std::vector<void *> m_idle; ///< easy handles with their live connections
};

/// "https://…", or "http://" to a loopback address: what secrets may be sent over.
bool isSafeForSecrets(const std::string &url);

} // namespace deskbell::server
