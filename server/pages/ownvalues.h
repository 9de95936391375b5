#pragma once

// What a guest's own page is filled with: states, events and money in the guest's words. Pure, any
// thread.

#include "domain/property.h"
#include "protocol/guests.h"
#include "server/pages/bookvalues.h"

namespace deskbell::server {

/// Something was taken, also when it has gone back since: there is a receipt.
bool wasPaid(const protocol::GuestReservation &view);

void setOwn(PageValues &values, const PageWords &words, const protocol::GuestReservation &view,
            const Property &property);
/// What cancelling would give back.
/// What cancelling gives back. `isLate`: the house decides about it.
void setGiveBack(PageValues &values, const PageWords &words, const protocol::GuestReservation &view,
                 bool isLate);
void setReceipt(PageValues &values, const PageWords &words, const protocol::GuestReservation &view,
                const Property &property);

} // namespace deskbell::server
