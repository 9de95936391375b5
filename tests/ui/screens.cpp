// The screens of a hotel's day, one after the other.

#include "ui/screens.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

#include "domain/refusal.h"
#include "ui/board/board.h"
#include "ui/scenes.h"

namespace deskbell::testing {

namespace {

/// Offline with commands kept, some of which the backend has refused.
QWidget *outbox(Stage &stage)
{
    const ReservationId wanted = stage.oneIn(ReservationState::Requested);
    stage.desk.refuseNext(Error{std::string(refusal::noStock),
                                {{"offering", toString(stage.at(wanted).offering)},
                                 {"night", toString(stage.at(wanted).stay.arrival)},
                                 {"free", "0"},
                                 {"wanted", "1"}}});
    stage.desk.submit(ConfirmReservation{wanted});
    stage.settle();
    stage.desk.setOnline(false);
    const ReservationId guest = stage.oneIn(ReservationState::InHouse);
    stage.desk.submit(EditNote{guest, "Extra pillow"});
    stage.desk.submit(CancelReservation{stage.oneIn(ReservationState::Confirmed), "The guest has cancelled"});
    stage.settle();
    stage.desk.now += std::chrono::minutes{12};
    stage.window->setClock([&stage] { return stage.desk.now; });
    stage.window->showOutbox(true);
    stage.settle();
    return stage.window.get();
}

/// Someone in the house who still owes.
ReservationId owing(Stage &stage)
{
    for (const auto &[id, reservation] : stage.desk.hotel().reservations) {
        if (reservation.state == ReservationState::InHouse && chargeable(reservation).minor > 0)
            return id;
    }
    qFatal("nobody owes");
}

ReservationId oneThat(Stage &stage, const std::function<bool(const Reservation &)> &is)
{
    for (const auto &[id, reservation] : stage.desk.hotel().reservations) {
        if (is(reservation))
            return id;
    }
    qFatal("no such reservation");
}

/// Arrives today and has a room.
ReservationId expectedToday(Stage &stage)
{
    return oneThat(stage, [](const Reservation &one) {
        return one.state == ReservationState::Confirmed && one.unit && one.stay.arrival == demoDate();
    });
}

/// In the house, paid in full, with nights to come.
ReservationId leavingEarly(Stage &stage)
{
    const ReservationId id = oneThat(stage, [](const Reservation &one) {
        return one.state == ReservationState::InHouse && one.stay.departure > demoDate() + Days{1};
    });
    if (const Money open = chargeable(stage.at(id)); open.minor > 0)
        stage.desk.happen(TakePayment{id, PaymentId{stage.desk.newId()}, PaymentMethod::Cash, open, {}},
                          {{}, "Park Min-seo", Role::Manager});
    stage.settle();
    return id;
}

QWidget *openPayment(Stage &stage)
{
    stage.window->showReservation(owing(stage));
    stage.settle();
    act(stage, "actionTakePayment")->trigger();
    return dialogOf(stage);
}

QWidget *payment(Stage &stage, PaymentState outcome)
{
    const ReservationId id = owing(stage);
    openPayment(stage);
    QWidget *dialog = QApplication::activeModalWidget();
    if (!dialog)
        return stage.window.get();
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("dialogAccept")), Qt::LeftButton);
    stage.settle();
    const PaymentId paid = stage.at(id).payments.back().id;
    const Actor worker{{}, "payment-worker", Role::System};
    if (outcome != PaymentState::ProviderBusy)
        stage.desk.happen(RecordPaymentOutcome{id, paid, PaymentState::Sent, {}}, worker);
    stage.desk.happen(RecordPaymentOutcome{id, paid, outcome, "CODE"}, worker);
    stage.settle();
    return dialog;
}

