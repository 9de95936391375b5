#pragma once

// /my/{token}: one reservation as its guest may see it, from the view that the mypage worker keeps, with
// what they can still do: pay, cancel, print a receipt. Whose page it is the token alone says. Owned by
// Pages.

#include "server/pages/bookpages.h"

namespace deskbell::server {

class MyPages
{
public:
    MyPages(PageKit &kit, GuestDesk &desk, OutcomeWatch &watch, const BookPages &booking);

    void addRoutes(http::Router &router);

private:
    /// A link that leads somewhere, and what it leads to.
    struct Own
    {
        std::string path; ///< "/my/<token>"
        GuestRecord record;
        std::optional<protocol::GuestReservation> view; ///< none as long as the worker was not there
        std::shared_ptr<const House> house;
        bool isBehind = false; ///< the view is older than what is true
    };
    using AtOwn = std::function<void(const VisitPtr &, const Own &)>;
    http::Handler at(AtOwn handler);

    void show(const VisitPtr &visit, const Own &own);
    void showWaiting(const Visit &visit, const Own &own) const;
    void askToCancel(const VisitPtr &visit, const Own &own);
    /// The money that a cancellation gives back is the house's to decide about by now.
    static bool isLate(const Own &own);
    void cancel(const VisitPtr &visit, const Own &own);
    void pay(const VisitPtr &visit, const Own &own);
    void receipt(const VisitPtr &visit, const Own &own);

    std::string subject(std::string_view what, const Own &own, const Uuid &id) const;
    /// The id that a form of this page's carried; nothing when it is no such form.
    std::optional<Uuid> idIn(const Visit &visit, std::string_view what, const Own &own) const;
    Uuid newId() const;

    PageKit &m_kit;
    GuestDesk &m_desk;
    OutcomeWatch &m_watch;
    const BookPages &m_booking;
};

} // namespace deskbell::server
