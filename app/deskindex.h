// What is taken and by whom, in memory: answers decide()'s questions about stock for all
// reservations of the desk's window as the clerk sees them (own waiting commands included). Owned by
// the picture; data thread. A claim is a few words, because a large hotel has 200,000 of them.
#pragma once

#include <unordered_map>
#include <vector>

#include "domain/decide.h"

namespace deskbell::app {

class DeskIndex : public Availability
{
public:
    void setBusinessDate(Date date) { m_today = static_cast<std::int32_t>(date.time_since_epoch().count()); }
    void put(const Offering &offering);
    void put(const Unit &unit);
    /// In place of what the reservation claimed before.
    void set(const Reservation &reservation);
    void remove(const ReservationId &id);
    bool contains(const ReservationId &id) const { return m_claims.contains(id); }
    std::size_t size() const { return m_claims.size(); }
    void reserve(std::size_t count) { m_claims.reserve(count); }

    const Offering *offering(const OfferingId &id) const override;
    const Unit *unit(const UnitId &id) const override;
    int free(const OfferingId &offering, Date slot) const override;
    bool isUnitFree(const UnitId &unit, const Stay &stay, const ReservationId &except) const override;
    std::optional<UnitId> anyFreeUnit(const OfferingId &offering, const Stay &stay) const override;
    std::optional<ReservationId> occupant(const UnitId &unit, const ReservationId &except) const override;

    bool isRoomNamed(std::string_view comparable, const UnitId &except) const override;

    std::vector<Offering> offerings() const;
    std::vector<Unit> units() const;

private:
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    struct Claim
    {
        std::uint32_t offering = none;
        std::uint32_t unit = none;
        std::int32_t arrival = 0;
        std::int32_t departure = 0;
        std::uint16_t quantity = 0;
        bool holdsStock = false;
        bool isOnce = false;
        bool isDivided = false; ///< holds nights of several units
        bool isInHouse = false; ///< where nights are counted
    };
    struct GuestInHouse
    {
        ReservationId reservation;
        std::uint32_t unit; ///< the last of its units
        std::int32_t departure;
        int quantity;
    };
    struct OfferingPlace
    {
        Offering offering;
        std::vector<GuestInHouse> inHouse;
        std::unordered_map<std::int32_t, int> taken; ///< by day, where any is
        std::vector<std::uint32_t> units;            ///< that are not closed, in the board's order
    };
    struct Holding
    {
        std::int32_t arrival;
        std::int32_t departure;
        ReservationId reservation;
    };
    struct UnitPlace
    {
        Unit unit;
        std::vector<Holding> holdings;
    };

    std::uint32_t placeOfOffering(const OfferingId &id);
    std::uint32_t placeOfUnit(const UnitId &id);
    Claim claimOf(const Reservation &reservation);
    void count(const Claim &claim, int sign);
    void comeOrGo(const Claim &claim, const ReservationId &id, bool isComing);
    void hold(const Reservation &reservation);
    void letGo(const Claim &claim, const ReservationId &id);
    bool isIn(const GuestInHouse &guest, std::uint32_t unit) const;
    bool isFree(std::uint32_t unit, const Stay &stay, const ReservationId &except) const;

    std::int32_t m_today = 0; ///< the business date
    std::vector<OfferingPlace> m_offerings;
    std::vector<UnitPlace> m_units;
    std::unordered_map<OfferingId, std::uint32_t> m_offeringPlaces;
    std::unordered_map<UnitId, std::uint32_t> m_unitPlaces;
    std::unordered_map<ReservationId, Claim> m_claims;
};

} // namespace deskbell::app
