#include "server/storage/sql/readerpool.h"

#include <algorithm>

namespace deskbell::server {

ReaderPool::ReaderPool(Connect connect, std::size_t size) : m_connect(std::move(connect))
{
    const std::size_t count = std::max<std::size_t>(size, 2);
    for (std::size_t i = 0; i < count; ++i)
        m_free.push_back(m_connect());
    m_longLeft = count - 1;
}

ReaderPool::Lease ReaderPool::shortRead()
{
    std::unique_lock lock(m_mutex);
    return lend(lock, false);
}

ReaderPool::Lease ReaderPool::longRead()
{
    std::unique_lock lock(m_mutex);
    if (m_longLeft == 0)
        throw StorageFailure(StorageFailure::Kind::Transaction,
                             Error{"storage-busy", {{"reason", "snapshots"}}});
    --m_longLeft;
    return lend(lock, true);
}

ReaderPool::Lease ReaderPool::lend(std::unique_lock<std::mutex> &lock, bool isLong)
{
    m_returned.wait(lock, [this] { return !m_free.empty(); });
    auto connection = std::move(m_free.back());
    m_free.pop_back();
    lock.unlock();
    Lease lease(*this, std::move(connection), isLong);
    if ((*lease).isLost())
        lease.replace(m_connect());
    return lease;
}

void ReaderPool::giveBack(std::unique_ptr<Connection> connection, bool isLong)
{
    {
        const std::lock_guard lock(m_mutex);
        m_free.push_back(std::move(connection));
        if (isLong)
            ++m_longLeft;
    }
    m_returned.notify_one();
}

ReadTransaction::ReadTransaction(Connection &connection) : m_connection(connection)
{
    m_connection.begin(Connection::Access::Read);
}

ReadTransaction::~ReadTransaction()
{
    m_connection.rollBack();
}

} // namespace deskbell::server
