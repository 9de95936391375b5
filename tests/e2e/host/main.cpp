// deskhost FOLDER SERVER USER: the real desk without windows, to be killed by a test. Signs in with
// DESKBELL_PASSWORD, says "ready" when the house is loaded, then takes lines on its standard input
// ("note <reservation> <text>") and says "kept <command>" for each that the desk has kept.

#include <QCoreApplication>

#include <cstdio>
#include <iostream>
#include <string>
#include <thread>

#include "app/desk.h"
#include "e2e/support/front.h"

using namespace deskbell;

namespace {

void say(const std::string &line)
{
    std::puts(line.c_str());
    std::fflush(stdout);
}

void carryOut(models::FrontDesk &desk, const QString &line)
{
    const QStringList words = line.trimmed().split(QLatin1Char(' '));
    if (words.size() < 3 || words.first() != QLatin1String("note"))
        return say("not understood");
    const auto id = parseUuid(words.at(1).toStdString());
    if (!id)
        return say("not understood");
    desk.submit(EditNote{ReservationId{*id}, words.mid(2).join(QLatin1Char(' ')).toStdString()});
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication program(argc, argv);
    const QStringList arguments = program.arguments();
    if (arguments.size() != 4)
        return 2;
    app::DeskOptions options;
    options.dataDir = arguments.at(1);
    options.keychain = e2e::Front::emptyKeychain();
    options.resumesSession = false;
    options.timing = e2e::Front::shortTiming();
    const auto desk = app::makeDesk(std::move(options));
    models::FrontDesk &front = desk->frontDesk();
    QObject::connect(&front, &models::FrontDesk::changed, [](const models::ChangeSet &changes) {
        if (changes.property && changes.isComplete)
            say("ready");
    });
    QObject::connect(&front, &models::FrontDesk::submitted,
                     [](const CommandId &id, const std::optional<Error> &refusal) {
                         say((refusal ? "refused " + refusal->code + ' ' : "kept ") + toString(id));
                     });
    QObject::connect(&desk->access(), &models::DeskAccess::failed, [](const Error &error) {
        {
            say("failed " + error.code);
            for (const auto &[name, value] : error.facts)
                say("  " + name + ": " + value);
        };
    });
    // Ends with the process: what it waits for comes from the test alone.
    std::thread([&front] {
        for (std::string line; std::getline(std::cin, line);)
            QMetaObject::invokeMethod(
                &front, [&front, line] { carryOut(front, QString::fromStdString(line)); },
                Qt::QueuedConnection);
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    }).detach();
    desk->access().signIn(QUrl(arguments.at(2)), arguments.at(3), qEnvironmentVariable("DESKBELL_PASSWORD"));
    return program.exec();
}
