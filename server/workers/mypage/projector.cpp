#include "server/workers/mypage/projector.h"

#include "server/workers/mypage/readviews.h"

namespace deskbell::server {

void Projector::carryOut(const WorkItem &item)
{
    const Claim claim{item.id, item.fence, std::nullopt, false};
    const auto warn = [&](const Error &error) {
        m_log.warning("view-not-kept", {{"reservation", toString(item.reservation)}, {"code", error.code}});
    };
    const auto named = m_storage.named(item.property, item.reservation);
    if (!named)
        return warn(named.error()); // its lease runs out, and it is taken up again
    if (!*named) {
        if (const auto settled = m_storage.finishWork(claim); !settled)
            warn(settled.error());
        return;
    }
    const Reservation &reservation = (*named)->reservation;
    ReadViews views;
    views.property = item.property;
    views.reservation = item.reservation;
    views.version = reservation.version;
    views.at = m_now();
    views.arrival = reservation.stay.arrival;
    views.isOpen = isOpen(reservation.state);
    views.guests = protocol::encodeGuestReservation(guestView(item.property, **named));
    views.managers = protocol::encodeManagementLine(managementView(**named));
    if (const auto kept = m_storage.keepViews(views, claim); !kept)
        warn(kept.error());
}

} // namespace deskbell::server
