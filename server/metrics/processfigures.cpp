// What the system tells of this process, under the names that Prometheus' own libraries use.

#include <fstream>

#include "server/metrics/metrics.h"

#ifdef __linux__
#include <filesystem>
#include <unistd.h>
#endif
#ifndef _WIN32
#include <sys/resource.h>
#endif

namespace deskbell::server {

void sampleProcess(std::vector<Metrics::Sample> &samples)
{
    static const auto startedAt = std::chrono::system_clock::now();
    samples.push_back({"process_start_time_seconds",
                       "When this process started",
                       {},
                       std::chrono::duration<double>(startedAt.time_since_epoch()).count()});
#ifndef _WIN32
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) == 0) {
        const auto seconds = [](const timeval &time) {
            return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
        };
        samples.push_back({"process_cpu_seconds_total",
                           "Processor time used",
                           {},
                           seconds(usage.ru_utime) + seconds(usage.ru_stime)});
    }
#endif
#ifdef __linux__
    std::ifstream statm("/proc/self/statm");
    double size = 0;
    double resident = 0;
    if (statm >> size >> resident)
        samples.push_back({"process_resident_memory_bytes",
                           "Memory in use",
                           {},
                           resident * static_cast<double>(sysconf(_SC_PAGESIZE))});
    const auto count = [](const char *folder) {
        std::error_code error;
        double number = 0;
        for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end;
             it.increment(error))
            ++number;
        return number;
    };
    samples.push_back({"process_open_fds", "Open files and sockets", {}, count("/proc/self/fd")});
    samples.push_back({"process_threads", "Threads", {}, count("/proc/self/task")});
#endif
}

} // namespace deskbell::server
