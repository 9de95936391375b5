// Two desks, one room: the database gives it to one of them, and the other's clerk is told and helped.

#include <QPushButton>
#include <QTest>

#include <algorithm>

#include "domain/refusal.h"
#include "e2e/support/hands.h"
#include "e2e/support/town.h"
#include "e2e/support/wishes.h"
#include "ui/window/mainwindow.h"

using namespace deskbell;
using namespace deskbell::e2e;

class tst_LastRoom : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void ofTwoDesksThatBookTheLastRoomOneGetsIt();
    void anAlternativeOfTheCardCanBeTaken();
    void anAlternativeIsClickedOnTheCard();
    void anAlternativeIsTakenByKeysAlone();
    void ofTwoDesksThatAssignOneRoomOneGetsIt();

private:
    /// Both desks ask for the last room before either has heard of the other.
    void bookAtTheSameMoment();
    Front &loser();
    /// The loser's desk with its window, the card in sight; null when there is none.
    QWidget *openCard();
    /// What was refused has been made for other nights, later or earlier ones, and no card is left.
    void expectTaken(Front &front, bool isLater);

    std::unique_ptr<Town> m_town;
    std::unique_ptr<BackendView> m_view;
    Town::DeskSite *m_sites[2] = {};
    std::optional<Truth> m_truth;
    std::optional<Vacancy> m_vacancy;
    ReservationId m_asked[2];
    ReservationId m_refused; ///< of the desk whose card is open
};

void tst_LastRoom::init()
{
    m_town = std::make_unique<Town>();
    QVERIFY2(m_town->build(), qPrintable(m_town->house().why()));
    m_view = m_town->house().view(House::admin);
    QVERIFY(m_view);
    m_truth = m_view->truth();
    QVERIFY(m_truth);
    m_vacancy = emptyNights(*m_truth, 2);
    QVERIFY(m_vacancy);
    const Date today = m_truth->property.businessDate;

    // Stock is taken when it is asked for, and all but one room is gone already.
    const auto changed =
        m_view->send(m_view->command(ChangeWorkflow{m_vacancy->offering.id, "prepaid"}, today));
    QVERIFY(changed && std::holds_alternative<protocol::Applied>(changed->outcome));
    for (int i = 1; i < m_vacancy->rooms; ++i) {
        const auto taken =
            m_view->send(m_view->command(wish(*m_truth, *m_vacancy, "Early Guest " + std::to_string(i),
                                              makeUuidV7(systemNow(), systemBits)),
                                         today));
        QVERIFY(taken && std::holds_alternative<protocol::Applied>(taken->outcome));
    }
    for (int i = 0; i < 2; ++i) {
        m_sites[i] = &m_town->addDesk();
        QVERIFY(m_sites[i]->front->signIn(i == 0 ? House::clerk : "clerk2"));
        QTRY_VERIFY(m_sites[i]->front->seen().isOnline());
    }
}

void tst_LastRoom::cleanup()
{
    m_view.reset();
    m_town.reset();
}

void tst_LastRoom::bookAtTheSameMoment()
{
    for (int i = 0; i < 2; ++i) {
        m_sites[i]->line->setMode(Proxy::Mode::Refuse);
        Front &front = *m_sites[i]->front;
        QTRY_VERIFY(front.desk().link().phase != models::LinkPhase::Online);
        m_asked[i] = front.newId<ReservationId>();
        const std::string guest = i == 0 ? "Ada First" : "Bo Second";
        QVERIFY(!front.submit(wish(*m_truth, *m_vacancy, guest, m_asked[i].value)));
        QTRY_VERIFY(front.seen().stay(m_asked[i]));
        QCOMPARE(int(front.seen().stay(m_asked[i])->waiting), 1);
    }
    for (Town::DeskSite *site : m_sites)
        site->line->setMode(Proxy::Mode::Pass);
    for (Town::DeskSite *site : m_sites)
        QVERIFY(site->front->waitUntilSettled());
}

Front &tst_LastRoom::loser()
{
    return m_sites[0]->front->desk().outbox().cards.empty() ? *m_sites[1]->front : *m_sites[0]->front;
}

void tst_LastRoom::ofTwoDesksThatBookTheLastRoomOneGetsIt()
{
    bookAtTheSameMoment();
    const std::optional<Truth> after = m_view->truth();
    QVERIFY(after);
    QCOMPARE(after->reservations.contains(m_asked[0]) + after->reservations.contains(m_asked[1]), 1);
    for (Date night = m_vacancy->stay.arrival; night < m_vacancy->stay.departure; night += Days{1})
        QCOMPARE(freeRooms(*after, m_vacancy->offering.id, night), 0);

    QTRY_COMPARE(m_sites[0]->front->desk().outbox().cards.size() +
                     m_sites[1]->front->desk().outbox().cards.size(),
                 std::size_t(1));
    const models::AttentionCard &card = loser().desk().outbox().cards.front();
    QCOMPARE(card.error.code, std::string(refusal::noStock));
    QVERIFY(std::holds_alternative<MakeReservation>(card.command.args));
    for (Town::DeskSite *site : m_sites)
        QTRY_COMPARE(site->front->seen().differencesFrom(*m_view), QStringList());
}

void tst_LastRoom::anAlternativeOfTheCardCanBeTaken()
{
    bookAtTheSameMoment();
    Front &front = loser();
    QTRY_COMPARE(front.desk().outbox().cards.size(), std::size_t(1));
    const models::AttentionCard card = front.desk().outbox().cards.front();
    auto again = std::get<MakeReservation>(card.command.args);
    again.reservation = front.newId<ReservationId>();
    again.stay = {again.stay.arrival + Days{7}, again.stay.departure + Days{7}};
    QVERIFY(!front.submit(again, {{}, card.command.id}));
    QTRY_VERIFY(front.desk().outbox().cards.empty());
    QVERIFY(front.waitUntilSettled());
    QVERIFY(m_view->truth()->reservations.contains(again.reservation));
    for (Town::DeskSite *site : m_sites)
        QTRY_COMPARE(site->front->seen().differencesFrom(*m_view), QStringList());
}

