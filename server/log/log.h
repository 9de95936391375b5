#pragma once

// The backend's log: one JSON object a line on stderr (or wherever a test wants it), an event's name
// and its fields, the reservation's id being what ties lines together. No personal data and no
// secret ever goes in: callers pass ids, codes, counts and durations only. Made by main() and handed
// to whoever logs; safe from any thread.

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace spdlog {
class logger;
}

namespace deskbell::server {

class Log
{
public:
    enum class Level { Debug, Info, Warning, Error };
    using Field = std::pair<std::string_view, std::string>;
    using Fields = std::initializer_list<Field>;

    /// Writes to stderr what is at least as grave as `least`.
    explicit Log(Level least);
    explicit Log(std::shared_ptr<spdlog::logger> logger) : m_logger(std::move(logger)) {}

    /// {"ts":"…Z","level":"info","event":"payment-recorded","reservation":"…",…}
    void write(Level level, std::string_view event, Fields fields = {}) const;
    void debug(std::string_view event, Fields fields = {}) const { write(Level::Debug, event, fields); }
    void info(std::string_view event, Fields fields = {}) const { write(Level::Info, event, fields); }
    void warning(std::string_view event, Fields fields = {}) const { write(Level::Warning, event, fields); }
    void error(std::string_view event, Fields fields = {}) const { write(Level::Error, event, fields); }
    void flush() const;

private:
    std::shared_ptr<spdlog::logger> m_logger;
};

} // namespace deskbell::server
