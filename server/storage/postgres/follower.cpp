#include "server/storage/postgres/follower.h"

#include <algorithm>

#ifdef _WIN32
#include <winsock2.h>
#else
#include <poll.h>
#endif

#include "server/storage/sql/changelog.h"
#include "server/storage/sql/installation.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

constexpr std::chrono::milliseconds tick{20};
constexpr std::chrono::milliseconds notifyEvery{50};
constexpr std::chrono::milliseconds pollEvery{250};
constexpr std::chrono::milliseconds reconnectEvery{200};
constexpr std::uint64_t changesAtOnce = 256;

constexpr std::string_view changesNews = "changes";

/// Waits until the socket can be read, a tick at most.
void waitFor(int socket)
{
#ifdef _WIN32
    WSAPOLLFD waited{static_cast<SOCKET>(socket), POLLIN, 0};
    WSAPoll(&waited, 1, static_cast<int>(tick.count()));
#else
    pollfd waited{socket, POLLIN, 0};
    poll(&waited, 1, static_cast<int>(tick.count()));
#endif
}

} // namespace

Follower::Follower(const PgAddress &address, const History &history, const Surroundings &surroundings,
                   StorageListener &listener)
    : m_address(address), m_surroundings(surroundings), m_listener(listener), m_history(history)
{
    PgConnection connection(m_address, Connection::Access::Read);
    Query clocks(connection, "SELECT property, seq FROM property_clock");
    while (clocks.next())
        m_told[PropertyId{clocks.uuid(0)}] = {clocks.number<std::uint64_t>(1)};
    m_thread = std::thread([this] { run(); });
}

Follower::~Follower()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Follower::committed(std::shared_ptr<const ChangeSet> change)
{
    m_hasNews = true;
    const std::lock_guard lock(m_mutex);
    const auto told = m_told.find(change->property);
    if (!m_isProven || told == m_told.end() || told->second.seq + 1 < change->seq) {
        m_isBehind = true; // others were here before us: the thread reads theirs, then this
        return;
    }
    if (told->second.seq + 1 == change->seq)
        tell(told->second, std::move(change));
}

void Follower::tell(Told &told, std::shared_ptr<const ChangeSet> change)
{
    told = {change->seq, markOf(*change)};
    m_listener.committed(std::move(change));
}

void Follower::workAdded(Work work)
{
    m_hasWork = true;
    m_newWork[static_cast<std::size_t>(work)] = true;
    m_listener.workAdded(work);
}

void Follower::historyBegan(const PropertyId &property, std::uint64_t seq)
{
    const std::lock_guard lock(m_mutex);
    if (const auto told = m_told.find(property); told == m_told.end())
        m_told[property] = {seq};
}

void Follower::run()
{
    while (true) {
        {
            const std::lock_guard lock(m_mutex);
            if (m_isStopping)
                break;
        }
        try {
            follow();
        } catch (const StorageFailure &) {
            // The writers and readers report what is wrong; here it is enough to come back.
            m_connection.reset();
            std::unique_lock lock(m_mutex);
            m_isProven = false;
            m_wake.wait_for(lock, reconnectEvery, [this] { return m_isStopping; });
        }
    }
    try {
        if (m_connection && isProven())
            notify(); // the last words
    } catch (const StorageFailure &) {
        // Polling finds it.
    }
}

void Follower::follow()
{
    if (!m_connection)
        connect();
    if (!isProven())
        return;
    listen();
    const auto now = std::chrono::steady_clock::now();
    if (m_isBehind.exchange(false) || now - m_lookedAt >= pollEvery) {
        m_lookedAt = now;
        catchUp();
    }
    if (now - m_notifiedAt >= notifyEvery && (m_hasNews || m_hasWork)) {
        m_notifiedAt = now;
        notify();
    }
}

void Follower::connect()
{
    m_connection = std::make_unique<PgConnection>(m_address, Connection::Access::Write);
    m_connection->prove();
}

bool Follower::isProven()
{
    if (m_isProven) // changed by this thread only
        return true;
    waitFor(PQsocket(m_connection->handle()));
    if (!m_connection->isProven())
        return false;
    // What it writes from now on are notifications, which nobody misses after a crash.
    m_connection->execute("SET synchronous_commit = off; LISTEN deskbell");
    compareHistories();
    m_isBehind = true;
    const std::lock_guard lock(m_mutex);
    m_isProven = true;
    return true;
}

