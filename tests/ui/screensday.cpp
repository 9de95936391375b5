// The screens of the hotel's day: who walks in, the end of the day, the property.

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

#include "ui/queue/queuepanel.h"
#include "ui/scenes.h"

namespace deskbell::testing {

namespace {

QWidget *opened(Stage &stage, const char *action)
{
    act(stage, action)->trigger();
    return dialogOf(stage);
}

QWidget *walkIn(Stage &stage)
{
    QWidget *dialog = opened(stage, "actionWalkIn");
    find<QLineEdit>(dialog, "guestName")->setText(QStringLiteral("한지민"));
    stage.settle();
    return dialog;
}

/// What is kept about a guest who has left, ready to be erased.
QWidget *guestData(Stage &stage)
{
    const auto &all = stage.desk.hotel().reservations;
    const auto left = std::ranges::find_if(all, [](const auto &entry) {
        return entry.second.state == ReservationState::Departed && owed(entry.second).isZero();
    });
    stage.window->showReservation(left->first);
    stage.settle();
    QWidget *dialog = opened(stage, "actionGuestData");
    stage.settle();
    find<QCheckBox>(dialog, "guestDataIsMeant")->setChecked(true);
    stage.settle();
    return dialog;
}

} // namespace

std::vector<Screen> dayScreens()
{
    return {
        {"70-walk-in", Role::Manager, walkIn},
        {"71-walk-in-of-a-clerk", Role::Clerk, walkIn},
        {"72-close-day", Role::Manager, [](Stage &s) { return opened(s, "actionCloseDay"); }},
        {"73-close-day-without-line", Role::Manager,
         [](Stage &s) {
             s.desk.setOnline(false);
             return opened(s, "actionCloseDay");
         }},
        {"74-property", Role::Admin, [](Stage &s) { return opened(s, "actionProperty"); }},
        {"76-guest-data", Role::Manager, guestData},
        {"77-swap", Role::Clerk,
         [](Stage &s) {
             s.window->showReservation(twoInHouse(s).first);
             s.settle();
             act(s, "actionSwap")->trigger();
             return dialogOf(s);
         }},
        {"78-swapped", Role::Clerk,
         [](Stage &s) {
             s.desk.setOnline(false);
             const auto [one, other] = twoInHouse(s);
             s.desk.submit(SwapUnits{one, other});
             s.settle();
             s.window->showReservation(one);
             s.settle();
             return static_cast<QWidget *>(s.window.get());
         }},
        {"75-staying-over", Role::Clerk,
         [](Stage &s) {
             const ReservationId id = s.oneIn(ReservationState::InHouse);
             Reservation &stay = s.desk.hotel().reservations.at(id);
             const Date today = s.desk.hotel().property.businessDate;
             stay.stay = {today - Days{3}, today - Days{1}};
             stay.earlierUnits.clear();
             stay.nightlyPrices.assign(2, 10'000);
             s.desk.publish();
             s.window->queue().showLane(models::QueueLane::StayingOver);
             s.window->showReservation(id);
             s.settle();
             return static_cast<QWidget *>(s.window.get());
         }},
    };
}

} // namespace deskbell::testing
