// Programs that are killed at the worst moment: what was kept is carried out, once.

#include <QTest>

#include <algorithm>

#include "e2e/support/hands.h"
#include "e2e/support/shippeddesk.h"
#include "e2e/support/town.h"
#include "e2e/support/wishes.h"

using namespace deskbell;
using namespace deskbell::e2e;

class tst_Crash : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_town.reset(); }
    void aDeskKilledWithWaitingCommandsCarriesThemOutOnce();
    void aBackendKilledBetweenCommitAndAnswerActsOnce();
    void aBackendKilledAgainAndAgainLosesNothing();

private:
    /// Open reservations of days to come, the first `count`.
    static std::vector<ReservationId> someStays(const Truth &truth, std::size_t count);
    /// Finds each by its code and writes a note on it, by keys and mouse.
    static bool noteEach(ShippedDesk &desk, const Truth &truth, const std::vector<ReservationId> &stays);
    static constexpr const char *killedDesksNote = "by the killed desk";

    std::unique_ptr<Town> m_town;
};

void tst_Crash::init()
{
    m_town = std::make_unique<Town>();
    QVERIFY2(m_town->build(), qPrintable(m_town->house().why()));
}

std::vector<ReservationId> tst_Crash::someStays(const Truth &truth, std::size_t count)
{
    std::vector<ReservationId> ids;
    for (const auto &[id, stay] : truth.reservations) {
        if (isOpen(stay.state) && stay.stay.arrival > truth.property.businessDate && ids.size() < count)
            ids.push_back(id);
    }
    return ids;
}

namespace {

std::size_t notesIn(const Reservation &reservation)
{
    return static_cast<std::size_t>(
        std::count_if(reservation.history.begin(), reservation.history.end(),
                      [](const HistoryEntry &line) { return line.what == "note-edited"; }));
}

} // namespace

bool tst_Crash::noteEach(ShippedDesk &desk, const Truth &truth, const std::vector<ReservationId> &stays)
{
    for (const ReservationId &id : stays) {
        const QString guest = QString::fromStdString(truth.reservations.at(id).guest.name);
        const bool isWritten =
            desk.press(QStringLiteral("Ctrl+K")) &&
            desk.type(QStringLiteral("search"), QString::fromStdString(shortCode(id))) &&
            desk.sees(QStringLiteral("searchResults"), 1) && desk.press(QStringLiteral("Return")) &&
            desk.reads(QStringLiteral("panelGuest"), guest) && desk.press(QStringLiteral("Ctrl+T")) &&
            desk.type(QStringLiteral("noteText"), killedDesksNote) &&
            desk.click(QStringLiteral("dialogAccept")) && desk.sees(QStringLiteral("noteText"), 0);
        if (!isWritten)
            return false;
    }
    return true;
}

