#include <algorithm>
#include <cassert>
#include <tuple>

#include "models/bookprivate.h"

// How a change gets into the Book: a stay leaves everything that is kept of it, is replaced, and
// enters again, so that there is one way in and one way out.

namespace deskbell::models {

OfferingIndex Book::Private::offeringIndex(const OfferingId &id)
{
    const std::uint64_t hash = std::hash<OfferingId>{}(id);
    const std::uint32_t known =
        offeringById.find(hash, [&](std::uint32_t i) { return offerings[i].offering.id == id; });
    if (known != FlatTable::none)
        return static_cast<OfferingIndex>(known);
    assert(offerings.size() < noOffering);
    offerings.emplace_back().offering.id = id;
    offeringById.insert(hash, static_cast<std::uint32_t>(offerings.size() - 1));
    return static_cast<OfferingIndex>(offerings.size() - 1);
}

UnitIndex Book::Private::unitIndex(const UnitId &id)
{
    const std::uint64_t hash = std::hash<UnitId>{}(id);
    const std::uint32_t known = unitById.find(hash, [&](std::uint32_t i) { return units[i].unit.id == id; });
    if (known != FlatTable::none)
        return known;
    units.emplace_back().unit.id = id;
    unitById.insert(hash, static_cast<std::uint32_t>(units.size() - 1));
    return static_cast<UnitIndex>(units.size() - 1);
}

StayHandle Book::Private::find(const ReservationId &id) const
{
    return stayById.find(std::hash<ReservationId>{}(id), [&](std::uint32_t i) { return stays[i].id == id; });
}

void Book::Private::take(const Property &changed, Work &work)
{
    if (changed == property)
        return;
    const bool isOtherDay = changed.businessDate != property.businessDate && !stays.empty();
    work.areLanesStale |= isOtherDay;
    work.isPropertyChanged = true;
    property = changed;
    if (isOtherDay)
        moveOverstays(work);
}

void Book::Private::moveOverstays(Work &work)
{
    for (std::size_t handle = 0; handle < stays.size(); ++handle) {
        BookedStay &stay = stays[handle];
        const std::int32_t heldTo = heldToDayOf(stay);
        if (!stay.isLive || stay.heldToDay == heldTo)
            continue;
        leave(static_cast<StayHandle>(handle), work);
        stay.heldToDay = heldTo;
        enter(static_cast<StayHandle>(handle), work);
        if (!work.isBulk)
            work.delta.stays.push_back({static_cast<StayHandle>(handle), stay.lanes, stay.lanes, false});
        extent.include(stay.arrivalDay, lastDayOf(stay));
    }
}

std::int32_t Book::Private::heldToDayOf(const BookedStay &stay) const
{
    const std::int32_t today = dayOf(property.businessDate);
    const bool isByNight = offerings[stay.offering].offering.workflow.slotKind == SlotKind::PerNight;
    const bool isOverstay = stay.state == ReservationState::InHouse && isByNight && stay.departureDay < today;
    return isOverstay ? today + 1 : stay.departureDay;
}

void Book::Private::take(const Offering &changed, Work &work)
{
    const OfferingIndex index = offeringIndex(changed.id);
    OfferingRecord &record = offerings[index];
    if (record.isKnown && record.offering == changed)
        return;
    const bool hadStays = record.stays > 0;
    const bool isUnitTimingChanged = record.offering.workflow.unit != changed.workflow.unit;
    record.offering = changed;
    record.isKnown = true;
    work.isStructureChanged = true;
    // Who waits for a unit depends on the offering.
    if (hadStays && isUnitTimingChanged)
        work.areLanesStale = true;
}

void Book::Private::take(const Unit &changed, Work &work)
{
    UnitRecord &record = units[unitIndex(changed.id)];
    if (record.isKnown && record.unit == changed)
        return;
    knownUnits += record.isKnown ? 0 : 1;
    record.unit = changed;
    record.offering = offeringIndex(changed.offering);
    record.isKnown = true;
    work.isStructureChanged = true;
}

void Book::Private::orderStructure()
{
    offeringOrder.clear();
    for (std::size_t i = 0; i < offerings.size(); ++i) {
        offerings[i].units.clear();
        if (offerings[i].isKnown && offerings[i].offering.sale != SaleState::Removed)
            offeringOrder.push_back(static_cast<OfferingIndex>(i));
    }
    std::sort(offeringOrder.begin(), offeringOrder.end(), [this](OfferingIndex a, OfferingIndex b) {
        const Offering &left = offerings[a].offering;
        const Offering &right = offerings[b].offering;
        return std::tie(left.order, left.code, left.id) < std::tie(right.order, right.code, right.id);
    });
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].isKnown && units[i].unit.sale != SaleState::Removed)
            offerings[units[i].offering].units.push_back(static_cast<UnitIndex>(i));
    }
    for (OfferingRecord &record : offerings) {
        std::sort(record.units.begin(), record.units.end(), [this](UnitIndex a, UnitIndex b) {
            const Unit &left = units[a].unit;
            const Unit &right = units[b].unit;
            return std::tie(left.order, left.name, left.id) < std::tie(right.order, right.name, right.id);
        });
    }
}

