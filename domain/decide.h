#pragma once

// The heart: the rules, once, for both sides. decide() is pure: the backend's word is final, the
// desk uses it to answer at once and to grey out what cannot be done. progress() derives the state from
// the workflow and what has happened, so that the presets stay data. Nothing here reads a clock, a database
// or a preset's name.

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "domain/command.h"
#include "domain/entities.h"
#include "domain/event.h"
#include "domain/role.h"

namespace deskbell {

/// What decide() may ask about the rest of the property. The caller implements it over its own
/// store (the backend inside the command's transaction) and keeps it alive during the call.
class Availability
{
public:
    virtual ~Availability() = default;
    /// Null if there is none. Valid until the call of decide() returns.
    virtual const Offering *offering(const OfferingId &id) const = 0;
    virtual const Unit *unit(const UnitId &id) const = 0;
    /// Stock of a slot that is neither taken nor leased; of tonight less what overstays keep, which may be
    /// more than there is.
    virtual int free(const OfferingId &offering, Date slot) const = 0;
    /// No other reservation than `except` holds the unit in a night of the stay, overstays tonight included.
    /// Those of SlotKind::Once hold no nights, nor does a day use.
    virtual bool isUnitFree(const UnitId &unit, const Stay &stay, const ReservationId &except) const = 0;
    /// A unit of the offering that is not closed and free for all of the stay, the first in the board's
    /// order.
    virtual std::optional<UnitId> anyFreeUnit(const OfferingId &offering, const Stay &stay) const = 0;
    /// Another reservation than `except`, counted by nights, whose guest is in house in the unit.
    virtual std::optional<ReservationId> occupant(const UnitId &unit, const ReservationId &except) const = 0;
    // For commands that the backend decides for good: who cannot know does not say no.
    /// Of the offering's units that reservations share and that are not closed, the one that the fewest hold.
    virtual std::optional<UnitId> leastUsedUnit(const OfferingId &) const { return std::nullopt; }
    /// The most that is taken and leased of any one of the offering's slots, with what overstays keep
    /// tonight.
    virtual int mostTaken(const OfferingId &) const { return 0; }
    /// Whether a reservation holds the unit, in any night.
    virtual bool isUnitInUse(const UnitId &) const { return false; }
    /// A reservation of the offering is not over, or it has units that are not removed.
    virtual bool isOfferingInUse(const OfferingId &) const { return false; }
    /// Another unit than `except` of those that are had by the night is called so, as comparable() of text.h.
    virtual bool isRoomNamed(std::string_view /*comparable*/, const UnitId & /*except*/) const
    {
        return false;
    }
    /// How many of the property's reservations hold stock unpaid (isHeldUnpaid()), in a workflow that
    /// limits it, for a guest of this number, as normalisedPhone() gives it.
    virtual int unpaidOf(std::string_view /*phone*/) const { return 0; }
};

/// What isRoomNamed() looks for: a unit, not removed, of an offering had by the night (null: not known) with
/// that comparable() name.
bool isRoomCalled(const Unit &unit, const Offering *offering, std::string_view comparableName);

struct Context
{
    Instant now{};
    Actor actor;
    Date businessDate{};
    const Availability &availability;
    bool isClosed = false; ///< the property takes no new reservations
};

/// A guest who cancels as late as this gets nothing back by itself: what was paid is the house's to decide
/// about. From the day of arrival, or of the performance, on. `offering`: the reservation's, null when not
/// known.
bool isLateCancellation(const Reservation &reservation, const Offering *offering, Date businessDate);

/// What a reservation holds of the stock: the slots and how many of each. Empty without stock.
/// A workflow with SlotKind::Once has the one slot `onlySlot`.
inline constexpr Date onlySlot{};
std::vector<Date> slotsOf(const Workflow &workflow, const Stay &stay);

/// What the house asks for a stay, as Reservation::nightlyPrices.
std::vector<std::int64_t> housePrices(const Offering &offering, const Stay &stay, int quantity);

/// How much one order from the house's pages takes at most; programs that order for guests are held to it.
struct WebLimits
{
    int quantity = 9;
    Days furthest{730}; ///< the arrival, after the business date
    int nights = maxNights;
    int party = 20; ///< adults, and children
    std::size_t note = 500;
};
WebLimits webLimits(const Workflow &workflow);

/// The nights for which two stays can exchange their units: of a guest in house those from tonight on. None
/// when they have no night in common.
std::optional<Stay> nightsInCommon(const Stay &one, ReservationState oneState, const Stay &other,
                                   ReservationState otherState, Date businessDate);

/// Where a reservation that is not final stands, derived from its workflow and what has happened.
ReservationState progress(const Reservation &reservation);

/// Where decide() finds the things that a command is about, as they are now.
class World
{
public:
    virtual ~World() = default;
    virtual const Property &property() const = 0;
    /// Null if there is none. Valid until the call of decide() returns.
    virtual const Reservation *reservation(const ReservationId &id) const = 0;
};

/// Reads each reservation once, when it is asked for.
class ReadWorld : public World
{
public:
    using Read = std::function<std::optional<Reservation>(const ReservationId &)>;

    ReadWorld(Property property, Read read) : m_property(std::move(property)), m_read(std::move(read)) {}

    const Property &property() const override { return m_property; }
    const Reservation *reservation(const ReservationId &id) const override
    {
        const auto [at, isNew] = m_reservations.try_emplace(id);
        if (isNew)
            at->second = m_read(id);
        return at->second ? &*at->second : nullptr;
    }

private:
    Property m_property;
    Read m_read;
    mutable std::map<ReservationId, std::optional<Reservation>> m_reservations;
};

/// What has become true of one reservation.
struct Happening
{
    ReservationId reservation{};
    Event event;
};

/// What a command makes of things.
struct Decision
{
    /// Each row that changes, as it is afterwards and with its next version; first what the command is about.
    std::vector<Row> after;
    /// Of reservations, in order: the command's own, then what follows by itself (stock, unit, confirmation,
    /// money given back).
    std::vector<Happening> events;

    /// Null if it does not change.
    const Reservation *reservation(const ReservationId &id) const;
};

/// Decides any command. Refusals carry a code of refusal.h. That a time zone exists is checked by whoever
/// knows them all.
Expected<Decision> decide(const World &world, const CommandArgs &command, const Context &context);

/// Commands about what is set up; version is the caller's.
Expected<Property> decide(const Property &property, const PutProperty &command, const Context &context);
Expected<Property> decide(const Property &property, const AdvanceBusinessDate &command,
                          const Context &context);
Expected<Offering> decide(const ChangeWorkflow &command, const Context &context);
/// For what is new as for what is known.
Expected<Offering> decide(const PutOffering &command, const Context &context);
Expected<Unit> decide(const PutUnit &command, const Context &context);

/// The commands about this reservation that would not be refused for its state or the actor's role
/// (stock, units and amounts aside): what a menu offers.
std::vector<CommandType> possibleCommands(const Reservation &reservation, const Actor &actor,
                                          Date businessDate);

/// Of those what people do next about it, whoever may; none while it only has to wait for its day, for
/// money under way, or for nothing any more.
std::optional<CommandType> nextCommand(const Reservation &reservation, Date businessDate);

} // namespace deskbell
