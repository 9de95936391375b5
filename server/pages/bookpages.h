#pragma once

// /book/{property}: dates and party, what is free with its price, details, the way through the
// provider's window, done. A reservation's id is made before its form is shown and stands, sealed, in
// the form and its address: sent twice, gone back to or reloaded, it is the same booking. Owned by
// Pages.

#include "server/pages/bookingform.h"
#include "server/pages/cardwindow.h"
#include "server/pages/checkout.h"
#include "server/pages/outcomewatch.h"
#include "server/pages/pagekit.h"

namespace deskbell::server {

class BookPages
{
public:
    BookPages(PageKit &kit, GuestDesk &desk, OutcomeWatch &watch, CardWindow window);

    void addRoutes(http::Router &router);
    /// On to the provider's window with what the draft says; what was ordered is kept in the browser.
    void toCheckout(Visit &visit, const House &house, const CheckoutDraft &draft,
                    const std::string &orderName) const;
    /// There is a window to pay in, and somebody who charges what was approved there.
    bool canCharge() const { return m_window.isThere() && m_desk.chargesCards(); }
    /// A page that asks to come again, when the payment provider takes nothing on and such an offering waits
    /// for that. False: it does not.
    bool isPaused(const Visit &visit, const House &house, const Workflow &workflow,
                  const std::string &code) const;

private:
    using HousePtr = std::shared_ptr<const House>;
    using AtHouse = std::function<void(const VisitPtr &, const HousePtr &)>;
    http::Handler at(AtHouse handler);

    void search(const VisitPtr &visit, const HousePtr &house);
    void details(const VisitPtr &visit, const HousePtr &house);
    void reserve(const VisitPtr &visit, const HousePtr &house);
    void returned(const VisitPtr &visit, const HousePtr &house);
    void cardReturned(const VisitPtr &visit, const HousePtr &house);
    void failed(const VisitPtr &visit, const HousePtr &house);
    /// Our page for the provider's script.
    void window(const VisitPtr &visit, const HousePtr &house);

    struct Order
    {
        ReservationId reservation{};
        Wish wish;
        Choice choice;
        Details details;
        FieldErrors errors;
        bool isMade = false;    ///< already; only the details can be corrected
        std::uint32_t seen = 1; ///< the version of what is made that the guest had before them
    };
    /// What was chosen, from a query or a form; tells the visitor when there is no such thing.
    std::optional<Choice> chosen(Visit &visit, const House &house, const http::Parameters &fields,
                                 const Wish &wish) const;
    void showDetails(Visit &visit, int status, const House &house, const Order &order) const;
    /// The details of what has been ordered, to be corrected; where they cannot be, where to see it.
    void showMade(const VisitPtr &visit, const HousePtr &house, const Reservation &made);
    /// What was filled in anew about it takes its place.
    void correct(const VisitPtr &visit, const HousePtr &house, const Reservation &made, Order order);
    void tellUnchanged(const Visit &visit, const House &house, const ReservationId &reservation) const;
    void place(const VisitPtr &visit, const HousePtr &house, const Order &order);
    void toCardWindow(Visit &visit, const House &house, const CheckoutDraft &draft,
                      const std::string &orderName) const;
    void tellWrong(const Visit &visit, const House &house, const CheckoutDraft &draft) const;
    /// The page that the guest is sent to; `ours` is where the house's pages are.
    std::string windowOf(const std::string &ours) const;
    /// On to one of the provider's windows, with the draft in the browser.
    void toWindow(Visit &visit, const House &house, const CheckoutDraft &draft, const std::string &url) const;
    /// What was kept in the browser under this order.
    std::optional<CheckoutDraft> keptDraft(const Visit &visit, const House &house,
                                           std::string_view order) const;
    /// The same; tells the visitor when it is no such thing.
    std::optional<CheckoutDraft> draftOf(const Visit &visit, const House &house,
                                         std::string_view order) const;
    /// What the draft is to reserve, at the price it was shown; tells the visitor when that has changed.
    std::optional<MakeReservation> ordered(Visit &visit, const House &house,
                                           const CheckoutDraft &draft) const;
    struct Asked
    {
        Command command;
        bool isReserving = true; ///< and not only paying for what is reserved
        bool isPaying = false;
    };
    using Results = Expected<std::vector<protocol::CommandResult>>;
    /// `answered` goes on on a thread of the guests'.
    void send(const VisitPtr &visit, GuestOrder order, std::function<void(const Results &)> answered);
    void submit(const VisitPtr &visit, const HousePtr &house, const ReservationId &reservation, Asked asked);
    void refused(Visit &visit, const House &house, const Error &error, bool isPaid) const;
    /// To the guest's own page, when it tells of what was just ordered or patience ends.
    void showOwnPage(const VisitPtr &visit, const ReservationId &reservation, bool isPaid) const;
    std::optional<ReservationId> reservationIn(const Visit &visit, std::string_view form) const;
    std::string formOf(const Visit &visit, const ReservationId &reservation) const;
    /// Where what was filled in for the draft can be changed.
    std::string detailsUrl(const Visit &visit, const House &house, const CheckoutDraft &draft) const;
    std::string failureUrl(const House &house, const CheckoutDraft &draft) const;
    std::string pathOf(const House &house) const { return "/book/" + toString(house.property.id); }

    PageKit &m_kit;
    GuestDesk &m_desk;
    OutcomeWatch &m_watch;
    const CardWindow m_window;
};

/// The command that makes what a guest ordered.
MakeReservation reservationOf(const protocol::ReservationRequest &request, const ReservationId &id,
                              const House &house);

} // namespace deskbell::server
