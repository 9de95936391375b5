// The backend's storage by itself: loading a generated workload, reading it as a snapshot, and durable
// commands one by one and grouped: storage.load, .snapshot, .command, .commands.single, .commands.batched.
// All of them, whatever name is given: each needs the one before. DESKBELL_WORKLOAD names the workload's
// folder.

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <iostream>
#include <random>

#include "benchmarks/figures.h"
#include "server/daemon/daemon.h"
#include "server/import/workload.h"
#include "server/storage/sqlitestorage.h"

using namespace deskbell;
using namespace deskbell::server;

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point began)
{
    return std::chrono::duration<double>(Clock::now() - began).count();
}

MakeReservation requestFor(const Property &property, const OfferingId &offering, Uuid id)
{
    MakeReservation make;
    make.reservation.value = id;
    make.offering = offering;
    make.stay = {property.businessDate + Days{30}, property.businessDate + Days{32}};
    make.guest.name = "Kim Minji";
    make.currency = property.currency;
    make.nightlyPrices = {100000, 100000};
    make.channel = "desk";
    return make;
}

/// Makes commands that are applied: new requests, which take no stock yet.
class Commands
{
public:
    Commands(const Property &property, const OfferingId &offering)
        : m_property(property), m_offering(offering)
    {
    }

    CommandRequest next(std::size_t count)
    {
        CommandRequest request;
        request.property = m_property.id;
        request.actor = {AccountId{makeUuidV7({}, m_random)}, "bench", deskbell::Role::Clerk};
        for (std::size_t i = 0; i < count; ++i) {
            Command command;
            command.id.value = makeUuidV7(Instant(std::chrono::milliseconds(++m_n)), m_random);
            command.n = m_n;
            command.args = requestFor(m_property, m_offering,
                                      makeUuidV7(Instant(std::chrono::milliseconds(m_n)), m_random));
            command.lane = laneOf(command.args);
            command.businessDate = m_property.businessDate;
            request.batch.commands.push_back(std::move(command));
        }
        return request;
    }

private:
    const Property m_property;
    const OfferingId m_offering;
    std::uint64_t m_n = 0;
    RandomBits m_random = [engine = std::make_shared<std::mt19937_64>(7)] { return (*engine)(); };
};

void oneByOne(Storage &storage, Commands &commands)
{
    std::vector<double> ms;
    for (int i = 0; i < 500; ++i) {
        std::promise<void> done;
        const auto began = Clock::now();
        storage.submit(commands.next(1), [&](const auto &) { done.set_value(); });
        done.get_future().wait();
        ms.push_back(secondsSince(began) * 1000);
    }
    bench::print("storage.command", "ms", ms, "one durable command at a time");
}

void grouped(Storage &storage, Commands &commands, std::size_t perRequest, std::size_t inFlight,
             const char *name)
{
    constexpr std::size_t total = 40000;
    std::vector<CommandRequest> requests;
    for (std::size_t i = 0; i < total / perRequest; ++i)
        requests.push_back(commands.next(perRequest));
    std::mutex mutex;
    std::condition_variable wake;
    std::size_t waiting = 0;
    std::size_t refused = 0;
    const auto began = Clock::now();
    for (CommandRequest &request : requests) {
        {
            std::unique_lock lock(mutex);
            wake.wait(lock, [&] { return waiting < inFlight; });
            ++waiting;
        }
        storage.submit(std::move(request), [&](const auto &results) {
            const std::lock_guard lock(mutex);
            --waiting;
            for (const auto &result : results.value())
                refused += std::holds_alternative<protocol::Applied>(result.outcome) ? 0 : 1;
            wake.notify_one();
        });
    }
    std::unique_lock lock(mutex);
    wake.wait(lock, [&] { return waiting == 0; });
    if (refused > 0)
        std::cerr << refused << " commands were refused\n";
    bench::print(name, "commands/s", {static_cast<double>(total) / secondsSince(began)},
                 std::to_string(perRequest) + " a request, " + std::to_string(inFlight) +
                     " requests in flight");
}

void readAll(Storage &storage, const PropertyId &property)
{
    std::vector<double> rates;
    for (int i = 0; i < 5; ++i) {
        const auto began = Clock::now();
        auto reader = storage.snapshot(property, {Date(Days{0}), Date(Days{40000})}).value();
        std::size_t rows = 0;
        for (auto piece = reader->next(); piece && !piece->empty(); piece = reader->next())
            rows += static_cast<std::size_t>(std::count(piece->begin(), piece->end(), '\n'));
        rates.push_back(static_cast<double>(rows) / secondsSince(began));
    }
    bench::print("storage.snapshot", "rows/s", rates, "the whole property");
}

} // namespace

int main()
{
    const char *folder = std::getenv("DESKBELL_WORKLOAD");
    if (!folder) {
        std::cerr << "usage: DESKBELL_WORKLOAD=DIR bench_storage\n";
        return 2;
    }
    const std::filesystem::path scratch = std::filesystem::temp_directory_path() / "deskbell-bench-storage";
    std::filesystem::remove_all(scratch);
    std::filesystem::create_directories(scratch);
    SqliteOptions options;
    options.file = scratch / "house.db";
    auto workload = readWorkload(folder, "Bench");
    auto storage = openSqliteStorage(options, storageSurroundings());
    if (!workload || !storage) {
        std::cerr << "bench_storage: " << (workload ? storage.error().code : workload.error().code) << '\n';
        return 1;
    }
    const auto property = std::get<Property>(workload->rows.front());
    OfferingId offering;
    for (const auto &row : workload->rows) {
        if (const auto *found = std::get_if<Offering>(&row))
            offering = found->id;
    }
    const auto rows = static_cast<double>(workload->rows.size());
    const auto began = Clock::now();
    const auto loaded = (*storage)->load(property.id, std::move(workload->rows), Loading::Begin);
    if (!loaded) {
        std::cerr << "bench_storage: " << loaded.error().code << '\n';
        return 1;
    }
    bench::print("storage.load", "rows/s", {rows / secondsSince(began)}, "in one transaction");
    readAll(**storage, property.id);
    Commands commands(property, offering);
    oneByOne(**storage, commands);
    grouped(**storage, commands, 1, 256, "storage.commands.single");
    grouped(**storage, commands, 50, 16, "storage.commands.batched");
    storage->reset();
    std::filesystem::remove_all(scratch);
    return 0;
}
