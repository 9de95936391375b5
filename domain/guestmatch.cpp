#include "domain/guestmatch.h"

#include "domain/text.h"

namespace deskbell {
namespace {

bool isSame(const std::string &one, const std::string &other)
{
    return !one.empty() && one == other;
}

} // namespace

GuestMatch::GuestMatch(const Guest &guest)
    : m_phone(normalisedPhone(guest.phone)), m_email(comparable(guest.email)), m_name(comparable(guest.name))
{
}

GuestLikeness GuestMatch::with(const Guest &other) const
{
    return {isSame(m_phone, normalisedPhone(other.phone)), isSame(m_email, comparable(other.email)),
            isSame(m_name, comparable(other.name))};
}

} // namespace deskbell
