#include "e2e/support/mainstoryplay.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

#include "app/program.h"
#include "e2e/support/hands.h"
#include "e2e/support/house.h"
#include "ui/board/board.h"
#include "ui/window/mainwindow.h"

namespace deskbell::e2e {

namespace {

/// The manager has said yes: by its procedure it is confirmed, or waits for the money.
bool isAnswered(const models::StayRow &row)
{
    return row.state == ReservationState::Confirmed || row.state == ReservationState::AwaitingPayment;
}

QUrl through(const Proxy &line)
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(line.port()));
}

} // namespace

QString words(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

MainStory::MainStory(Story &story, const StorySite &site)
    : m_story(story), m_site(site), m_clerkLine(static_cast<quint16>(site.backend.port())),
      m_managerLine(static_cast<quint16>(site.backend.port())),
      m_clerkDesk(site.folder + QStringLiteral("/clerk"), through(m_clerkLine)),
      m_managerDesk(site.folder + QStringLiteral("/manager"), through(m_managerLine)), m_clerk(m_clerkDesk),
      m_manager(m_managerDesk), m_backend(site.backend)
{
    m_clerkDesk.useWindow();
    m_managerDesk.useWindow();
}

void MainStory::step(const QString &name, const QString &expected, const std::function<Seen()> &play)
{
    m_story.step(name, expected, play);
}

Seen MainStory::describe(const ReservationId &id, bool isOk) const
{
    const models::StayRow *row = m_clerkDesk.seen().stay(id);
    if (!row)
        return {false, QStringLiteral("the reservation is not on the board")};
    return {isOk, QStringLiteral("%1: %2, %3 to %4, %5 room, owed %6, %7 waiting")
                      .arg(words(row->guest), words(toString(row->state)), words(toString(row->stay.arrival)),
                           words(toString(row->stay.departure)),
                           row->unit.isNull() ? QStringLiteral("no") : QStringLiteral("a"))
                      .arg(row->owed)
                      .arg(int(row->waiting))};
}

std::optional<ReservationId> MainStory::newestOf(const std::string &guest)
{
    const models::StayRow *row = nullptr;
    waitFor([&] { return (row = m_clerkDesk.seen().stayOf(guest)) != nullptr; }, 10'000);
    return row ? std::optional(row->id) : std::nullopt;
}

bool MainStory::chooseSpan(int index)
{
    auto *span = m_clerkDesk.window().findChild<QComboBox *>(QStringLiteral("zoomSpan"));
    if (!span || index >= span->count())
        return false;
    span->setFocus(Qt::TabFocusReason);
    // A box that shows no choice (a zoom between two of them) begins at the first.
    for (int guard = 0; guard < 2 * span->count() && span->currentIndex() != index; ++guard)
        QTest::keyClick(span, span->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
    m_clerk.board().setFocus(Qt::TabFocusReason);
    return span->currentIndex() == index;
}

qint64 MainStory::inLedger() const
{
    qint64 sum = 0;
    for (const Charge &charge : ledgerOf(m_site.provider))
        sum += charge.status == QLatin1String("ABORTED") ? 0 : charge.balance;
    return sum;
}

QStringList MainStory::disagreements()
{
    QStringList found = m_clerkDesk.seen().differencesFrom(m_backend);
    found += m_managerDesk.seen().differencesFrom(m_backend);
    const auto truth = m_backend.truth();
    if (!truth)
        return found << QStringLiteral("the backend gives no snapshot");
    qint64 inFolios = 0;
    for (const auto &[id, stay] : truth->reservations) {
        for (const Payment &payment : stay.payments) {
            if (payment.method != PaymentMethod::Card || payment.state != PaymentState::Taken)
                continue;
            inFolios += payment.amount.minor;
            for (const Refund &refund : payment.refunds)
                inFolios -= refund.state == RefundState::Done ? refund.amount.minor : 0;
        }
    }
    if (inFolios != inLedger())
        found << QStringLiteral("cards in folios %1, in the ledger %2").arg(inFolios).arg(inLedger());
    return found;
}

void MainStory::signIn()
{
    m_clerkDesk.open(false);
    m_story.lookAt(m_clerkDesk.window());
    step(QStringLiteral("Sign in"), QStringLiteral("The desk asks who comes, at the backend it was given"),
         [&]() -> Seen {
             m_clerkDesk.window().activateWindow();
             const bool isTyped = type(QStringLiteral("signInUser"), QLatin1String(House::clerk)) &&
                                  type(QStringLiteral("signInPassword"), m_site.clerkPassword);
             return {isTyped, isTyped ? QStringLiteral("name and password are typed")
                                      : QStringLiteral("no such fields")};
         });
    step(QStringLiteral("The board"),
         QStringLiteral("After Enter the board shows all of the hotel's rooms and guests"), [&]() -> Seen {
             QTest::keyClick(m_clerkDesk.window().findChild<QWidget *>(QStringLiteral("signInPassword")),
                             Qt::Key_Return);
             const bool isIn = waitFor([&] { return m_clerkDesk.access().state().isSignedIn; }) &&
                               m_clerkDesk.waitForBoard() &&
                               waitFor([&] { return m_clerkDesk.seen().isOnline(); });
             if (!isIn || !m_backend.signIn(QLatin1String(House::manager), m_site.managerPassword))
                 return {false, QStringLiteral("nobody is signed in")};
             const auto truth = m_backend.truth();
             const QStringList differences = m_clerkDesk.seen().differencesFrom(m_backend);
             int inHouse = 0;
             for (const auto &[id, row] : m_clerkDesk.seen().stays())
                 inHouse += row.state == ReservationState::InHouse ? row.quantity : 0;
             const auto rooms = m_clerkDesk.program().book().unitCount();
             return {differences.isEmpty() && truth && rooms == truth->units.size() && inHouse > 0,
                     QStringLiteral("%1 rooms, %2 reservations, %3 in house; %4 differences from the backend")
                         .arg(rooms)
                         .arg(m_clerkDesk.seen().stays().size())
                         .arg(inHouse)
                         .arg(differences.size())};
         });
}

void MainStory::lookAround()
{
    const struct
    {
        const char *name;
        int index;
    } spans[] = {{"A week", 0}, {"A year", 4}, {"A month", 2}};
    for (const auto &span : spans) {
        step(QLatin1String(span.name), QStringLiteral("The board shows that many days, every bar drawn"),
             [&]() -> Seen {
                 auto *box = m_clerkDesk.window().findChild<QComboBox *>(QStringLiteral("zoomSpan"));
                 const int index = box ? std::min(span.index, box->count() - 1) : 0;
                 const bool isChosen = chooseSpan(index);
                 return {isChosen, QStringLiteral("%1: %2 days are shown")
                                       .arg(box ? box->currentText() : QString())
                                       .arg(m_clerk.board().daysShown())};
             });
    }
}

void MainStory::reserve()
{
    const Date today = m_clerkDesk.seen().property()->businessDate;
    m_stay = {today + Days{3}, today + Days{6}};
    step(QStringLiteral("Drag over free nights"),
         QStringLiteral("The dialog opens for that room and these three nights"), [&]() -> Seen {
             const auto room = m_clerk.freeRoom(m_stay);
             if (!room || !m_clerk.dragNewReservation(*room, m_stay))
                 return {false, QStringLiteral("no dialog opened")};
             m_room = *room;
             const bool isFilled =
                 m_clerk.fillGuest(QStringLiteral("Haneul Seo"), QStringLiteral("+82 10 1234 5678"));
             auto *total = seeA<QLabel>(QStringLiteral("reservationTotal"));
             return {isFilled && total,
                     QStringLiteral("guest typed, it comes to %1").arg(total ? total->text() : QString())};
         });
    step(QStringLiteral("Take the reservation"),
         QStringLiteral("It is on the board for those nights and settled with the backend"), [&]() -> Seen {
             const bool isTaken = m_clerk.accept();
             const auto id = newestOf("Haneul Seo");
             if (!isTaken || !id)
                 return {false, QStringLiteral("nothing was taken")};
             m_dragged = *id;
             const bool isSettled = m_clerkDesk.waitUntilSettled();
             m_clerk.bar(m_dragged);
             const models::StayRow *row = m_clerkDesk.seen().stay(m_dragged);
             return describe(m_dragged, isSettled && row && row->stay == m_stay && row->wish == m_room &&
                                            row->waiting == 0);
         });
    step(QStringLiteral("Reserve by keyboard"),
         QStringLiteral("Arrow keys and Enter open the dialog; typed and taken without the mouse"),
         [&]() -> Seen {
             const Stay nights{today + Days{8}, today + Days{10}};
             const auto room = m_clerk.freeRoom({nights.arrival - Days{1}, nights.departure + Days{1}}, 1);
             if (!room || !m_clerk.keyNewReservation(*room, nights.arrival) ||
                 !m_clerk.fillGuest(QStringLiteral("Grace Okafor")))
                 return {false, QStringLiteral("no dialog opened")};
             press(Qt::Key_Return);
             const auto id = newestOf("Grace Okafor");
             if (!id || !m_clerkDesk.waitUntilSettled())
                 return {false, QStringLiteral("nothing was taken")};
             m_keyed = *id;
             m_clerk.clickBar(m_keyed);
             return describe(m_keyed, m_clerkDesk.seen().stay(m_keyed)->stay == nights);
         });
}

void MainStory::confirm()
{
    m_managerDesk.open(false);
    m_story.lookAt(m_managerDesk.window());
    step(QStringLiteral("The manager confirms"),
         QStringLiteral("At another desk the request is in the queue, and one click confirms it"),
         [&]() -> Seen {
             if (!m_managerDesk.signIn(House::manager, m_site.managerPassword))
                 return {false, QStringLiteral("the manager is not signed in")};
             if (!m_manager.chooseInQueue(models::QueueLane::Requested, m_dragged))
                 return {false, QStringLiteral("the request is not in the queue")};
             m_story.shoot(QStringLiteral("The managers queue"));
             // The click asks for the reservation first: settled is what it was before that, too.
             const bool isDone = m_manager.confirmFromQueue(m_dragged) && waitFor([&] {
                                     const models::StayRow *row = m_managerDesk.seen().stay(m_dragged);
                                     return row && isAnswered(*row) && row->waiting == 0;
                                 });
             const models::StayRow *row = m_managerDesk.seen().stay(m_dragged);
             return {isDone && row,
                     QStringLiteral("%1 is %2").arg(words(row->guest), words(toString(row->state)))};
         });
    m_story.lookAt(m_clerkDesk.window());
    step(QStringLiteral("The clerk is told"),
         QStringLiteral("The clerk's board shows the answer at once, in the room that was asked for"),
         [&]() -> Seen {
             const bool isTold = waitFor(
                 [&] {
                     const models::StayRow *row = m_clerkDesk.seen().stay(m_dragged);
                     return row && isAnswered(*row);
                 },
                 5'000);
             m_clerk.clickBar(m_dragged);
             return describe(m_dragged, isTold && m_clerkDesk.seen().stay(m_dragged)->unit == m_room);
         });
}

void MainStory::speakKorean()
{
    const auto choose = [&](const char *action) {
        auto *chosen = m_clerkDesk.window().findChild<QAction *>(QLatin1String(action));
        if (chosen)
            chosen->trigger();
        return chosen != nullptr;
    };
    step(QStringLiteral("In Korean"),
         QStringLiteral("Switched at run time, everything on the screen is Korean"), [&]() -> Seen {
             m_clerk.showOutbox(false);
             m_clerk.clickBar(m_dragged);
             const bool isSwitched =
                 choose("actionKorean") &&
                 waitFor([&] { return m_clerk.linkWords().contains(QStringLiteral("온라인")); }, 5'000);
             return {isSwitched, m_clerk.linkWords()};
         });
    step(QStringLiteral("A reservation in Korean"),
         QStringLiteral("The dialog is Korean, nothing is cut off"), [&]() -> Seen {
             m_clerk.board().setFocus(Qt::TabFocusReason);
             QTest::keyClick(&m_clerk.board(), Qt::Key_N, Qt::ControlModifier);
             const bool isOpen =
                 waitFor([] { return see(QStringLiteral("newReservationDialog")) != nullptr; }, 5'000) &&
                 m_clerk.fillGuest(QStringLiteral("김하늘"));
             return {isOpen, isOpen ? QStringLiteral("the dialog is open") : QStringLiteral("no dialog")};
         });
    click(QStringLiteral("dialogCancel"));
    waitFor([] { return QApplication::activeModalWidget() == nullptr; }, 5'000);
    step(QStringLiteral("In the dark"), QStringLiteral("The dark look, for the night shift"), [&]() -> Seen {
        const bool isDark = choose("actionEnglish") && choose("actionDark");
        return {isDark, isDark ? QStringLiteral("dark") : QStringLiteral("no such look")};
    });
    choose("actionLight");
}

void MainStory::agree()
{
    step(QStringLiteral("Everything agrees"),
         QStringLiteral("Both desks show what the backend has, and the folios what the provider took"),
         [&]() -> Seen {
             QStringList found;
             waitFor([&] { return (found = disagreements()).isEmpty(); }, 10'000);
             return {found.isEmpty(),
                     found.isEmpty() ? QStringLiteral("no difference; the ledger holds %1").arg(inLedger())
                                     : found.mid(0, 5).join(QStringLiteral("; "))};
         });
}

void MainStory::play()
{
    signIn();
    if (!m_clerkDesk.seen().property())
        return; // nobody is in: there is no story
    lookAround();
    reserve();
    confirm();
    pay();
    loseTheLine();
    restartOffline();
    healTheLine();
    settleTheCard();
    speakKorean();
    agree();
}

void playMainStory(Story &story, const StorySite &site)
{
    MainStory(story, site).play();
}

} // namespace deskbell::e2e
