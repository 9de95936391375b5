#pragma once

// Generates names for guests whose source has none, from a fixed seed so that the same file always
// gives the same names. The reservation is marked accordingly (Guest::isInvented).

#include <cstdint>
#include <string>

#include "domain/reservation.h"

namespace deskbell::server {

/// `country` is ISO 3166-1 alpha-3 (the data set's few alpha-2 codes too); `n` picks the person.
Guest inventGuest(const std::string &country, std::uint64_t seed, std::uint64_t n);

/// SplitMix64 (Steele, Lea, Flood 2014): a well mixed number of a counter.
std::uint64_t mixed(std::uint64_t value);

} // namespace deskbell::server
