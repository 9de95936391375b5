#pragma once

// The reading connections. A Lease has one for itself until it goes; readers and writers work at once.
// Snapshots, which may take long, never get the last one. One that was lost is replaced when it is
// lent again. Any thread.

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "server/storage/sql/connection.h"

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
        void replace(std::unique_ptr<Connection> fresh) { m_connection = std::move(fresh); }

    private:
        ReaderPool *m_pool;
        std::unique_ptr<Connection> m_connection;
        bool m_isLong;
    };

    using Connect = std::function<std::unique_ptr<Connection>()>;

    /// Connects at once what it lends. Throws StorageFailure.
    ReaderPool(Connect connect, std::size_t size);

    /// For a query that ends soon: waits until one is free.
    Lease shortRead();
    /// For a snapshot. Throws "storage-busy" when too many are under way.
    Lease longRead();

private:
    Lease lend(std::unique_lock<std::mutex> &lock, bool isLong);
    void giveBack(std::unique_ptr<Connection> connection, bool isLong);

    const Connect m_connect;
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
