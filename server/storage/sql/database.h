#pragma once

// What differs between databases: how connections are made, and what can be done for a group of
// writes at once. Owned by the storage; connect() on any thread, the rest on the writer's.

#include <memory>
#include <span>

#include "server/storage/sql/groupwriter.h"
#include "server/storage/sql/sqlcommandtransaction.h"

namespace deskbell::server {

class Database
{
public:
    virtual ~Database() = default;
    /// Throws StorageFailure.
    virtual std::unique_ptr<Connection> connect(Connection::Access access) = 0;
    /// Whether all writing must go through one connection.
    virtual bool hasOneWriter() const = 0;

    /// A transaction has begun that will carry these out: lock and fetch what they need.
    virtual void begun(Connection &, Books &, std::span<const GroupWriter::Job>) {}
    /// It is about to be committed.
    virtual void ending(Connection &, Books &) {}
    virtual void rolledBack() {}
    /// A property's history begins at this number, which was committed; nobody is told of what is before.
    virtual void historyBegan(const PropertyId &, std::uint64_t /*seq*/) {}
    /// This number of a property is committed, and will be told of. Its mark is 0 where a history begins.
    virtual void reached(const PropertyId &, std::uint64_t /*seq*/, std::uint64_t /*mark*/) {}
    /// Whether there is room for more, as far as that can be seen from here. Any thread. Error:
    /// "storage-full".
    virtual Expected<void> room() { return {}; }
    /// Looks over what is below the rows. Any thread.
    virtual void examine(const Looking &) {}
    virtual std::unique_ptr<CommandTransaction> commandTransaction(Connection &connection, PropertyBook &book,
                                                                   Committed &committed)
    {
        return std::make_unique<SqlCommandTransaction>(connection, book, committed);
    }
};

} // namespace deskbell::server
