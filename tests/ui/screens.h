#pragma once

// Screens: every screen and dialog of the desk in a telling state, over a desk in memory, one after
// the other, for the gallery (to look at) and for the tests (each has names, shows without warnings,
// says itself in each language). Owns what it shows. UI thread.

#include <QString>

#include <functional>
#include <memory>
#include <vector>

#include "domain/command.h"
#include "models/book.h"
#include "models/cardterminal.h"
#include "support/desk/fakedeskaccess.h"
#include "support/desk/fakefrontdesk.h"

class QWidget;

namespace deskbell::ui {
class MainWindow;
}

namespace deskbell::testing {

/// Reads any card at once, as `tdesk_<payment>`; or fails, or waits.
class FakeTerminal : public models::CardTerminal
{
    Q_OBJECT

public:
    using models::CardTerminal::CardTerminal;
    bool isDemonstration() const override { return true; }
    void read(const PaymentId &payment, Money amount) override;
    void cancel() override { ++cancelled; }

    bool isSilent = false; ///< the card never comes
    int reads = 0;
    int cancelled = 0;
};

/// The demonstration hotel, made once.
const DemoHotel &sharedHotel();

/// A whole desk in memory with its main window, signed in.
struct Stage
{
    explicit Stage(Role role = Role::Clerk, DemoHotel hotel = sharedHotel());
    ~Stage();

    FakeFrontDesk desk;
    FakeDeskAccess access;
    FakeTerminal terminal;
    models::Book book;
    std::unique_ptr<ui::MainWindow> window;
    std::chrono::steady_clock::time_point clickTime{}; ///< a second later at each look

    /// The first reservation in that state; asserts that there is one.
    ReservationId oneIn(ReservationState state) const;
    const Reservation &at(const ReservationId &id) { return desk.hotel().reservations.at(id); }
    /// Lets queued answers come until nothing is under way.
    void settle();
};

/// A backend with a provider paused and a worker stopped, and a page and more of the audit.
void fillOperations(Stage &stage);

/// Days compared with the payment provider's books: yesterday with a difference of every kind, the day
/// before it without any; the day before that was not compared.
void fillBooks(Stage &stage);

/// Two guests in house in rooms of one type, for different nights.
std::pair<ReservationId, ReservationId> twoInHouse(Stage &stage);
/// Confirmed, with a room, and a day late.
ReservationId lateGuest(Stage &stage);

/// A person's own sessions, here and at another desk, and somebody else's.
void fillSessions(Stage &stage);

struct Screen
{
    const char *name;
    Role role;
    /// Brings the stage to it; gives the widget to look at.
    std::function<QWidget *(Stage &)> show;
};

const std::vector<Screen> &screens();

/// A stay of so many nights with as many notes in its history, chosen in the window.
ReservationId chooseLongStay(Stage &stage, int nights);
/// Wishes for that type that the backend has refused for want of a room; its card is open.
MakeReservation refuseLastRoom(Stage &stage, const OfferingId &offering, int quantity = 1);

} // namespace deskbell::testing
