// This version beside the one before it: old desks at a new backend, new desks at an old one, and both sides'
// data carried forward with a full outbox. Skipped unless scripts/previous has built the previous version.

#include <QFileInfo>
#include <QTest>

#include <algorithm>

#include "domain/refusal.h"
#include "e2e/support/hands.h"
#include "e2e/support/shippeddesk.h"
#include "e2e/support/town.h"
#include "e2e/support/wishes.h"

using namespace deskbell;
using namespace deskbell::e2e;

namespace {

QString previousProgram(const char *name)
{
    return QStringLiteral(DESKBELL_SOURCE_DIR "/build/previous/bin/") + QLatin1String(name);
}

/// Open reservations of days to come, the first `count`.
std::vector<ReservationId> someStays(const Truth &truth, std::size_t count)
{
    std::vector<ReservationId> ids;
    for (const auto &[id, stay] : truth.reservations) {
        if (isOpen(stay.state) && stay.stay.arrival > truth.property.businessDate && ids.size() < count)
            ids.push_back(id);
    }
    return ids;
}

/// Two stays of one room type in rooms, with a night in common, of which one is longer.
std::optional<SwapUnits> someSwap(const Truth &truth)
{
    for (const auto &[id, one] : truth.reservations) {
        for (const auto &[otherId, other] : truth.reservations) {
            const bool canSwap = one.unit && other.unit && one.offering == other.offering && id != otherId &&
                                 one.state == ReservationState::Confirmed &&
                                 other.state == ReservationState::Confirmed &&
                                 one.stay.overlaps(other.stay) && one.stay != other.stay;
            if (canSwap)
                return SwapUnits{id, otherId};
        }
    }
    return std::nullopt;
}

bool writeNote(ShippedDesk &desk, const Reservation &reservation, const QString &note)
{
    return desk.press(QStringLiteral("Ctrl+K")) &&
           desk.type(QStringLiteral("search"), QString::fromStdString(shortCode(reservation.id))) &&
           desk.sees(QStringLiteral("searchResults"), 1) && desk.press(QStringLiteral("Return")) &&
           desk.reads(QStringLiteral("panelGuest"), QString::fromStdString(reservation.guest.name)) &&
           desk.press(QStringLiteral("Ctrl+T")) && desk.type(QStringLiteral("noteText"), note) &&
           desk.click(QStringLiteral("dialogAccept")) && desk.sees(QStringLiteral("noteText"), 0);
}

bool isApplied(BackendView &view, const CommandArgs &args, Date businessDate)
{
    const auto result = view.send(view.command(args, businessDate));
    return result && std::holds_alternative<protocol::Applied>(result->outcome);
}

QUrl through(const Proxy &line)
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(line.port()));
}

} // namespace

class tst_Previous : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const char *program : {"deskbell", "deskbelld"}) {
            if (!QFileInfo(previousProgram(program)).isExecutable())
                QSKIP("The previous version is not built: scripts/previous builds it.");
        }
    }
    void anOldDeskWorksOnAtANewBackend();
    void aNewDeskWorksAtAnOldBackend();
    void bothSidesAreCarriedForwardWithAFullOutbox();

private:
    QTemporaryDir m_folder;
};

