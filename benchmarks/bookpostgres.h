#pragma once

// Internal to the book house: its server, when it has one.

#include <string>

#include "benchmarks/bookhouse.h"
#include "support/privatepostgres.h"

namespace deskbell::bench {

struct BookHouse::Postgres
{
    test::PrivatePostgres server;
    std::string schema;
};

} // namespace deskbell::bench
