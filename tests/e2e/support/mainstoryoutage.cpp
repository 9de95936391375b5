// The main story: the line is cut, work goes on, the line returns and what could not be is settled.

#include <QPushButton>
#include <QTest>

#include <algorithm>

#include "app/program.h"
#include "e2e/support/hands.h"
#include "e2e/support/house.h"
#include "e2e/support/mainstoryplay.h"
#include "ui/window/mainwindow.h"

namespace deskbell::e2e {

void MainStory::loseTheLine()
{
    step(QStringLiteral("The line is cut"),
         QStringLiteral("The desk says since when it is offline, and stays as it is"), [&]() -> Seen {
             m_clerkLine.setMode(Proxy::Mode::Refuse);
             const bool isSaid =
                 waitFor([&] { return m_clerkDesk.desk().link().phase == models::LinkPhase::Offline; });
             return {isSaid && m_clerk.linkWords().contains(QLatin1String("Offline since")),
                     m_clerk.linkWords()};
         });
    const Date today = m_clerkDesk.seen().property()->businessDate;
    step(QStringLiteral("Work goes on"),
         QStringLiteral("A reservation, a note and a cash payment are kept and marked as waiting"),
         [&]() -> Seen {
             const Stay nights{today + Days{1}, today + Days{3}};
             const auto room = m_clerk.freeRoom(nights);
             if (!room || !m_clerk.dragNewReservation(*room, nights) ||
                 !m_clerk.fillGuest(QStringLiteral("Lucía Fernández")) || !m_clerk.accept())
                 return {false, QStringLiteral("no reservation could be taken")};
             const auto offline = newestOf("Lucía Fernández");
             if (!m_clerk.clickBar(m_keyed) || !m_clerk.writeNote(QStringLiteral("Late arrival, 23:30")))
                 return {false, QStringLiteral("no note could be written")};
             m_contested = m_keyed;
             const auto guest = std::find_if(
                 m_clerkDesk.seen().stays().begin(), m_clerkDesk.seen().stays().end(), [](const auto &each) {
                     return each.second.state == ReservationState::InHouse && each.second.owed > 0;
                 });
             if (guest == m_clerkDesk.seen().stays().end() ||
                 !m_clerk.chooseInQueue(models::QueueLane::InHouse, guest->first) || !m_clerk.openPayment() ||
                 !click(QStringLiteral("payCash")) || !click(QStringLiteral("dialogAccept")))
                 return {false, QStringLiteral("no cash could be taken")};
             waitFor([&] { return !m_clerk.paymentWord().isEmpty(); }, 5'000);
             m_story.shoot(QStringLiteral("Cash while offline"));
             click(QStringLiteral("dialogCancel"));
             const bool isMarked =
                 waitFor([&] { return m_clerkDesk.desk().link().waiting == 3; }, 5'000) && offline;
             m_clerk.clickBar(*offline);
             return describe(*offline, isMarked && m_clerkDesk.seen().stay(*offline)->waiting == 1);
         });
    step(QStringLiteral("What waits"),
         QStringLiteral("The list at the link shows the three commands with their age"), [&]() -> Seen {
             const bool isShown = m_clerk.showOutbox(true);
             const auto items = m_clerkDesk.window().findChildren<QWidget *>(QStringLiteral("outboxItem"));
             const auto visible = std::count_if(items.begin(), items.end(),
                                                [](const QWidget *each) { return each->isVisible(); });
             return {isShown && visible == 3,
                     QStringLiteral("%1 are listed; %2").arg(visible).arg(m_clerk.linkWords())};
         });
}

void MainStory::restartOffline()
{
    step(QStringLiteral("Restarted while offline"),
         QStringLiteral("After a restart without the line the same three wait and the board is there"),
         [&]() -> Seen {
             const std::size_t before = m_clerkDesk.seen().stays().size();
             m_clerkDesk.close();
             m_clerkDesk.open(false);
             m_story.lookAt(m_clerkDesk.window());
             if (!m_clerkDesk.signIn(House::clerk, m_site.clerkPassword))
                 return {false, QStringLiteral("the clerk could not sign in offline")};
             const bool isWaiting = waitFor([&] { return m_clerkDesk.desk().link().waiting == 3; }, 5'000);
             return {isWaiting && m_clerkDesk.seen().stays().size() == before,
                     QStringLiteral("%1 reservations, %2")
                         .arg(m_clerkDesk.seen().stays().size())
                         .arg(m_clerk.linkWords())};
         });
}

void MainStory::healTheLine()
{
    step(QStringLiteral("The line returns"),
         QStringLiteral("All that waited is carried out once; what cannot be any more needs attention"),
         [&]() -> Seen {
             // Meanwhile the manager has written something else in the same note.
             m_managerDesk.submit(EditNote{m_contested, "Arrives before noon"});
             if (!m_managerDesk.waitUntilSettled())
                 return {false, QStringLiteral("the manager's word did not get through")};
             m_clerkLine.setMode(Proxy::Mode::Pass);
             const bool isSettled = m_clerkDesk.waitUntilSettled();
             const std::size_t cards = m_clerkDesk.desk().outbox().cards.size();
             return {isSettled && cards == 1,
                     QStringLiteral("%1; cards: %2").arg(m_clerk.linkWords()).arg(cards)};
         });
}

void MainStory::settleTheCard()
{
    step(QStringLiteral("Needs attention"),
         QStringLiteral("The card says what was asked, how it is now, and what can be done"), [&]() -> Seen {
             const bool isShown =
                 m_clerk.showOutbox(true) && waitFor(
                                                 [&] {
                                                     return m_clerkDesk.window().findChild<QWidget *>(
                                                                QStringLiteral("attentionCard")) != nullptr;
                                                 },
                                                 5'000);
             QStringList choices;
             if (QWidget *card = m_clerkDesk.window().findChild<QWidget *>(QStringLiteral("attentionCard"))) {
                 for (int i = 0;
                      auto *button = card->findChild<QPushButton *>(QStringLiteral("choice%1").arg(i)); ++i)
                     choices << button->text();
             }
             return {isShown && !choices.isEmpty(), choices.join(QStringLiteral(" | "))};
         });
    step(QStringLiteral("The clerk decides"), QStringLiteral("A choice is taken and the card is gone"),
         [&]() -> Seen {
             QWidget *card = m_clerkDesk.window().findChild<QWidget *>(QStringLiteral("attentionCard"));
             QPushButton *last = nullptr;
             for (int i = 0;
                  auto *button = card ? card->findChild<QPushButton *>(QStringLiteral("choice%1").arg(i))
                                      : nullptr;
                  ++i)
                 last = button;
             const bool isGone =
                 m_clerk.press(last) && waitFor([&] { return m_clerkDesk.desk().outbox().cards.empty(); }, 5'000);
             return {isGone, QStringLiteral("%1 cards left").arg(m_clerkDesk.desk().outbox().cards.size())};
         });
}

} // namespace deskbell::e2e
