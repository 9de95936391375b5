// start.to_board: deskbell started by somebody who has worked here before, session and key in the
// keychain, a filled cache on disk; to the first painted board with reservations. Wants a D-Bus session
// with an unlocked keyring, as scripts/bench makes it.

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
    const QString folder = QStringLiteral("desk");
    double reservations = 0;
    {
        bench::DeskProcess first;
        if (!first.start(house.signInArguments(folder)))
            return 1;
        const auto filled = first.reached(QStringLiteral("house-painted"));
        if (!filled || !first.reached(QStringLiteral("keychain-told")))
            return 1;
        reservations = filled->reservations;
    }
    constexpr int runs = 20;
    std::vector<double> toBoard;
    std::vector<double> toHouse;
    for (int i = 0; i < runs; ++i) {
        bench::DeskProcess desk;
        if (!desk.start(house.resumeArguments(folder)))
            return 1;
        const auto painted = desk.reached(QStringLiteral("board-painted"));
        const auto whole = desk.reached(QStringLiteral("house-painted"));
        // The renewed session goes to the keychain before the next start looks there.
        if (!painted || !whole || !desk.reached(QStringLiteral("keychain-told")))
            return 1;
        toBoard.push_back((painted->at - desk.startedAt()) * 1e3);
        toHouse.push_back((whole->at - desk.startedAt()) * 1e3);
    }
    const std::string all = std::to_string(static_cast<long>(reservations)) + " reservations in the cache";
    bench::print("start.to_board", "ms", toBoard, "process start to painted board; " + all);
    bench::print("start.to_board.whole", "ms", toHouse, "… to the last of them in memory; " + all);
    return 0;
}
