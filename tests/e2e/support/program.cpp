#include "e2e/support/program.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace deskbell::e2e {

void Program::bindToParent(QProcess &process)
{
#ifdef Q_OS_LINUX
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#else
    Q_UNUSED(process);
#endif
}

Program::~Program()
{
    stop();
}

void Program::setEnvironment(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

bool Program::startQuietly(const QStringList &arguments)
{
    m_output.clear();
    m_captured.clear();
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setProcessEnvironment(m_environment);
    bindToParent(*m_process);
    m_process->start(m_path, arguments);
    return m_process->waitForStarted();
}

bool Program::start(const QStringList &arguments, const QString &readyPattern, int timeoutMs)
{
    return startQuietly(arguments) && waitForLine(readyPattern, timeoutMs);
}

bool Program::write(const QByteArray &bytes)
{
    return isRunning() && m_process->write(bytes) == bytes.size() && m_process->waitForBytesWritten();
}

bool Program::waitForLine(const QString &pattern, int timeoutMs)
{
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    const QDeadlineTimer deadline(timeoutMs);
    while (m_process) {
        const QRegularExpressionMatch match = expression.match(output());
        if (match.hasMatch()) {
            m_captured = match.captured(1);
            return true;
        }
        if (deadline.hasExpired() || m_process->state() == QProcess::NotRunning)
            return false;
        m_process->waitForReadyRead(static_cast<int>(qMin<qint64>(deadline.remainingTime(), 200)));
    }
    return false;
}

bool Program::stop(int timeoutMs)
{
    if (!isRunning())
        return true;
    m_process->terminate();
    if (m_process->waitForFinished(timeoutMs))
        return true;
    kill();
    return false;
}

void Program::kill()
{
    if (!isRunning())
        return;
    m_process->kill();
    m_process->waitForFinished(-1);
}

bool Program::waitForEnd(int timeoutMs)
{
    return !isRunning() || m_process->waitForFinished(timeoutMs);
}

const QString &Program::output()
{
    if (m_process)
        m_output += QString::fromUtf8(m_process->readAll());
    return m_output;
}

Program::Result Program::run(const QString &path, const QStringList &arguments, const QByteArray &input,
                             int timeoutMs)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    bindToParent(process);
    process.start(path, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool hasEnded = process.waitForFinished(timeoutMs);
    if (!hasEnded) {
        process.kill();
        process.waitForFinished(-1);
    }
    const bool isSuccess =
        hasEnded && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return {isSuccess, QString::fromUtf8(process.readAll())};
}

} // namespace deskbell::e2e
