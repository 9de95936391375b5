#include "benchmarks/largehouse.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <cstdio>

namespace deskbell::bench {

namespace {
const QString propertyName = QStringLiteral("Large Hotel");
const QString listeningPattern = QStringLiteral("listening on (http://[^\\s]*)");
} // namespace

double secondsNow()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

bool complain(const QString &line)
{
    std::fprintf(stderr, "%s\n", qPrintable(line));
    return false;
}

LargeHouse::LargeHouse() : m_backend(QStringLiteral(DESKBELLD_PROGRAM))
{
}

/// The workload as of a week after its first day: a desk keeps a week of the past and 400 days ahead,
/// and so all of it. False when a file cannot be made.
bool LargeHouse::beginEarly(const QString &workload, const QString &folder)
{
    QDir().mkpath(folder);
    for (const QString &name : QDir(workload).entryList(QDir::Files)) {
        if (name != QLatin1String("meta.json") &&
            !QFile::link(QDir(workload).absoluteFilePath(name), QDir(folder).filePath(name)))
            return complain(QStringLiteral("cannot make links in ") + folder);
    }
    QFile meta(QDir(workload).filePath(QStringLiteral("meta.json")));
    if (!meta.open(QIODevice::ReadOnly))
        return complain(QStringLiteral("no workload: ") + meta.fileName());
    QJsonObject facts = QJsonDocument::fromJson(meta.readAll()).object();
    const QDate start = QDate::fromString(facts.value(QLatin1String("start")).toString(), Qt::ISODate);
    facts[QLatin1String("today")] = start.addDays(7).toString(Qt::ISODate);
    QFile early(QDir(folder).filePath(QStringLiteral("meta.json")));
    return early.open(QIODevice::WriteOnly) && early.write(QJsonDocument(facts).toJson()) > 0;
}

bool LargeHouse::furnish(const QString &database)
{
    const QString workload = qEnvironmentVariable("DESKBELL_WORKLOAD");
    if (workload.isEmpty())
        return complain(QStringLiteral("DESKBELL_WORKLOAD names no folder; call scripts/bench"));
    const QString early = path(QStringLiteral("workload"));
    if (!beginEarly(workload, early))
        return false;
    const QString made = database + QStringLiteral(".part");
    const e2e::Program::Result imported =
        e2e::Program::run(QStringLiteral(DESKBELLD_PROGRAM),
                          {QStringLiteral("import"), QStringLiteral("--workload"), early,
                           QStringLiteral("--property"), propertyName, QStringLiteral("--db"), made});
    if (!imported.isSuccess)
        return complain(imported.output);
    const e2e::Program::Result added = e2e::Program::run(
        QStringLiteral(DESKBELLD_PROGRAM),
        {QStringLiteral("account"), QStringLiteral("add"), QLatin1String(manager), QStringLiteral("--role"),
         QStringLiteral("manager"), QStringLiteral("--property"), propertyName, QStringLiteral("--db"), made},
        QByteArray(password) + '\n');
    if (!added.isSuccess)
        return complain(added.output);
    return QFile::rename(made, database) || complain(QStringLiteral("cannot make ") + database);
}

bool LargeHouse::open()
{
    const QString shared = qEnvironmentVariable("DESKBELL_BENCH_HOUSE");
    const QString database = QDir(shared.isEmpty() ? m_folder.path() : shared).filePath("house.db");
    if (!QFile::exists(database) && !furnish(database))
        return false;
    QFile secret(path(QStringLiteral("password")));
    if (!secret.open(QIODevice::WriteOnly))
        return complain(secret.errorString());
    secret.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    secret.write(password);
    secret.close();
    QFile config(path(QStringLiteral("deskbelld.toml")));
    if (!config.open(QIODevice::WriteOnly))
        return complain(config.errorString());
    config.write("[sign-in]\nuser-burst = 1000\naddress-burst = 1000\n");
    config.close();
    const bool isUp = m_backend.start({QStringLiteral("serve"), QStringLiteral("--db"), database,
                                       QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                       QStringLiteral("--config"), config.fileName()},
                                      listeningPattern);
    m_url = QUrl(m_backend.captured());
    return isUp || complain(m_backend.output());
}

QStringList LargeHouse::resumeArguments(const QString &folder) const
{
    return {QStringLiteral("--data-dir"),   path(folder),
            QStringLiteral("--lang"),       QStringLiteral("en"),
            QStringLiteral("--scheme"),     QStringLiteral("light"),
            QStringLiteral("--milestones"), QStringLiteral("-qwindowgeometry"),
            QStringLiteral("1600x900")};
}

QStringList LargeHouse::signInArguments(const QString &folder) const
{
    return resumeArguments(folder) +
           QStringList{QStringLiteral("--server"),        m_url.toString(),
                       QStringLiteral("--sign-in-as"),    QLatin1String(manager),
                       QStringLiteral("--password-file"), path(QStringLiteral("password"))};
}

DeskProcess::DeskProcess() : m_program(QStringLiteral(DESKBELL_PROGRAM))
{
    m_program.setEnvironment(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
}

bool DeskProcess::start(const QStringList &arguments)
{
    m_startedAt = secondsNow();
    return m_program.startQuietly(arguments);
}

std::optional<DeskProcess::Milestone> DeskProcess::reached(const QString &milestone, int timeoutMs)
{
    if (!m_program.waitForLine(QStringLiteral("^milestone %1 ([0-9.]+ [0-9]+)$").arg(milestone), timeoutMs)) {
        complain(QStringLiteral("deskbell did not come to '%1': %2").arg(milestone, m_program.output()));
        return std::nullopt;
    }
    const QStringList parts = m_program.captured().split(u' ');
    return Milestone{parts[0].toDouble(), parts[1].toDouble()};
}

} // namespace deskbell::bench