BookedStay Book::Private::booked(const StayRow &row)
{
    BookedStay stay;
    stay.id = row.id;
    stay.price = row.price;
    stay.owed = row.owed;
    stay.madeAtMs = row.madeAtMs;
    stay.arrivalDay = dayOf(row.stay.arrival);
    stay.departureDay = std::max(dayOf(row.stay.departure), stay.arrivalDay);
    stay.unitFromDay = std::clamp(dayOf(row.unitFrom()), stay.arrivalDay, stay.departureDay);
    stay.unit = row.unit.isNull() ? noUnit : unitIndex(row.unit);
    stay.wish = row.wish.isNull() ? noUnit : unitIndex(row.wish);
    stay.guest = guests.number(row.guest);
    stay.possible = row.possible;
    stay.offering = offeringIndex(row.offering);
    stay.channel = static_cast<std::uint16_t>(std::min(channels.number(row.channel), 0xffffu));
    stay.quantity = row.quantity;
    stay.adults = row.adults;
    stay.children = row.children;
    stay.state = row.state;
    stay.waiting = row.waiting;
    stay.hasConflict = row.hasConflict;
    stay.holdsStock = row.holdsStock;
    stay.isPaymentUnderWay = row.isPaymentUnderWay;
    stay.isProviderBusy = row.isProviderBusy;
    stay.isGuestInvented = row.isGuestInvented;
    stay.hasNote = row.hasNote;
    stay.isLive = true;
    stay.heldToDay = heldToDayOf(stay);
    stay.place = placeOf(stay);
    stay.lanes = lanesOf(stay);
    return stay;
}

BoardPlace Book::Private::placeOf(const BookedStay &stay) const
{
    if (stay.state == ReservationState::Cancelled || stay.state == ReservationState::Rejected)
        return BoardPlace::Nowhere;
    if (stay.unit != noUnit)
        return BoardPlace::Unit;
    if (isFinal(stay.state))
        return BoardPlace::Nowhere;
    return stay.wish != noUnit ? BoardPlace::Wish : BoardPlace::Unassigned;
}

std::uint8_t Book::Private::lanesOf(const BookedStay &stay) const
{
    const auto bit = [](QueueLane lane) { return 1u << static_cast<unsigned>(lane); };
    const std::int32_t today = dayOf(property.businessDate);
    unsigned in = 0;
    switch (stay.state) {
    case ReservationState::Requested:
        in = bit(QueueLane::Requested);
        break;
    case ReservationState::AwaitingPayment:
        in = bit(QueueLane::ToPay);
        break;
    case ReservationState::AwaitingConfirmation:
        in = bit(QueueLane::AwaitingConfirmation);
        break;
    case ReservationState::AwaitingUnit:
        in = bit(QueueLane::ToAssign);
        break;
    case ReservationState::Confirmed:
        if (stay.unit == noUnit && offerings[stay.offering].offering.workflow.unit != UnitTiming::None)
            in = bit(QueueLane::ToAssign);
        if (stay.arrivalDay <= today)
            in |= bit(QueueLane::Arriving);
        break;
    case ReservationState::InHouse:
        in = bit(QueueLane::InHouse);
        if (stay.departureDay <= today)
            in |= bit(QueueLane::Departing);
        if (stay.isOverstay())
            in |= bit(QueueLane::StayingOver);
        break;
    case ReservationState::Cancelling: // it waits for the provider, on the board
    case ReservationState::Departed:
    case ReservationState::Cancelled:
    case ReservationState::Rejected:
    case ReservationState::NoShow:
        break;
    }
    return static_cast<std::uint8_t>(in);
}

void Book::Private::take(const StayRow &row, Work &work)
{
    const BookedStay fresh = booked(row);
    StayHandle handle = find(row.id);
    std::uint8_t lanesBefore = 0;
    if (handle != noStay) {
        lanesBefore = stays[handle].lanes;
        leave(handle, work);
        stays[handle] = fresh;
    } else {
        if (freePlaces.empty()) {
            handle = static_cast<StayHandle>(stays.size());
            stays.push_back(fresh);
        } else {
            handle = freePlaces.back();
            freePlaces.pop_back();
            stays[handle] = fresh;
        }
        stayById.insert(std::hash<ReservationId>{}(row.id), handle);
    }
    if (row.earlierUnits.empty())
        earlierUnits.erase(handle);
    else
        earlierUnits[handle] = row.earlierUnits;
    enter(handle, work);
    if (!work.isBulk)
        work.delta.stays.push_back({handle, lanesBefore, fresh.lanes, false});
    work.delta.isQueueChanged |= lanesBefore != 0 || fresh.lanes != 0;
    extent.include(fresh.arrivalDay, lastDayOf(fresh));
}

void Book::Private::remove(const ReservationId &id, Work &work)
{
    const StayHandle handle = find(id);
    if (handle == noStay)
        return;
    leave(handle, work);
    earlierUnits.erase(handle);
    stayById.erase(std::hash<ReservationId>{}(id), handle);
    BookedStay &stay = stays[handle];
    if (!work.isBulk)
        work.delta.stays.push_back({handle, stay.lanes, 0, true});
    work.delta.isQueueChanged |= stay.lanes != 0;
    stay.isLive = false;
    stay.lanes = 0;
    leaving.push_back(handle);
}

