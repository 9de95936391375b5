// The screens of the books compared with the payment provider's.

#include <QToolButton>

#include "ui/scenes.h"

namespace deskbell::testing {

void fillBooks(Stage &stage)
{
    const ReservationId one = stage.oneIn(ReservationState::InHouse);
    const ReservationId other = stage.oneIn(ReservationState::Confirmed);
    const RefundId refund{makeNamedUuid({}, "refund")};
    const auto order = [](const char *name) { return toString(makeNamedUuid({}, name)); };
    models::Reconciliation differing;
    differing.day = demoDate() - Days{1};
    differing.madeAt = stage.desk.now - std::chrono::hours{14};
    differing.payments = 27;
    differing.refunds = 3;
    differing.differences = {
        {"missing-in-ledger", "0c6e2f4b-order-of-nobody", {}, {}, "", "129000 EUR DONE"},
        {"amount-differs", order("a"), one, {}, "128000 EUR taken", "98000 EUR DONE"},
        {"state-differs", order("b"), other, {}, "45000 EUR declined", "45000 EUR DONE"},
        {"missing-in-ledger", order("c"), one, {}, "", "30000 EUR CANCELED"},
        {"missing-at-provider", order("d"), other, refund, "20000 EUR done", ""},
        {"not-understood", order("e"), one, {}, "51000 EUR taken", "http-500"},
    };
    models::Reconciliation agreeing = differing;
    agreeing.day = demoDate() - Days{2};
    agreeing.madeAt -= Days{1};
    agreeing.differences.clear();
    stage.desk.reconciliations = {differing, agreeing};
    stage.desk.health.reconciled = {differing.day, differing.madeAt, differing.differences.size()};
}

namespace {

/// The dialog, so many days before yesterday.
QWidget *books(Stage &stage, int daysBefore = 0)
{
    act(stage, "actionReconciliation")->trigger();
    QWidget *dialog = dialogOf(stage);
    for (int i = 0; i < daysBefore; ++i) {
        dialog->findChild<QToolButton *>(QStringLiteral("reconciliationEarlier"))->click();
        stage.settle();
    }
    return dialog;
}

} // namespace

std::vector<Screen> bookScreens()
{
    return {
        {"56-books-differ", Role::Manager,
         [](Stage &s) {
             fillBooks(s);
             return books(s);
         }},
        {"57-books-agree", Role::Manager,
         [](Stage &s) {
             fillBooks(s);
             return books(s, 1);
         }},
        {"58-books-not-compared", Role::Manager,
         [](Stage &s) {
             fillBooks(s);
             return books(s, 2);
         }},
        {"59-books-refused", Role::Manager,
         [](Stage &s) {
             s.desk.reconciliationError = Error{"role-not-allowed", {}};
             return books(s);
         }},
        {"60-books-without-line", Role::Manager,
         [](Stage &s) {
             s.desk.setOnline(false);
             return books(s);
         }},
        {"61-books-in-link-view", Role::Manager,
         [](Stage &s) {
             fillOperations(s);
             fillBooks(s);
             s.window->showOutbox(true);
             s.settle();
             return static_cast<QWidget *>(s.window.get());
         }},
    };
}

} // namespace deskbell::testing
