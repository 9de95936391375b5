#include "support/privatepostgres.h"

#include "support/rawclient.h"

#include <chrono>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <thread>

#include <libpq-fe.h>

#ifndef _WIN32
#include <arpa/inet.h>
#include <csignal>
#include <fcntl.h>
#include <grp.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#endif
#ifdef __linux__
#include <sys/prctl.h>
#endif

// The folder where initdb and postgres are; the build looks for it.
#ifndef DESKBELL_POSTGRES_PROGRAMS
#define DESKBELL_POSTGRES_PROGRAMS "."
#endif

namespace deskbell::test {

#ifdef _WIN32

PrivatePostgres::PrivatePostgres(Settings)
{
    throw std::runtime_error("no private PostgreSQL on this system");
}
PrivatePostgres::~PrivatePostgres() = default;
void PrivatePostgres::start()
{
}
void PrivatePostgres::crash()
{
}
void PrivatePostgres::follow(const PrivatePostgres &)
{
}
void PrivatePostgres::promote()
{
}

#else

namespace {

/// Who runs the server when we are root, which PostgreSQL refuses to be.
const passwd *serversUser()
{
    if (geteuid() != 0)
        return nullptr;
    const passwd *user = getpwnam("postgres");
    return user ? user : getpwnam("nobody");
}

constexpr std::chrono::seconds patience{180};

} // namespace

PrivatePostgres::PrivatePostgres(Settings settings)
    : m_programs(DESKBELL_POSTGRES_PROGRAMS), m_settings(std::move(settings)), m_port(freePort())
{
    std::string name = (std::filesystem::temp_directory_path() / "deskbell-pg-XXXXXX").string();
    if (!mkdtemp(name.data()))
        throw std::runtime_error("no temporary folder");
    m_folder = name;
    if (const passwd *user = serversUser()) {
        if (chown(name.c_str(), user->pw_uid, user->pw_gid) != 0)
            throw std::runtime_error("cannot give the folder away");
    }
    run("initdb", {"-D", (m_folder / "data").string(), "-U", "deskbell", "-A", "trust", "-E", "UTF8",
                   "--no-locale", "--no-sync"});
    start();
}

PrivatePostgres::~PrivatePostgres()
{
    end(SIGQUIT);
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

void PrivatePostgres::start()
{
    std::vector<std::string> arguments{"-D", (m_folder / "data").string(), "-k", m_folder.string(),
                                       "-p", std::to_string(m_port)};
    for (const char *setting : {
             "listen_addresses=127.0.0.1", "max_connections=400", "shared_buffers=64MB",
             "fsync=off", // tests end processes, not the machine: what the kernel has is kept
#ifdef __linux__
             "recovery_init_sync_method=syncfs", // after a crash: file by file takes minutes on a busy disk
#endif
         })
        arguments.insert(arguments.end(), {"-c", setting});
    for (const std::string &setting : m_settings)
        arguments.insert(arguments.end(), {"-c", setting});
    m_server = launch("postgres", arguments, true);
    const auto until = std::chrono::steady_clock::now() + patience;
    while (PQping(uri("public").c_str()) != PQPING_OK) {
        if (std::chrono::steady_clock::now() > until || waitpid(m_server, nullptr, WNOHANG) == m_server)
            throw std::runtime_error("PostgreSQL does not start: " + log());
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

void PrivatePostgres::crash()
{
    end(SIGQUIT);
}

void PrivatePostgres::follow(const PrivatePostgres &primary)
{
    end(SIGQUIT);
    const std::filesystem::path data = m_folder / "data";
    std::filesystem::remove_all(data);
    run("pg_basebackup", {"-D", data.string(), "-R", "-X", "stream", "-c", "fast", "--no-sync", "-h",
                          primary.m_folder.string(), "-p", std::to_string(primary.m_port), "-U", "deskbell"});
    // What the copy brought of the primary's settings, but for whom to follow: nobody follows it yet.
    std::ofstream(data / "postgresql.auto.conf", std::ios::app) << "synchronous_standby_names = ''\n";
    start();
    primary.query("ALTER SYSTEM SET synchronous_standby_names = '*'");
    primary.query("SELECT pg_reload_conf()");
    primary.waitUntil("SELECT count(*) > 0 FROM pg_stat_replication WHERE sync_state = 'sync'");
}

void PrivatePostgres::promote()
{
    query("SELECT pg_promote()");
    waitUntil("SELECT NOT pg_is_in_recovery()");
}

void PrivatePostgres::waitUntil(const std::string &isSo) const
{
    for (const auto until = std::chrono::steady_clock::now() + patience; query(isSo) != "t";) {
        if (std::chrono::steady_clock::now() > until)
            throw std::runtime_error("never: " + isSo + ' ' + log());
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

void PrivatePostgres::run(const std::string &program, const std::vector<std::string> &arguments) const
{
    const int child = launch(program, arguments, false);
    int status = 0;
    if (waitpid(child, &status, 0) != child || status != 0)
        throw std::runtime_error(program + " failed: " + log());
}

void PrivatePostgres::end(int signal)
{
    if (m_server <= 0)
        return;
    kill(m_server, signal);
    waitpid(m_server, nullptr, 0);
    m_server = -1;
}

int PrivatePostgres::launch(const std::string &program, const std::vector<std::string> &arguments,
                            bool isServer) const
{
    const std::string path = (m_programs / program).string();
    const std::string logFile = (m_folder / "log").string();
    const std::string folder = m_folder.string();
    std::vector<char *> words{const_cast<char *>(path.c_str())};
    for (const std::string &argument : arguments)
        words.push_back(const_cast<char *>(argument.c_str()));
    words.push_back(nullptr);
    const passwd *user = serversUser();
    const pid_t child = fork();
    if (child != 0)
        return child;
    // Only what may be called between fork and exec.
    if (user && (setgroups(0, nullptr) != 0 || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0))
        _exit(126);
#ifdef __linux__
    if (isServer)
        prctl(PR_SET_PDEATHSIG, SIGQUIT);
#else
    (void)isServer;
#endif
    setpgid(0, 0); // an interrupt at the terminal is the tests' first
    const int out = open(logFile.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    const int in = open("/dev/null", O_RDONLY);
    if (out < 0 || in < 0 || chdir(folder.c_str()) != 0)
        _exit(126);
    dup2(in, 0);
    dup2(out, 1);
    dup2(out, 2);
    for (int other = 3; other < 1024; ++other)
        close(other);
    execv(path.c_str(), words.data());
    _exit(127);
}

#endif

PrivatePostgres &PrivatePostgres::shared()
{
    static PrivatePostgres server;
    return server;
}

std::string PrivatePostgres::makeSchema()
{
    const std::string name = "test_" + std::to_string(++m_schemas);
    query("CREATE SCHEMA " + name);
    return name;
}

void PrivatePostgres::dropSchema(const std::string &name)
{
    query("DROP SCHEMA " + name + " CASCADE");
}

std::string PrivatePostgres::uri(const std::string &schema) const
{
    return "postgresql://deskbell@/postgres?host=" + m_folder.string() + "&port=" + std::to_string(m_port) +
           "&options=-csearch_path%3D" + schema;
}

std::string PrivatePostgres::tcpUri(const std::string &schema, const std::string &password) const
{
    return "postgresql://deskbell" + (password.empty() ? std::string() : ':' + password) +
           "@127.0.0.1:" + std::to_string(m_port) + "/postgres?options=-csearch_path%3D" + schema;
}

std::string PrivatePostgres::query(const std::string &sql, const std::string &schema) const
{
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(uri(schema).c_str()), PQfinish);
    PQsetNoticeProcessor(
        connection.get(), [](void *, const char *) {}, nullptr);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql.c_str()),
                                                               PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        throw std::runtime_error(PQerrorMessage(connection.get()));
    return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
}

std::string PrivatePostgres::log() const
{
    std::ostringstream out;
    out << std::ifstream(m_folder / "log").rdbuf();
    return out.str();
}

} // namespace deskbell::test
