#include "models/book.h"

#include <algorithm>
#include <cassert>
#include <ranges>

#include "domain/stock/free.h"
#include "models/bookprivate.h"

namespace deskbell::models {

namespace {

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Leaves one touch for each row, from its first to its last day.
template <typename Index>
void mergeTouches(std::vector<BookDelta::Touched<Index>> &touches)
{
    std::sort(touches.begin(), touches.end(), [](const auto &a, const auto &b) { return a.row < b.row; });
    std::size_t kept = 0;
    for (const auto &touch : touches) {
        if (kept > 0 && touches[kept - 1].row == touch.row) {
            touches[kept - 1].from = std::min(touches[kept - 1].from, touch.from);
            touches[kept - 1].to = std::max(touches[kept - 1].to, touch.to);
        } else {
            touches[kept++] = touch;
        }
    }
    touches.resize(kept);
}

/// From here on naming every touch costs more than doing all again.
constexpr std::size_t bulkAt = 512;

} // namespace

Book::Book(QObject *parent) : QObject(parent), m(std::make_unique<Private>())
{
}

Book::~Book() = default;

void Book::apply(const ChangeSet &changes)
{
    if (changes.isReset) {
        m = std::make_unique<Private>();
        emit wasReset();
    }
    m->freePlaces.insert(m->freePlaces.end(), m->leaving.begin(), m->leaving.end());
    m->leaving.clear();

    Private::Work work;
    const std::size_t touched = changes.stays.size() + changes.gone.size();
    work.isBulk = touched >= bulkAt && touched * 4 >= stayCount();
    const bool wasComplete = m->isComplete;
    m->isComplete = changes.isComplete;
    changes.undated.forEach([&](const auto &row) { m->take(row, work); });
    if (work.isStructureChanged)
        m->orderStructure();
    if (work.isBulk) {
        m->stayById.reserve(m->stays.size() + changes.stays.size());
        m->stays.reserve(m->stays.size() + changes.stays.size());
    }
    for (const StayRow &row : changes.stays)
        m->take(row, work);
    for (const ReservationId &id : changes.gone)
        m->remove(id, work);
    if (work.isBulk || work.areLanesStale) {
        m->rebuildLanes();
        work.delta.isEverything = true;
    }

    if (work.isStructureChanged)
        emit structureChanged();
    if (work.isPropertyChanged)
        emit propertyChanged();
    BookDelta &delta = work.delta;
    if (delta.isEverything) {
        delta = {};
        delta.isEverything = delta.isDepthChanged = delta.isQueueChanged = true;
    }
    mergeTouches(delta.units);
    mergeTouches(delta.unassigned);
    mergeTouches(delta.availability);
    if (delta.isEverything || !delta.stays.empty() || !delta.availability.empty())
        emit changed(delta);
    if (changes.isComplete && (!wasComplete || changes.isReset))
        emit completed();
}

bool Book::isComplete() const
{
    return m->isComplete;
}

const Property &Book::property() const
{
    return m->property;
}

std::span<const OfferingIndex> Book::offerings() const
{
    return m->offeringOrder;
}

std::span<const UnitIndex> Book::unitsOf(OfferingIndex offering) const
{
    return m->offerings[offering].units;
}

std::size_t Book::unitCount() const
{
    return m->knownUnits;
}

UnitIndex Book::unitIndexEnd() const
{
    return static_cast<UnitIndex>(m->units.size());
}

const Offering &Book::offering(OfferingIndex index) const
{
    return m->offerings[index].offering;
}

const Unit &Book::unit(UnitIndex index) const
{
    return m->units[index].unit;
}

OfferingIndex Book::offeringOf(UnitIndex index) const
{
    return m->units[index].offering;
}

QString Book::offeringName(OfferingIndex index) const
{
    return index == noOffering ? QString() : fromUtf8(offering(index).name);
}

QString Book::unitName(UnitIndex index) const
{
    return index == noUnit ? QString() : fromUtf8(unit(index).name);
}

OfferingIndex Book::find(const OfferingId &id) const
{
    const std::uint32_t found = m->offeringById.find(
        std::hash<OfferingId>{}(id), [&](std::uint32_t i) { return m->offerings[i].offering.id == id; });
    return found == FlatTable::none ? noOffering : static_cast<OfferingIndex>(found);
}

UnitIndex Book::find(const UnitId &id) const
{
    return m->unitById.find(std::hash<UnitId>{}(id),
                            [&](std::uint32_t i) { return m->units[i].unit.id == id; });
}

std::size_t Book::stayCount() const
{
    return m->stays.size() - m->freePlaces.size() - m->leaving.size();
}

StayHandle Book::find(const ReservationId &id) const
{
    return m->find(id);
}

const BookedStay &Book::at(StayHandle stay) const
{
    assert(stay < m->stays.size());
    return m->stays[stay];
}

std::string_view Book::guestUtf8(const BookedStay &stay) const
{
    return m->guests.text(stay.guest);
}

QString Book::guest(const BookedStay &stay) const
{
    return fromUtf8(guestUtf8(stay));
}

QString Book::channel(const BookedStay &stay) const
{
    return fromUtf8(m->channels.text(stay.channel));
}

UnitIndex Book::unitTonight(const BookedStay &stay) const
{
    return stay.hasMoved() ? find(row(find(stay.id)).unitOn(businessDate()).value_or(UnitId{})) : stay.unit;
}

StayRow Book::row(StayHandle handle) const
{
    const BookedStay &stay = at(handle);
    StayRow row;
    row.id = stay.id;
    row.offering = offering(stay.offering).id;
    if (stay.unit != noUnit)
        row.unit = unit(stay.unit).id;
    if (stay.wish != noUnit)
        row.wish = unit(stay.wish).id;
    if (const auto earlier = m->earlierUnits.find(handle); earlier != m->earlierUnits.end())
        row.earlierUnits = earlier->second;
    row.stay = stay.stay();
    row.price = stay.price;
    row.owed = stay.owed;
    row.madeAtMs = stay.madeAtMs;
    row.possible = stay.possible;
    row.quantity = stay.quantity;
    row.adults = stay.adults;
    row.children = stay.children;
    row.state = stay.state;
    row.waiting = stay.waiting;
    row.hasConflict = stay.hasConflict;
    row.holdsStock = stay.holdsStock;
    row.isPaymentUnderWay = stay.isPaymentUnderWay;
    row.isProviderBusy = stay.isProviderBusy;
    row.isGuestInvented = stay.isGuestInvented;
    row.hasNote = stay.hasNote;
    row.guest = guestUtf8(stay);
    row.channel = m->channels.text(stay.channel);
    return row;
}

std::span<const PlacedStay> Book::staysIn(UnitIndex unit, Date from, Date to) const
{
    return m->units[unit].stays.in(dayOf(from), dayOf(to));
}

Stay Book::nightsOf(const PlacedStay &placed) const
{
    const BookedStay &stay = at(placed.stay);
    // A day use needs a place for a day, but has no night.
    return {Date{Days{placed.from}}, Date{Days{isLast(placed) ? stay.heldToDay : placed.to}}};
}

bool Book::isLast(const PlacedStay &placed) const
{
    return placed.from == at(placed.stay).unitFromDay;
}

Stay Book::nightsIn(StayHandle handle, UnitIndex unit, const Stay &when) const
{
    if (handle == noStay || unit == noUnit)
        return when;
    const auto present = at(handle).state == ReservationState::InHouse
                             ? row(handle).presentUnit(businessDate())
                             : std::nullopt;
    return deskbell::nightsIn(this->unit(unit).id, when, present, businessDate());
}

int Book::depth(OfferingIndex offering) const
{
    return m->offerings[offering].unassigned.depth();
}

int Book::unassignedCount(OfferingIndex offering) const
{
    return m->offerings[offering].unassigned.count();
}

std::span<const PlacedStay> Book::unassignedIn(OfferingIndex offering, int line, Date from, Date to) const
{
    return m->offerings[offering].unassigned.in(line, dayOf(from), dayOf(to));
}

int Book::lineOf(StayHandle handle) const
{
    const BookedStay &stay = at(handle);
    if (stay.place != BoardPlace::Unassigned)
        return -1;
    return m->offerings[stay.offering].unassigned.lineOf(Private::placed(handle, stay));
}

Stay Book::extent() const
{
    return {Date{Days{m->extent.from}}, Date{Days{m->extent.to}}};
}

int Book::capacity(OfferingIndex offering) const
{
    return this->offering(offering).capacity;
}

std::vector<StayHandle> Book::staysOf(OfferingIndex offering) const
{
    std::vector<StayHandle> all;
    for (std::size_t handle = 0; handle < m->stays.size(); ++handle) {
        if (m->stays[handle].isLive && m->stays[handle].offering == offering)
            all.push_back(static_cast<StayHandle>(handle));
    }
    return all;
}

int Book::takenOn(OfferingIndex offering, Date night) const
{
    const Private::OfferingRecord &record = m->offerings[offering];
    return record.offering.workflow.slotKind == SlotKind::Once ? record.takenOnce
                                                               : record.taken.on(dayOf(night));
}

int Book::freeOn(OfferingIndex offering, Date night) const
{
    SlotCounts counts;
    counts.capacity = capacity(offering);
    counts.taken = takenOn(offering, night); // with what overstays keep tonight
    return freeOf(counts);
}

int Book::freeFor(OfferingIndex offering, const Stay &stay) const
{
    int fewest = freeOn(offering, stay.arrival);
    for (Date night = stay.arrival; night < stay.departure; night += Days{1})
        fewest = std::min(fewest, freeOn(offering, night));
    return fewest;
}

bool Book::isUnitFree(UnitIndex unit, const Stay &stay, StayHandle except) const
{
    // A branch hands out as many copies as there are.
    if (offering(offeringOf(unit)).workflow.slotKind == SlotKind::Once)
        return true;
    const auto holds = [&](const PlacedStay &placed) {
        const BookedStay &other = m->stays[placed.stay];
        return placed.stay != except && other.place == BoardPlace::Unit &&
               other.state != ReservationState::NoShow;
    };
    return fits(stay, staysIn(unit, stay.arrival, stay.departure) | std::views::filter(holds) |
                          std::views::transform([&](const PlacedStay &placed) { return nightsOf(placed); }));
}

std::vector<UnitIndex> Book::freeUnits(OfferingIndex offering, const Stay &stay, StayHandle except) const
{
    std::vector<UnitIndex> free;
    for (const UnitIndex unit : unitsOf(offering)) {
        if (isUnitFree(unit, stay, except))
            free.push_back(unit);
    }
    return free;
}

std::span<const StayHandle> Book::lane(QueueLane lane) const
{
    return m->lanes[static_cast<std::size_t>(lane)];
}

} // namespace deskbell::models
