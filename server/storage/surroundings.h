#pragma once

// What a storage needs besides its database (clock, random numbers): passed in, so that tests and
// simulations control it. Called on the writer's thread.

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
