#pragma once

// What the clerk sees: the backend's rows with the desk's own waiting commands laid over them, in order.
// Pure: cached rows are never patched with a guess; when the backend's rows arrive, the overlay is dropped.

#include <map>
#include <optional>
#include <vector>

#include "domain/decide.h"

namespace deskbell {

struct Overlaid
{
    std::optional<Reservation> seen; ///< none when nothing is known and nothing pending makes it
    int waiting = 0;                 ///< pending commands about it, also those that cannot be carried out
    /// Why the first pending command that cannot be carried out any more would be refused; `seen` is without
    /// it.
    std::optional<Error> conflict;
};

class Overlay : public World
{
public:
    /// `truth` is kept, not copied.
    explicit Overlay(const World &truth) : m_truth(truth), m_property(truth.property()) {}

    /// In the order of n. `context` as for whoever is signed in; its availability as the commands before have
    /// left it. Returns the rows that change, as they are now seen: their versions stay the backend's.
    std::vector<Row> lay(const Command &command, const Context &context);

    const Property &property() const override { return m_property; }
    const Reservation *reservation(const ReservationId &id) const override;
    /// Those that commands are about.
    const std::map<ReservationId, Overlaid> &reservations() const { return m_reservations; }

private:
    Overlaid &overlaid(const ReservationId &id);

    const World &m_truth;
    Property m_property;
    std::map<ReservationId, Overlaid> m_reservations;
};

} // namespace deskbell
