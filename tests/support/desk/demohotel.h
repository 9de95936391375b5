#pragma once

// A small hotel to try screens with: sixty rooms of five types around one business date, with
// reservations in every state, made by the domain's own decide() from a fixed seed, so
// that every one of them could have come about.

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string_view>
#include <vector>

#include "domain/decide.h"

namespace deskbell::testing {

struct DemoHotel
{
    Property property;
    std::vector<Offering> offerings;
    std::vector<Unit> units;
    std::map<ReservationId, Reservation> reservations;
};

/// Counts over a DemoHotel; slow and plain.
class HotelAvailability : public Availability, public World
{
public:
    explicit HotelAvailability(const DemoHotel &hotel) : m_hotel(hotel) {}
    const Offering *offering(const OfferingId &id) const override;
    const Unit *unit(const UnitId &id) const override;
    int free(const OfferingId &offering, Date slot) const override;
    bool isUnitFree(const UnitId &unit, const Stay &stay, const ReservationId &except) const override;
    std::optional<UnitId> anyFreeUnit(const OfferingId &offering, const Stay &stay) const override;
    std::optional<ReservationId> occupant(const UnitId &unit, const ReservationId &except) const override;
    std::optional<UnitId> leastUsedUnit(const OfferingId &offering) const override;
    int mostTaken(const OfferingId &offering) const override;
    bool isOfferingInUse(const OfferingId &offering) const override;
    bool isUnitInUse(const UnitId &unit) const override;
    bool isRoomNamed(std::string_view comparable, const UnitId &except) const override;

    const Property &property() const override { return m_hotel.property; }
    const Reservation *reservation(const ReservationId &id) const override;

private:
    const DemoHotel &m_hotel;
};

/// What a command has changed.
void put(DemoHotel &hotel, const Row &after);
/// Decides on what the hotel has, and keeps what comes of it.
Expected<Decision> carryOut(DemoHotel &hotel, const CommandArgs &args, const Actor &actor, Instant at);
Date demoDate();
/// 14:05 of the demonstration's business date.
Instant demoNow();
DemoHotel makeDemoHotel(std::uint32_t seed = 7);
/// Two performances and a title with its branches, partly taken, beside what the hotel has.
void addShowsAndTitles(DemoHotel &hotel);
DemoHotel withShowsAndTitles(DemoHotel hotel);
/// A house of nothing else: a theatre, a library.
void keepOnly(DemoHotel &hotel, std::initializer_list<std::string_view> codes);
/// There is one of that code.
const Offering &offeringOf(const DemoHotel &hotel, std::string_view code);
/// A type and two rooms, nothing reserved.
DemoHotel makeEmptyHotel();

} // namespace deskbell::testing
