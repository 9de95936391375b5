// A disk for SQLite that a test can fill up and cut the power of: a VFS over the system's own that
// remembers what of each file has been synced. After a power cut only that is left. Header only; one
// per program, made before the first database is opened.
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <cstring>

#include <sqlite3.h>

namespace deskbell::testing {

class FaultyDisk
{
public:
    static FaultyDisk &install()
    {
        static FaultyDisk disk;
        return disk;
    }

    /// Writes beyond so many bytes from now fail as on a full disk; negative: there is room.
    void setRoom(qint64 bytes) { m_room = bytes; }
    /// What would be there after a power cut, laid down in another folder.
    bool cutPower(const QString &folder, const QString &survivors) const
    {
        QDir().mkpath(survivors);
        bool isDone = true;
        for (auto file = m_durable.begin(); file != m_durable.end(); ++file) {
            if (QFileInfo(file.key()).absolutePath() != QDir(folder).absolutePath() ||
                !QFile::exists(file.key()))
                continue;
            QFile copy(survivors + QLatin1Char('/') + QFileInfo(file.key()).fileName());
            isDone =
                isDone && copy.open(QIODevice::WriteOnly) && copy.write(file.value()) == file.value().size();
        }
        return isDone;
    }

private:
    struct File
    {
        sqlite3_file base;
        const char *path;
        sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    };

    FaultyDisk() : m_system(sqlite3_vfs_find(nullptr)), m_vfs(*m_system)
    {
        m_vfs.zName = "faulty";
        m_vfs.szOsFile = m_system->szOsFile + static_cast<int>(sizeof(File));
        m_vfs.pNext = nullptr;
        m_vfs.xOpen = [](sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags) {
            auto *own = reinterpret_cast<File *>(file);
            own->path = name;
            const int opened = disk().m_system->xOpen(disk().m_system, name, own->real(), flags, outFlags);
            own->base.pMethods = own->real()->pMethods ? &disk().m_methods : nullptr;
            return opened;
        };
        m_vfs.xDelete = [](sqlite3_vfs *, const char *name, int syncDir) {
            disk().m_durable.remove(QString::fromUtf8(name));
            return disk().m_system->xDelete(disk().m_system, name, syncDir);
        };
        fillMethods();
        sqlite3_vfs_register(&m_vfs, 1);
    }

    static FaultyDisk &disk() { return install(); }
    static sqlite3_file *real(sqlite3_file *file) { return reinterpret_cast<File *>(file)->real(); }
    static const sqlite3_io_methods &methods(sqlite3_file *file) { return *real(file)->pMethods; }

    void fillMethods()
    {
        using F = sqlite3_file;
        m_methods.iVersion = 2; // no memory maps: every write passes here
        m_methods.xClose = [](F *f) { return methods(f).xClose(real(f)); };
        m_methods.xRead = [](F *f, void *to, int n, sqlite3_int64 at) {
            return methods(f).xRead(real(f), to, n, at);
        };
        m_methods.xWrite = [](F *f, const void *from, int n, sqlite3_int64 at) {
            if (disk().m_room >= 0) {
                if (disk().m_room < n)
                    return SQLITE_FULL;
                disk().m_room -= n;
            }
            return methods(f).xWrite(real(f), from, n, at);
        };
        m_methods.xTruncate = [](F *f, sqlite3_int64 size) { return methods(f).xTruncate(real(f), size); };
        m_methods.xSync = [](F *f, int flags) {
            const int synced = methods(f).xSync(real(f), flags);
            if (const char *path = reinterpret_cast<File *>(f)->path) {
                QFile file(QString::fromUtf8(path));
                if (file.open(QIODevice::ReadOnly))
                    disk().m_durable[QFileInfo(file).absoluteFilePath()] = file.readAll();
            }
            return synced;
        };
        m_methods.xFileSize = [](F *f, sqlite3_int64 *size) { return methods(f).xFileSize(real(f), size); };
        m_methods.xLock = [](F *f, int lock) { return methods(f).xLock(real(f), lock); };
        m_methods.xUnlock = [](F *f, int lock) { return methods(f).xUnlock(real(f), lock); };
        m_methods.xCheckReservedLock = [](F *f, int *out) {
            return methods(f).xCheckReservedLock(real(f), out);
        };
        m_methods.xFileControl = [](F *f, int what, void *arg) {
            return methods(f).xFileControl(real(f), what, arg);
        };
        m_methods.xSectorSize = [](F *f) { return methods(f).xSectorSize(real(f)); };
        m_methods.xDeviceCharacteristics = [](F *f) { return methods(f).xDeviceCharacteristics(real(f)); };
        m_methods.xShmMap = [](F *f, int page, int size, int extend, void volatile **out) {
            return methods(f).xShmMap(real(f), page, size, extend, out);
        };
        m_methods.xShmLock = [](F *f, int offset, int n, int flags) {
            return methods(f).xShmLock(real(f), offset, n, flags);
        };
        m_methods.xShmBarrier = [](F *f) { methods(f).xShmBarrier(real(f)); };
        m_methods.xShmUnmap = [](F *f, int remove) { return methods(f).xShmUnmap(real(f), remove); };
    }

    sqlite3_vfs *m_system;
    sqlite3_vfs m_vfs;
    sqlite3_io_methods m_methods{};
    qint64 m_room = -1;
    QHash<QString, QByteArray> m_durable;
};

} // namespace deskbell::testing
