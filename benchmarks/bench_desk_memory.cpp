// desk.memory: what deskbell holds with workload L on its board (PSS of /proc/PID/smaps_rollup), after
// a start from a filled cache and after a first sync. Read when it has stopped changing.

#include <QCoreApplication>
#include <QFile>
#include <QThread>

#include <cmath>

#include "benchmarks/figures.h"
#include "benchmarks/largehouse.h"

using namespace deskbell;

namespace {

std::optional<double> pssMegabytes(qint64 pid)
{
    QFile rollup(QStringLiteral("/proc/%1/smaps_rollup").arg(pid));
    if (!rollup.open(QIODevice::ReadOnly))
        return std::nullopt;
    for (const QByteArray &line : rollup.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.simplified().split(' ').value(1).toDouble() * 1024 / 1e6;
    }
    return std::nullopt;
}

/// The figure that has stayed within 1 % for three seconds.
std::optional<double> settled(qint64 pid)
{
    std::optional<double> before = pssMegabytes(pid);
    int calm = 0;
    for (int i = 0; before && i < 60; ++i) {
        QThread::sleep(1);
        const std::optional<double> now = pssMegabytes(pid);
        calm = now && std::abs(*now - *before) <= *before / 100 ? calm + 1 : 0;
        before = now;
        if (calm == 3)
            return now;
    }
    return std::nullopt;
}

std::optional<double> measure(const QStringList &arguments, double &reservations)
{
    bench::DeskProcess desk;
    if (!desk.start(arguments))
        return std::nullopt;
    const auto whole = desk.reached(QStringLiteral("house-painted"));
    if (!whole || !desk.reached(QStringLiteral("online")))
        return std::nullopt;
    reservations = whole->reservations;
    return settled(desk.program().pid());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    bench::LargeHouse house;
    if (!house.open())
        return 1;
    constexpr int runs = 3;
    std::vector<double> filled;
    std::vector<double> first;
    double reservations = 0;
    for (int i = 0; i < runs; ++i) {
        const QStringList arguments = house.signInArguments(QStringLiteral("desk%1").arg(i));
        const auto afterSync = measure(arguments, reservations);
        const auto afterStart = measure(arguments, reservations);
        if (!afterSync || !afterStart)
            return bench::complain(QStringLiteral("no steady figure in /proc/PID/smaps_rollup")) ? 0 : 1;
        first.push_back(*afterSync);
        filled.push_back(*afterStart);
    }
    const std::string all = std::to_string(static_cast<long>(reservations)) + " reservations, PSS, ";
    bench::print("desk.memory", "MB", filled, all + "started from a filled cache");
    bench::print("desk.memory.after_sync", "MB", first, all + "after a first sync");
    return 0;
}