void tst_Crash::aDeskKilledWithWaitingCommandsCarriesThemOutOnce()
{
    auto view = m_town->house().view();
    QVERIFY(view);
    const std::optional<Truth> before = view->truth();
    QVERIFY(before);
    const std::vector<ReservationId> stays = someStays(*before, 5);
    QCOMPARE(stays.size(), std::size_t(5));

    Proxy line(m_town->house().backendPort());
    ShippedDesk desk(m_town->path(QStringLiteral("shipped")),
                     QUrl(QStringLiteral("http://127.0.0.1:%1").arg(line.port())));
    QVERIFY2(desk.start(House::clerk, House::password), qPrintable(desk.output()));
    QVERIFY2(desk.reads(QStringLiteral("linkBadge"), QStringLiteral("Online")), qPrintable(desk.output()));
    line.setMode(Proxy::Mode::Refuse);
    QVERIFY2(noteEach(desk, *before, stays), qPrintable(desk.output()));
    QVERIFY2(desk.reads(QStringLiteral("linkBadge"), QStringLiteral("5 waiting")), qPrintable(desk.output()));
    desk.kill();
    QCOMPARE(view->reservation(stays.front())->version, before->reservations.at(stays.front()).version);

    // Again without a line: what was kept is there. Then the line returns, its first answer is lost,
    // and the desk is killed before it can send again.
    QVERIFY2(desk.start(House::clerk, House::password), qPrintable(desk.output()));
    QVERIFY(desk.click(QStringLiteral("linkBadge")));
    QVERIFY2(desk.sees(QStringLiteral("outboxItem"), 5), qPrintable(desk.output()));
    connect(&line, &Proxy::answerDropped, &line, [&desk] { desk.kill(); });
    line.dropNextAnswerTo("/commands HTTP/1.1");
    line.setMode(Proxy::Mode::Pass);
    desk.click(QStringLiteral("outboxReconnect")); // not needed when it has come back by itself
    QTRY_COMPARE_WITH_TIMEOUT(line.droppedAnswers(), 1, 60'000);
    QVERIFY(!desk.isRunning());

    QVERIFY2(desk.start(House::clerk, House::password), qPrintable(desk.output()));
    QVERIFY2(desk.reads(QStringLiteral("linkBadge"), QStringLiteral("Online")), qPrintable(desk.output()));
    QVERIFY(desk.click(QStringLiteral("linkBadge")));
    QVERIFY2(desk.sees(QStringLiteral("outboxItem"), 0), qPrintable(desk.output()));
    QVERIFY2(desk.sees(QStringLiteral("attentionCard"), 0), qPrintable(desk.output()));
    const std::optional<Truth> after = view->truth();
    QVERIFY(after);
    for (const ReservationId &id : stays) {
        const Reservation &now = after->reservations.at(id);
        QCOMPARE(now.note, std::string(killedDesksNote));
        QCOMPARE(notesIn(now), notesIn(before->reservations.at(id)) + 1);
        QCOMPARE(now.version, before->reservations.at(id).version + 1);
    }
    desk.kill();
}

void tst_Crash::aBackendKilledBetweenCommitAndAnswerActsOnce()
{
    auto &[line, frontPtr] = m_town->addDesk();
    Front &front = *frontPtr;
    QVERIFY(front.signIn(House::clerk));
    const std::optional<Truth> before = m_town->house().view()->truth();
    const std::optional<Vacancy> vacancy = emptyNights(*before, 2);
    QVERIFY(vacancy);

    // The answer is here, so the commit has been made: from now on the backend is dead.
    connect(line.get(), &Proxy::answerDropped, this, [this] { m_town->house().backend().kill(); });
    line->dropNextAnswerTo("/commands HTTP/1.1");
    const auto id = front.newId<ReservationId>();
    QVERIFY(!front.submit(wish(*before, *vacancy, "Mina Answerless", id.value)));
    QTRY_COMPARE_WITH_TIMEOUT(line->droppedAnswers(), 1, 20'000);
    QVERIFY(!m_town->house().backend().isRunning());
    QTRY_VERIFY(front.desk().link().phase != models::LinkPhase::Online);
    QCOMPARE(front.desk().outbox().items.size(), std::size_t(1));
    const CommandId command = front.desk().outbox().items.front().command.id;

    QVERIFY2(m_town->house().startBackend(), qPrintable(m_town->house().why()));
    m_town->followBackend();
    QVERIFY(front.waitUntilSettled());
    QVERIFY(front.desk().outbox().cards.empty());

    auto view = m_town->house().view(House::clerk);
    const std::optional<Truth> after = view->truth();
    QVERIFY(after);
    QCOMPARE(after->reservations.size(), before->reservations.size() + 1);
    QCOMPARE(after->reservations.at(id).version, 1u);
    const auto receipt =
        view->get(QStringLiteral("/v1/commands/%1").arg(QString::fromStdString(toString(command))));
    QCOMPARE(receipt.status, 200);
    QVERIFY2(receipt.body.contains("\"applied\""), receipt.body.constData());
    QTRY_COMPARE(front.seen().differencesFrom(*view), QStringList());
}

void tst_Crash::aBackendKilledAgainAndAgainLosesNothing()
{
    auto &[line, frontPtr] = m_town->addDesk();
    Front &front = *frontPtr;
    QVERIFY(front.signIn(House::clerk));
    const std::optional<Truth> before = m_town->house().view()->truth();
    const std::vector<ReservationId> stays = someStays(*before, 12);
    QCOMPARE(stays.size(), std::size_t(12));

    for (int round = 0; round < 3; ++round) {
        line->dropNextAnswerTo("/commands HTTP/1.1");
        const int dropped = line->droppedAnswers();
        for (std::size_t i = 0; i < 4; ++i) {
            const ReservationId id = stays.at(static_cast<std::size_t>(round) * 4 + i);
            QVERIFY(!front.submit(EditNote{id, "round " + std::to_string(round)}));
        }
        QTRY_COMPARE_WITH_TIMEOUT(line->droppedAnswers(), dropped + 1, 20'000);
        m_town->house().backend().kill();
        QVERIFY2(m_town->house().startBackend(), qPrintable(m_town->house().why()));
        m_town->followBackend();
    }
    QVERIFY(front.waitUntilSettled());
    auto view = m_town->house().view();
    const std::optional<Truth> after = view->truth();
    QVERIFY(after);
    for (std::size_t i = 0; i < stays.size(); ++i) {
        const Reservation &now = after->reservations.at(stays[i]);
        QCOMPARE(now.note, "round " + std::to_string(i / 4));
        QCOMPARE(now.version, before->reservations.at(stays[i]).version + 1);
    }
    QTRY_COMPARE(front.seen().differencesFrom(*view), QStringList());
}

QTEST_MAIN(tst_Crash)
#include "tst_crash.moc"
