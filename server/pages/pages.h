#pragma once

// The guests' side of the gateway role: their pages and API, and what these share. Made after the
// storage and stopped before it, by the daemon.

#include "server/pages/bookpages.h"
#include "server/pages/cardwindow.h"
#include "server/pages/guestapi.h"
#include "server/pages/mypages.h"

namespace deskbell::server {

struct PagesSettings
{
    std::string publicUrl; ///< as guests reach us, "https://hotel.example"; empty: where we listen
    CardWindow window;     ///< where cards are approved; none: no cards are taken here
    GuestLinks::Settings links;
    Admission::Settings admission;
    GuestLimits::Settings limits;
    OutcomeWatch::Settings watch;
    std::size_t threads = 2;
};

class Pages
{
public:
    /// `listening` is where this process listens, asked once requests come. Errors: "storage-…",
    /// "bad-secret", "bad-texts", "bad-template" (facts: file, reason).
    static Expected<std::unique_ptr<Pages>> make(PagesSettings settings, Storage &storage,
                                                 const std::function<std::string()> &listening, bool isTls,
                                                 GatewaySurroundings surroundings, const Log &log);
    ~Pages(); ///< stops
    Pages(const Pages &) = delete;
    Pages &operator=(const Pages &) = delete;

    void addRoutes(http::Router &router);
    /// Answers who waits, ends its threads.
    void stop();

private:
    Pages(const PagesSettings &settings, std::unique_ptr<PageKit> kit, Storage &storage, GuestLinks links,
          const CardVault &cards, const GatewaySurroundings &surroundings, const Log &log);

    std::unique_ptr<PageKit> m_kit;
    GuestDesk m_desk;
    OutcomeWatch m_watch;
    BookPages m_booking;
    MyPages m_own;
    GuestApi m_api;
};

} // namespace deskbell::server
