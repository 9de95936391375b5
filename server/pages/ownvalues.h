#pragma once

// Fills in a guest's own page: states, events and money in the guest's words. Pure, any thread.

#include "domain/property.h"
#include "protocol/guests.h"
#include "server/pages/bookvalues.h"

namespace deskbell::server {

void setOwn(PageValues &values, const PageWords &words, const protocol::GuestReservation &view,
            const Property &property);
/// What cancelling gives back. `isLate`: the house decides whether anything does.
void setGiveBack(PageValues &values, const PageWords &words, const protocol::GuestReservation &view,
                 bool isLate);
void setReceipt(PageValues &values, const PageWords &words, const protocol::GuestReservation &view,
                const Property &property);

} // namespace deskbell::server
