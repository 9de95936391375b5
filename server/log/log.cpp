#include "server/log/log.h"

#include <chrono>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "domain/time.h"
#include "http/problem.h"

namespace deskbell::server {
namespace {

spdlog::level::level_enum levelOf(Log::Level level)
{
    switch (level) {
    case Log::Level::Debug:
        return spdlog::level::debug;
    case Log::Level::Info:
        return spdlog::level::info;
    case Log::Level::Warning:
        return spdlog::level::warn;
    case Log::Level::Error:
        return spdlog::level::err;
    }
    return spdlog::level::info;
}

std::string_view nameOf(Log::Level level)
{
    switch (level) {
    case Log::Level::Debug:
        return "debug";
    case Log::Level::Info:
        return "info";
    case Log::Level::Warning:
        return "warning";
    case Log::Level::Error:
        return "error";
    }
    return "info";
}

} // namespace

Log::Log(Level least)
    : m_logger(
          std::make_shared<spdlog::logger>("deskbelld", std::make_shared<spdlog::sinks::stderr_sink_mt>()))
{
    // The line is made here, whole: spdlog adds nothing, so that nothing breaks the JSON.
    m_logger->set_pattern("%v");
    m_logger->set_level(levelOf(least));
    m_logger->flush_on(spdlog::level::debug);
}

void Log::write(Level level, std::string_view event, Fields fields) const
{
    if (!m_logger->should_log(levelOf(level)))
        return;
    const auto now =
        std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    std::string line = R"({"ts":")" + toString(now) + R"(","level":")" + std::string(nameOf(level)) +
                       R"(","event":)" + http::quotedJson(event);
    for (const auto &[name, value] : fields)
        line += "," + http::quotedJson(name) + ":" + http::quotedJson(value);
    line += '}';
    m_logger->log(levelOf(level), spdlog::string_view_t(line.data(), line.size()));
}

void Log::flush() const
{
    m_logger->flush();
}

} // namespace deskbell::server
