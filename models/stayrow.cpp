#include "models/stayrow.h"

#include <algorithm>

#include "domain/decide.h"

namespace deskbell::models {

std::vector<UnitNights> StayRow::unitNights() const
{
    std::vector<UnitNights> all = earlierUnits;
    if (!unit.isNull())
        all.push_back({unit, {unitFrom(), stay.departure}});
    return all;
}

std::optional<UnitId> StayRow::unitOn(Date date) const
{
    const auto all = unitNights();
    const UnitNights *held = heldOn(all, date);
    return held ? std::optional(held->unit) : std::nullopt;
}

std::optional<UnitNights> StayRow::presentUnit(Date businessDate) const
{
    const auto all = unitNights();
    const UnitNights *present = heldOn(all, businessDate);
    return present && state == ReservationState::InHouse ? std::optional(*present) : std::nullopt;
}

StayRow stayRow(const Reservation &seen, int waiting, bool hasConflict, const Actor &actor, Date businessDate)
{
    StayRow row;
    row.id = seen.id;
    row.offering = seen.offering;
    row.unit = seen.unit.value_or(UnitId{});
    row.earlierUnits = seen.earlierUnits;
    row.wish = seen.wish.value_or(UnitId{});
    row.stay = seen.stay;
    row.price = totalPrice(seen).minor;
    row.owed = owed(seen).minor;
    if (!seen.history.empty())
        row.madeAtMs = seen.history.front().at.time_since_epoch().count();
    for (const CommandType type : possibleCommands(seen, actor, businessDate))
        row.possible |= 1u << static_cast<unsigned>(type);
    row.quantity = static_cast<std::uint16_t>(std::clamp(seen.quantity, 0, 0xffff));
    row.adults = static_cast<std::uint8_t>(std::clamp(seen.adults, 0, 0xff));
    row.children = static_cast<std::uint8_t>(std::clamp(seen.children, 0, 0xff));
    row.state = seen.state;
    row.waiting = static_cast<std::uint8_t>(std::min(waiting, 0xff));
    row.hasConflict = hasConflict;
    row.holdsStock = seen.holdsStock;
    for (const Payment &payment : seen.payments) {
        if (payment.state == PaymentState::ProviderBusy)
            row.isProviderBusy = true;
        else if (isUnderWay(payment.state))
            row.isPaymentUnderWay = true;
    }
    row.isGuestInvented = seen.guest.isInvented;
    row.hasNote = !seen.note.empty();
    row.guest = seen.guest.name;
    row.channel = seen.channel;
    return row;
}

} // namespace deskbell::models