QWidget *tst_LastRoom::openCard()
{
    bookAtTheSameMoment();
    Front &front = loser();
    const int which = &front == m_sites[0]->front.get() ? 0 : 1;
    m_refused = m_asked[which];
    front.close();
    front.useWindow();
    front.open(false);
    if (!front.signIn(which == 0 ? House::clerk : "clerk2") || !front.waitUntilSettled())
        return nullptr;
    turnTo(front.window());
    press(Qt::Key_F8);
    QWidget *card = nullptr;
    waitFor([&] { return (card = see(QStringLiteral("attentionCard"))) != nullptr; });
    return card;
}

void tst_LastRoom::expectTaken(Front &front, bool isLater)
{
    QTRY_VERIFY(front.desk().outbox().cards.empty());
    QVERIFY(front.waitUntilSettled());
    QTRY_VERIFY(!see(QStringLiteral("attentionCard")));
    const std::optional<Reservation> made = m_view->reservation(m_refused);
    QVERIFY(made);
    QCOMPARE(made->offering == m_vacancy->offering.id, true);
    QCOMPARE(made->stay.nights(), m_vacancy->stay.nights());
    QVERIFY(isLater ? made->stay.arrival >= m_vacancy->stay.departure
                    : made->stay.departure <= m_vacancy->stay.arrival);
    QVERIFY(made->holdsStock);
    for (Town::DeskSite *site : m_sites)
        QTRY_COMPARE(site->front->seen().differencesFrom(*m_view), QStringList());
}

void tst_LastRoom::anAlternativeIsClickedOnTheCard()
{
    QWidget *card = openCard();
    QVERIFY(card);
    Front &front = loser();
    auto *choice = card->findChild<QPushButton *>(QStringLiteral("choice0"));
    QVERIFY(choice);
    QVERIFY2(choice->text().startsWith(QLatin1String("Reserve it for ")), qPrintable(choice->text()));
    QVERIFY(waitFor([&] { return front.window().takesClicks(); }, 5'000)); // as a person who has read it
    QVERIFY(click(choice));
    expectTaken(front, true);
}

void tst_LastRoom::anAlternativeIsTakenByKeysAlone()
{
    QWidget *card = openCard();
    QVERIFY(card);
    Front &front = loser();
    // F8 has put the keyboard on the first choice; Tab goes to the next.
    const auto focused = [] {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    };
    QTRY_COMPARE(focused(), QStringLiteral("choice0"));
    press(Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("choice1"));
    press(Qt::Key_Space);
    expectTaken(front, false);
}

namespace {

struct Rivals
{
    ReservationId stays[2];
    UnitId room;
};

bool isRoomFree(const Truth &truth, const UnitId &room, const Stay &stay)
{
    return std::none_of(truth.reservations.begin(), truth.reservations.end(), [&](const auto &each) {
        const auto held = unitNights(each.second);
        return std::any_of(held.begin(), held.end(), [&](const UnitNights &part) {
            return part.unit == room && part.nights.overlaps(stay);
        });
    });
}

/// Two confirmed reservations without a room whose nights meet, and a room that either could have.
std::optional<Rivals> twoForOneRoom(const Truth &truth)
{
    const auto waits = [](const Reservation &stay) {
        return stay.state == ReservationState::Confirmed && !stay.unit && !stay.stay.isDayUse();
    };
    for (const auto &[oneId, one] : truth.reservations) {
        for (const auto &[otherId, other] : truth.reservations) {
            if (oneId == otherId || !waits(one) || !waits(other) || one.offering != other.offering ||
                !one.stay.overlaps(other.stay))
                continue;
            for (const Unit &room : truth.units) {
                if (room.offering == one.offering && isRoomFree(truth, room.id, one.stay) &&
                    isRoomFree(truth, room.id, other.stay))
                    return Rivals{{oneId, otherId}, room.id};
            }
        }
    }
    return std::nullopt;
}

} // namespace

void tst_LastRoom::ofTwoDesksThatAssignOneRoomOneGetsIt()
{
    const std::optional<Rivals> rivals = twoForOneRoom(*m_truth);
    QVERIFY(rivals);
    for (int i = 0; i < 2; ++i) {
        m_sites[i]->line->setMode(Proxy::Mode::Refuse);
        QTRY_VERIFY(m_sites[i]->front->desk().link().phase != models::LinkPhase::Online);
        QVERIFY(!m_sites[i]->front->submit(AssignUnit{rivals->stays[i], rivals->room}));
    }
    for (Town::DeskSite *site : m_sites)
        site->line->setMode(Proxy::Mode::Pass);
    for (Town::DeskSite *site : m_sites)
        QVERIFY(site->front->waitUntilSettled());
    const std::optional<Truth> after = m_view->truth();
    QCOMPARE((after->reservations.at(rivals->stays[0]).unit == rivals->room) +
                 (after->reservations.at(rivals->stays[1]).unit == rivals->room),
             1);
    QTRY_COMPARE(loser().desk().outbox().cards.size(), std::size_t(1));
    QCOMPARE(loser().desk().outbox().cards.front().error.code, std::string(refusal::unitTaken));
    for (Town::DeskSite *site : m_sites)
        QTRY_COMPARE(site->front->seen().differencesFrom(*m_view), QStringList());
}

QTEST_MAIN(tst_LastRoom)
#include "tst_lastroom.moc"
