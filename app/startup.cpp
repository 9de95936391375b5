#include "app/startup.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <cstdio>

namespace deskbell::app {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Startup)
};

std::nullopt_t complain(const QString &sentence)
{
    std::fprintf(stderr, "deskbell: %s\n", qPrintable(sentence));
    return std::nullopt;
}

/// A password that others on this computer can read is no secret.
std::optional<QString> readPassword(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return complain(Words::tr("cannot read %1: %2").arg(path, file.errorString()));
#ifndef Q_OS_WIN
    constexpr QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (file.permissions() & others)
        return complain(
            Words::tr("%1 can be read by others; make it readable only by you (chmod 600)").arg(path));
#endif
    constexpr qint64 longest = 1024;
    return QString::fromUtf8(file.read(longest)).remove(u'\r').section(u'\n', 0, 0);
}

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(Words::tr("The front desk of a hotel."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("data-dir"), Words::tr("Folder of this desk's data."), QStringLiteral("dir")},
        {QStringLiteral("server"), Words::tr("The backend's address."), QStringLiteral("url")},
        {QStringLiteral("lang"), Words::tr("Language: ko or en."), QStringLiteral("tag")},
        {QStringLiteral("scheme"), Words::tr("Colour scheme: light or dark."), QStringLiteral("name")},
        {QStringLiteral("sign-in-as"), Words::tr("Sign in with this user name; needs --password-file."),
         QStringLiteral("user")},
        {QStringLiteral("milestones"),
         Words::tr("Print the steps of the start with their times to standard error.")},
        {QStringLiteral("password-file"),
         Words::tr("File with the password in its first line, readable only by you."),
         QStringLiteral("file")},
    });
}

} // namespace

std::optional<Startup> readStartup(QApplication &application)
{
    QCommandLineParser parser;
    declare(parser);
    parser.process(application);
    if (!parser.positionalArguments().isEmpty())
        return complain(Words::tr("unexpected argument: %1").arg(parser.positionalArguments().constFirst()));

    Startup startup;
    startup.program.desk.dataDir =
        parser.isSet(QStringLiteral("data-dir"))
            ? parser.value(QStringLiteral("data-dir"))
            : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    startup.program.language = parser.value(QStringLiteral("lang"));
    if (!startup.program.language.isEmpty() && !ui::Languages::tags().contains(startup.program.language))
        return complain(Words::tr("unknown language: %1").arg(startup.program.language));
    const QString scheme = parser.value(QStringLiteral("scheme"));
    if (scheme == QLatin1String("dark") || scheme == QLatin1String("light"))
        startup.program.scheme = scheme == QLatin1String("dark") ? ui::Scheme::Dark : ui::Scheme::Light;
    else if (!scheme.isEmpty())
        return complain(Words::tr("unknown colour scheme: %1").arg(scheme));
    if (parser.isSet(QStringLiteral("server"))) {
        startup.server = QUrl(parser.value(QStringLiteral("server")), QUrl::StrictMode);
        if (!startup.server.isValid() || startup.server.host().isEmpty())
            return complain(Words::tr("not an address: %1").arg(parser.value(QStringLiteral("server"))));
    }
    startup.tellsMilestones = parser.isSet(QStringLiteral("milestones"));
    startup.user = parser.value(QStringLiteral("sign-in-as"));
    if (!startup.user.isEmpty()) {
        if (!parser.isSet(QStringLiteral("password-file")) || startup.server.isEmpty())
            return complain(Words::tr("--sign-in-as needs --server and --password-file"));
        const auto password = readPassword(parser.value(QStringLiteral("password-file")));
        if (!password)
            return std::nullopt;
        startup.password = *password;
        startup.program.desk.resumesSession = false;
    }
    return startup;
}

} // namespace deskbell::app
