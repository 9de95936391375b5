#include "store/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>

/// A static library's resources are linked only when somebody asks for them, outside any namespace.
static void linkResources()
{
    Q_INIT_RESOURCE(store);
}

namespace deskbell::store {

namespace {

constexpr std::array companions{"", "-wal", "-shm"};

constexpr QFileDevice::Permissions ownersFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions ownersFolder = ownersFile | QFileDevice::ExeOwner;
constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                            QFileDevice::ExeGroup | QFileDevice::ReadOther |
                                            QFileDevice::WriteOther | QFileDevice::ExeOther;

} // namespace

QStringList makePrivateFolder(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QDir().mkdir(path, ownersFolder); // private from the moment it is there
    QStringList narrowed;
    const auto narrow = [&](const QString &name, QFileDevice::Permissions rights) {
        if ((QFile::permissions(name) & others) && QFile::setPermissions(name, rights))
            narrowed.push_back(name);
    };
    narrow(path, ownersFolder);
    const QDir folder(path);
    const QStringList ours{QStringLiteral("intent*"), QStringLiteral("cache*"), QStringLiteral("desk*")};
    for (const QString &name : folder.entryList(ours, QDir::Files | QDir::NoSymLinks))
        narrow(folder.filePath(name), ownersFile);
    return narrowed;
}

void makePrivateFile(const QString &path)
{
    QFile file(path);
    (void)file.open(QIODevice::NewOnly | QIODevice::WriteOnly, ownersFile); // it may be there already
}

Expected<std::string> embeddedScript(std::string_view name)
{
    linkResources();
    QFile file(QStringLiteral(":/deskbell/store/migrations/") +
               QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    if (!file.open(QIODevice::ReadOnly))
        return failure(std::string(failurecode::failed), {{"script", std::string(name)}});
    return file.readAll().toStdString();
}

Expected<void> migrate(Database &database, std::string_view prefix, int newest)
{
    const auto version = database.integer("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    if (*version > newest)
        return failure(std::string(failurecode::tooNew), {{"path", database.path().toStdString()},
                                                          {"version", std::to_string(*version)},
                                                          {"supported", std::to_string(newest)}});
    for (int step = static_cast<int>(*version) + 1; step <= newest; ++step) {
        const QString name = QStringLiteral("%1-%2.sql")
                                 .arg(QString::fromUtf8(prefix.data(), static_cast<qsizetype>(prefix.size())))
                                 .arg(step, 4, 10, QLatin1Char('0'));
        auto script = embeddedScript(name.toStdString());
        if (!script)
            return tl::unexpected(script.error());
        *script += "\nPRAGMA user_version = " + std::to_string(step) + ";";
        if (auto done = database.transact([&] { return database.execute(script->c_str()); }); !done)
            return done;
    }
    return {};
}

Expected<QString> setAside(const QString &path, std::string_view stamp)
{
    const QString base = path + QStringLiteral(".damaged-") +
                         QString::fromUtf8(stamp.data(), static_cast<qsizetype>(stamp.size()));
    QString target = base;
    for (int attempt = 2; QFileInfo::exists(target); ++attempt)
        target = base + QStringLiteral("-%1").arg(attempt);
    for (const char *companion : companions) {
        const QString from = path + QLatin1String(companion);
        if (QFileInfo::exists(from) && !QFile::rename(from, target + QLatin1String(companion)))
            return failure(std::string(failurecode::notWritable), {{"path", from.toStdString()}});
    }
    return target;
}

void removeDatabase(const QString &path)
{
    for (const char *companion : companions)
        QFile::remove(path + QLatin1String(companion));
}

} // namespace deskbell::store
