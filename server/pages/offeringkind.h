#pragma once

// What a page is about, by which its words follow (docs/adr/0121). Pure, any thread.

#include "domain/workflow.h"

namespace deskbell::server {

enum class OfferingKind { Room, Show, Title };

/// Several nights of a room, a seat for money, a copy for none.
constexpr OfferingKind kindOf(const Workflow &workflow)
{
    if (workflow.slotKind == SlotKind::PerNight)
        return OfferingKind::Room;
    return workflow.payment == PaymentTiming::None ? OfferingKind::Title : OfferingKind::Show;
}

} // namespace deskbell::server
