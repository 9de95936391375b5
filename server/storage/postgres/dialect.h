#pragma once

// The SQL of this project is written in SQLite's words. PostgreSQL differs in a handful of them, which
// are replaced here and nowhere else (docs/adr/0035); everything else is written so that both read it.
// Pure.

#include <string>
#include <string_view>

namespace deskbell::server {

/// Parameters ? and ?1 as $1.
std::string numberedParameters(std::string_view sql);

/// A migration: INTEGER is BIGINT, BLOB is BYTEA, REAL is DOUBLE PRECISION, an INTEGER PRIMARY KEY
/// (AUTOINCREMENT) is an identity column; STRICT and WITHOUT ROWID go; a trigger that only raises
/// becomes one with a function.
std::string postgresSchema(std::string_view migration);

} // namespace deskbell::server
