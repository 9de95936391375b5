#pragma once

// A PostgreSQL server for one test program: a cluster of its own in a temporary folder, on a socket there
// and a free port of the loopback, run as a user that is not root. It is stopped with the program, however
// that ends, and removed when the program ends by itself. A second one can follow the first as its standby
// and take its place.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace deskbell::test {

class PrivatePostgres
{
public:
    /// This program's, started when it is first asked for. Throws std::runtime_error with the log.
    static PrivatePostgres &shared();

    using Settings = std::vector<std::string>; ///< "name=value"
    explicit PrivatePostgres(Settings settings = {});
    ~PrivatePostgres();
    PrivatePostgres(const PrivatePostgres &) = delete;
    PrivatePostgres &operator=(const PrivatePostgres &) = delete;

    /// A schema of its own for a test; its URI over the socket, or over TCP.
    std::string makeSchema();
    void dropSchema(const std::string &name);
    std::string uri(const std::string &schema) const;
    std::string tcpUri(const std::string &schema, const std::string &password = {}) const;
    /// The first value of the first row, past all of Deskbell's code. Throws std::runtime_error.
    std::string query(const std::string &sql, const std::string &schema = "public") const;

    /// Ends all connections at once and comes back after a recovery, as after a crash.
    void crash();
    void start();
    /// Begins anew as a copy of `primary` that follows it. From then on the primary's commits wait for it.
    void follow(const PrivatePostgres &primary);
    /// Takes the primary's place.
    void promote();
    std::filesystem::path folder() const { return m_folder; }
    std::filesystem::path programs() const { return m_programs; }
    std::uint16_t port() const { return m_port; }

private:
    int launch(const std::string &program, const std::vector<std::string> &arguments, bool isServer) const;
    void run(const std::string &program, const std::vector<std::string> &arguments) const;
    void waitUntil(const std::string &isSo) const;
    void end(int signal);
    std::string log() const;

    std::filesystem::path m_folder;
    std::filesystem::path m_programs;
    Settings m_settings;
    std::uint16_t m_port = 0;
    int m_server = -1;
    int m_schemas = 0;
};

} // namespace deskbell::test
