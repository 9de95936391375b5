#include "server/workers/mypage/projector.h"

#include "server/workers/mypage/readviews.h"

namespace deskbell::server {
namespace {

ReadViews viewsOf(const PropertyId &property, const NamedReservation &named, Instant now)
{
    const Reservation &reservation = named.reservation;
    ReadViews views;
    views.property = property;
    views.reservation = reservation.id;
    views.version = reservation.version;
    views.at = now;
    views.arrival = reservation.stay.arrival;
    views.isOpen = isOpen(reservation.state);
    views.guests = protocol::encodeGuestReservation(guestView(property, named));
    views.managers = protocol::encodeManagementLine(managementView(named));
    return views;
}

} // namespace

void Projector::carryOut(std::span<const WorkItem> items)
{
    // What fails is taken up again when the leases run out.
    const auto warn = [&](const Error &error) {
        m_log.warning("views-not-kept", {{"reservation", toString(items.front().reservation)},
                                         {"count", std::to_string(items.size())},
                                         {"code", error.code}});
    };
    const auto named = m_storage.named(items);
    if (!named && named.error().code == "storage-corrupt" && items.size() > 1) {
        // One that cannot be read keeps none of the others waiting.
        for (const WorkItem &item : items)
            carryOut({&item, 1});
        return;
    }
    if (!named)
        return warn(named.error());
    std::vector<Projection> projections;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto &reservation = (*named)[i];
        Projection &projection = projections.emplace_back();
        projection.claim = {items[i].id, items[i].fence, std::nullopt, false};
        if (reservation)
            projection.views = viewsOf(items[i].property, *reservation, m_now());
    }
    if (const auto kept = m_storage.keepViews(projections); !kept)
        warn(kept.error());
}

} // namespace deskbell::server
