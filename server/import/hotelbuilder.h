#pragma once

// Builds a hotel from bookings as of a given day: room types, as many rooms of each as the busiest
// night needs, and each booking as a reservation in its state on that day. Deterministic: the same
// bookings, day and seed give the same rows with the same ids.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "protocol/rows.h"
#include "server/import/booking.h"

namespace deskbell::server {

struct HotelOptions
{
    std::string name;
    std::string timeZone = "Europe/Lisbon";
    Currency currency{};
    /// The hotel stands as on this day; without it, as after the last one.
    std::optional<Date> asOf;
    std::uint64_t seed = 1;
};

struct Hotel
{
    PropertyId property{};
    std::vector<protocol::Row> rows; ///< property, offerings, units, reservations
    /// The lines of bookings made after the day: they are not part of the hotel as it stood.
    std::vector<std::size_t> bookedLater;
    /// Line of each reservation, for the report.
    std::vector<std::pair<std::size_t, ReservationId>> reservations;
};

PropertyId propertyIdOf(const std::string &name);

/// The last day anything happens in the bookings: what `asOf` is when it is not given.
Date lastDay(const std::vector<Booking> &bookings);

Hotel buildHotel(const std::vector<Booking> &bookings, const HotelOptions &options);

} // namespace deskbell::server
