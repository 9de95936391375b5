#pragma once

// What a storage is opened on: where its connections come from. Owned by the storage.

#include <memory>

#include "server/storage/sql/connection.h"

namespace deskbell::server {

class Database
{
public:
    virtual ~Database() = default;
    /// Any thread. Throws StorageFailure.
    virtual std::unique_ptr<Connection> connect(Connection::Access access) = 0;
};

} // namespace deskbell::server