/// A reservation whose guest was told of everything, with every end that a message can have.
QWidget *notices(Stage &stage)
{
    const ReservationId id = stage.oneIn(ReservationState::Requested);
    const Actor manager{{}, "Park Min-seo", Role::Manager};
    const Actor worker{{}, "notice-worker", Role::System};
    Guest guest = stage.at(id).guest;
    guest.phone = "010-1234-5678";
    guest.isInvented = false;
    guest.wantsNotices = true;
    stage.desk.happen(EditGuest{id, guest}, manager);
    stage.desk.happen(ConfirmReservation{id}, manager);
    using Step = std::tuple<NoticeState, NoticeWay, const char *>;
    const auto told = [&](std::initializer_list<Step> steps) {
        for (const auto &[state, way, code] : steps)
            stage.desk.happen(
                RecordNoticeOutcome{id, stage.at(id).notices.back().id, state, way, "M4V1", code}, worker);
    };
    const auto moveByADay = [&] {
        const Reservation now = stage.at(id);
        const Stay later{now.stay.arrival + Days{1}, now.stay.departure + Days{1}};
        stage.desk.happen(MoveReservation{id, now.offering, later, std::nullopt, now.nightlyPrices}, manager);
    };
    using enum NoticeState;
    using enum NoticeWay;
    told({{Sent, Alimtalk, ""}, {Accepted, Alimtalk, "2000"}, {Delivered, Alimtalk, "4000"}});
    moveByADay();
    told({{Sent, Alimtalk, ""}, {Queued, Sms, "3104"}, {Sent, Sms, ""}, {Delivered, Sms, "4000"}});
    moveByADay();
    told({{Sent, Alimtalk, ""}, {Uncertain, Alimtalk, "3014"}});
    moveByADay();
    told({{Sent, Alimtalk, ""}, {Queued, Sms, "3104"}, {Sent, Sms, ""}, {Failed, Sms, "3010"}});
    stage.desk.happen(CancelReservation{id, "Plans changed"}, manager);
    stage.window->showReservation(id);
    stage.settle();
    auto *scroll = stage.window->findChild<QScrollArea *>(QStringLiteral("panelScroll"));
    scroll->ensureWidgetVisible(stage.window->findChild<QWidget *>(QStringLiteral("panelNotices")));
    return stage.window.get();
}

