// The screens of performances and titles, of setting up, of the backend's state and of the audit.

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include <algorithm>

#include "domain/refusal.h"
#include "models/offeringsmodel.h"
#include "ui/scenes.h"

namespace deskbell::testing {

namespace {

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

/// A house of nothing else, at the lane of those that are expected today.
QWidget *houseOf(Stage &stage, const char *code)
{
    addShowsAndTitles(stage.desk.hotel());
    keepOnly(stage.desk.hotel(), {std::string_view(code)});
    stage.desk.publish();
    stage.settle();
    QTest::mouseClick(stage.window->findChild<QPushButton *>(QStringLiteral("lane4")), Qt::LeftButton);
    stage.settle();
    return stage.window.get();
}

/// A dialog about a reservation of the one of that code.
QWidget *ofChosen(Stage &stage, const char *code, const char *action, int row = 0)
{
    offerings(stage, code);
    auto *holders = stage.window->findChild<QTableView *>(QStringLiteral("holderTable"));
    holders->setCurrentIndex(holders->model()->index(row, 0));
    stage.settle();
    act(stage, action)->trigger();
    return dialogOf(stage);
}

/// Fewer seats than meanwhile are sold; the backend has refused it.
QWidget *refusedSetUp(Stage &stage)
{
    offerings(stage, "GULL");
    const Offering one = offeringOf(stage.desk.hotel(), "GULL");
    PutOffering put{one.id,        one.code,  one.name,    std::string(one.workflow.name), 60, one.basePrice,
                    one.maxGuests, one.order, one.startsAt};
    stage.desk.refuseNext(Error{std::string(refusal::lessThanSold),
                                {{"offering", toString(one.id)}, {"capacity", "60"}, {"sold", "63"}}});
    stage.desk.submit(put);
    stage.settle();
    stage.window->showOutbox(true);
    stage.settle();
    return stage.window.get();
}

} // namespace

std::vector<Screen> offeringScreens()
{
    return {
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
        {"33-many-rooms", Role::Admin,
         [](Stage &s) {
             QWidget *dialog = setUp(s, "setUpAddUnit");
             dialog->findChild<QLineEdit *>(QStringLiteral("unitName"))
                 ->setText(QStringLiteral("901-912, 915"));
             s.settle();
             return dialog;
         }},
        {"33-delete-room", Role::Admin,
         [](Stage &s) {
             QWidget *dialog = setUp(s, "");
             // One that nobody has.
             const PutUnit spare{
                 UnitId{s.desk.newId()}, s.desk.hotel().units.front().offering, "199", 1, 999, {}};
             s.desk.submit(spare);
             s.settle();
             auto *units = dialog->findChild<QListWidget *>(QStringLiteral("setUpUnits"));
             units->setCurrentRow(units->count() - 1);
             QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("setUpRemoveUnit")),
                               Qt::LeftButton);
             return dialogOf(s);
         }},
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
        {"41-branch", Role::Admin,
         [](Stage &s) {
             QWidget *dialog = setUp(s, "");
             auto *table = dialog->findChild<QTableView *>(QStringLiteral("setUpTable"));
             table->setCurrentIndex(table->model()->index(table->model()->rowCount() - 1, 0));
             s.settle();
             QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("setUpAddUnit")),
                               Qt::LeftButton);
             return dialogOf(s);
         }},
        {"42-new-performance", Role::Manager, [](Stage &s) { return setUp(s, "setUpAddPerformance"); }},
        {"43-new-title", Role::Admin, [](Stage &s) { return setUp(s, "setUpAddTitle"); }},
        {"44-set-up-as-manager", Role::Manager, [](Stage &s) { return setUp(s, ""); }},
        {"45-set-up-refused", Role::Manager, [](Stage &s) { return refusedSetUp(s); }},
        {"46-set-up-again", Role::Manager,
         [](Stage &s) {
             refusedSetUp(s);
             QTest::mouseClick(s.window->findChild<QPushButton *>(QStringLiteral("choice1")), Qt::LeftButton);
             return dialogOf(s);
         }},
        {"47-sold-out", Role::Clerk,
         [](Stage &s) {
             offerings(s, "GULL");
             const Offering &gull = offeringOf(s.desk.hotel(), "GULL");
             MakeReservation make;
             make.reservation = ReservationId{s.desk.newId()};
             make.offering = gull.id;
             make.stay = {demoDate(), demoDate()};
             make.quantity = 60;
             make.guest.name = "Ada Lovelace";
             make.currency = s.desk.hotel().property.currency;
             make.nightlyPrices = {gull.basePrice * 60};
             s.desk.refuseNext(Error{std::string(refusal::noStock),
                                     {{"offering", toString(gull.id)},
                                      {"night", "1970-01-01"},
                                      {"free", "53"},
                                      {"wanted", "60"}}});
             s.desk.submit(make);
             MakeReservation other = make;
             other.reservation = ReservationId{s.desk.newId()};
             other.quantity = 10;
             other.nightlyPrices = {gull.basePrice * 10};
             s.desk.happen(other, {{}, "Another desk", Role::Clerk});
             s.settle();
             s.window->showOutbox(true);
             s.settle();
             return static_cast<QWidget *>(s.window.get());
         }},
        {"48-move-seats", Role::Clerk, [](Stage &s) { return ofChosen(s, "GULL", "actionMove"); }},
        {"49-cancel-seats", Role::Clerk, [](Stage &s) { return ofChosen(s, "GULL", "actionCancel"); }},
        {"50-move-loan", Role::Clerk, [](Stage &s) { return ofChosen(s, "WAVE", "actionMove", 1); }},
        {"51-choose-branch", Role::Clerk, [](Stage &s) { return ofChosen(s, "WAVE", "actionAssign", 1); }},
        {"52-nobody-yet", Role::Clerk,
         [](Stage &s) {
             offerings(s, "GULL");
             s.desk.hotel().reservations.clear();
             s.desk.publish();
             s.settle();
             return static_cast<QWidget *>(s.window.get());
         }},
        {"53-backend-without-line", Role::Clerk,
         [](Stage &s) {
             fillOperations(s);
             s.desk.setOnline(false);
             s.window->showOutbox(true);
             s.settle();
             return static_cast<QWidget *>(s.window.get());
         }},
        {"54-audit-without-line", Role::Manager,
         [](Stage &s) {
             fillOperations(s);
             s.desk.setOnline(false);
             act(s, "actionAudit")->trigger();
             return dialogOf(s);
         }},
        {"56-theatre", Role::Clerk, [](Stage &s) { return houseOf(s, "GULL"); }},
        {"57-library", Role::Clerk, [](Stage &s) { return houseOf(s, "WAVE"); }},
        {"58-backend-tried-again", Role::Clerk,
         [](Stage &s) {
             fillOperations(s);
             for (models::BackendRole &role : s.desk.health.roles) {
                 if (role.breaker && role.breaker->state == models::BreakerState::Open)
                     role.breaker->state = models::BreakerState::HalfOpen;
             }
             s.window->showOutbox(true);
             s.settle();
             return static_cast<QWidget *>(s.window.get());
         }},
        {"55-audit-refused", Role::Manager,
         [](Stage &s) {
             fillOperations(s);
             act(s, "actionAudit")->trigger();
             QWidget *dialog = dialogOf(s);
             auto *table = dialog->findChild<QTableView *>(QStringLiteral("auditTable"));
             table->setCurrentIndex(table->model()->index(3, 0));
             s.settle();
             return dialog;
         }},
    };
}

} // namespace deskbell::testing
