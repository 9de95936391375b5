#include "ui/screens.h"

#include <QApplication>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "domain/refusal.h"
#include "models/offeringsmodel.h"
#include "ui/queue/queuepanel.h"
#include "ui/window/mainwindow.h"

namespace deskbell::testing {

void FakeTerminal::read(const PaymentId &payment, Money)
{
    ++reads;
    if (!isSilent)
        QMetaObject::invokeMethod(
            this, [this, payment] { emit tokenRead(payment, "tdesk_" + toString(payment)); },
            Qt::QueuedConnection);
}

const DemoHotel &sharedHotel()
{
    static const DemoHotel hotel = makeDemoHotel();
    return hotel;
}

Stage::Stage(Role role, DemoHotel hotel) : desk(std::move(hotel), role)
{
    QObject::connect(&desk, &models::FrontDesk::changed, &book, &models::Book::apply);
    models::AccessState state;
    state.isSignedIn = true;
    state.userName = QString::fromStdString(desk.actor().name);
    access.setState(state);
    window = std::make_unique<ui::MainWindow>(ui::MainWindow::Ports{desk, access, terminal, book});
    window->setClock([this] { return desk.now; });
    desk.publish();
    settle();
}

Stage::~Stage() = default;

ReservationId Stage::oneIn(ReservationState state) const
{
    for (const auto &[id, reservation] : const_cast<Stage *>(this)->desk.hotel().reservations) {
        if (reservation.state == state && reservation.stay.departure >= demoDate())
            return id;
    }
    qFatal("no reservation in state %d", static_cast<int>(state));
}

void Stage::settle()
{
    for (int i = 0; i < 8; ++i)
        QCoreApplication::processEvents();
}

void fillOperations(Stage &stage)
{
    using models::BreakerState;
    const Instant now = stage.desk.now;
    stage.desk.health.at = now;
    stage.desk.health.roles = {
        {"backoffice:4711", "gateway", false, now, std::nullopt},
        {"backoffice:4711", "payment", false, now, models::Breaker{BreakerState::Open, 20, 60, 5, 12'000}},
        {"backoffice:4711", "notice", false, now, models::Breaker{BreakerState::Closed, 100, 1, 0, 0}},
        {"backoffice:4712", "hotel", true, now, std::nullopt},
    };
    stage.desk.health.queues = {{"charge", 3, 125}, {"notify", 1, std::nullopt}, {"refund", 0, std::nullopt}};
    const ReservationId one = stage.oneIn(ReservationState::Confirmed);
    const ReservationId other = stage.oneIn(ReservationState::InHouse);
    const Actor manager{{}, "이민호", Role::Manager};
    const Actor clerk{{}, "김하나", Role::Clerk};
    const Actor worker{{}, "payment-worker", Role::System};
    stage.desk.audit.clear();
    for (std::uint64_t i = 0; i < 24; ++i) {
        models::AuditEntry entry;
        entry.number = 100 - i;
        entry.at = now - std::chrono::minutes{3 * i};
        entry.channel = i % 4 == 2 ? "worker" : "desk";
        entry.address = i % 4 == 2 ? "" : "192.0.2.17";
        switch (i % 4) {
        case 0:
            entry.type = "confirm-reservation";
            entry.actor = manager;
            entry.reservation = one;
            entry.changes = {{"state", "requested", "confirmed", false}, {"approved", "no", "yes", false}};
            break;
        case 1:
            entry.type = "edit-guest";
            entry.actor = clerk;
            entry.reservation = other;
            entry.changes = {{"guest.phone", {}, {}, true}, {"guest.language", "en", "ko", false}};
            break;
        case 2:
            entry.type = "record-payment-outcome";
            entry.actor = worker;
            entry.reservation = other;
            entry.changes = {{"payment 0190", "card 12850 EUR sent", "card 12850 EUR taken", false}};
            break;
        default:
            entry.type = "check-in";
            entry.actor = clerk;
            entry.reservation = one;
            entry.isRefused = true;
            entry.code = std::string(refusal::unitMissing);
            break;
        }
        stage.desk.audit.push_back(entry);
    }
}

namespace {

QWidget *dialogOf(Stage &stage)
{
    stage.settle();
    QWidget *dialog = QApplication::activeModalWidget();
    return dialog ? dialog : stage.window.get();
}

QAction *act(Stage &stage, const char *name)
{
    return stage.window->findChild<QAction *>(QLatin1String(name));
}

QWidget *withDialog(Stage &stage, ReservationState state, const char *action)
{
    stage.window->showReservation(stage.oneIn(state));
    stage.settle();
    act(stage, action)->trigger();
    return dialogOf(stage);
}

QWidget *mainWith(Stage &stage, ReservationState state)
{
    stage.window->showReservation(stage.oneIn(state));
    stage.settle();
    return stage.window.get();
}

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

MakeReservation wish(Stage &stage, const OfferingId &offering, const Stay &stay, int quantity)
{
    MakeReservation make;
    make.reservation = ReservationId{stage.desk.newId()};
    make.offering = offering;
    make.stay = stay;
    make.quantity = quantity;
    make.guest.name = "Ada Lovelace";
    make.guest.phone = "+44 20 7946 0018";
    make.guest.language = "en";
    make.currency = stage.desk.hotel().property.currency;
    make.nightlyPrices.assign(static_cast<std::size_t>(stay.nights()), 9800);
    make.channel = "desk";
    return make;
}

/// The page of performances and titles, at the one of that code.
QWidget *offerings(Stage &stage, const char *code)
{
    addShowsAndTitles(stage.desk.hotel());
    stage.desk.publish();
    stage.settle();
    stage.window->showOfferings(true);
    auto *table = stage.window->findChild<QTableView *>(QStringLiteral("offeringTable"));
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const auto index = table->model()->index(row, models::OfferingsModel::Code);
        if (index.data().toString() == QLatin1String(code))
            table->setCurrentIndex(index.siblingAtColumn(0));
    }
    stage.settle();
    auto *holders = stage.window->findChild<QTableView *>(QStringLiteral("holderTable"));
    holders->setCurrentIndex(holders->model()->index(0, 0));
    stage.settle();
    return stage.window.get();
}

QWidget *offeringsDialog(Stage &stage, const char *code, const char *button)
{
    offerings(stage, code);
    QTest::mouseClick(stage.window->findChild<QPushButton *>(QLatin1String(button)), Qt::LeftButton);
    return dialogOf(stage);
}

QWidget *setUp(Stage &stage, const char *button)
{
    addShowsAndTitles(stage.desk.hotel());
    stage.desk.publish();
    stage.settle();
    act(stage, "actionSetUp")->trigger();
    QWidget *dialog = dialogOf(stage);
    if (*button)
        QTest::mouseClick(dialog->findChild<QPushButton *>(QLatin1String(button)), Qt::LeftButton);
    return dialogOf(stage);
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
        {"25-notices", Role::Clerk, [](Stage &s) { return notices(s); }},
        {"26-performance", Role::Manager, [](Stage &s) { return offerings(s, "GULL"); }},
        {"27-title", Role::Clerk, [](Stage &s) { return offerings(s, "WAVE"); }},
        {"28-seats", Role::Clerk, [](Stage &s) { return offeringsDialog(s, "GULL", "pageReserve"); }},
        {"29-lend", Role::Clerk, [](Stage &s) { return offeringsDialog(s, "WAVE", "pageReserve"); }},
        {"30-seats-added", Role::Manager,
         [](Stage &s) {
             QWidget *dialog = offeringsDialog(s, "GULL", "pageChange");
             if (auto *seats = dialog->findChild<QSpinBox *>(QStringLiteral("offeringCapacity")))
                 seats->setValue(20); // fewer than are sold
             return dialog;
         }},
        {"31-set-up", Role::Admin, [](Stage &s) { return setUp(s, ""); }},
        {"32-room-type", Role::Admin, [](Stage &s) { return setUp(s, "setUpAddRooms"); }},
        {"33-room", Role::Admin, [](Stage &s) { return setUp(s, "setUpAddUnit"); }},
        {"34-backend", Role::Clerk,
         [](Stage &s) {
             fillOperations(s);
             s.window->showOutbox(true);
             s.settle();
             return static_cast<QWidget *>(s.window.get());
         }},
        {"35-audit", Role::Manager,
         [](Stage &s) {
             fillOperations(s);
             act(s, "actionAudit")->trigger();
             return dialogOf(s);
         }},
        {"26-long-stay", Role::Clerk,
         [](Stage &s) {
             chooseLongStay(s, 24);
             return static_cast<QWidget *>(s.window.get());
         }},
        {"27-last-room", Role::Clerk,
         [](Stage &s) {
             refuseLastRoom(s, s.desk.hotel().offerings.at(1).id);
             return static_cast<QWidget *>(s.window.get());
         }},
    };
}

} // namespace

ReservationId chooseLongStay(Stage &stage, int nights)
{
    const Stay stay{demoDate() + Days{40}, demoDate() + Days{40 + nights}};
    const MakeReservation make = wish(stage, stage.desk.hotel().offerings.front().id, stay, 1);
    stage.desk.submit(make);
    for (int i = 1; i <= nights; ++i)
        stage.desk.submit(EditNote{make.reservation, "Fresh towels on day " + std::to_string(i)});
    stage.settle();
    stage.window->showReservation(make.reservation);
    stage.settle();
    return make.reservation;
}

MakeReservation refuseLastRoom(Stage &stage, const OfferingId &offering, int quantity)
{
    const Stay stay{demoDate() + Days{2}, demoDate() + Days{4}};
    const MakeReservation make = wish(stage, offering, stay, quantity);
    stage.desk.refuseNext(Error{std::string(refusal::noStock),
                                {{"offering", toString(offering)},
                                 {"night", toString(stay.arrival)},
                                 {"free", "0"},
                                 {"wanted", std::to_string(quantity)}}});
    stage.desk.submit(make);
    stage.settle();
    stage.window->showOutbox(true);
    stage.settle();
    return make;
}

const std::vector<Screen> &screens()
{
    static const std::vector<Screen> all = makeScreens();
    return all;
}

} // namespace deskbell::testing
