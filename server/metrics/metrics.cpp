#include "server/metrics/metrics.h"

#include <array>
#include <sstream>

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace deskbell::server {
namespace {

/// Seconds; from a read out of memory to a request that hangs.
const prometheus::Histogram::BucketBoundaries latencies{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                        0.1,    0.25,  0.5,    1,     2.5,  5,     10};
const prometheus::Histogram::BucketBoundaries groupSizes{1, 2, 4, 8, 16, 32, 64, 128, 256, 512};

/// What a client sends as a method is its own affair: only those that are known become a label.
std::string_view methodName(const std::string &method)
{
    static constexpr std::array<std::string_view, 6> known{"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"};
    for (const std::string_view each : known) {
        if (each == method)
            return each;
    }
    return "other";
}

double seconds(std::chrono::microseconds time)
{
    return std::chrono::duration<double>(time).count();
}

/// Samples of one name in a row become one family: gauges, or a counter where the name says so.
std::vector<prometheus::MetricFamily> familiesOf(const std::vector<Metrics::Sample> &samples)
{
    using prometheus::MetricType;
    std::vector<prometheus::MetricFamily> families;
    for (const Metrics::Sample &sample : samples) {
        const MetricType type = sample.name.ends_with("_total") ? MetricType::Counter : MetricType::Gauge;
        if (families.empty() || families.back().name != sample.name)
            families.push_back({sample.name, sample.help, type, {}});
        prometheus::ClientMetric metric;
        for (const auto &[name, value] : sample.labels)
            metric.label.push_back({name, value});
        (type == MetricType::Counter ? metric.counter.value : metric.gauge.value) = sample.value;
        families.back().metric.push_back(std::move(metric));
    }
    return families;
}

} // namespace

struct Metrics::Families
{
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter> &requests =
        prometheus::BuildCounter()
            .Name("deskbell_http_requests_total")
            .Help("Requests answered, by route, method and status; status 0 had no answer")
            .Register(registry);
    prometheus::Family<prometheus::Histogram> &latency =
        prometheus::BuildHistogram()
            .Name("deskbell_http_request_seconds")
            .Help("Time from the complete request to the complete answer, by route")
            .Register(registry);
    prometheus::Family<prometheus::Counter> &bytes = prometheus::BuildCounter()
                                                         .Name("deskbell_http_bytes_total")
                                                         .Help("Bytes of requests and answers")
                                                         .Register(registry);
    prometheus::Family<prometheus::Counter> &commands =
        prometheus::BuildCounter()
            .Name("deskbell_commands_total")
            .Help("Commands answered, by type and outcome; a repeated answer counts as replayed")
            .Register(registry);
    prometheus::Histogram &groupSize = prometheus::BuildHistogram()
                                           .Name("deskbell_storage_group_writes")
                                           .Help("Writes that were committed together")
                                           .Register(registry)
                                           .Add({}, groupSizes);
    prometheus::Histogram &groupTime =
        prometheus::BuildHistogram()
            .Name("deskbell_storage_group_seconds")
            .Help("Time from the start of a group of writes to its durable commit")
            .Register(registry)
            .Add({}, latencies);
    prometheus::Counter &bytesIn = bytes.Add({{"direction", "in"}});
    prometheus::Counter &bytesOut = bytes.Add({{"direction", "out"}});
};

Metrics::Metrics() : m_families(std::make_unique<Families>())
{
}

Metrics::~Metrics() = default;

void Metrics::requestAnswered(const http::AccessRecord &record)
{
    const std::string route = record.route.empty() ? "none" : record.route;
    m_families->requests
        .Add({{"route", route},
              {"method", std::string(methodName(record.method))},
              {"status", std::to_string(record.status)}})
        .Increment();
    m_families->latency.Add({{"route", route}}, latencies).Observe(seconds(record.duration));
    m_families->bytesIn.Increment(static_cast<double>(record.bytesIn));
    m_families->bytesOut.Increment(static_cast<double>(record.bytesOut));
}

void Metrics::commandAnswered(CommandType type, const protocol::Outcome &outcome, bool isReplayed)
{
    m_families->commands
        .Add({{"type", std::string(toString(type))},
              {"outcome", isReplayed ? "replayed" : std::string(outcomeName(outcome))}})
        .Increment();
}

void Metrics::groupCommitted(std::size_t writes, std::chrono::microseconds took)
{
    m_families->groupSize.Observe(static_cast<double>(writes));
    m_families->groupTime.Observe(seconds(took));
}

void Metrics::addSampler(Sampler sampler)
{
    m_samplers.push_back(std::move(sampler));
}

std::string Metrics::text() const
{
    std::vector<Sample> samples;
    for (const Sampler &sampler : m_samplers)
        sampler(samples);
    auto families = m_families->registry.Collect();
    auto sampled = familiesOf(samples);
    families.insert(families.end(), std::make_move_iterator(sampled.begin()),
                    std::make_move_iterator(sampled.end()));
    std::ostringstream text;
    prometheus::TextSerializer().Serialize(text, families);
    return text.str();
}

std::string_view outcomeName(const protocol::Outcome &outcome)
{
    static constexpr std::array<std::string_view, 7> names{"applied", "refused",   "blocked", "retry",
                                                           "unknown", "id-reused", "outdated"};
    static_assert(names.size() == std::variant_size_v<protocol::Outcome>);
    return names[outcome.index()];
}

} // namespace deskbell::server
