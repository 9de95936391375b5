#pragma once

// The internals of the Book; included by its own files only.

#include <unordered_map>

#include "models/book.h"
#include "models/daycounts.h"
#include "models/flattable.h"
#include "models/staylines.h"
#include "models/textpool.h"

namespace deskbell::models {

inline std::int32_t dayOf(Date date)
{
    return static_cast<std::int32_t>(date.time_since_epoch().count());
}

struct Book::Private
{
    struct UnitRecord
    {
        Unit unit;
        OfferingIndex offering = noOffering;
        bool isKnown = false; ///< else a stay named it before it came
        UnitStays stays;
    };
    struct OfferingRecord
    {
        Offering offering;
        bool isKnown = false;
        std::vector<UnitIndex> units; ///< known ones, in the board's order
        StayLines unassigned;
        DayCounts taken;
        int takenOnce = 0; ///< for stock that is counted once, not per night
        int stays = 0;
    };
    /// What one change set has done so far.
    struct Work
    {
        BookDelta delta;
        bool isBulk = false;
        bool isStructureChanged = false;
        bool isPropertyChanged = false;
        bool areLanesStale = false;
    };

    UnitIndex unitIndex(const UnitId &id);
    OfferingIndex offeringIndex(const OfferingId &id);
    StayHandle find(const ReservationId &id) const;

    void take(const Property &property, Work &work);
    void take(const Offering &offering, Work &work);
    void take(const Unit &unit, Work &work);
    void take(const StayRow &row, Work &work);
    void remove(const ReservationId &id, Work &work);
    void orderStructure();

    BookedStay booked(const StayRow &row);
    std::int32_t heldToDayOf(const BookedStay &stay) const;
    /// Overstays keep their unit and the stock for one day more.
    void moveOverstays(Work &work);
    BoardPlace placeOf(const BookedStay &stay) const;
    std::uint8_t lanesOf(const BookedStay &stay) const;
    /// Into and out of everything that is kept of a stay but the stay itself.
    void enter(StayHandle stay, Work &work);
    void leave(StayHandle stay, Work &work);
    enum class Way { In, Out };
    void changeRow(UnitIndex unit, const PlacedStay &at, Way way, Work &work);
    /// Into the row of its unit or the lines of its offering, or out of them.
    void changePlace(StayHandle handle, Way way, Work &work);
    void holdStock(const BookedStay &stay, int sign, Work &work);
    void enterLanes(StayHandle stay);
    void leaveLanes(StayHandle stay);
    void rebuildLanes();
    /// In a lane's order.
    bool isBefore(QueueLane lane, StayHandle a, StayHandle b) const;
    /// The nights in the present unit, or all.
    static PlacedStay placed(StayHandle handle, const BookedStay &stay);

    Property property;
    bool isComplete = true;
    std::vector<OfferingRecord> offerings;
    std::vector<OfferingIndex> offeringOrder; ///< known ones
    FlatTable offeringById;
    std::vector<UnitRecord> units;
    std::size_t knownUnits = 0;
    FlatTable unitById;
    std::vector<BookedStay> stays;
    /// Of those who moved rooms: where they were before.
    std::unordered_map<StayHandle, std::vector<UnitNights>> earlierUnits;
    std::vector<StayHandle> freePlaces;
    std::vector<StayHandle> leaving; ///< gone in the last change: free with the next one
    FlatTable stayById;
    TextPool guests;
    TextPool channels;
    std::array<std::vector<StayHandle>, queueLaneCount> lanes;
    DayRange extent;
};

} // namespace deskbell::models
