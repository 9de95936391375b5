#pragma once

// The guests' calls for programs: POST /v1/reservations, GET /v1/mypage/{token} and its cancel. JSON in
// and out, problems for errors; an order is one write of the group writer, and nothing else. Owned by
// Pages.

#include "server/pages/guestdesk.h"
#include "server/pages/pagekit.h"

namespace deskbell::server {

class GuestApi
{
public:
    GuestApi(PageKit &kit, GuestDesk &desk) : m_kit(kit), m_desk(desk) {}

    void addRoutes(http::Router &router);

private:
    void reserve(const VisitPtr &visit);
    void own(const VisitPtr &visit);
    void cancel(const VisitPtr &visit);
    /// Why an order like this one is not taken just now.
    std::optional<http::Response> notNow(const protocol::ReservationRequest &asked, const House &house);
    /// `generation` of the links that are good.
    http::Response made(const std::vector<protocol::CommandResult> &results, const ReservationId &reservation,
                        std::uint16_t generation) const;

    PageKit &m_kit;
    GuestDesk &m_desk;
};

} // namespace deskbell::server
