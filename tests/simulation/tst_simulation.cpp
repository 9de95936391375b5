// A short run of the simulation, and the proof that its checker fails when it should.

#include <QTest>

#include <algorithm>

#include "e2e/support/hands.h"
#include "e2e/support/wishes.h"
#include "simulation/world.h"

using namespace deskbell;
using namespace deskbell::simulation;

class tst_Simulation : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void nothingIsWrongWithFactsThatAgree();
    void aLostCommandIsFound();
    void aNoteWrittenTwiceIsFound();
    void aNoteThatWasNotWrittenIsFound();
    void aRefusedReservationThatExistsIsFound();
    void aReservationThatNobodyAskedForIsFound();
    void aRoomGivenTwiceIsFound();
    void aNightSoldBeyondItsStockIsFound();
    void severalRoundsOfFaultsBreakNothing();
    void aRetryUnderAFreshIdIsFound();
    void anOutboxThatIsForgottenIsFound();

private:
    /// A hotel of one room with one reservation, before and after a note was written on it.
    Evidence m_evidence;
};

namespace {

bool hasBreach(const std::vector<std::string> &breaches, const char *kind)
{
    return std::any_of(breaches.begin(), breaches.end(),
                       [kind](const std::string &each) { return each.starts_with(kind); });
}

Uuid nextUuid()
{
    return makeUuidV7(e2e::systemNow(), e2e::systemBits);
}

/// True when a run with this bug put in is found out within some rounds.
bool isFoundOut(Sabotage sabotage, const char *kind)
{
    Options options;
    options.sabotage = sabotage;
    World world(options);
    if (!world.build())
        return false;
    for (int i = 0; i < 12; ++i) {
        if (hasBreach(world.round(), kind))
            return true;
    }
    return false;
}

} // namespace

void tst_Simulation::initTestCase()
{
    Offering offering;
    offering.id = OfferingId{nextUuid()};
    offering.code = "STD";
    offering.capacity = 1;
    offering.workflow = workflows::prepaid;
    Reservation stay;
    stay.id = ReservationId{nextUuid()};
    stay.offering = offering.id;
    stay.workflow = offering.workflow;
    stay.stay = {Date{Days{20'000}}, Date{Days{20'002}}};
    stay.state = ReservationState::Confirmed;
    stay.unit = UnitId{nextUuid()};
    stay.holdsStock = true;
    m_evidence.before.offerings = {offering};
    m_evidence.before.reservations = {{stay.id, stay}};
    stay.history.push_back({{}, "Kim", "note-edited", ""});
    m_evidence.after.offerings = {offering};
    m_evidence.after.reservations = {{stay.id, stay}};
    m_evidence.kept = {{CommandId{nextUuid()}, EditNote{stay.id, "late"}, Fate::Applied}};
}

void tst_Simulation::nothingIsWrongWithFactsThatAgree()
{
    QVERIFY(breachesOf(m_evidence).empty());
}

void tst_Simulation::aLostCommandIsFound()
{
    Evidence evidence = m_evidence;
    evidence.kept.push_back({CommandId{nextUuid()}, CheckIn{}, Fate::Lost});
    QVERIFY(hasBreach(breachesOf(evidence), "lost"));
}

void tst_Simulation::aNoteWrittenTwiceIsFound()
{
    Evidence evidence = m_evidence;
    Reservation &stay = evidence.after.reservations.begin()->second;
    stay.history.push_back(stay.history.back());
    QVERIFY(hasBreach(breachesOf(evidence), "not once"));
}

void tst_Simulation::aNoteThatWasNotWrittenIsFound()
{
    Evidence evidence = m_evidence;
    evidence.after.reservations.begin()->second.history.clear();
    QVERIFY(hasBreach(breachesOf(evidence), "not once"));
}

void tst_Simulation::aRefusedReservationThatExistsIsFound()
{
    Evidence evidence = m_evidence;
    MakeReservation make;
    make.reservation = evidence.after.reservations.begin()->first;
    evidence.kept.push_back({CommandId{nextUuid()}, make, Fate::Refused});
    QVERIFY(hasBreach(breachesOf(evidence), "wrong effect"));
}

void tst_Simulation::aReservationThatNobodyAskedForIsFound()
{
    Evidence evidence = m_evidence;
    Reservation stay = evidence.after.reservations.begin()->second;
    stay.id = ReservationId{nextUuid()};
    stay.unit.reset();
    stay.holdsStock = false;
    stay.history.clear();
    evidence.after.reservations.emplace(stay.id, stay);
    QVERIFY(hasBreach(breachesOf(evidence), "out of nothing"));
}

void tst_Simulation::aRoomGivenTwiceIsFound()
{
    Evidence evidence = m_evidence;
    Reservation stay = evidence.after.reservations.begin()->second;
    stay.id = ReservationId{nextUuid()};
    stay.stay = {stay.stay.arrival + Days{1}, stay.stay.departure + Days{1}};
    evidence.after.reservations.emplace(stay.id, stay);
    QVERIFY(hasBreach(breachesOf(evidence), "double booking"));
}

void tst_Simulation::aNightSoldBeyondItsStockIsFound()
{
    Evidence evidence = m_evidence;
    evidence.after.reservations.begin()->second.quantity = 2;
    QVERIFY(hasBreach(breachesOf(evidence), "oversold"));
}

void tst_Simulation::severalRoundsOfFaultsBreakNothing()
{
    World world(Options{});
    QVERIFY2(world.build(), qPrintable(world.why()));
    for (int i = 0; i < 4; ++i) {
        const auto breaches = world.round();
        QVERIFY2(breaches.empty(), breaches.empty() ? "" : breaches.front().c_str());
    }
    QVERIFY(world.tally().applied > 0);
    QVERIFY(world.tally().refused > 0);
    QVERIFY(world.tally().faults > 0);
}

void tst_Simulation::aRetryUnderAFreshIdIsFound()
{
    QVERIFY(isFoundOut(Sabotage::FreshIdOnRetry, "not once"));
}

void tst_Simulation::anOutboxThatIsForgottenIsFound()
{
    QVERIFY(isFoundOut(Sabotage::ForgetOutbox, "lost"));
}

QTEST_MAIN(tst_Simulation)
#include "tst_simulation.moc"
