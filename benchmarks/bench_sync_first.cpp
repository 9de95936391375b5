// sync.first: a desk with an empty folder signs in at a house of workload L. Measured from the moment
// its line asks for the snapshot to the painted board with every row in memory and on disk, the
// indexes made and the file in its place. The real deskbelld and deskbell, over loopback.

#include <QCoreApplication>

#include "benchmarks/figures.h"
#include "benchmarks/largehouse.h"

using namespace deskbell;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    bench::LargeHouse house;
    if (!house.open())
        return 1;
    constexpr int runs = 5;
    std::vector<double> rates;
    std::vector<double> seconds;
    double reservations = 0;
    for (int i = 0; i < runs; ++i) {
        bench::DeskProcess desk;
        if (!desk.start(house.signInArguments(QStringLiteral("desk%1").arg(i))))
            return 1;
        const auto began = desk.reached(QStringLiteral("first-sync-began"));
        const auto ended = desk.reached(QStringLiteral("house-painted"));
        if (!began || !ended)
            return 1;
        reservations = ended->reservations;
        seconds.push_back(ended->at - began->at);
        rates.push_back(reservations / seconds.back());
    }
    const std::string note = std::to_string(static_cast<long>(reservations)) +
                             " reservations, snapshot asked to board painted and all stored";
    bench::print("sync.first", "reservations/s", rates, note);
    bench::print("sync.first.time", "s", seconds, note);
    return 0;
}
