// deskbell, the desktop application.

#include <QApplication>
#include <QDir>
#include <QLockFile>
#include <QMessageBox>
#include <QTemporaryFile>

#include <cstdio>
#include <optional>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

#include "app/milestones.h"
#include "app/startup.h"
#include "store/database.h"
#include "ui/access/signinpage.h"
#include "ui/icons.h"
#include "ui/plaintext.h"
#include "ui/window/mainwindow.h"

using namespace deskbell;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Main)
};

/// On a full disk a crashed desk's lock cannot be taken over either, and looks as if somebody held it.
bool canWrite(const QString &dataDir)
{
    constexpr qint64 little = 64 << 10;
    QTemporaryFile probe(QDir(dataDir).filePath(QStringLiteral("desk.XXXXXX.probe")));
    return probe.open() && probe.write(QByteArray(little, '\0')) == little && probe.flush();
}

/// One desk per folder: two would send from one outbox.
bool holdFolder(QLockFile &lock, const QString &dataDir)
{
    lock.setStaleLockTime(0);
    if (lock.tryLock(100))
        return true;
    ui::Languages languages;
    languages.use(ui::Languages::proposed());
    const QString sentence =
        lock.error() == QLockFile::LockFailedError && canWrite(dataDir)
            ? Words::tr("Deskbell is already open on this computer with the same data (%1).").arg(dataDir)
            : Words::tr("The data folder %1 cannot be written to. Is the disk full?").arg(dataDir);
    std::fprintf(stderr, "deskbell: %s\n", qPrintable(sentence));
    ui::PlainTextGuard::install(*qApp);
    QMessageBox box(QMessageBox::Warning, QStringLiteral("Deskbell"), sentence);
    box.addButton(Words::tr("&Close"), QMessageBox::AcceptRole);
    box.exec();
    return false;
}

} // namespace

int main(int argc, char **argv)
{
#ifdef Q_OS_UNIX
    ::umask(S_IRWXG | S_IRWXO); // whatever is made from here on is for its owner only
#endif
    QApplication::setOrganizationName(QStringLiteral("Deskbell"));
    QApplication::setApplicationName(QStringLiteral("deskbell"));
    QApplication::setApplicationDisplayName(QStringLiteral("Deskbell"));
    QApplication::setApplicationVersion(QStringLiteral(DESKBELL_VERSION));
    QApplication application(argc, argv);

    const auto startup = app::readStartup(application);
    if (!startup)
        return 2;
    const QString dataDir = startup->program.desk.dataDir;
    for (const QString &narrowed : store::makePrivateFolder(dataDir))
        qWarning("other users could read %s until now", qPrintable(narrowed));
    QLockFile lock(QDir(dataDir).filePath(QStringLiteral("desk.lock")));
    if (!holdFolder(lock, dataDir))
        return 3;

    app::Program program(application, startup->program);
    std::optional<app::Milestones> milestones;
    if (startup->tellsMilestones)
        milestones.emplace(program);
    if (!startup->server.isEmpty())
        program.window().signInPage().setServer(startup->server);
    if (!startup->user.isEmpty())
        program.desk().access().signIn(startup->server, startup->user, startup->password);
    program.window().show();
    return QApplication::exec();
}
