#include "ui/bookhouse.h"

namespace deskbell::ui {

std::vector<Offering> BookHouse::offerings() const
{
    std::vector<Offering> all;
    for (const models::OfferingIndex index : m_book.offerings())
        all.push_back(m_book.offering(index));
    return all;
}

std::vector<Unit> BookHouse::units(const OfferingId &offering) const
{
    std::vector<Unit> all;
    const models::OfferingIndex found = m_book.find(offering);
    if (found == models::noOffering)
        return all;
    for (const models::UnitIndex index : m_book.unitsOf(found))
        all.push_back(m_book.unit(index));
    return all;
}

int BookHouse::free(const OfferingId &offering, Date night) const
{
    const models::OfferingIndex found = m_book.find(offering);
    return found == models::noOffering ? 0 : m_book.freeOn(found, night);
}

bool BookHouse::isUnitFree(const UnitId &unit, const Stay &stay, const ReservationId &except) const
{
    const models::UnitIndex found = m_book.find(unit);
    return found != models::noUnit && m_book.isUnitFree(found, stay, m_book.find(except));
}

std::optional<ReservationId> BookHouse::occupant(const UnitId &unit) const
{
    const models::UnitIndex found = m_book.find(unit);
    const bool isRoom = found != models::noUnit &&
                        m_book.offering(m_book.offeringOf(found)).workflow.slotKind == SlotKind::PerNight;
    if (!isRoom) // a branch is everybody's
        return std::nullopt;
    const Date today = m_book.businessDate();
    for (const models::PlacedStay &placed : m_book.staysIn(found, today - Days{maxNights}, today + Days{1})) {
        const models::BookedStay &stay = m_book.at(placed.stay);
        const bool isThere = m_book.isLast(placed) || today.time_since_epoch().count() < placed.to;
        if (stay.state == ReservationState::InHouse && isThere)
            return stay.id;
    }
    return std::nullopt;
}

std::vector<models::StayRow> BookHouse::staysIn(const UnitId &unit, const Stay &nights) const
{
    std::vector<models::StayRow> rows;
    const models::UnitIndex found = m_book.find(unit);
    if (found == models::noUnit)
        return rows;
    for (const models::PlacedStay &placed : m_book.staysIn(found, nights.arrival, nights.departure)) {
        if (m_book.at(placed.stay).place == models::BoardPlace::Unit)
            rows.push_back(m_book.row(placed.stay));
    }
    return rows;
}

std::optional<models::StayRow> BookHouse::row(const ReservationId &id) const
{
    const models::StayHandle found = m_book.find(id);
    if (found == models::noStay)
        return std::nullopt;
    return m_book.row(found);
}

QString BookHouse::unitName(const UnitId &id) const
{
    const models::UnitIndex found = m_book.find(id);
    return found == models::noUnit ? QString() : m_book.unitName(found);
}

QString BookHouse::offeringName(const OfferingId &id) const
{
    const models::OfferingIndex found = m_book.find(id);
    return found == models::noOffering ? QString() : m_book.offeringName(found);
}

} // namespace deskbell::ui
