#pragma once

// All data that the property has about one guest, as the backend returns it to a manager; nothing is stored
// at the desk. Values; they cross from the data thread by queued calls.

#include <string>
#include <vector>

#include "domain/reservation.h"

namespace deskbell::models {

struct GuestStay
{
    Reservation reservation;
    std::string offering; ///< by name
    std::string unit;     ///< by name; empty without one
    /// The telephone number or the e-mail address is the same, or it is the reservation that was asked for;
    /// else only the name is.
    bool isSure = false;
    std::string document; ///< all of it, with its audit, as JSON
    friend bool operator==(const GuestStay &, const GuestStay &) = default;
};

struct GuestData
{
    Instant madeAt{};
    std::string property; ///< by name
    std::vector<GuestStay> stays;
    friend bool operator==(const GuestData &, const GuestData &) = default;
};

} // namespace deskbell::models
