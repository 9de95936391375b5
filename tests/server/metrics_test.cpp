// The figures as Prometheus reads them.

#include "server/metrics/metrics.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace deskbell;
using namespace deskbell::server;
using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

http::AccessRecord answered(std::string method, std::string route, int status, std::chrono::microseconds took)
{
    http::AccessRecord record;
    record.method = std::move(method);
    record.route = std::move(route);
    record.status = status;
    record.duration = took;
    record.bytesIn = 100;
    record.bytesOut = 1'000;
    return record;
}

TEST(Figures, requestsAreCountedByRouteMethodAndStatus)
{
    Metrics metrics;
    for (int i = 0; i < 3; ++i)
        metrics.requestAnswered(answered("GET", "/v1/properties/{p}/changes", 200, 3ms));
    metrics.requestAnswered(answered("GET", "/v1/properties/{p}/changes", 403, 1ms));
    const std::string text = metrics.text();
    EXPECT_THAT(text, HasSubstr("# TYPE deskbell_http_requests_total counter"));
    EXPECT_THAT(text, HasSubstr(R"(method="GET",route="/v1/properties/{p}/changes",status="200"} 3)"));
    EXPECT_THAT(text, HasSubstr(R"(method="GET",route="/v1/properties/{p}/changes",status="403"} 1)"));
    EXPECT_THAT(
        text,
        HasSubstr(
            R"(deskbell_http_request_seconds_bucket{route="/v1/properties/{p}/changes",le="0.0025"} 1)"));
    EXPECT_THAT(
        text,
        HasSubstr(
            R"(deskbell_http_request_seconds_bucket{route="/v1/properties/{p}/changes",le="0.005"} 4)"));
    EXPECT_THAT(text, HasSubstr(R"(deskbell_http_bytes_total{direction="out"} 4000)"));
}

TEST(Figures, nobodyOutsideMakesThemGrow)
{
    Metrics metrics;
    metrics.requestAnswered(answered("GET", "", 404, 1ms));
    metrics.requestAnswered(answered("GARBAGE\n", "", 501, 1ms));
    const auto lines = [&] {
        const std::string text = metrics.text();
        return std::count(text.begin(), text.end(), '\n');
    };
    const auto before = lines();
    for (int i = 0; i < 100; ++i)
        metrics.requestAnswered(answered("M" + std::to_string(i), "", 501, 1ms));
    EXPECT_EQ(lines(), before);
    EXPECT_THAT(metrics.text(), Not(HasSubstr("GARBAGE")));
}

TEST(Figures, commandsAreCountedByTypeAndOutcome)
{
    Metrics metrics;
    metrics.commandAnswered(typeOf<CheckIn>(), protocol::Applied{7}, false);
    metrics.commandAnswered(typeOf<CheckIn>(), protocol::Applied{7}, true);
    metrics.commandAnswered(typeOf<CheckIn>(), protocol::Refused{{"not-today", {}}, std::nullopt}, false);
    const std::string text = metrics.text();
    EXPECT_THAT(text, HasSubstr(R"(deskbell_commands_total{outcome="applied",type="check-in"} 1)"));
    EXPECT_THAT(text, HasSubstr(R"(deskbell_commands_total{outcome="replayed",type="check-in"} 1)"));
    EXPECT_THAT(text, HasSubstr(R"(deskbell_commands_total{outcome="refused",type="check-in"} 1)"));
}

TEST(Figures, groupsOfWritesShowTheirSizeAndTime)
{
    Metrics metrics;
    metrics.groupCommitted(1, 900us);
    metrics.groupCommitted(40, 8ms);
    const std::string text = metrics.text();
    EXPECT_THAT(text, HasSubstr(R"(deskbell_storage_group_writes_bucket{le="1"} 1)"));
    EXPECT_THAT(text, HasSubstr("deskbell_storage_group_writes_sum 41"));
    EXPECT_THAT(text, HasSubstr(R"(deskbell_storage_group_seconds_bucket{le="0.001"} 1)"));
    EXPECT_THAT(text, HasSubstr("deskbell_storage_group_seconds_count 2"));
}

TEST(Figures, samplesAreTakenWhenSomebodyReads)
{
    Metrics metrics;
    double waiting = 3;
    metrics.addSampler([&](std::vector<Metrics::Sample> &samples) {
        samples.push_back({"deskbell_work_waiting", "Work that waits", {{"work", "charge"}}, waiting});
        samples.push_back({"deskbell_work_waiting", "Work that waits", {{"work", "refund"}}, 0});
    });
    EXPECT_THAT(metrics.text(), HasSubstr(R"(deskbell_work_waiting{work="charge"} 3)"));
    waiting = 5;
    const std::string text = metrics.text();
    EXPECT_THAT(text, HasSubstr(R"(deskbell_work_waiting{work="charge"} 5)"));
    EXPECT_EQ(text.find("# TYPE deskbell_work_waiting gauge"), text.rfind("# TYPE deskbell_work_waiting"));
}

TEST(Figures, theProcessIsAmongThem)
{
    Metrics metrics;
    metrics.addSampler(sampleProcess);
    EXPECT_THAT(metrics.text(), HasSubstr("process_start_time_seconds"));
}

} // namespace
