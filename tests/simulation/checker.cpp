#include "simulation/checker.h"

#include <algorithm>
#include <map>

#include "e2e/support/wishes.h"

namespace deskbell::simulation {

namespace {

using Breaches = std::vector<std::string>;

/// The notes written on a reservation, the oldest first.
long notesIn(const e2e::Truth &truth, const ReservationId &id)
{
    const auto found = truth.reservations.find(id);
    if (found == truth.reservations.end())
        return 0;
    const auto &history = found->second.history;
    return std::count_if(history.begin(), history.end(),
                         [](const HistoryEntry &line) { return line.what == "note-edited"; });
}

void checkLost(const Evidence &evidence, Breaches &breaches)
{
    for (const KeptCommand &kept : evidence.kept) {
        if (kept.fate == Fate::Lost)
            breaches.push_back("lost: command " + toString(kept.id) + " was kept and nobody knows it");
    }
}

void checkNotes(const Evidence &evidence, Breaches &breaches)
{
    std::map<ReservationId, long> applied;
    for (const auto &[id, reservation] : evidence.after.reservations)
        applied[id] = 0;
    for (const KeptCommand &kept : evidence.kept) {
        if (const auto *edit = std::get_if<EditNote>(&kept.args); edit && kept.fate == Fate::Applied)
            ++applied[edit->reservation];
    }
    for (const auto &[id, count] : applied) {
        const long written = notesIn(evidence.after, id) - notesIn(evidence.before, id);
        if (written != count)
            breaches.push_back("not once: " + toString(id) + " has " + std::to_string(written) +
                               " new notes of " + std::to_string(count) + " applied commands");
    }
}

void checkMade(const Evidence &evidence, Breaches &breaches)
{
    std::map<ReservationId, bool> mayExist;
    for (const KeptCommand &kept : evidence.kept) {
        const auto *make = std::get_if<MakeReservation>(&kept.args);
        if (!make)
            continue;
        const bool exists = evidence.after.reservations.contains(make->reservation);
        mayExist[make->reservation] = kept.fate == Fate::Applied;
        if (exists != (kept.fate == Fate::Applied))
            breaches.push_back("wrong effect: " + toString(make->reservation) +
                               (exists ? " was refused and exists" : " was applied and does not exist"));
    }
    for (const auto &[id, reservation] : evidence.after.reservations) {
        if (!evidence.before.reservations.contains(id) && !mayExist.contains(id))
            breaches.push_back("out of nothing: " + toString(id) + " exists and nobody asked for it");
    }
}

void checkUnits(const e2e::Truth &truth, Breaches &breaches)
{
    std::map<std::pair<UnitId, Date>, ReservationId> holders;
    for (const auto &[id, reservation] : truth.reservations) {
        if (isFinal(reservation.state))
            continue;
        for (const auto &[unit, nights] : unitNights(reservation)) {
            for (Date night = nights.arrival; night < nights.departure; night += Days{1}) {
                const auto [holder, isFirst] = holders.emplace(std::pair(unit, night), id);
                if (!isFirst)
                    breaches.push_back("double booking: " + toString(holder->second) + " and " +
                                       toString(id) + " have one unit on " + toString(night));
            }
        }
    }
}

void checkStock(const e2e::Truth &truth, Breaches &breaches)
{
    std::map<std::pair<OfferingId, Date>, int> taken;
    for (const auto &[id, reservation] : truth.reservations) {
        if (!reservation.holdsStock || reservation.workflow.slotKind != SlotKind::PerNight)
            continue;
        for (Date night = reservation.stay.arrival; night < reservation.stay.departure; night += Days{1})
            taken[{reservation.offering, night}] += reservation.quantity;
    }
    for (const Offering &offering : truth.offerings) {
        for (const auto &[slot, count] : taken) {
            if (slot.first == offering.id && count > offering.capacity)
                breaches.push_back("oversold: " + offering.code + " on " + toString(slot.second) + ": " +
                                   std::to_string(count) + " of " + std::to_string(offering.capacity));
        }
    }
}

} // namespace

std::vector<std::string> breachesOf(const Evidence &evidence)
{
    Breaches breaches;
    checkLost(evidence, breaches);
    checkNotes(evidence, breaches);
    checkMade(evidence, breaches);
    checkUnits(evidence.after, breaches);
    checkStock(evidence.after, breaches);
    return breaches;
}

} // namespace deskbell::simulation
