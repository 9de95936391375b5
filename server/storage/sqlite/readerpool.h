#pragma once

// The reading connections. A Lease has one for itself until it goes; SQLite's WAL lets readers and the
// writer work at once. Snapshots, which may take long, never get the last one. Any thread.

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "server/storage/sqlite/connection.h"

namespace deskbell::server {

class ReaderPool
{
public:
    class Lease
    {
    public:
        Lease(ReaderPool &pool, std::unique_ptr<Connection> connection, bool isLong)
            : m_pool(&pool), m_connection(std::move(connection)), m_isLong(isLong)
        {
        }
        Lease(Lease &&) = default;
        ~Lease()
        {
            if (m_connection)
                m_pool->giveBack(std::move(m_connection), m_isLong);
        }
        Connection &operator*() const { return *m_connection; }

    private:
        ReaderPool *m_pool;
        std::unique_ptr<Connection> m_connection;
        bool m_isLong;
    };

    /// Throws StorageFailure.
    ReaderPool(const std::filesystem::path &file, std::size_t size);

    /// For a query that ends soon: waits until one is free.
    Lease shortRead();
    /// For a snapshot. Throws "storage-busy" when too many are under way.
    Lease longRead();

private:
    void giveBack(std::unique_ptr<Connection> connection, bool isLong);

    std::mutex m_mutex;
    std::condition_variable m_returned;
    std::vector<std::unique_ptr<Connection>> m_free;
    std::size_t m_longLeft;
};

/// All that is read while it lives is of one moment.
class ReadTransaction
{
public:
    explicit ReadTransaction(Connection &connection);
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

private:
    Connection &m_connection;
};

} // namespace deskbell::server