void Follower::compareHistories()
{
    std::map<PropertyId, Told> all;
    {
        const std::lock_guard lock(m_mutex);
        all = m_told; // told nothing more until all is proven
    }
    const auto isLost = [this](const auto &each) {
        const auto &[property, told] = each;
        if (told.mark == 0) // nothing was told
            return false;
        Query clock(*m_connection, "SELECT lowest FROM property_clock WHERE property = ?", property);
        if (clock.next() && told.seq <= clock.number<std::uint64_t>(0)) // pruned
            return false;
        return readMark(*m_connection, property, told.seq) != told.mark;
    };
    if (std::any_of(all.begin(), all.end(), isLost))
        beginEpoch();
}

void Follower::beginEpoch()
{
    // Unless another process has begun one already.
    PgConnection writer(m_address, Connection::Access::Write);
    writer.begin(Connection::Access::Write);
    if (lockEpoch(writer) == m_history.epoch())
        writeEpoch(writer, makeUuidV7(m_surroundings.now(), m_surroundings.random));
    writer.commit();
}

void Follower::followHistory()
{
    const Uuid epoch = readEpoch(*m_connection);
    if (epoch == m_history.epoch())
        return;
    m_history = m_history.under(epoch);
    std::map<PropertyId, Told> reached;
    Query clocks(*m_connection, "SELECT property, seq FROM property_clock");
    while (clocks.next())
        reached[PropertyId{clocks.uuid(0)}] = {clocks.number<std::uint64_t>(1)};
    for (auto &[property, told] : reached)
        told.mark = readMark(*m_connection, property, told.seq);
    {
        const std::lock_guard lock(m_mutex);
        m_told = std::move(reached);
    }
    m_listener.historyChanged(m_history);
}

void Follower::listen()
{
    PGconn *handle = m_connection->handle();
    waitFor(PQsocket(handle));
    if (!PQconsumeInput(handle))
        throw StorageFailure(StorageFailure::Kind::Transaction, Error{"storage-failed", {}});
    while (PGnotify *told = PQnotifies(handle)) {
        const bool isOurs = told->be_pid == PQbackendPID(handle);
        const std::string_view news = told->extra;
        if (!isOurs && news == changesNews)
            m_isBehind = true;
        for (const Work work : allWork) {
            if (!isOurs && news == toString(work))
                m_listener.workAdded(work);
        }
        PQfreemem(told);
    }
}

void Follower::catchUp()
{
    followHistory();
    struct Clocked
    {
        PropertyId property;
        std::uint64_t seq, lowest;
    };
    std::vector<Clocked> behind;
    {
        Query clocks(*m_connection, "SELECT property, seq, lowest FROM property_clock");
        while (clocks.next()) {
            const Clocked clock{
                {clocks.uuid(0)}, clocks.number<std::uint64_t>(1), clocks.number<std::uint64_t>(2)};
            const std::lock_guard lock(m_mutex);
            // A property that somebody has set up since: all that is kept of it is news.
            Told &told = m_told.try_emplace(clock.property, Told{clock.lowest}).first->second;
            if (told.seq < clock.lowest)
                told = {clock.lowest};
            if (told.seq < clock.seq)
                behind.push_back(clock);
        }
    }
    for (const Clocked &clock : behind)
        catchUp(clock.property, clock.seq, clock.lowest);
}

void Follower::catchUp(const PropertyId &property, std::uint64_t seq, std::uint64_t lowest)
{
    while (true) {
        std::uint64_t told = lowest;
        {
            const std::lock_guard lock(m_mutex);
            told = m_told[property].seq;
        }
        if (told >= seq)
            return;
        bool hasMoved = false;
        const auto last = std::min(seq, told + changesAtOnce);
        forEachChange(*m_connection, property, told, last, [&](ChangeSet &change) {
            const std::lock_guard lock(m_mutex);
            Told &reached = m_told[property];
            if (change.seq == reached.seq + 1)
                tell(reached, std::make_shared<const ChangeSet>(std::move(change)));
            hasMoved = hasMoved || reached.seq > told;
            return true;
        });
        if (!hasMoved)
            return; // pruned meanwhile: the next look sees a higher lowest
    }
}

void Follower::notify()
{
    const auto tell = [this](std::atomic<bool> &has, std::string_view news) {
        if (has.exchange(false))
            Query(*m_connection, "SELECT pg_notify('deskbell', ?)", news).next();
    };
    tell(m_hasNews, changesNews);
    m_hasWork = false;
    for (const Work work : allWork)
        tell(m_newWork[static_cast<std::size_t>(work)], toString(work));
}

} // namespace deskbell::server
