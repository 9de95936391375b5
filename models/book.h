#pragma once

// Book: the window of reservations in memory, fed by change sets; everything the board and the
// queue show comes from here. Per unit its stays sorted by arrival, per offering the stays without a
// unit stacked into lines, per offering and day what is taken, per queue lane its stays: each is
// kept by the change, never counted anew, so that a change costs the same in a house of 50 rooms
// and of 2,000. Lives in the UI thread; owned by the composition root; the models and the board
// hold it by reference.

#include <QObject>
#include <QString>

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "models/bookedstay.h"
#include "models/frontdesk.h"
#include "models/staylines.h"

namespace deskbell::models {

/// What a change set did to the Book. Days are half open; touched rows are named once each.
struct BookDelta
{
    struct StayChange
    {
        StayHandle stay; ///< noStay never; of a gone one the place it had
        std::uint8_t lanesBefore;
        std::uint8_t lanesAfter; ///< 0: in no lane, or gone
        bool isGone;
    };
    template <typename Index>
    struct Touched
    {
        Index row;
        Date from;
        Date to;
    };

    std::vector<StayChange> stays;
    std::vector<Touched<UnitIndex>> units;
    /// Lines of stays without a unit.
    std::vector<Touched<OfferingIndex>> unassigned;
    std::vector<Touched<OfferingIndex>> availability;
    /// Too much to name: the lists are empty, and anything may be other than it was.
    bool isEverything = false;
    bool isDepthChanged = false; ///< some offering's lane has more or fewer lines
    bool isQueueChanged = false; ///< some lane's members or count
};

class Book : public QObject
{
    Q_OBJECT

public:
    explicit Book(QObject *parent = nullptr);
    ~Book() override;

    /// Connected to FrontDesk::changed.
    void apply(const ChangeSet &changes);

    /// False while a first load is still coming in.
    bool isComplete() const;
    bool isEmpty() const { return stayCount() == 0 && unitCount() == 0; }
    const Property &property() const;
    Date businessDate() const { return property().businessDate; }

    // What there is and is not removed, in the board's order. Indices stay valid until wasReset().
    std::span<const OfferingIndex> offerings() const;
    std::span<const UnitIndex> unitsOf(OfferingIndex offering) const;
    std::size_t unitCount() const; ///< known ones; indices are below unitIndexEnd()
    UnitIndex unitIndexEnd() const;
    const Offering &offering(OfferingIndex index) const;
    const Unit &unit(UnitIndex index) const;
    OfferingIndex offeringOf(UnitIndex index) const;
    QString offeringName(OfferingIndex index) const;
    QString unitName(UnitIndex index) const;        ///< empty for noUnit
    /// The unit of tonight, of a stay that has several one after the other; of other nights the nearest.
    UnitIndex unitTonight(const BookedStay &stay) const;
    OfferingIndex find(const OfferingId &id) const; ///< noOffering: not known
    UnitIndex find(const UnitId &id) const;         ///< noUnit: not known

    // Stays.
    std::size_t stayCount() const;
    StayHandle find(const ReservationId &id) const; ///< noStay: not in the window
    const BookedStay &at(StayHandle stay) const;
    QString guest(const BookedStay &stay) const;
    std::string_view guestUtf8(const BookedStay &stay) const;
    QString channel(const BookedStay &stay) const;
    StayRow row(StayHandle stay) const;

    /// From the first to the last stay or wish of a unit that touches a day of [from, to), sorted by
    /// arrival; where stays lie over each other some between may not touch it. The day of
    /// departure is not theirs.
    std::span<const PlacedStay> staysIn(UnitIndex unit, Date from, Date to) const;
    /// The nights that a stay of staysIn() or unassignedIn() has there.
    Stay nightsOf(const PlacedStay &placed) const;
    /// False where a guest in house slept before they moved rooms.
    bool isLast(const PlacedStay &placed) const;
    /// How many lines the offering's stays without a unit need, and one of them like staysIn().
    int depth(OfferingIndex offering) const;
    int unassignedCount(OfferingIndex offering) const;
    std::span<const PlacedStay> unassignedIn(OfferingIndex offering, int line, Date from, Date to) const;
    /// In which line a stay without a unit lies.
    int lineOf(StayHandle stay) const;
    /// All of the offering's, whatever their state; for offerings that are counted as a whole, which have
    /// few. Looks at every stay there is.
    std::vector<StayHandle> staysOf(OfferingIndex offering) const;
    /// The first arrival and last departure seen so far, for the board's range.
    Stay extent() const;

    // Stock.
    int capacity(OfferingIndex offering) const;
    /// Capacity less what live stays hold. An offering whose stock is counted once has one figure.
    int freeOn(OfferingIndex offering, Date night) const;
    int takenOn(OfferingIndex offering, Date night) const;
    /// The fewest free in any night of the stay.
    int freeFor(OfferingIndex offering, const Stay &stay) const;
    /// No other live stay than `except` holds the unit in a night of the stay; a branch is everybody's.
    bool isUnitFree(UnitIndex unit, const Stay &stay, StayHandle except = noStay) const;
    /// The nights of `when` in which the stay would have the unit: all, but for a guest in house, whose
    /// nights that are over stay where they were.
    Stay nightsIn(StayHandle stay, UnitIndex unit, const Stay &when) const;
    std::vector<UnitIndex> freeUnits(OfferingIndex offering, const Stay &stay,
                                     StayHandle except = noStay) const;

    // The queue. Sorted by arrival, who is in house by departure; then by when they were made.
    std::span<const StayHandle> lane(QueueLane lane) const;
    int count(QueueLane lane) const { return static_cast<int>(this->lane(lane).size()); }

signals:
    /// All handles and indices are void; the Book is empty or holds something new.
    void wasReset();
    /// Offerings or units came or changed: the board's rows are others. Before changed().
    void structureChanged();
    /// The property, its business date above all. Lanes may differ: before changed().
    void propertyChanged();
    void changed(const deskbell::models::BookDelta &delta);
    /// The last change set of a load has come.
    void completed();

private:
    struct Private;
    std::unique_ptr<Private> m;
};

} // namespace deskbell::models