std::vector<Screen> makeScreens()
{
    return {
        {"01-sign-in", Role::Clerk,
         [](Stage &s) {
             s.access.setState({});
             s.settle();
             return s.window.get();
         }},
        {"02-sign-in-refused", Role::Clerk,
         [](Stage &s) {
             s.access.setState({});
             emit s.access.failed(Error{"bad-credentials", {}});
             s.settle();
             return s.window.get();
         }},
        {"02-sign-in-without-line", Role::Clerk, // the longest thing that this page says
         [](Stage &s) {
             s.access.setState({});
             emit s.access.failed(Error{"offline", {}});
             s.settle();
             return s.window.get();
         }},
        {"02-sign-in-elsewhere", Role::Clerk,
         [](Stage &s) {
             s.access.setState({});
             s.access.failNext({"other-backend",
                                {{"server", "https://desk.seaside-hotels.example"},
                                 {"known", "https://desk.seaside.example"},
                                 {"waiting", "3"},
                                 {"key", "k"}}});
             s.settle();
             s.window->findChild<QLineEdit *>(QStringLiteral("signInPassword"))->setText("deskbell");
             s.window->findChild<QPushButton *>(QStringLiteral("signInEnter"))->click();
             return dialogOf(s);
         }},
        {"03-first-sync", Role::Clerk,
         [](Stage &s) {
             models::ChangeSet nothing;
             nothing.isReset = true;
             nothing.isComplete = false;
             emit s.desk.changed(nothing);
             models::LinkState link;
             link.phase = models::LinkPhase::FirstSync;
             link.rowsDone = 12'400;
             link.rowsExpected = 40'060;
             s.desk.setLink(link);
             s.settle();
             return s.window.get();
         }},
        {"04-main", Role::Clerk, [](Stage &s) { return static_cast<QWidget *>(s.window.get()); }},
        {"05-in-house", Role::Clerk, [](Stage &s) { return mainWith(s, ReservationState::InHouse); }},
        {"06-manager-requested", Role::Manager,
         [](Stage &s) {
             auto *list = s.window->findChild<QListView *>(QStringLiteral("queueList"));
             list->setCurrentIndex(list->model()->index(0, 0));
             list->selectionModel()->select(
                 QItemSelection(list->model()->index(0, 0), list->model()->index(2, 0)),
                 QItemSelectionModel::Select);
             s.settle();
             return static_cast<QWidget *>(s.window.get());
         }},
        {"07-outbox", Role::Manager, outbox},
        {"08-new", Role::Clerk,
         [](Stage &s) {
             act(s, "actionNew")->trigger();
             return dialogOf(s);
         }},
        {"09-move", Role::Clerk,
         [](Stage &s) { return withDialog(s, ReservationState::Confirmed, "actionMove"); }},
        {"10-assign", Role::Clerk,
         [](Stage &s) { return withDialog(s, ReservationState::Confirmed, "actionAssign"); }},
        {"11-reject", Role::Manager,
         [](Stage &s) { return withDialog(s, ReservationState::Requested, "actionReject"); }},
        {"12-cancel", Role::Clerk,
         [](Stage &s) { return withDialog(s, ReservationState::Confirmed, "actionCancel"); }},
        {"13-guest", Role::Clerk,
         [](Stage &s) { return withDialog(s, ReservationState::InHouse, "actionEditGuest"); }},
        {"14-note", Role::Clerk,
         [](Stage &s) { return withDialog(s, ReservationState::InHouse, "actionEditNote"); }},
        {"15-payment", Role::Clerk, [](Stage &s) { return openPayment(s); }},
        {"16-payment-taken", Role::Clerk, [](Stage &s) { return payment(s, PaymentState::Taken); }},
        {"17-payment-declined", Role::Clerk, [](Stage &s) { return payment(s, PaymentState::Declined); }},
        {"18-payment-busy", Role::Clerk, [](Stage &s) { return payment(s, PaymentState::ProviderBusy); }},
        {"19-payment-unknown", Role::Clerk, [](Stage &s) { return payment(s, PaymentState::Unknown); }},
        {"20-refund", Role::Manager,
         [](Stage &s) {
             payment(s, PaymentState::Taken)->close();
             s.settle();
             act(s, "actionRefund")->trigger();
             return dialogOf(s);
         }},
        {"21-keys", Role::Clerk,
         [](Stage &s) {
             act(s, "actionShortcuts")->trigger();
             return dialogOf(s);
         }},
        {"22-about", Role::Clerk,
         [](Stage &s) {
             act(s, "actionAbout")->trigger();
             return dialogOf(s);
         }},
        {"23-sign-out", Role::Clerk,
         [](Stage &s) {
             s.desk.setOnline(false);
             s.desk.submit(EditNote{s.oneIn(ReservationState::InHouse), "Extra pillow"});
             s.settle();
             act(s, "actionSignOut")->trigger();
             return dialogOf(s);
         }},
        {"24-empty-lane", Role::Clerk,
         [](Stage &s) {
             s.desk.hotel().reservations.clear();
             s.desk.publish();
             s.settle();
             return static_cast<QWidget *>(s.window.get());
         }},
        {"62-no-show", Role::Clerk,
         [](Stage &s) {
             s.window->showReservation(lateGuest(s));
             s.settle();
             act(s, "actionNoShow")->trigger();
             return dialogOf(s);
         }},
        {"63-check-out-early", Role::Clerk,
         [](Stage &s) {
             s.window->showReservation(leavingEarly(s));
             s.settle();
             act(s, "actionCheckOut")->trigger();
             return dialogOf(s);
         }},
        {"64-take-room-away", Role::Clerk,
         [](Stage &s) {
             s.window->showReservation(expectedToday(s));
             s.settle();
             act(s, "actionUnassign")->trigger();
             return dialogOf(s);
         }},
        {"65-told-over-the-work", Role::Clerk,
         [](Stage &s) {
             models::LinkState link = s.desk.link();
             link.notes = {Error{"disk-full", {}}, Error{"keychain-missing", {}}};
             s.desk.setLink(link);
             return mainWith(s, ReservationState::Confirmed);
         }},
        {"25-notices", Role::Clerk, [](Stage &s) { return notices(s); }},
        {"36-long-stay", Role::Clerk,
         [](Stage &s) {
             chooseLongStay(s, 24);
             return static_cast<QWidget *>(s.window.get());
         }},
        {"37-last-room", Role::Clerk,
         [](Stage &s) {
             refuseLastRoom(s, s.desk.hotel().offerings.at(1).id);
             return static_cast<QWidget *>(s.window.get());
         }},
        {"38-change-room", Role::Clerk,
         [](Stage &s) { return withDialog(s, ReservationState::InHouse, "actionAssign"); }},
        {"39-dates-not-loaded", Role::Clerk,
         [](Stage &s) {
             models::LinkState link = s.desk.link();
             link.loaded = Window{demoDate() - Days{2}, demoDate() + Days{8}};
             s.desk.setLink(link);
             s.settle();
             return static_cast<QWidget *>(s.window.get());
         }},
        {"40-requests-chosen-by-clerk", Role::Clerk,
         [](Stage &s) { return mainWith(s, ReservationState::Requested); }},
    };
}

} // namespace

ReservationId lateGuest(Stage &stage)
{
    const ReservationId id = expectedToday(stage);
    Reservation &late = stage.desk.hotel().reservations.at(id);
    late.stay.arrival -= Days{1};
    late.nightlyPrices.insert(late.nightlyPrices.begin(), late.nightlyPrices.front());
    stage.desk.publish();
    stage.settle();
    return id;
}

const std::vector<Screen> &screens()
{
    static const std::vector<Screen> all = [] {
        std::vector<Screen> together = makeScreens();
        for (const std::vector<Screen> &others :
             {offeringScreens(), bookScreens(), accountScreens(), dayScreens()})
            together.insert(together.end(), others.begin(), others.end());
        return together;
    }();
    return all;
}

} // namespace deskbell::testing
