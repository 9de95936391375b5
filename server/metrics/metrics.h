#pragma once

// The process's metrics in Prometheus' text format. Counters and histograms are updated as events
// happen, quickly and from any thread; values that can be read at any time (queues, breakers,
// sockets) are sampled when the metrics are requested. Label values come from closed sets (routes,
// command types, codes), so that clients cannot make the metrics grow. Owned by the daemon.

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/server.h"
#include "protocol/commands.h"

namespace deskbell::server {

class Metrics
{
public:
    /// One value that is asked for when the figures are read.
    struct Sample
    {
        std::string name; ///< "deskbell_work_waiting"
        std::string help;
        std::vector<std::pair<std::string, std::string>> labels;
        double value = 0;
    };
    /// Adds its samples; those of one name come one after the other. On the reader's thread.
    using Sampler = std::function<void(std::vector<Sample> &)>;

    Metrics();
    ~Metrics();
    Metrics(const Metrics &) = delete;
    Metrics &operator=(const Metrics &) = delete;

    void requestAnswered(const http::AccessRecord &record);
    /// A command was carried out, or answered without being carried out.
    void commandAnswered(CommandType type, const protocol::Outcome &outcome, bool isReplayed);
    /// The writer has committed this many writes in one transaction.
    void groupCommitted(std::size_t writes, std::chrono::microseconds took);

    /// Before anybody reads.
    void addSampler(Sampler sampler);
    /// All there is, as text/plain; version=0.0.4.
    std::string text() const;

private:
    struct Families;
    const std::unique_ptr<Families> m_families;
    std::vector<Sampler> m_samplers;
};

inline constexpr std::string_view metricsMediaType = "text/plain; version=0.0.4; charset=utf-8";

/// Memory, processor time, threads, open files and the time of start, as far as the system tells.
void sampleProcess(std::vector<Metrics::Sample> &samples);

/// "applied", "refused", …
std::string_view outcomeName(const protocol::Outcome &outcome);

} // namespace deskbell::server