void Book::Private::enter(StayHandle handle, Work &work)
{
    ++offerings[stays[handle].offering].stays;
    changePlace(handle, Way::In, work);
    holdStock(stays[handle], +1, work);
    if (!work.isBulk)
        enterLanes(handle);
}

void Book::Private::leave(StayHandle handle, Work &work)
{
    --offerings[stays[handle].offering].stays;
    changePlace(handle, Way::Out, work);
    holdStock(stays[handle], -1, work);
    if (!work.isBulk)
        leaveLanes(handle);
}

PlacedStay Book::Private::placed(StayHandle handle, const BookedStay &stay)
{
    return {stay.unitFromDay, std::max(stay.heldToDay, stay.unitFromDay + 1), handle};
}

void Book::Private::changePlace(StayHandle handle, Way way, Work &work)
{
    const BookedStay &stay = stays[handle];
    if (stay.place == BoardPlace::Nowhere)
        return;
    const PlacedStay at = placed(handle, stay);
    if (stay.place == BoardPlace::Unassigned) {
        StayLines &lines = offerings[stay.offering].unassigned;
        const int depth = lines.depth();
        const DayRange touched = way == Way::In ? lines.insert(at) : lines.erase(at);
        work.delta.isDepthChanged |= lines.depth() != depth;
        if (!work.isBulk)
            work.delta.unassigned.push_back(
                {stay.offering, Date{Days{touched.from}}, Date{Days{touched.to}}});
        return;
    }
    changeRow(stay.place == BoardPlace::Unit ? stay.unit : stay.wish, at, way, work);
    if (stay.place != BoardPlace::Unit || !stay.hasMoved())
        return;
    for (const auto &[unit, nights] : earlierUnits[handle])
        changeRow(unitIndex(unit), {dayOf(nights.arrival), dayOf(nights.departure), handle}, way, work);
}

void Book::Private::changeRow(UnitIndex unit, const PlacedStay &at, Way way, Work &work)
{
    if (way == Way::In)
        units[unit].stays.insert(at);
    else
        units[unit].stays.erase(at);
    if (!work.isBulk)
        work.delta.units.push_back({unit, Date{Days{at.from}}, Date{Days{at.to}}});
}

void Book::Private::holdStock(const BookedStay &stay, int sign, Work &work)
{
    if (!stay.holdsStock)
        return;
    OfferingRecord &record = offerings[stay.offering];
    record.takenOnce += sign * stay.quantity;
    record.taken.add(stay.arrivalDay, stay.heldToDay, sign * stay.quantity);
    if (!work.isBulk)
        work.delta.availability.push_back({stay.offering, stay.arrival(), Date{Days{stay.heldToDay}}});
}

bool Book::Private::isBefore(QueueLane lane, StayHandle a, StayHandle b) const
{
    const BookedStay &left = stays[a];
    const BookedStay &right = stays[b];
    const bool isByDeparture = isOfThoseInHouse(lane);
    const std::int32_t leftDay = isByDeparture ? left.departureDay : left.arrivalDay;
    const std::int32_t rightDay = isByDeparture ? right.departureDay : right.arrivalDay;
    return std::tie(leftDay, left.madeAtMs, a) < std::tie(rightDay, right.madeAtMs, b);
}

void Book::Private::enterLanes(StayHandle handle)
{
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        if (!(stays[handle].lanes >> i & 1u))
            continue;
        auto &lane = lanes[i];
        const auto before = [&](StayHandle a, StayHandle b) {
            return isBefore(static_cast<QueueLane>(i), a, b);
        };
        lane.insert(std::lower_bound(lane.begin(), lane.end(), handle, before), handle);
    }
}

void Book::Private::leaveLanes(StayHandle handle)
{
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        if (!(stays[handle].lanes >> i & 1u))
            continue;
        auto &lane = lanes[i];
        const auto before = [&](StayHandle a, StayHandle b) {
            return isBefore(static_cast<QueueLane>(i), a, b);
        };
        const auto found = std::lower_bound(lane.begin(), lane.end(), handle, before);
        assert(found != lane.end() && *found == handle);
        lane.erase(found);
    }
}

void Book::Private::rebuildLanes()
{
    for (auto &lane : lanes)
        lane.clear();
    for (std::size_t handle = 0; handle < stays.size(); ++handle) {
        BookedStay &stay = stays[handle];
        if (!stay.isLive)
            continue;
        stay.lanes = lanesOf(stay);
        for (std::size_t i = 0; i < lanes.size(); ++i) {
            if (stay.lanes >> i & 1u)
                lanes[i].push_back(static_cast<StayHandle>(handle));
        }
    }
    for (std::size_t i = 0; i < lanes.size(); ++i)
        std::sort(lanes[i].begin(), lanes[i].end(),
                  [&](StayHandle a, StayHandle b) { return isBefore(static_cast<QueueLane>(i), a, b); });
}

} // namespace deskbell::models
