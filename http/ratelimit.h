// A token bucket for each key (an address, an account), for what may be tried a few times but not
// often, like signing in. Memory is bounded: buckets that are full again are forgotten, and when
// more keys than `maxKeys` are in use the longest untouched one goes. The time is handed in.
// Thread-safe.
#pragma once

#include <chrono>
#include <cstddef>
#include <list>
#include <mutex>
#include <string>
#include <unordered_map>

namespace deskbell::http {

class RateLimiter
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    struct Options
    {
        double burst = 10;            ///< tokens of a key not seen before
        double tokensPerSecond = 0.2; ///< how fast they come back
        std::size_t maxKeys = 100'000;
    };
    struct Verdict
    {
        bool isAllowed = false;
        std::chrono::milliseconds retryAfter{0}; ///< when refused: until the next token
    };

    explicit RateLimiter(Options options) : m_options(options) {}

    /// Takes a token of the key if it has one.
    Verdict take(const std::string &key, TimePoint now);
    /// Gives a key all its tokens back, as after a successful sign-in.
    void forgive(const std::string &key);
    std::size_t keyCount() const;

private:
    struct Bucket
    {
        std::string key;
        double tokens;
        TimePoint touchedAt;
    };
    void forgetOld(TimePoint now);

    const Options m_options;
    mutable std::mutex m_mutex;
    std::list<Bucket> m_buckets; ///< longest untouched first
    std::unordered_map<std::string, std::list<Bucket>::iterator> m_byKey;
};

} // namespace deskbell::http
