#include "domain/overlay.h"

namespace deskbell {

const Reservation *Overlay::reservation(const ReservationId &id) const
{
    const auto laid = m_reservations.find(id);
    if (laid == m_reservations.end())
        return m_truth.reservation(id);
    return laid->second.seen ? &*laid->second.seen : nullptr;
}

Overlaid &Overlay::overlaid(const ReservationId &id)
{
    const auto [at, isNew] = m_reservations.try_emplace(id);
    if (const Reservation *truth = isNew ? m_truth.reservation(id) : nullptr)
        at->second.seen = *truth;
    return at->second;
}

std::vector<Row> Overlay::lay(const Command &command, const Context &context)
{
    const auto about = reservationsOf(command.args);
    for (const ReservationId &id : about)
        ++overlaid(id).waiting;
    Actor actor = context.actor;
    if (!command.actor.empty())
        actor.name = command.actor;
    auto decision =
        decide(*this, command.args, {command.madeAt, actor, m_property.businessDate, context.availability});
    if (!decision) {
        for (const ReservationId &id : about) {
            if (Overlaid &laid = overlaid(id); !laid.conflict)
                laid.conflict = decision.error();
        }
        return {};
    }
    for (Row &after : decision->after) {
        std::visit([](auto &row) { --row.version; }, after); // the backend's, as long as it has not said so
        if (const auto *reservation = std::get_if<Reservation>(&after))
            overlaid(reservation->id).seen = *reservation;
        else if (const auto *property = std::get_if<Property>(&after))
            m_property = *property;
    }
    return std::move(decision->after);
}

} // namespace deskbell
