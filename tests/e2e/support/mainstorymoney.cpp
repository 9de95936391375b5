// The main story: the payment, declined and taken.

#include <QPushButton>
#include <QTest>

#include <algorithm>

#include "app/program.h"
#include "e2e/support/hands.h"
#include "e2e/support/house.h"
#include "e2e/support/mainstoryplay.h"
#include "ui/window/mainwindow.h"

namespace deskbell::e2e {

void MainStory::pay()
{
    step(QStringLiteral("Take the payment"),
         QStringLiteral("The dialog shows what is owed and how it can be paid"), [&]() -> Seen {
             const bool isOpen = m_clerk.clickBar(m_dragged) && m_clerk.openPayment();
             return {isOpen, isOpen ? QStringLiteral("the payment dialog is open")
                                    : QStringLiteral("no payment dialog")};
         });
    step(QStringLiteral("The card is declined"),
         QStringLiteral("It says so, nothing is charged, another payment is offered"), [&]() -> Seen {
             if (!setFaultAt(m_site.provider,
                             R"({"fault":"decline","path":"/v1/payments/confirm","count":1})"))
                 return {false, QStringLiteral("the provider takes no fault")};
             auto *dialog = see(QStringLiteral("paymentDialog"));
             auto *again =
                 dialog ? dialog->findChild<QPushButton *>(QStringLiteral("dialogAccept")) : nullptr;
             const bool isSaid =
                 click(QStringLiteral("payCard")) && click(again) &&
                 waitFor([&] { return m_clerk.paymentWord().contains(QLatin1String("declined")); }, 30'000);
             return {isSaid && inLedger() == 0 &&
                         waitFor([&] { return again->isVisible() && again->isEnabled(); }),
                     m_clerk.paymentWord()};
         });
    step(QStringLiteral("Paid by card"),
         QStringLiteral("Another try is taken; a double-click charges once; ledger and folio agree"),
         [&]() -> Seen {
             auto *dialog = see(QStringLiteral("paymentDialog"));
             auto *button =
                 dialog ? dialog->findChild<QPushButton *>(QStringLiteral("dialogAccept")) : nullptr;
             if (!click(button) ||
                 !waitFor([&] { return button->isEnabled() && m_clerk.paymentWord().isEmpty(); }, 5'000))
                 return {false, QStringLiteral("no other payment was offered")};
             QTest::mouseClick(button, Qt::LeftButton);
             QTest::mouseDClick(button, Qt::LeftButton);
             const bool isTaken = waitFor(
                 [&] {
                     const models::StayRow *row = m_clerkDesk.seen().stay(m_dragged);
                     return row && row->owed == 0 && !row->isPaymentUnderWay;
                 },
                 30'000);
             const auto now = m_backend.reservation(m_dragged);
             const qint64 paid = now ? paidNet(*now).minor : -1;
             return {isTaken && paid == inLedger() && now && paid == totalPrice(*now).minor &&
                         now->state == ReservationState::Confirmed,
                     QStringLiteral("%1 The folio has %2, the provider's ledger %3")
                         .arg(m_clerk.paymentWord())
                         .arg(paid)
                         .arg(inLedger())};
         });
    click(QStringLiteral("dialogCancel"));
    waitFor([] { return QApplication::activeModalWidget() == nullptr; }, 5'000);
}

} // namespace deskbell::e2e
