#pragma once

// All that a property keeps about one guest, for whoever asks to see it or to have it erased.
//   GET /v1/properties/{p}/guest-data?reservation= → GuestData: of that reservation's guest

#include <string>
#include <vector>

#include "domain/reservation.h"
#include "protocol/audit.h"

namespace deskbell::protocol {

struct GuestStay
{
    Reservation reservation;
    std::string offering; ///< by name
    std::string unit;     ///< by name; empty without one
    /// The telephone number or the e-mail address is the same, or it is the reservation that was asked for.
    /// Else only the name is, which others may have, too.
    bool isSure = false;
    std::vector<AuditEntry> audit; ///< the latest first
    friend bool operator==(const GuestStay &, const GuestStay &) = default;
};

struct GuestData
{
    Instant madeAt{};
    std::string property; ///< by name
    std::vector<GuestStay> stays;
    friend bool operator==(const GuestData &, const GuestData &) = default;
};
std::string encodeGuestStay(const GuestStay &stay);
std::string encodeGuestData(const GuestData &data);
/// Error: "bad-guest-data".
Expected<GuestData> decodeGuestData(std::string_view text);

} // namespace deskbell::protocol
