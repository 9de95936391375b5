#include "support/memory_hotel.h"

#include <algorithm>
#include <cassert>

#include "domain/text.h"

namespace deskbell::testing {

Date date(const char *text)
{
    return parseDate(text).value();
}

Instant instant(const char *text)
{
    return parseInstant(text).value();
}

const Offering *MemoryHotel::offering(const OfferingId &id) const
{
    const auto found = m_offerings.find(id);
    return found == m_offerings.end() ? nullptr : &found->second;
}

const Unit *MemoryHotel::unit(const UnitId &id) const
{
    const auto found =
        std::find_if(m_units.begin(), m_units.end(), [&](const Unit &unit) { return unit.id == id; });
    return found == m_units.end() ? nullptr : &*found;
}

bool MemoryHotel::isHolding(const Reservation &reservation)
{
    return reservation.holdsStock;
}

int MemoryHotel::free(const OfferingId &id, Date slot) const
{
    int left = m_offerings.at(id).capacity;
    for (const auto &[key, reservation] : m_reservations) {
        if (!isHolding(reservation) || reservation.offering != id)
            continue;
        const auto slots = slotsOf(reservation.workflow, reservation.stay);
        left -= static_cast<int>(std::count(slots.begin(), slots.end(), slot)) * reservation.quantity;
        if (slot == businessDate && isOverstay(reservation, businessDate))
            left -= reservation.quantity;
    }
    return left;
}

bool MemoryHotel::isUnitFree(const UnitId &unit, const Stay &stay, const ReservationId &except) const
{
    return std::none_of(m_reservations.begin(), m_reservations.end(), [&](const auto &entry) {
        const Reservation &other = entry.second;
        const auto held = unitNights(other);
        return other.id != except && other.workflow.slotKind == SlotKind::PerNight &&
               (std::any_of(held.begin(), held.end(),
                            [&](const UnitNights &each) {
                                return each.unit == unit && each.nights.overlaps(stay);
                            }) ||
                (other.unit == unit && isOverstay(other, businessDate) && stay.contains(businessDate)));
    });
}

std::optional<ReservationId> MemoryHotel::occupant(const UnitId &unit, const ReservationId &except) const
{
    for (const auto &[id, other] : m_reservations) {
        const auto present = presentUnit(other, businessDate);
        if (id != except && present && present->unit == unit && other.workflow.slotKind == SlotKind::PerNight)
            return id;
    }
    return std::nullopt;
}

std::optional<UnitId> MemoryHotel::anyFreeUnit(const OfferingId &offering, const Stay &stay) const
{
    for (const Unit &unit : m_units) {
        if (unit.offering == offering && unit.sale == SaleState::Open && isUnitFree(unit.id, stay, {}))
            return unit.id;
    }
    return std::nullopt;
}

std::optional<UnitId> MemoryHotel::leastUsedUnit(const OfferingId &offering) const
{
    const auto holders = [this](const UnitId &unit) {
        return std::count_if(m_reservations.begin(), m_reservations.end(),
                             [&](const auto &entry) { return entry.second.unit == unit; });
    };
    const auto units = unitsOf(offering);
    const auto least = std::min_element(units.begin(), units.end(), [&](const UnitId &a, const UnitId &b) {
        return holders(a) < holders(b);
    });
    return least == units.end() ? std::nullopt : std::optional(*least);
}

int MemoryHotel::mostTaken(const OfferingId &id) const
{
    std::map<Date, int> taken;
    for (const auto &[key, reservation] : m_reservations) {
        if (!isHolding(reservation) || reservation.offering != id)
            continue;
        for (const Date slot : slotsOf(reservation.workflow, reservation.stay))
            taken[slot] += reservation.quantity;
    }
    int most = 0;
    for (const auto &[slot, count] : taken)
        most = std::max(most, count);
    return most;
}

bool MemoryHotel::isUnitInUse(const UnitId &unit) const
{
    return std::any_of(m_reservations.begin(), m_reservations.end(),
                       [&](const auto &entry) { return entry.second.unit == unit; });
}

bool MemoryHotel::isOfferingInUse(const OfferingId &offering) const
{
    return std::any_of(m_units.begin(), m_units.end(),
                       [&](const Unit &unit) {
                           return unit.offering == offering && unit.sale != SaleState::Removed;
                       }) ||
           std::any_of(m_reservations.begin(), m_reservations.end(), [&](const auto &entry) {
               return entry.second.offering == offering && !isFinal(entry.second.state);
           });
}

int MemoryHotel::unpaidOf(std::string_view phone) const
{
    return static_cast<int>(
        std::count_if(m_reservations.begin(), m_reservations.end(), [&](const auto &entry) {
            const Reservation &each = entry.second;
            return isHeldUnpaid(each) && each.workflow.mostUnpaid > 0 &&
                   normalisedPhone(each.guest.phone) == phone;
        }));
}

bool MemoryHotel::isRoomNamed(std::string_view wanted, const UnitId &except) const
{
    return std::any_of(m_units.begin(), m_units.end(), [&](const Unit &unit) {
        return unit.id != except && isRoomCalled(unit, &m_offerings.at(unit.offering), wanted);
    });
}

void MemoryHotel::put(const Unit &unit)
{
    std::erase_if(m_units, [&](const Unit &known) { return known.id == unit.id; });
    m_units.push_back(unit);
}

OfferingId MemoryHotel::addOffering(const Workflow &workflow, int units, int capacity)
{
    Offering added;
    added.id = idNumbered<OfferingId>(0x0f00 + m_offerings.size());
    added.code = std::string(1, static_cast<char>('A' + m_offerings.size()));
    added.name = std::string(workflow.name);
    added.workflow = workflow;
    added.capacity = capacity < 0 ? units : capacity;
    added.basePrice = 10000;
    for (int i = 0; i < units; ++i) {
        Unit made;
        made.id = idNumbered<UnitId>(0x1000 + m_units.size());
        made.offering = added.id;
        made.name = std::to_string(101 + m_units.size());
        made.order = static_cast<int>(m_units.size());
        m_units.push_back(made);
    }
    m_offerings[added.id] = added;
    return added.id;
}

std::vector<UnitId> MemoryHotel::unitsOf(const OfferingId &offering) const
{
    std::vector<UnitId> ids;
    for (const Unit &unit : m_units) {
        if (unit.offering == offering && unit.sale == SaleState::Open)
            ids.push_back(unit.id);
    }
    return ids;
}

Context MemoryHotel::context(Role role) const
{
    return {now, Actor{{}, std::string(toString(role)), role}, businessDate, *this, isClosed};
}

Expected<Events> MemoryHotel::submit(const CommandArgs &command, Role role)
{
    return submit(command, context(role));
}

Expected<Events> MemoryHotel::submit(const CommandArgs &command, const Context &context)
{
    return decide(*this, command, context).map([this](const Decision &decision) {
        for (const Row &row : decision.after)
            std::visit([this](const auto &each) { put(each); }, row);
        Events events;
        for (const Happening &happening : decision.events)
            events.push_back(happening.event);
        return events;
    });
}

const Property &MemoryHotel::property() const
{
    m_property.businessDate = businessDate;
    m_property.isClosed = isClosed;
    m_property.currency = currency;
    return m_property;
}

const Reservation *MemoryHotel::find(const ReservationId &id) const
{
    const auto found = m_reservations.find(id);
    return found == m_reservations.end() ? nullptr : &found->second;
}

void MemoryHotel::put(Reservation reservation)
{
    const ReservationId id = reservation.id;
    m_reservations[id] = std::move(reservation);
}

MakeReservation request(const MemoryHotel &hotel, const ReservationId &id, const OfferingId &offering,
                        int nights)
{
    MakeReservation command;
    command.reservation = id;
    command.offering = offering;
    command.stay = {hotel.businessDate, hotel.businessDate + Days{nights}};
    command.guest.name = "Kim Ji-won";
    command.guest.language = "ko";
    command.currency = hotel.currency;
    const bool isOnce = hotel.offering(offering)->workflow.slotKind == SlotKind::Once;
    command.nightlyPrices.assign(isOnce || nights == 0 ? 1 : static_cast<std::size_t>(nights), 10000);
    command.channel = "desk";
    return command;
}

} // namespace deskbell::testing
