#pragma once

// What tests ask the hotel for: a room type and nights with as many rooms left as the story wants,
// and the commands about them. Pure functions over the backend's truth.

#include <optional>
#include <string>

#include "e2e/support/backendview.h"

namespace deskbell::e2e {

/// Rooms of the type that no reservation holds in that night.
int freeRooms(const Truth &truth, const OfferingId &offering, Date night);

struct Vacancy
{
    Offering offering;
    Stay stay{};
    int rooms = 0; ///< left in every one of its nights
};
/// The type with the fewest rooms, and nights from `after` on in which all of it is free.
std::optional<Vacancy> emptyNights(const Truth &truth, int nights, Days after = Days{30});

MakeReservation wish(const Truth &truth, const Vacancy &vacancy, const std::string &guest, const Uuid &id);

} // namespace deskbell::e2e
