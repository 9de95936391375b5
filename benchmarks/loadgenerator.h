#pragma once

// Many clients in one thread: each has a connection that it keeps, sends a request, waits for the whole
// answer, and goes on. A client whose connection is lost before the answer makes a new one and sends
// the same request again, as a guest's program would; that is counted. POSIX only.

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace deskbell::bench {

struct LoadResult
{
    std::map<int, std::uint64_t> statuses; ///< of final answers
    std::uint64_t asked = 0;               ///< requests made, each counted once whatever it took
    std::uint64_t toldToWait = 0;          ///< 503 and 429: asked again after the time they named
    std::uint64_t resent = 0;              ///< connections lost before an answer
    std::uint64_t given = 0;               ///< up after too many tries
    double seconds = 0;
    std::vector<double> latenciesMs; ///< from the first try to the final answer

    std::uint64_t count(int status) const;
};

class LoadGenerator
{
public:
    struct Settings
    {
        std::uint16_t port = 0;
        std::size_t clients = 1;
        std::chrono::milliseconds time{10'000};
        std::chrono::milliseconds pause{0}; ///< of a client after each answer
        int maxTries = 50;
    };
    /// A whole HTTP/1.1 request, for keeping the connection open.
    using Next = std::function<std::string()>;
    /// Told of each final answer, with the request that it answers.
    using Answered = std::function<void(const std::string &request, int status)>;

    LoadGenerator(Settings settings, Next next, Answered answered = {});

    /// When the time is over no new request is made, and those under way are answered.
    LoadResult run();

private:
    struct Client;
    using Clock = std::chrono::steady_clock;

    bool connect(Client &client);
    void begin(Client &client);
    void send(Client &client);
    void receive(Client &client);
    void answered(Client &client, int status, int retryAfterS);
    void lost(Client &client);

    const Settings m_settings;
    const Next m_next;
    const Answered m_answered;
    Clock::time_point m_end;
    LoadResult m_result;
};

} // namespace deskbell::bench
