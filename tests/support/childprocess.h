#pragma once

// A program run by a test: its output is collected, it can be asked to end or be killed, and it does
// not outlive its owner. POSIX only; isSupported() says so elsewhere and tests skip themselves.

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace deskbell::test {

class ChildProcess
{
public:
    static bool isSupported();

    ChildProcess() = default;
    ~ChildProcess(); ///< kills it
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    /// `environment` is added to this process's. False when it cannot be started.
    bool start(const std::string &program, const std::vector<std::string> &arguments,
               const std::map<std::string, std::string> &environment = {}, const std::string &input = {});
    /// The rest of the first line of its output that begins so; nothing when it ends or time is up.
    std::optional<std::string> lineBeginning(const std::string &beginning,
                                             std::chrono::milliseconds time = std::chrono::seconds(20));
    void askToEnd();
    void kill();
    /// Its exit status; nothing when a signal ended it or time is up.
    std::optional<int> exitStatus(std::chrono::milliseconds time = std::chrono::seconds(20));
    /// What it has written to both outputs so far.
    const std::string &output();

private:
    bool readSome(std::chrono::milliseconds time);

    int m_pid = -1;
    int m_pipe = -1;
    std::string m_output;
};

} // namespace deskbell::test
