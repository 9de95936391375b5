#pragma once

// BookHouse: the House over the models' Book. Owned by the main window; UI thread.

#include "models/book.h"
#include "ui/house.h"

namespace deskbell::ui {

class BookHouse : public House
{
public:
    explicit BookHouse(const models::Book &book) : m_book(book) {}

    const Property &property() const override { return m_book.property(); }
    std::vector<Offering> offerings() const override;
    std::vector<Unit> units(const OfferingId &offering) const override;
    int free(const OfferingId &offering, Date night) const override;
    bool isUnitFree(const UnitId &unit, const Stay &stay, const ReservationId &except) const override;
    std::optional<ReservationId> occupant(const UnitId &unit) const override;
    std::vector<models::StayRow> staysIn(const UnitId &unit, const Stay &nights) const override;
    std::optional<models::StayRow> row(const ReservationId &id) const override;
    QString unitName(const UnitId &id) const override;
    QString offeringName(const OfferingId &id) const override;

private:
    const models::Book &m_book;
};

} // namespace deskbell::ui
