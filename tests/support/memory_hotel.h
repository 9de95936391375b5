#pragma once

// A hotel in memory: offerings, units and reservations in maps, with an Availability that counts
// what the reservations hold. Slow and obviously right; tests of any layer may use it as the model
// that the real storage is compared with.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/decide.h"

namespace deskbell::testing {

template <typename IdType = Uuid>
IdType idNumbered(std::uint64_t number)
{
    Uuid id;
    for (std::size_t i = 0; i < 8; ++i)
        id.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    id.bytes[6] = 0x70;
    id.bytes[8] = 0x80;
    if constexpr (std::is_same_v<IdType, Uuid>)
        return id;
    else
        return IdType{id};
}

Date date(const char *text);
Instant instant(const char *text);

class MemoryHotel : public Availability, public World
{
public:
    // Availability
    const Offering *offering(const OfferingId &id) const override;
    const Unit *unit(const UnitId &id) const override;
    int free(const OfferingId &offering, Date slot) const override;
    bool isUnitFree(const UnitId &unit, const Stay &stay, const ReservationId &except) const override;
    std::optional<UnitId> anyFreeUnit(const OfferingId &offering, const Stay &stay) const override;
    std::optional<ReservationId> occupant(const UnitId &unit, const ReservationId &except) const override;

    std::optional<UnitId> leastUsedUnit(const OfferingId &offering) const override;
    int mostTaken(const OfferingId &offering) const override;
    bool isUnitInUse(const UnitId &unit) const override;
    bool isOfferingInUse(const OfferingId &offering) const override;
    int unpaidOf(std::string_view phone) const override;
    bool isRoomNamed(std::string_view comparable, const UnitId &except) const override;

    // World
    const Property &property() const override;
    const Reservation *reservation(const ReservationId &id) const override { return find(id); }

    void put(const Offering &offering) { m_offerings[offering.id] = offering; }
    void put(const Unit &unit);
    void put(const Property &property)
    {
        businessDate = property.businessDate;
        isClosed = property.isClosed;
    }

    /// An offering with `units` units, which are also its capacity unless said otherwise.
    OfferingId addOffering(const Workflow &workflow, int units, int capacity = -1);
    /// Those that are not closed.
    std::vector<UnitId> unitsOf(const OfferingId &offering) const;

    /// Decides, and on success keeps what it makes.
    Expected<Events> submit(const CommandArgs &command, Role role = Role::Manager);
    Expected<Events> submit(const CommandArgs &command, const Context &context);
    /// The same, with what people would say.
    Context context(Role role = Role::Manager) const;

    const Reservation *find(const ReservationId &id) const;
    const std::map<ReservationId, Reservation> &reservations() const { return m_reservations; }
    void put(Reservation reservation);

    Date businessDate = date("2026-05-10");
    Instant now = instant("2026-05-10T09:00:00Z");
    bool isClosed = false;
    Currency currency = *parseCurrency("EUR");

private:
    /// Holds slots and units: from the stock taken until it is given back.
    static bool isHolding(const Reservation &reservation);

    mutable Property m_property;
    std::map<OfferingId, Offering> m_offerings;
    std::vector<Unit> m_units;
    std::map<ReservationId, Reservation> m_reservations;
};

/// A request of `nights` nights from the hotel's business date, 100.00 a night, name "Kim Ji-won".
MakeReservation request(const MemoryHotel &hotel, const ReservationId &id, const OfferingId &offering,
                        int nights = 2);

} // namespace deskbell::testing