void tst_Previous::anOldDeskWorksOnAtANewBackend()
{
    House house;
    QVERIFY2(house.furnish(), qPrintable(house.why()));
    auto view = house.view(House::admin);
    const Truth before = view->truth().value();
    // What the old desk cannot know: a stay divided over two rooms, and a workflow that is no preset.
    const auto swap = someSwap(before);
    QVERIFY(swap);
    QVERIFY(isApplied(*view, *swap, before.property.businessDate));
    const Offering &first = before.offerings.front();
    QVERIFY(isApplied(*view,
                      ChangeWorkflow{first.id, std::string(first.workflow.name),
                                     WorkflowTerms{ConfirmationRule::Automatic, 0}},
                      before.property.businessDate));

    Proxy line(house.backendPort());
    ShippedDesk desk(m_folder.filePath(QStringLiteral("old-desk")), through(line),
                     previousProgram("deskbell"));
    QVERIFY2(desk.start(House::clerk, House::password), qPrintable(desk.output()));
    QVERIFY2(desk.reads(QStringLiteral("linkBadge"), QStringLiteral("Online")), qPrintable(desk.output()));
    const auto stays = someStays(before, 2);
    QVERIFY2(writeNote(desk, before.reservations.at(stays[0]), QStringLiteral("from an old desk")),
             qPrintable(desk.output()));
    QTRY_COMPARE_WITH_TIMEOUT(view->reservation(stays[0])->note, std::string("from an old desk"), 30'000);
    // What happens while it is there reaches it, too, and its line goes on.
    QVERIFY(isApplied(*view, SwapUnits{swap->other, swap->reservation}, before.property.businessDate));
    QVERIFY2(writeNote(desk, before.reservations.at(stays[1]), QStringLiteral("and on")),
             qPrintable(desk.output()));
    QTRY_COMPARE_WITH_TIMEOUT(view->reservation(stays[1])->note, std::string("and on"), 30'000);
    QVERIFY2(desk.reads(QStringLiteral("linkBadge"), QStringLiteral("Online")), qPrintable(desk.output()));
    desk.kill();
}

void tst_Previous::aNewDeskWorksAtAnOldBackend()
{
    House house;
    house.setBackendProgram(previousProgram("deskbelld"));
    QVERIFY2(house.furnish(), qPrintable(house.why()));
    auto view = house.view();
    const Truth before = view->truth().value();
    Proxy line(house.backendPort());
    Front front(m_folder.filePath(QStringLiteral("new-desk")), through(line));
    front.open(false);
    QVERIFY(front.signIn(House::manager));
    const auto vacancy = emptyNights(before, 2);
    QVERIFY(vacancy);
    const auto id = front.newId<ReservationId>();
    QVERIFY(!front.submit(wish(before, *vacancy, "New Desk", id.value)));
    const auto stays = someStays(before, 1);
    QVERIFY(!front.submit(EditNote{stays[0], "from a new desk"}));
    // What the old backend cannot do is told on a card, and holds nothing up.
    const auto swap = someSwap(before);
    QVERIFY(swap);
    QVERIFY(!front.submit(*swap));
    QVERIFY(!front.submit(EditNote{id, "after it"}));
    QVERIFY(front.waitUntilSettled());
    QCOMPARE(front.desk().outbox().cards.size(), std::size_t(1));
    QCOMPARE(front.desk().outbox().cards.front().error.code, std::string("bad-command"));
    QCOMPARE(view->reservation(stays[0])->note, std::string("from a new desk"));
    QCOMPARE(view->reservation(id)->note, std::string("after it"));
}

void tst_Previous::bothSidesAreCarriedForwardWithAFullOutbox()
{
    House house;
    house.setBackendProgram(previousProgram("deskbelld"));
    QVERIFY2(house.furnish(), qPrintable(house.why()));
    const Truth before = house.view()->truth().value();
    const auto stays = someStays(before, 4);
    QCOMPARE(stays.size(), std::size_t(4));
    Proxy line(house.backendPort());
    const QString folder = m_folder.filePath(QStringLiteral("carried"));
    {
        ShippedDesk old(folder, through(line), previousProgram("deskbell"));
        QVERIFY2(old.start(House::clerk, House::password), qPrintable(old.output()));
        QVERIFY2(old.reads(QStringLiteral("linkBadge"), QStringLiteral("Online")), qPrintable(old.output()));
        line.setMode(Proxy::Mode::Refuse);
        for (const ReservationId &id : stays)
            QVERIFY2(writeNote(old, before.reservations.at(id), QStringLiteral("kept by the old desk")),
                     qPrintable(old.output()));
        QVERIFY2(old.reads(QStringLiteral("linkBadge"), QStringLiteral("4 waiting")),
                 qPrintable(old.output()));
        old.kill();
    }
    QVERIFY(house.backend().stop());
    house.setBackendProgram(QStringLiteral(DESKBELLD_PROGRAM));
    QVERIFY2(house.startBackend(), qPrintable(house.why()));
    line.setUpstream(house.backendPort());
    auto view = house.view();
    QVERIFY(view);
    const Truth carried = view->truth().value();
    QVERIFY(carried.reservations == before.reservations);

    // The outbox is carried forward; the picture of the house is fetched anew where its rows' form has
    // changed.
    line.setMode(Proxy::Mode::Pass);
    ShippedDesk desk(folder, through(line));
    QVERIFY2(desk.start(House::clerk, House::password), qPrintable(desk.output()));
    QVERIFY2(desk.reads(QStringLiteral("linkBadge"), QStringLiteral("Online")), qPrintable(desk.output()));
    QVERIFY(desk.click(QStringLiteral("linkBadge")));
    QVERIFY2(desk.sees(QStringLiteral("outboxItem"), 0), qPrintable(desk.output()));
    QVERIFY2(desk.sees(QStringLiteral("attentionCard"), 0), qPrintable(desk.output()));
    for (const ReservationId &id : stays) {
        const auto now = view->reservation(id);
        QCOMPARE(now->note, std::string("kept by the old desk"));
        QCOMPARE(now->version, before.reservations.at(id).version + 1);
    }
    desk.kill();
}

QTEST_MAIN(tst_Previous)
#include "tst_previous.moc"
