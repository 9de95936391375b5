#pragma once

// House: what dialogs and panels ask about the hotel: its room types and rooms, what is free, what
// things are called. The main window answers it from the models' book; tests from a hotel in memory.
// Everything is in memory and answers at once. UI thread.

#include <optional>
#include <vector>

#include "domain/property.h"
#include "models/stayrow.h"
#include "ui/words.h"

namespace deskbell::ui {

class House
{
public:
    virtual ~House() = default;

    virtual const Property &property() const = 0;
    // What there is and is not removed, in the board's order.
    virtual std::vector<Offering> offerings() const = 0;
    virtual std::vector<Unit> units(const OfferingId &offering) const = 0;
    /// Stock of a night that is not taken, the desk's own waiting commands counted.
    virtual int free(const OfferingId &offering, Date night) const = 0;
    virtual bool isUnitFree(const UnitId &unit, const Stay &stay, const ReservationId &except) const = 0;
    /// Whose guest is in it now.
    virtual std::optional<ReservationId> occupant(const UnitId &unit) const = 0;
    /// Who has the unit in any of these nights.
    virtual std::vector<models::StayRow> staysIn(const UnitId &unit, const Stay &nights) const = 0;
    virtual std::optional<models::StayRow> row(const ReservationId &id) const = 0;
    /// Empty when it is not known.
    virtual QString unitName(const UnitId &id) const = 0;
    virtual QString offeringName(const OfferingId &id) const = 0;

    std::optional<Offering> offering(const OfferingId &id) const;
    /// Of which new reservations are taken, in the board's order.
    std::vector<Offering> onSale() const;
    /// What could be given to `except` for that stay: a guest in house keeps the nights that are over.
    std::vector<Unit> freeUnits(const OfferingId &offering, const Stay &stay,
                                const ReservationId &except) const;
    /// The least of free() over the stay's nights (of the arrival for a day use).
    int freeThroughout(const OfferingId &offering, const Stay &stay) const;
    /// Rooms where it is not known.
    OfferingKind kindOf(const OfferingId &offering) const;
    /// Of what the command is about.
    OfferingKind kindOf(const CommandArgs &args) const;
    /// Of all it offers; nothing where it offers several kinds.
    std::optional<OfferingKind> kind() const;
    Names names(OfferingKind kind = OfferingKind::Rooms) const;
    Names names(const CommandArgs &args) const { return names(kindOf(args)); }
};

} // namespace deskbell::ui
