// Guests who reserve through POST /v1/reservations at the real deskbelld:
//   book.sqlite.N, book.pg.N   reservations per second of N clients; the latter beside pgbench running
//                              the same SQL transaction on the same server right before
//   book.provider_slow         300 clients for a minute while the payment provider is slow and worse
//   book.rolling               100 clients for a minute, two instances behind HAProxy restarted in turn

#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>

#include "benchmarks/bookhouse.h"
#include "benchmarks/figures.h"
#include "benchmarks/loadgenerator.h"

using namespace deskbell;
using namespace deskbell::bench;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t clientCounts[]{1, 16, 300};

struct Wanted
{
    std::vector<std::string> names;

    bool has(const std::string &figure) const
    {
        return names.empty() || std::any_of(names.begin(), names.end(), [&](const std::string &name) {
                   return figure == name || figure.starts_with(name + ".");
               });
    }
};

std::string percent(double part, double whole)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.2f %%", whole > 0 ? 100.0 * part / whole : 0.0);
    return text;
}

std::string number(double value, int digits = 0)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::string latencies(LoadResult &load)
{
    if (load.latenciesMs.empty())
        return "no answers";
    std::sort(load.latenciesMs.begin(), load.latenciesMs.end());
    return "answered in " + number(quantile(load.latenciesMs, 0.5), 1) + " ms median, " +
           number(quantile(load.latenciesMs, 0.99), 1) + " ms p99";
}

bool fail(const std::string &figure, const std::string &why)
{
    std::fprintf(stderr, "%s: %s\n", figure.c_str(), why.c_str());
    return false;
}

/// Rates of some rounds, each on the same running backend.
bool measure(const std::string &figure, BookHouse &house, std::size_t clients, const std::string &beside)
{
    std::vector<double> rates;
    LoadResult last;
    for (int round = 0; round < 3; ++round) {
        LoadGenerator load({house.port(), clients, 5s}, [&] { return house.paidRequest(); });
        last = load.run();
        const auto made = last.count(201);
        if (made == 0 || made != last.asked)
            return fail(figure, std::to_string(last.asked - made) + " of " + std::to_string(last.asked) +
                                    " requests were not reservations: " + house.complaint());
        rates.push_back(static_cast<double>(made) / last.seconds);
    }
    print(figure, "reservations/s", rates, latencies(last) + (beside.empty() ? "" : "; " + beside));
    return true;
}

bool bookOnSqlite(const Wanted &wanted)
{
    bool isFine = true;
    for (const std::size_t clients : clientCounts) {
        const std::string figure = "book.sqlite." + std::to_string(clients);
        if (!wanted.has(figure))
            continue;
        BookHouse house;
        if (house.open({}))
            isFine = measure(figure, house, clients, {}) && isFine;
        else
            isFine = fail(figure, house.complaint());
    }
    return isFine;
}

bool bookOnPostgres(const Wanted &wanted)
{
    bool isFine = true;
    for (const std::size_t clients : clientCounts) {
        const std::string figure = "book.pg." + std::to_string(clients);
        if (!wanted.has(figure))
            continue;
        BookHouse house;
        if (!house.furnishPostgres()) {
            isFine = fail(figure, house.complaint());
            continue;
        }
        const double beside = house.pgbench(clients);
        if (beside <= 0 || !house.open({}) ||
            !measure(figure, house, clients, "pgbench made " + number(beside) + "/s")) {
            isFine = fail(figure, "not measured: " + house.complaint());
            continue;
        }
    }
    return isFine;
}

/// Pays with a card at a provider that gets slower and worse, and is then well again.
bool bookWhileTheProviderIsSlow()
{
    const std::string figure = "book.provider_slow";
    BookHouse house;
    if (!house.openWithProvider())
        return fail(figure, house.complaint());
    house.fault(R"({"fault":"slow","ms":300})");
    LoadGenerator load(
        {house.port(), 300, 60s, 1s}, [&] { return house.paidRequest(); },
        [&](const std::string &request, int status) {
            if (status == 201)
                house.accept(request);
        });
    std::thread worse([&] {
        const auto wait = [](std::chrono::seconds time) { std::this_thread::sleep_for(time); };
        wait(20s);
        house.clearFaults();
        house.fault(R"({"fault":"timeout-after-taken","count":20})");
        house.fault(R"({"fault":"close-without-answer","taken":true,"count":20})");
        house.fault(R"({"fault":"slow","ms":5000})");
        wait(20s);
        house.clearFaults();
        house.fault(R"({"fault":"error-500"})");
    });
    LoadResult result = load.run();
    worse.join();
    house.clearFaults();
    if (!house.isDrained(15min))
        return fail(figure, "work is left: " + house.status());
    const BookHouse::Audit audit = house.compareBooks();
    std::printf("{\"name\":\"%s.charges\",\"accepted\":%zu,\"found\":%zu,\"taken\":%zu,\"twice\":%zu,"
                "\"strange\":%zu}\n",
                figure.c_str(), audit.accepted, audit.found, audit.taken, audit.twice, audit.strange);
    const double accepted = static_cast<double>(result.count(201));
    print(figure, "% accepted", {100.0 * accepted / static_cast<double>(result.asked)},
          number(accepted) + " of " + std::to_string(result.asked) + " accepted, " + latencies(result) +
              "; " + std::to_string(audit.accepted - audit.found) + " lost, " + std::to_string(audit.twice) +
              " charged twice, " + std::to_string(audit.taken) + " charged once the provider was well; " +
              std::to_string(result.toldToWait) + " times asked to wait");
    return audit.isSound();
}

bool bookWhileInstancesRestart()
{
    const std::string figure = "book.rolling";
    BookHouse house;
    if (!house.furnishPostgres() || !house.openTwo())
        return fail(figure, house.complaint());
    LoadGenerator load({house.port(), 100, 60s}, [&] { return house.paidRequest(); });
    std::thread restarting([&] {
        for (int instance = 0; instance < 2; ++instance) {
            std::this_thread::sleep_for(15s);
            house.restart(instance);
        }
    });
    LoadResult result = load.run();
    restarting.join();
    const auto made = static_cast<double>(result.count(201));
    std::string others;
    for (const auto &[status, count] : result.statuses) {
        if (status != 201)
            others += " " + std::to_string(count) + "×" + std::to_string(status);
    }
    const std::uint64_t kept = house.reservations();
    print(figure, "reservations/s", {made / result.seconds},
          percent(made, static_cast<double>(result.asked)) + " of " + std::to_string(result.asked) +
              " made," + others + " " + std::to_string(result.resent) + " sent again, " +
              std::to_string(result.toldToWait) + " times asked to wait; " + std::to_string(kept) +
              " in the database; " + latencies(result));
    return house.restarts() == 2 && kept == result.count(201) && kept == result.asked;
}

} // namespace

int main(int count, char **arguments)
{
    const Wanted wanted{{arguments + 1, arguments + count}};
    bool isFine = bookOnSqlite(wanted);
    isFine = bookOnPostgres(wanted) && isFine;
    if (wanted.has("book.provider_slow"))
        isFine = bookWhileTheProviderIsSlow() && isFine;
    if (wanted.has("book.rolling"))
        isFine = bookWhileInstancesRestart() && isFine;
    return isFine ? 0 : 1;
}
