#include "domain/undo.h"

#include <algorithm>
#include <set>

#include "domain/command.h"
#include "domain/describe.h"
#include "domain/refusal.h"

namespace deskbell {
namespace {

CommandArgs undo(const EditNote &, const Reservation &before)
{
    return EditNote{before.id, before.note};
}

CommandArgs undo(const EditGuest &, const Reservation &before)
{
    return EditGuest{before.id, before.guest};
}

CommandArgs undo(const AssignUnit &, const Reservation &before)
{
    if (before.unit)
        return AssignUnit{before.id, *before.unit};
    return UnassignUnit{before.id};
}

CommandArgs undo(const UnassignUnit &, const Reservation &before)
{
    return AssignUnit{before.id, *before.unit};
}

CommandArgs undo(const MoveReservation &, const Reservation &before)
{
    return MoveReservation{before.id, before.offering, before.stay, before.unit ? before.unit : before.wish,
                           before.nightlyPrices};
}

CommandArgs undo(const SwapUnits &done, const Reservation &)
{
    return done;
}

template <typename Args>
concept WithWayBack = requires(const Args &done, const Reservation &before)
{
    undo(done, before);
};

/// Nights of several units are put together again by an exchange only.
bool isDivided(const Reservation &reservation)
{
    return reservation.state != ReservationState::InHouse && !reservation.earlierUnits.empty();
}

/// What follows by itself from a change, or counts it.
bool isConsequence(std::string_view member)
{
    constexpr std::string_view consequences[] = {"version", "history", "notices", "unpaidSince", "payBy"};
    return std::ranges::find(consequences, member) != std::end(consequences);
}

/// The members that the command changed are still as it left them.
bool isUntouched(const Undoable::Change &change, const Reservation &now)
{
    std::set<std::string_view> changed;
    describeBoth(change.before, change.after,
                 [&](std::string_view name, const auto &before, const auto &after) {
                     if (before != after && !isConsequence(name))
                         changed.insert(name);
                 });
    bool isSame = true;
    describeBoth(change.after, now, [&](std::string_view name, const auto &after, const auto &present) {
        isSame = isSame && (after == present || !changed.contains(name));
    });
    return isSame;
}

} // namespace

bool isUndoable(CommandType type)
{
    return visitType(static_cast<std::size_t>(type), Commands(),
                     []<typename Args>() { return WithWayBack<Args>; });
}

std::optional<Undoable> undoableOf(const CommandArgs &args, const World &world, const Decision &decision)
{
    if (!isUndoable(typeOf(args)))
        return std::nullopt;
    Undoable undoable{args, {}};
    for (const ReservationId &id : reservationsOf(args)) {
        const Reservation *before = world.reservation(id);
        const Reservation *after = decision.reservation(id);
        if (!before || !after || (isDivided(*before) && typeOf(args) != typeOf<SwapUnits>()))
            return std::nullopt;
        undoable.changes.push_back({*before, *after});
    }
    return undoable;
}

Expected<CommandArgs> undoOf(const Undoable &what, const World &now)
{
    for (const Undoable::Change &change : what.changes) {
        const Reservation *present = now.reservation(change.before.id);
        if (!present || !isUntouched(change, *present))
            return failure(std::string(refusal::changedSince), {{"reservation", toString(change.before.id)}});
    }
    return std::visit(
        [&]<typename Args>(const Args &done) -> Expected<CommandArgs> {
            if constexpr (WithWayBack<Args>)
                return undo(done, what.changes.front().before);
            else
                return failure(std::string(refusal::changedSince));
        },
        what.done);
}

} // namespace deskbell
