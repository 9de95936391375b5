#include "server/storage/sqlite/readerpool.h"

#include <algorithm>

#include "server/storage/sqlite/query.h"

namespace deskbell::server {

ReaderPool::ReaderPool(const std::filesystem::path &file, std::size_t size)
{
    const std::size_t count = std::max<std::size_t>(size, 2);
    for (std::size_t i = 0; i < count; ++i)
        m_free.push_back(std::make_unique<Connection>(file, Connection::Use::Read));
    m_longLeft = count - 1;
}

ReaderPool::Lease ReaderPool::shortRead()
{
    std::unique_lock lock(m_mutex);
    m_returned.wait(lock, [this] { return !m_free.empty(); });
    auto connection = std::move(m_free.back());
    m_free.pop_back();
    return Lease(*this, std::move(connection), false);
}

ReaderPool::Lease ReaderPool::longRead()
{
    std::unique_lock lock(m_mutex);
    if (m_longLeft == 0)
        throw StorageFailure(StorageFailure::Kind::Transaction,
                             Error{"storage-busy", {{"reason", "snapshots"}}});
    m_returned.wait(lock, [this] { return !m_free.empty(); });
    --m_longLeft;
    auto connection = std::move(m_free.back());
    m_free.pop_back();
    return Lease(*this, std::move(connection), true);
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
    Query(connection, "BEGIN").run();
}

ReadTransaction::~ReadTransaction()
{
    try {
        Query(m_connection, "ROLLBACK").run();
    } catch (const StorageFailure &) {
        // Nothing was written; the connection is sound or its next use says so.
    }
}

} // namespace deskbell::server
