#include "e2e/support/shippeddesk.h"

#include <QDir>
#include <QFile>

#include "e2e/support/hands.h"

namespace deskbell::e2e {

ShippedDesk::ShippedDesk(QString folder, QUrl server, const QString &program)
    : m_folder(std::move(folder)), m_server(std::move(server)), m_program(program)
{
    m_program.setEnvironment(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    m_program.setEnvironment(QStringLiteral("QT_QPA_GENERIC_PLUGINS"), QStringLiteral("deskbellhands"));
    m_program.setEnvironment(QStringLiteral("QT_PLUGIN_PATH"), QStringLiteral(DESKBELL_HANDS_FOLDER));
    m_program.setEnvironment(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                             QStringLiteral("unix:path=/nonexistent"));
}

bool ShippedDesk::start(const char *user, const QString &password)
{
    QDir().mkpath(m_folder);
    QFile secret(QDir(m_folder).filePath(QStringLiteral("password")));
    if (!secret.open(QIODevice::WriteOnly) || !secret.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        secret.write(password.toUtf8()) < 0 || !secret.flush())
        return false;
    return m_program.startQuietly({QStringLiteral("--data-dir"), m_folder, QStringLiteral("--server"),
                                   m_server.toString(), QStringLiteral("--sign-in-as"), QLatin1String(user),
                                   QStringLiteral("--password-file"), secret.fileName(),
                                   QStringLiteral("--lang"), QStringLiteral("en"),
                                   QStringLiteral("--milestones")}) &&
           waitFor(
               [this] {
                   return output().contains(QLatin1String("milestone house-painted")) ||
                          !m_program.isRunning();
               },
               60'000) &&
           m_program.isRunning();
}

bool ShippedDesk::gesture(const QString &line)
{
    const QString said = QStringLiteral("hands: %1 ").arg(++m_gestures);
    if (!m_program.write(QStringLiteral("%1 %2\n").arg(m_gestures).arg(line).toUtf8()))
        return false;
    waitFor([&] { return output().contains(said) || !m_program.isRunning(); }, 60'000);
    return output().contains(said + QStringLiteral("yes"));
}

bool ShippedDesk::type(const QString &objectName, const QString &text)
{
    return gesture(QStringLiteral("type %1 %2").arg(objectName, text));
}

bool ShippedDesk::sees(const QString &objectName, int count)
{
    return gesture(QStringLiteral("see %1 %2").arg(objectName).arg(count));
}

bool ShippedDesk::reads(const QString &objectName, const QString &words)
{
    return gesture(QStringLiteral("read %1 %2").arg(objectName, words));
}

} // namespace deskbell::e2e
