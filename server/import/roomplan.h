#pragma once

// How many rooms a set of stays needs, and a plan that gives each one a room: interval partitioning
// by arrival, which needs no more rooms than the busiest night has stays (Kleinberg, Tardos:
// Algorithm Design, 4.1).

#include <vector>

#include "domain/time.h"

namespace deskbell::server {

/// For each stay the index of its room, from 0. Rooms in use: the largest index + 1. A day use sits
/// in a room that is free that day, or in room 0 when none is.
std::vector<int> planRooms(const std::vector<Stay> &stays);

} // namespace deskbell::server
