#pragma once

// How a database operation fails inside server/storage: thrown through the few levels between one
// statement and the transaction it belongs to, which rolls back, and turned into an Error value there
// (docs/adr/0030). Never crosses the face of storage.h.

#include <exception>
#include <utility>

#include "domain/expected.h"

namespace deskbell::server {

class StorageFailure : public std::exception
{
public:
    enum class Kind {
        Constraint,  ///< the database refused the values; the rest of the transaction is sound
        Transaction, ///< the whole transaction is lost
    };

    StorageFailure(Kind kind, Error error) : m_kind(kind), m_error(std::move(error)) {}

    Kind kind() const { return m_kind; }
    const Error &error() const { return m_error; }
    const char *what() const noexcept override { return m_error.code.c_str(); }

private:
    Kind m_kind;
    Error m_error;
};

} // namespace deskbell::server
