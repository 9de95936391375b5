#include "support/childprocess.h"

#ifndef _WIN32
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

extern "C" char **environ;
#endif

namespace deskbell::test {

#ifdef _WIN32

bool ChildProcess::isSupported()
{
    return false;
}
ChildProcess::~ChildProcess() = default;
bool ChildProcess::start(const std::string &, const std::vector<std::string> &,
                         const std::map<std::string, std::string> &, const std::string &)
{
    return false;
}
std::optional<std::string> ChildProcess::lineBeginning(const std::string &, std::chrono::milliseconds)
{
    return std::nullopt;
}
void ChildProcess::askToEnd()
{
}
void ChildProcess::kill()
{
}
std::optional<int> ChildProcess::exitStatus(std::chrono::milliseconds)
{
    return std::nullopt;
}
const std::string &ChildProcess::output()
{
    return m_output;
}
bool ChildProcess::readSome(std::chrono::milliseconds)
{
    return false;
}

#else

using Clock = std::chrono::steady_clock;

namespace {
/// Kept from children of other tests' threads as far as every POSIX system allows.
bool openPipe(int (&ends)[2])
{
    if (pipe(ends) != 0)
        return false;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return true;
}
} // namespace

bool ChildProcess::isSupported()
{
    return true;
}

ChildProcess::~ChildProcess()
{
    kill();
    exitStatus(std::chrono::seconds(5));
    if (m_pipe >= 0)
        close(m_pipe);
}

bool ChildProcess::start(const std::string &program, const std::vector<std::string> &arguments,
                         const std::map<std::string, std::string> &environment, const std::string &input)
{
    // All memory is taken before the fork: afterwards the child may only call what is safe there.
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char *> argv;
    for (std::string &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    std::vector<std::string> settings;
    for (char **each = environ; *each; ++each)
        settings.emplace_back(*each);
    for (const auto &[name, value] : environment)
        settings.push_back(name + "=" + value);
    std::vector<char *> envp;
    for (std::string &setting : settings)
        envp.push_back(setting.data());
    envp.push_back(nullptr);

    int out[2];
    int in[2];
    if (!openPipe(out) || !openPipe(in))
        return false;
    m_pid = fork();
    if (m_pid == 0) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        dup2(out[1], STDERR_FILENO);
        execve(argv.front(), argv.data(), envp.data());
        _exit(127);
    }
    close(out[1]);
    close(in[0]);
    m_pipe = out[0];
    const bool isWritten = write(in[1], input.data(), input.size()) == static_cast<ssize_t>(input.size());
    close(in[1]);
    return m_pid > 0 && isWritten;
}

bool ChildProcess::readSome(std::chrono::milliseconds time)
{
    pollfd ready{m_pipe, POLLIN, 0};
    if (m_pipe < 0 || poll(&ready, 1, static_cast<int>(time.count())) <= 0)
        return false;
    char buffer[4096];
    const ssize_t size = read(m_pipe, buffer, sizeof buffer);
    if (size > 0)
        m_output.append(buffer, static_cast<std::size_t>(size));
    return size > 0;
}

std::optional<std::string> ChildProcess::lineBeginning(const std::string &beginning,
                                                       std::chrono::milliseconds time)
{
    const auto end = Clock::now() + time;
    for (;;) {
        for (std::size_t at = 0; at < m_output.size();) {
            const std::size_t stop = m_output.find('\n', at);
            if (stop == std::string::npos)
                break;
            if (m_output.compare(at, beginning.size(), beginning) == 0)
                return m_output.substr(at + beginning.size(), stop - at - beginning.size());
            at = stop + 1;
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        if (left.count() <= 0 || !readSome(left))
            return std::nullopt;
    }
}

void ChildProcess::askToEnd()
{
    if (m_pid > 0)
        ::kill(m_pid, SIGTERM);
}

void ChildProcess::kill()
{
    if (m_pid > 0)
        ::kill(m_pid, SIGKILL);
}

std::optional<int> ChildProcess::exitStatus(std::chrono::milliseconds time)
{
    const auto end = Clock::now() + time;
    int status = 0;
    while (m_pid > 0 && waitpid(m_pid, &status, WNOHANG) == 0) {
        if (Clock::now() >= end)
            return std::nullopt;
        readSome(std::chrono::milliseconds(10)); // a full pipe would hold it up
    }
    if (m_pid <= 0)
        return std::nullopt;
    m_pid = -1;
    return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
}

const std::string &ChildProcess::output()
{
    while (readSome(std::chrono::milliseconds(0))) {
    }
    return m_output;
}

#endif

} // namespace deskbell::test
