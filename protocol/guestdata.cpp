#include "protocol/guestdata.h"

#include "protocol/auditmembers.h"
#include "protocol/read.h"
#include "protocol/write.h"

namespace deskbell::protocol {

void describe(auto &visit, Of<GuestStay> auto &stay)
{
    visit("reservation", stay.reservation);
    visit("offering", stay.offering);
    visit.maybe("unit", stay.unit);
    visit.maybe("isSure", stay.isSure);
    visit("audit", stay.audit);
}

void describe(auto &visit, Of<GuestData> auto &data)
{
    visit("madeAt", data.madeAt);
    visit("property", data.property);
    visit("stays", data.stays);
}

std::string encodeGuestStay(const GuestStay &stay)
{
    return encoded(stay);
}

std::string encodeGuestData(const GuestData &data)
{
    return encoded(data);
}

Expected<GuestData> decodeGuestData(std::string_view text)
{
    return decoded<GuestData>(text, "bad-guest-data", Strictness::SkipUnknown, {256u << 20, 32});
}

} // namespace deskbell::protocol
