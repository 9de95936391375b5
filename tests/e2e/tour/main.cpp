// deskbell-tour: plays the main story by itself through the real windows, against a backend and a
// payment provider that are running, and leaves numbered pictures and tour.json in a folder. Exit
// status 0 only if every step held. scripts/demo --tour calls it; passwords come by environment.

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

#include "e2e/support/mainstory.h"

using namespace deskbell::e2e;

int main(int argc, char **argv)
{
    QApplication program(argc, argv);
    QApplication::setApplicationName(QStringLiteral("deskbell-tour"));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Plays the main story through the real windows. Passwords are read from "
                       "DESKBELL_CLERK_PASSWORD and DESKBELL_MANAGER_PASSWORD."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("dir"), QStringLiteral("Where pictures and tour.json go"));
    parser.addOptions(
        {{QStringLiteral("server"), QStringLiteral("The backend"), QStringLiteral("url")},
         {QStringLiteral("sandbox"), QStringLiteral("The payment provider"), QStringLiteral("url")},
         {QStringLiteral("data-dir"), QStringLiteral("For the desks' data"), QStringLiteral("dir")}});
    parser.process(program);
    const StorySite site{
        QUrl(parser.value(QStringLiteral("server"))), QUrl(parser.value(QStringLiteral("sandbox"))),
        qEnvironmentVariable("DESKBELL_CLERK_PASSWORD"), qEnvironmentVariable("DESKBELL_MANAGER_PASSWORD"),
        parser.value(QStringLiteral("data-dir"))};
    if (parser.positionalArguments().size() != 1 || !site.backend.isValid() || !site.provider.isValid() ||
        site.folder.isEmpty()) {
        std::fputs("deskbell-tour: needs --server, --sandbox, --data-dir and a folder (--help)\n", stderr);
        return 2;
    }
    Story story(parser.positionalArguments().constFirst());
    playMainStory(story, site);
    const bool isWritten = story.write();
    std::printf("%s\n", qPrintable(story.summary()));
    return story.hasHeld() && isWritten ? 0 : 1;
}
