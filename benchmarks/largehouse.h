#pragma once

// The house of the workload as real programs: imported into a database once, served by deskbelld on
// loopback, and desks (deskbell, each in a folder of its own) that sign in there and tell how far they
// have come. A benchmark makes one; all of it ends and its folder goes with it. Where
// DESKBELL_BENCH_HOUSE names a folder the database is made in there once and used again by the next.

#include <QTemporaryDir>
#include <QUrl>

#include <optional>

#include "e2e/support/program.h"

namespace deskbell::bench {

class LargeHouse
{
public:
    static constexpr const char *manager = "manager";
    static constexpr const char *password = "a long enough password";

    LargeHouse();

    /// False, with a line on standard error, when something is missing or failed.
    bool open();
    QUrl url() const { return m_url; }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// What a desk is started with that signs in by password; `folder` is kept below path().
    QStringList signInArguments(const QString &folder) const;
    /// … and one that finds its session in the keychain.
    QStringList resumeArguments(const QString &folder) const;
    e2e::Program &backend() { return m_backend; }

private:
    static bool beginEarly(const QString &workload, const QString &folder);
    bool furnish(const QString &database);

    QTemporaryDir m_folder;
    e2e::Program m_backend;
    QUrl m_url;
};

/// deskbell, without a screen and with the window of the figures, 1600×900.
class DeskProcess
{
public:
    DeskProcess();
    /// True when it runs; startedAt() is the moment before.
    bool start(const QStringList &arguments);
    double startedAt() const { return m_startedAt; }
    struct Milestone
    {
        double at; ///< as startedAt()
        double reservations;
    };
    /// Waits for one of app/milestones.h.
    std::optional<Milestone> reached(const QString &milestone, int timeoutMs = 120'000);
    e2e::Program &program() { return m_program; }

private:
    e2e::Program m_program;
    double m_startedAt = 0;
};

/// The system's clock, in seconds since 1970.
double secondsNow();
/// A line on standard error; false.
bool complain(const QString &line);

} // namespace deskbell::bench
