#include "app/deskindex.h"

#include <algorithm>
#include <ranges>

#include "domain/decide.h"
#include "domain/stock/free.h"

namespace deskbell::app {

namespace {

std::int32_t dayOf(Date date)
{
    return static_cast<std::int32_t>(date.time_since_epoch().count());
}

} // namespace

std::uint32_t DeskIndex::placeOfOffering(const OfferingId &id)
{
    const auto [at, isNew] = m_offeringPlaces.try_emplace(id, static_cast<std::uint32_t>(m_offerings.size()));
    if (isNew) {
        m_offerings.emplace_back();
        m_offerings.back().offering.id = id;
    }
    return at->second;
}

std::uint32_t DeskIndex::placeOfUnit(const UnitId &id)
{
    const auto [at, isNew] = m_unitPlaces.try_emplace(id, static_cast<std::uint32_t>(m_units.size()));
    if (isNew) {
        m_units.emplace_back();
        m_units.back().unit.id = id;
    }
    return at->second;
}

void DeskIndex::put(const Offering &offering)
{
    m_offerings[placeOfOffering(offering.id)].offering = offering;
}

void DeskIndex::put(const Unit &unit)
{
    const std::uint32_t place = placeOfUnit(unit.id);
    Unit &known = m_units[place].unit;
    const auto byOrder = [this](std::uint32_t at) {
        return std::pair(m_units[at].unit.order, m_units[at].unit.name);
    };
    if (const auto before = m_offeringPlaces.find(known.offering); before != m_offeringPlaces.end())
        std::erase(m_offerings[before->second].units, place);
    known = unit;
    if (unit.sale != SaleState::Open)
        return;
    auto &units = m_offerings[placeOfOffering(unit.offering)].units;
    units.insert(std::ranges::upper_bound(units, byOrder(place), {}, byOrder), place);
}

DeskIndex::Claim DeskIndex::claimOf(const Reservation &reservation)
{
    Claim claim;
    claim.offering = placeOfOffering(reservation.offering);
    claim.arrival = dayOf(reservation.stay.arrival);
    claim.departure = dayOf(reservation.stay.departure);
    claim.quantity = static_cast<std::uint16_t>(std::clamp(reservation.quantity, 0, maxQuantity));
    claim.holdsStock = reservation.holdsStock;
    claim.isOnce = reservation.workflow.slotKind == SlotKind::Once;
    if (reservation.unit && reservation.holdsStock)
        claim.unit = placeOfUnit(*reservation.unit);
    claim.isDivided = !reservation.earlierUnits.empty();
    claim.isInHouse = reservation.state == ReservationState::InHouse && !claim.isOnce;
    return claim;
}

void DeskIndex::count(const Claim &claim, int sign)
{
    if (!claim.holdsStock)
        return;
    auto &taken = m_offerings[claim.offering].taken;
    const int change = sign * claim.quantity;
    if (claim.isOnce)
        taken[dayOf(onlySlot)] += change;
    else
        for (std::int32_t day = claim.arrival; day < claim.departure; ++day)
            taken[day] += change;
}

void DeskIndex::comeOrGo(const Claim &claim, const ReservationId &id, bool isComing)
{
    if (!claim.isInHouse)
        return;
    auto &inHouse = m_offerings[claim.offering].inHouse;
    if (isComing)
        inHouse.push_back({id, claim.unit, claim.departure, claim.quantity});
    else
        std::erase_if(inHouse, [&](const GuestInHouse &guest) { return guest.reservation == id; });
}

void DeskIndex::hold(const Reservation &reservation)
{
    for (const auto &[unit, nights] : unitNights(reservation))
        m_units[placeOfUnit(unit)].holdings.push_back(
            {dayOf(nights.arrival), dayOf(nights.departure), reservation.id});
}

void DeskIndex::letGo(const Claim &claim, const ReservationId &id)
{
    const auto isOwn = [&](const Holding &holding) { return holding.reservation == id; };
    if (claim.isDivided) {
        for (UnitPlace &place : m_units)
            std::erase_if(place.holdings, isOwn);
    } else if (claim.unit != none) {
        std::erase_if(m_units[claim.unit].holdings, isOwn);
    }
}

void DeskIndex::set(const Reservation &reservation)
{
    const Claim claim = claimOf(reservation);
    const auto [at, isNew] = m_claims.try_emplace(reservation.id);
    if (!isNew) {
        count(at->second, -1);
        comeOrGo(at->second, reservation.id, false);
        letGo(at->second, reservation.id);
    }
    at->second = claim;
    count(claim, 1);
    comeOrGo(claim, reservation.id, true);
    if (claim.unit != none)
        hold(reservation);
}

void DeskIndex::remove(const ReservationId &id)
{
    const auto at = m_claims.find(id);
    if (at == m_claims.end())
        return;
    count(at->second, -1);
    comeOrGo(at->second, id, false);
    letGo(at->second, id);
    m_claims.erase(at);
}

const Offering *DeskIndex::offering(const OfferingId &id) const
{
    const auto at = m_offeringPlaces.find(id);
    if (at == m_offeringPlaces.end() || m_offerings[at->second].offering.version == 0)
        return nullptr;
    return &m_offerings[at->second].offering;
}

const Unit *DeskIndex::unit(const UnitId &id) const
{
    const auto at = m_unitPlaces.find(id);
    if (at == m_unitPlaces.end() || m_units[at->second].unit.version == 0)
        return nullptr;
    return &m_units[at->second].unit;
}

int DeskIndex::free(const OfferingId &id, Date slot) const
{
    const auto at = m_offeringPlaces.find(id);
    if (at == m_offeringPlaces.end())
        return 0;
    const OfferingPlace &place = m_offerings[at->second];
    const auto taken = place.taken.find(dayOf(slot));
    SlotCounts counts;
    counts.capacity = place.offering.capacity;
    counts.taken = taken == place.taken.end() ? 0 : taken->second;
    int kept = 0;
    for (const GuestInHouse &guest : place.inHouse)
        kept += dayOf(slot) == m_today && guest.departure < m_today ? guest.quantity : 0;
    return std::max(0, freeOf(counts, kept));
}

bool DeskIndex::isFree(std::uint32_t unit, const Stay &stay, const ReservationId &except) const
{
    const UnitPlace &place = m_units[unit];
    const auto isOthers = [&](const Holding &holding) { return holding.reservation != except; };
    const auto nightsOf = [](const Holding &holding) {
        return Stay{Date{Days{holding.arrival}}, Date{Days{holding.departure}}};
    };
    const bool isHeld =
        !fits(stay, place.holdings | std::views::filter(isOthers) | std::views::transform(nightsOf));
    if (isHeld || !stay.contains(Date{Days{m_today}}))
        return !isHeld;
    const auto offering = m_offeringPlaces.find(place.unit.offering);
    return offering == m_offeringPlaces.end() ||
           std::ranges::none_of(m_offerings[offering->second].inHouse, [&](const GuestInHouse &guest) {
               return guest.unit == unit && guest.departure < m_today && guest.reservation != except;
           });
}

bool DeskIndex::isIn(const GuestInHouse &guest, std::uint32_t unit) const
{
    const auto held = std::ranges::find_if(m_units[unit].holdings, [&](const Holding &holding) {
        return holding.reservation == guest.reservation && holding.arrival <= m_today &&
               (m_today < holding.departure || guest.unit == unit);
    });
    return held != m_units[unit].holdings.end();
}

std::optional<ReservationId> DeskIndex::occupant(const UnitId &unit, const ReservationId &except) const
{
    const auto at = m_unitPlaces.find(unit);
    if (at == m_unitPlaces.end())
        return std::nullopt;
    const auto offering = m_offeringPlaces.find(m_units[at->second].unit.offering);
    if (offering == m_offeringPlaces.end())
        return std::nullopt;
    for (const GuestInHouse &guest : m_offerings[offering->second].inHouse) {
        if (guest.reservation != except && isIn(guest, at->second))
            return guest.reservation;
    }
    return std::nullopt;
}

bool DeskIndex::isUnitFree(const UnitId &unit, const Stay &stay, const ReservationId &except) const
{
    const auto at = m_unitPlaces.find(unit);
    return at == m_unitPlaces.end() || isFree(at->second, stay, except);
}

std::optional<UnitId> DeskIndex::anyFreeUnit(const OfferingId &offering, const Stay &stay) const
{
    const auto at = m_offeringPlaces.find(offering);
    if (at == m_offeringPlaces.end())
        return std::nullopt;
    for (const std::uint32_t place : m_offerings[at->second].units) {
        if (isFree(place, stay, {}))
            return m_units[place].unit.id;
    }
    return std::nullopt;
}

bool DeskIndex::isRoomNamed(std::string_view wanted, const UnitId &except) const
{
    return std::ranges::any_of(units(), [&](const Unit &unit) {
        return unit.id != except && isRoomCalled(unit, offering(unit.offering), wanted);
    });
}

std::vector<Offering> DeskIndex::offerings() const
{
    std::vector<Offering> all;
    for (const OfferingPlace &place : m_offerings) {
        if (place.offering.version > 0)
            all.push_back(place.offering);
    }
    return all;
}

std::vector<Unit> DeskIndex::units() const
{
    std::vector<Unit> all;
    for (const UnitPlace &place : m_units) {
        if (place.unit.version > 0)
            all.push_back(place.unit);
    }
    return all;
}

} // namespace deskbell::app
