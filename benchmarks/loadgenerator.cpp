#include "benchmarks/loadgenerator.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace deskbell::bench {
namespace {

/// The value of a header of an answer's head, in lower case names; empty when there is none.
std::string header(std::string_view head, std::string_view name)
{
    for (std::size_t at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n", at + 2)) {
        const std::string_view line = head.substr(at + 2, head.find("\r\n", at + 2) - at - 2);
        if (line.size() <= name.size() || line[name.size()] != ':')
            continue;
        const bool isSame = std::equal(name.begin(), name.end(), line.begin(),
                                       [](char a, char b) { return std::tolower(a) == std::tolower(b); });
        if (isSame)
            return std::string(
                line.substr(std::min(line.find_first_not_of(' ', name.size() + 1), line.size())));
    }
    return {};
}

} // namespace

std::uint64_t LoadResult::count(int status) const
{
    const auto found = statuses.find(status);
    return found == statuses.end() ? 0 : found->second;
}

struct LoadGenerator::Client
{
    int socket = -1;
    std::string request;
    std::size_t sent = 0;
    std::string answer;
    int tries = 0;
    bool isAsking = false;
    bool isOver = false;
    Clock::time_point began{};
    Clock::time_point notBefore{};

    ~Client() { close(); }
    void close()
    {
        if (socket >= 0)
            ::close(socket);
        socket = -1;
        sent = 0;
        answer.clear();
    }
};

LoadGenerator::LoadGenerator(Settings settings, Next next, Answered answered)
    : m_settings(settings), m_next(std::move(next)), m_answered(std::move(answered))
{
}

bool LoadGenerator::connect(Client &client)
{
    client.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_settings.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // On loopback this does not wait.
    if (::connect(client.socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        client.close();
        return false;
    }
    const int yes = 1;
    setsockopt(client.socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    fcntl(client.socket, F_SETFL, fcntl(client.socket, F_GETFL) | O_NONBLOCK);
    return true;
}

void LoadGenerator::begin(Client &client)
{
    const auto now = Clock::now();
    if (!client.isAsking) {
        if (now >= m_end) {
            client.isOver = true;
            client.close();
            return;
        }
        client.request = m_next();
        client.isAsking = true;
        client.tries = 0;
        client.began = now;
        ++m_result.asked;
    }
    ++client.tries;
    if (client.socket < 0 && !connect(client)) {
        lost(client);
        return;
    }
    client.sent = 0;
    client.answer.clear();
    send(client);
}

void LoadGenerator::send(Client &client)
{
    while (client.sent < client.request.size()) {
        const auto count = ::send(client.socket, client.request.data() + client.sent,
                                  client.request.size() - client.sent, MSG_NOSIGNAL);
        if (count > 0)
            client.sent += static_cast<std::size_t>(count);
        else if (errno == EAGAIN || errno == EWOULDBLOCK)
            return;
        else
            return lost(client);
    }
}

void LoadGenerator::receive(Client &client)
{
    char buffer[16 * 1024];
    for (;;) {
        const auto count = ::recv(client.socket, buffer, sizeof buffer, 0);
        if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            break;
        if (count <= 0)
            return lost(client);
        client.answer.append(buffer, static_cast<std::size_t>(count));
    }
    const std::size_t end = client.answer.find("\r\n\r\n");
    if (end == std::string::npos)
        return;
    const std::string_view head = std::string_view(client.answer).substr(0, end + 2);
    const auto length = std::strtoull(header(head, "content-length").c_str(), nullptr, 10);
    if (client.answer.size() < end + 4 + length)
        return;
    const int status = head.size() > 12 ? std::atoi(std::string(head.substr(9, 3)).c_str()) : 0;
    const int retryAfter = std::atoi(header(head, "retry-after").c_str());
    const bool isLast = header(head, "connection") == "close";
    answered(client, status, retryAfter);
    if (isLast)
        client.close();
}

void LoadGenerator::answered(Client &client, int status, int retryAfterS)
{
    const auto now = Clock::now();
    if ((status == 503 || status == 429) && client.tries < m_settings.maxTries) {
        ++m_result.toldToWait;
        client.notBefore = now + std::chrono::seconds(std::max(retryAfterS, 1));
        return;
    }
    ++m_result.statuses[status];
    m_result.latenciesMs.push_back(std::chrono::duration<double, std::milli>(now - client.began).count());
    if (m_answered)
        m_answered(client.request, status);
    client.isAsking = false;
    client.notBefore = now + m_settings.pause;
}

void LoadGenerator::lost(Client &client)
{
    client.close();
    ++m_result.resent;
    if (client.tries >= m_settings.maxTries) {
        ++m_result.given;
        client.isAsking = false;
    }
    client.notBefore = Clock::now() + std::chrono::milliseconds(50);
}

LoadResult LoadGenerator::run()
{
    std::vector<Client> clients(m_settings.clients);
    std::vector<pollfd> polled(clients.size());
    std::vector<char> isWaiting(clients.size(), 0); ///< for an answer
    const auto began = Clock::now();
    m_end = began + m_settings.time;
    for (std::size_t left = clients.size(); left > 0;) {
        auto soonest = Clock::now() + std::chrono::milliseconds(100);
        left = 0;
        for (std::size_t i = 0; i < clients.size(); ++i) {
            Client &client = clients[i];
            const auto now = Clock::now();
            if (!client.isOver && !isWaiting[i] && client.notBefore <= now) {
                begin(client);
                isWaiting[i] = client.socket >= 0 && client.isAsking;
            }
            if (!client.isOver && !isWaiting[i])
                soonest = std::min(soonest, std::max(client.notBefore, now));
            left += client.isOver ? 0 : 1;
            const short events =
                static_cast<short>(POLLIN | (client.sent < client.request.size() ? POLLOUT : 0));
            polled[i] = {isWaiting[i] ? client.socket : -1, events, 0};
        }
        const auto wait = std::chrono::ceil<std::chrono::milliseconds>(soonest - Clock::now());
        ::poll(polled.data(), polled.size(), static_cast<int>(std::max<long>(0, wait.count())));
        for (std::size_t i = 0; i < clients.size(); ++i) {
            if (!isWaiting[i] || polled[i].revents == 0)
                continue;
            Client &client = clients[i];
            if (polled[i].revents & POLLOUT)
                send(client);
            if (client.socket >= 0 && (polled[i].revents & ~POLLOUT))
                receive(client);
            const bool isHeard = client.socket < 0 || !client.isAsking || client.notBefore > Clock::now();
            isWaiting[i] = !isHeard;
        }
    }
    m_result.seconds = std::chrono::duration<double>(Clock::now() - began).count();
    return std::move(m_result);
}

} // namespace deskbell::bench
