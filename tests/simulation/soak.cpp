// deskbell-soak [--minutes N] [--seed S] [--desks N] [--sabotage fresh-id|forget-outbox]: rounds of work
// and faults until the time is over or something that must hold does not. Prints the seed first.

#include <QApplication>
#include <QCommandLineParser>
#include <QDeadlineTimer>

#include <cstdio>
#include <random>

#include "simulation/world.h"

using namespace deskbell::simulation;

namespace {

void parse(QCommandLineParser &parser, const QApplication &application)
{
    parser.addHelpOption();
    parser.addOption(
        {QStringLiteral("minutes"), QStringLiteral("How long"), QStringLiteral("n"), QStringLiteral("10")});
    parser.addOption({QStringLiteral("seed"), QStringLiteral("Of the schedule"), QStringLiteral("s")});
    parser.addOption(
        {QStringLiteral("desks"), QStringLiteral("How many"), QStringLiteral("n"), QStringLiteral("3")});
    parser.addOption({QStringLiteral("sabotage"),
                      QStringLiteral("A bug to be found: fresh-id or forget-outbox"),
                      QStringLiteral("name")});
    parser.process(application);
}

void tell(const Tally &tally)
{
    std::printf("%d rounds: %d commands kept, %d applied, %d refused; %d faults\n", tally.rounds, tally.kept,
                tally.applied, tally.refused, tally.faults);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser given;
    parse(given, application);
    Options options;
    options.seed = given.isSet(QStringLiteral("seed")) ? given.value(QStringLiteral("seed")).toULongLong()
                                                       : std::random_device{}();
    options.desks = std::max(1, given.value(QStringLiteral("desks")).toInt());
    const QString sabotage = given.value(QStringLiteral("sabotage"));
    options.sabotage = sabotage == QLatin1String("fresh-id")        ? Sabotage::FreshIdOnRetry
                       : sabotage == QLatin1String("forget-outbox") ? Sabotage::ForgetOutbox
                                                                    : Sabotage::None;
    std::printf("seed %llu, %d desks\n", static_cast<unsigned long long>(options.seed), options.desks);
    std::fflush(stdout);

    World world(options);
    if (!world.build()) {
        std::fprintf(stderr, "deskbell-soak: %s\n", qPrintable(world.why()));
        return 2;
    }
    const QDeadlineTimer end(qRound64(given.value(QStringLiteral("minutes")).toDouble() * 60'000));
    while (!end.hasExpired()) {
        const auto breaches = world.round();
        if (world.tally().rounds % 10 == 0)
            tell(world.tally());
        for (const std::string &breach : breaches)
            std::fprintf(stderr, "round %d: %s\n", world.tally().rounds, breach.c_str());
        if (!breaches.empty()) {
            tell(world.tally());
            return 1;
        }
    }
    tell(world.tally());
    return 0;
}
