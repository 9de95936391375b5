#pragma once

// One child process of a test, the tour or a benchmark: started with its arguments, ready when it
// has said so on a line, stopped or killed by its owner, and never left behind: it dies with its
// parent, however that ends. Owned by whoever starts it; lives in that thread.

#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace deskbell::e2e {

class Program
{
public:
    explicit Program(QString path) : m_path(std::move(path)) {}
    ~Program();
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    /// What the next start() runs.
    void setPath(QString path) { m_path = std::move(path); }
    void setEnvironment(const QString &name, const QString &value);
    /// Starts it; true when a line matching `readyPattern` came within the time. The first capture
    /// of the pattern is kept.
    bool start(const QStringList &arguments, const QString &readyPattern, int timeoutMs = 30'000);
    /// Starts it without waiting for a word.
    bool startQuietly(const QStringList &arguments);
    /// To its standard input.
    bool write(const QByteArray &bytes);
    /// Waits for a further line.
    bool waitForLine(const QString &pattern, int timeoutMs = 30'000);
    /// Asks it to end (SIGTERM) and waits; kills it when it does not. False when it had to.
    bool stop(int timeoutMs = 15'000);
    /// SIGKILL: no chance to tidy up.
    void kill();
    bool waitForEnd(int timeoutMs);

    bool isRunning() const { return m_process && m_process->state() == QProcess::Running; }
    qint64 pid() const { return m_process ? m_process->processId() : 0; }
    int exitCode() const { return m_process ? m_process->exitCode() : -1; }
    /// What the pattern of start() captured.
    const QString &captured() const { return m_captured; }
    /// All it has written so far, both channels.
    const QString &output();

    /// Runs a program to its end with `input` on its standard input. Exit status 0 or not.
    struct Result
    {
        bool isSuccess = false;
        QString output;
    };
    static Result run(const QString &path, const QStringList &arguments, const QByteArray &input = {},
                      int timeoutMs = 300'000);

private:
    static void bindToParent(QProcess &process);

    QString m_path;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    std::unique_ptr<QProcess> m_process;
    QString m_output;
    QString m_captured;
};

} // namespace deskbell::e2e
