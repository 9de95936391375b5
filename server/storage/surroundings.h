#pragma once

// What a storage asks of the world beside its database: handed in, so that tests and simulations
// decide it. Called on the writer's thread.

#include <functional>

#include "domain/time.h"
#include "domain/uuid.h"

namespace deskbell::server {

struct Surroundings
{
    std::function<Instant()> now;
    RandomBits random;
};

} // namespace deskbell::server
