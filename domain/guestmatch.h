#pragma once

// Decides whether two reservations belong to the same person, as far as their guest details tell.
// Pure.

#include <string>

#include "domain/reservation.h"

namespace deskbell {

struct GuestLikeness
{
    bool isByPhone = false;
    bool isByEmail = false;
    bool isByName = false; ///< which others may have, too

    bool isSure() const { return isByPhone || isByEmail; }
    bool isAny() const { return isSure() || isByName; }
};

/// Compares many guests with one. A guest who was erased is like nobody.
class GuestMatch
{
public:
    explicit GuestMatch(const Guest &guest);
    GuestLikeness with(const Guest &other) const;

private:
    std::string m_phone;
    std::string m_email;
    std::string m_name;
};

} // namespace deskbell
