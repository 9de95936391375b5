// Two whole desks and a backend in memory: what one does the other sees, whatever the line does.

#include "domain/refusal.h"
#include "support/deskprobe.h"
#include "support/storesamples.h"

using namespace deskbell;
using namespace deskbell::testing;

class TestTwoDesks : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<DeskProbe> m_one;
    std::unique_ptr<DeskProbe> m_two;

    void openBoth()
    {
        for (DeskProbe *desk : {m_one.get(), m_two.get()}) {
            desk->open();
            QVERIFY(desk->signIn(m_backend->url(), QStringLiteral("manager")));
            QVERIFY(desk->waitOnline());
            QVERIFY(desk->agreesWith(*m_backend));
        }
    }
    void openOne()
    {
        m_one->open();
        QVERIFY(m_one->signIn(m_backend->url(), QStringLiteral("manager")));
        QVERIFY(m_one->waitOnline());
    }

    ReservationId inState(ReservationState state, int nth = 0) const
    {
        for (const auto &[id, reservation] : m_backend->hotel().reservations) {
            if (reservation.state == state && nth-- == 0)
                return id;
        }
        return {};
    }
    EditNote note(const char *text, ReservationState state = ReservationState::Confirmed, int nth = 0) const
    {
        return {inState(state, nth), text};
    }
    std::string noteAtBackend(const ReservationId &id) const
    {
        return m_backend->hotel().reservations.at(id).note;
    }

    MakeReservation newReservation(DeskProbe &desk, int nightsFromNow = 20) const
    {
        const Offering &offering = m_backend->hotel().offerings.front();
        MakeReservation made;
        made.reservation = ReservationId{desk.desk->frontDesk().newId()};
        made.offering = offering.id;
        made.stay = {demoDate() + Days{nightsFromNow}, demoDate() + Days{nightsFromNow + 2}};
        made.guest.name = Samples::secretName;
        made.currency = m_backend->hotel().property.currency;
        made.nightlyPrices = {offering.basePrice, offering.basePrice};
        made.channel = "desk";
        return made;
    }

    ReservationId confirmedAtBackend()
    {
        MakeReservation made = newReservation(*m_one);
        for (const Offering &offering : m_backend->hotel().offerings) {
            if (offering.code == "STD") // confirmed by the manager, paid when leaving
                made.offering = offering.id;
        }
        const bool isThere = m_backend->happen(made, Role::Clerk) &&
                             m_backend->happen(ConfirmReservation{made.reservation}, Role::Manager);
        const Reservation &r = m_backend->hotel().reservations.at(made.reservation);
        if (!isThere || r.state != ReservationState::Confirmed || r.unit)
            qFatal("%s is no confirmed reservation without a room", toString(r.state).data());
        return made.reservation;
    }

    /// Confirmed for the same nights, each in a room of one type.
    std::pair<ReservationId, ReservationId> twoInRooms()
    {
        const std::pair ids(confirmedAtBackend(), confirmedAtBackend());
        for (const ReservationId &id : {ids.first, ids.second}) {
            const Reservation &reservation = m_backend->hotel().reservations.at(id);
            const auto room =
                HotelAvailability(m_backend->hotel()).anyFreeUnit(reservation.offering, reservation.stay);
            if (!room || !m_backend->happen(AssignUnit{id, *room}, Role::Manager))
                qFatal("no free room");
        }
        return ids;
    }
    template <typename Args>
    bool isUndoable() const
    {
        const auto &last = m_one->desk->frontDesk().undoable();
        return last && std::holds_alternative<Args>(*last);
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_backend = std::make_unique<FakeBackend>(makeDemoHotel());
        m_one = std::make_unique<DeskProbe>(m_dir->filePath(QStringLiteral("one")));
        m_two = std::make_unique<DeskProbe>(m_dir->filePath(QStringLiteral("two")));
    }
    void cleanup()
    {
        m_one.reset();
        m_two.reset();
        m_backend.reset();
    }

    void whatOneDeskDoesTheOtherSees()
    {
        openBoth();
        const MakeReservation made = newReservation(*m_one);
        QCOMPARE(m_one->ask(made), std::string());
        QVERIFY(m_one->waitSettled());
        QVERIFY(m_two->waitAgrees(*m_backend));
        QVERIFY(m_one->agreesWith(*m_backend));
        QVERIFY(m_two->rows.contains(made.reservation));
        QCOMPARE(m_backend->effects(m_one->lastId), 1);
    }

    void offlineWorkShowsAtOnceAndAgreesOnceTheLineIsBack()
    {
        openBoth();
        m_backend->goDown();
        QTRY_COMPARE(m_one->phase(), models::LinkPhase::Offline);
        QVERIFY(m_one->desk->frontDesk().link().offlineSince.has_value());
        const MakeReservation made = newReservation(*m_one);
        QCOMPARE(m_one->ask(made), std::string());
        QCOMPARE(m_one->ask(EditNote{made.reservation, "late"}), std::string());
        QTRY_VERIFY(m_one->rows.contains(made.reservation));
        QTRY_COMPARE(int(m_one->rows.at(made.reservation).waiting), 2);
        QTRY_COMPARE(m_one->desk->frontDesk().link().waiting, 2);
        QVERIFY(!m_two->rows.contains(made.reservation));
        m_backend->comeUp();
        QVERIFY(m_one->waitSettled());
        QVERIFY(m_one->waitAgrees(*m_backend));
        QVERIFY(m_two->waitAgrees(*m_backend));
        QCOMPARE(noteAtBackend(made.reservation), std::string("late"));
        QTRY_COMPARE(m_one->phase(), models::LinkPhase::Online);
        QVERIFY(!m_one->desk->frontDesk().link().offlineSince.has_value());
    }

    void whatIsSetUpAtOneDeskIsThereAtTheOther()
    {
        openBoth();
        m_backend->goDown();
        QTRY_COMPARE(m_one->phase(), models::LinkPhase::Offline);
        PutOffering put;
        put.offering = OfferingId{m_one->desk->frontDesk().newId()};
        put.code = "MAT";
        put.name = "Matinee";
        put.workflow = "ticket";
        put.capacity = 40;
        put.basePrice = 1000;
        put.startsAt = demoDate() + Days{1} + std::chrono::hours{15};
        QCOMPARE(m_one->ask(put), std::string());
        m_backend->comeUp();
        QVERIFY(m_one->waitSettled());
        QCOMPARE(m_backend->effects(m_one->lastId), 1);
        // Somebody buys seats of it at the other desk, who has never seen it before.
        MakeReservation seats = newReservation(*m_two);
        seats.offering = put.offering;
        seats.stay = {demoDate() + Days{1}, demoDate() + Days{1}};
        seats.quantity = 30;
        seats.nightlyPrices = {30 * 1000};
        QVERIFY(QTest::qWaitFor([&] { return m_two->ask(seats).empty(); }));
        QVERIFY(m_two->waitSettled());
        QVERIFY(m_one->waitAgrees(*m_backend) && m_two->waitAgrees(*m_backend));
    }

    void aSetUpThatIsRefusedBecomesACardWithWhatWasEntered()
    {
        openBoth();
        PutOffering put;
        put.offering = OfferingId{m_one->desk->frontDesk().newId()};
        put.code = "MAT";
        put.name = "Matinee";
        put.workflow = "ticket";
        put.capacity = 40;
        put.startsAt = demoDate() + Days{1} + std::chrono::hours{15};
        QVERIFY(m_backend->happen(put, Role::Manager));
        QVERIFY(m_one->waitAgrees(*m_backend));
        // Fewer seats, entered while nobody here knows that they are sold.
        m_backend->goDown();
        QTRY_COMPARE(m_one->phase(), models::LinkPhase::Offline);
        MakeReservation seats = newReservation(*m_two);
        seats.offering = put.offering;
        seats.stay = {demoDate() + Days{1}, demoDate() + Days{1}};
        seats.quantity = 30;
        seats.nightlyPrices = {0};
        PutOffering fewer = put;
        fewer.capacity = 20;
        QCOMPARE(m_one->ask(fewer), std::string());
        QVERIFY(m_backend->happen(seats, Role::Clerk));
        m_backend->comeUp();
        QVERIFY(m_one->waitCards(1));
        const models::AttentionCard &card = m_one->outbox().cards.front();
        QCOMPARE(card.error.code, std::string(refusal::lessThanSold));
        QCOMPARE(card.error.facts.at("sold"), std::string("30"));
        QVERIFY(std::get<PutOffering>(card.command.args) == fewer);
    }

    void twoDesksThatWantTheSameRoomGetOneRoomAndOneCard()
    {
        openBoth();
        // Two confirmed reservations of the same nights, and a room free for either.
        const ReservationId first = confirmedAtBackend();
        const ReservationId second = confirmedAtBackend();
        const Reservation &wanting = m_backend->hotel().reservations.at(first);
        const auto free = HotelAvailability(m_backend->hotel()).anyFreeUnit(wanting.offering, wanting.stay);
        QVERIFY(free.has_value());
        const UnitId unit = *free;
        QVERIFY(m_one->waitAgrees(*m_backend) && m_two->waitAgrees(*m_backend));
        m_backend->goDown();
        QTRY_COMPARE(m_one->phase(), models::LinkPhase::Offline);
        QTRY_COMPARE(m_two->phase(), models::LinkPhase::Offline);
        QCOMPARE(m_one->ask(AssignUnit{first, unit}), std::string());
        QCOMPARE(m_two->ask(AssignUnit{second, unit}), std::string());
        m_backend->comeUp();
        QVERIFY(m_one->waitSettled());
        QVERIFY(m_two->waitSettled());
        QTRY_COMPARE(m_one->outbox().cards.size() + m_two->outbox().cards.size(), std::size_t{1});
        const auto &cards = m_one->outbox().cards.empty() ? m_two->outbox().cards : m_one->outbox().cards;
        QCOMPARE(cards.front().error.code, std::string("unit-taken"));
        QVERIFY(cards.front().current.has_value());
        QVERIFY(m_one->waitAgrees(*m_backend));
        QVERIFY(m_two->waitAgrees(*m_backend));
    }

    void whatTheDesksOwnRulesForbidIsRefusedAtOnceAndNotKept()
    {
        openOne();
        QCOMPARE(m_one->ask(ConfirmReservation{ReservationId{m_one->desk->frontDesk().newId()}}),
                 std::string("unknown-reservation"));
        QVERIFY(m_one->outbox().items.empty());
        QCOMPARE(m_backend->requests("POST /v1/properties"), 0);
    }

    void aDoubleClickBooksOnce()
    {
        openOne();
        const MakeReservation made = newReservation(*m_one);
        m_backend->goDown();
        QCOMPARE(m_one->ask(made), std::string());
        QCOMPARE(m_one->ask(made), std::string("already-exists"));
        QCOMPARE(m_one->outbox().items.size(), std::size_t{1});
    }

    void anAnswerThatWasLostIsAskedForAgainUnderTheSameId_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("done, no answer") << int(Fault::CloseAfter);
        QTest::newRow("done, 502") << int(Fault::UnavailableAfter);
        QTest::newRow("done, answer cut") << int(Fault::CutAnswer);
        QTest::newRow("not done, no answer") << int(Fault::CloseBefore);
        QTest::newRow("not done, 503") << int(Fault::Unavailable);
        QTest::newRow("nothing heard") << int(Fault::Hang);
    }
    void anAnswerThatWasLostIsAskedForAgainUnderTheSameId()
    {
        QFETCH(int, fault);
        openOne();
        m_backend->fail(QStringLiteral("POST /v1/properties"), Fault(fault), 1);
        const EditNote edit = note("once");
        QCOMPARE(m_one->ask(edit), std::string());
        QVERIFY(m_one->waitSettled());
        QCOMPARE(m_backend->effects(m_one->lastId), 1);
        // Once with the fault and once well: Qt itself has sent nothing again.
        QCOMPARE(m_backend->requests("POST /v1/properties"), 2);
        QCOMPARE(noteAtBackend(edit.reservation), std::string("once"));
        QVERIFY(m_one->waitAgrees(*m_backend));
    }

    void commandsThatWaitSurviveTheProgram()
    {
        openOne();
        m_backend->goDown();
        const EditNote edit = note("kept");
        QCOMPARE(m_one->ask(edit), std::string());
        const CommandId id = m_one->lastId;
        m_one->close();
        m_one->open();
        QVERIFY(m_one->signIn(m_backend->url(), QStringLiteral("manager"))); // offline, with the password
        QTRY_COMPARE(m_one->outbox().items.size(), std::size_t{1});
        QVERIFY(m_one->outbox().items.front().command.id == id);
        QTRY_COMPARE(int(m_one->rows[edit.reservation].waiting), 1);
        m_backend->comeUp();
        QVERIFY(m_one->waitSettled());
        QCOMPARE(m_backend->effects(id), 1);
        QVERIFY(m_one->waitAgrees(*m_backend));
    }

    void aCommandSentBeforeTheProgramEndedIsSentUnderItsOldId()
    {
        openOne();
        m_backend->fail(QStringLiteral("POST /v1/properties"), Fault::CloseAfter, 1);
        m_backend->fail(QStringLiteral("GET /v1/hello"), Fault::Unavailable, 1000);
        QCOMPARE(m_one->ask(note("sent before")), std::string());
        const CommandId id = m_one->lastId;
        QTRY_COMPARE(m_backend->effects(id), 1);
        m_one->close();
        m_one->open();
        QVERIFY(m_one->signIn(m_backend->url(), QStringLiteral("manager")));
        QTRY_COMPARE(m_one->outbox().items.size(), std::size_t{1});
        QCOMPARE(m_one->outbox().items.front().state, models::OutboxState::OutcomeUnknown);
        m_one->desk->frontDesk().withdraw(id);
        QTRY_VERIFY(m_one->answers[id].has_value());
        QCOMPARE(m_one->answers[id]->code, std::string("already-sent"));
    }

    void aRefusedCommandParksWhatDependsOnItAndNothingElse()
    {
        openOne();
        m_backend->isDroppingLive = true;
        const ReservationId doomed = inState(ReservationState::Confirmed);
        m_backend->goDown();
        QTRY_COMPARE(m_one->phase(), models::LinkPhase::Offline);
        // Meanwhile someone cancels it.
        QVERIFY(m_backend->happen(CancelReservation{doomed, "left"}));
        QCOMPARE(m_one->ask(CancelReservation{doomed, "mine"}), std::string());
        const CommandId refused = m_one->lastId;
        models::SubmitOptions behind;
        behind.deps = {refused};
        QCOMPARE(m_one->ask(note("behind", ReservationState::Confirmed, 1), behind), std::string());
        const EditNote other = note("other lane", ReservationState::Confirmed, 2);
        QCOMPARE(m_one->ask(other), std::string());
        m_backend->comeUp();
        QVERIFY(m_one->waitSettled());
        QVERIFY(m_one->waitCards(2));
        QCOMPARE(m_one->outbox().cards[0].error.code, std::string("wrong-state"));
        QVERIFY(m_one->outbox().cards[1].isParked);
        QCOMPARE(noteAtBackend(other.reservation), std::string("other lane"));
        m_one->desk->frontDesk().dismissCard(refused);
        QVERIFY(m_one->waitCards(1));
    }

    void aPoisonedCommandHoldsUpNoOtherLane_data()
    {
        using Stomach = FakeBackend::Stomach;
        QTest::addColumn<Stomach>("stomach");
        QTest::addColumn<std::size_t>("cards");
        QTest::addColumn<std::size_t>("waiting");
        QTest::newRow("refused by itself") << Stomach::RefusesIt << std::size_t{1} << std::size_t{0};
        QTest::newRow("refused with its batch") << Stomach::RefusesAll << std::size_t{1} << std::size_t{0};
        QTest::newRow("the backend stumbles") << Stomach::Stumbles << std::size_t{0} << std::size_t{1};
        QTest::newRow("an answer nobody can read")
            << Stomach::SaysNonsense << std::size_t{0} << std::size_t{1};
    }
    void aPoisonedCommandHoldsUpNoOtherLane()
    {
        QFETCH(FakeBackend::Stomach, stomach);
        QFETCH(std::size_t, cards);
        QFETCH(std::size_t, waiting);
        openOne();
        m_backend->goDown();
        QTRY_COMPARE(m_one->phase(), models::LinkPhase::Offline);
        std::vector<EditNote> edits;
        for (int i = 0; i < 6; ++i) {
            edits.push_back(note(i == 2 ? "arsenic" : "through", ReservationState::Confirmed, i));
            QCOMPARE(m_one->ask(edits.back()), std::string());
        }
        m_backend->poison = "arsenic";
        m_backend->stomach = stomach;
        m_backend->comeUp();
        QTRY_COMPARE(m_one->outbox().items.size(), waiting);
        QVERIFY(m_one->waitCards(cards));
        for (const EditNote &edit : edits) {
            if (edit.note == "through")
                QCOMPARE(noteAtBackend(edit.reservation), std::string("through"));
        }
        for (const auto &item : m_one->outbox().items)
            QCOMPARE(std::get<EditNote>(item.command.args).note, std::string("arsenic"));
        for (const auto &card : m_one->outbox().cards) {
            QCOMPARE(std::get<EditNote>(card.command.args).note, std::string("arsenic"));
            QCOMPARE(card.error.code, std::string("bad-command"));
        }
        if (cards == 0)
            return;
        // It stays kept, also when the program ends.
        m_one->close();
        m_one->open();
        QVERIFY(m_one->signIn(m_backend->url(), QStringLiteral("manager")));
        QVERIFY(m_one->waitOnline());
        QVERIFY(m_one->waitCards(cards));
    }

    void commandsOfALaneArriveInTheirOrder()
    {
        openOne();
        m_backend->goDown();
        QTRY_COMPARE(m_one->phase(), models::LinkPhase::Offline);
        const ReservationId id = inState(ReservationState::Confirmed);
        for (const char *text : {"1", "2", "3", "4", "5"})
            QCOMPARE(m_one->ask(EditNote{id, text}), std::string());
        m_backend->fail(QStringLiteral("POST /v1/properties"), Fault::CloseAfter, 2);
        m_backend->comeUp();
        QVERIFY(m_one->waitSettled());
        QCOMPARE(noteAtBackend(id), std::string("5"));
        const auto &history = m_backend->hotel().reservations.at(id).history;
        std::string order;
        for (const HistoryEntry &entry : history) {
            if (entry.what == "note-edited")
                order += entry.detail.empty() ? "." : entry.detail;
        }
        QVERIFY(m_one->waitAgrees(*m_backend));
    }

    void aSwapShowsOnBothStaysWhileItWaitsAndIsTakenBack()
    {
        openOne();
        const auto [one, other] = twoInRooms();
        const UnitId room = *m_backend->hotel().reservations.at(one).unit;
        const UnitId otherRoom = *m_backend->hotel().reservations.at(other).unit;
        QTRY_VERIFY(m_one->rows[other].unit == otherRoom);
        m_backend->goDown();
        QTRY_COMPARE(m_one->phase(), models::LinkPhase::Offline);
        QCOMPARE(m_one->ask(SwapUnits{one, other}), std::string());
        QTRY_VERIFY(m_one->rows[one].unit == otherRoom);
        QTRY_VERIFY(m_one->rows[other].unit == room);
        QCOMPARE(int(m_one->rows[one].waiting), 1);
        QCOMPARE(int(m_one->rows[other].waiting), 1);
        QCOMPARE(m_one->ask(EditNote{other, "quiet"}), std::string());
        QTRY_COMPARE(int(m_one->rows[other].waiting), 2);

        QTRY_VERIFY(isUndoable<EditNote>());
        m_one->desk->frontDesk().undo();
        QTRY_VERIFY(isUndoable<SwapUnits>());
        m_one->desk->frontDesk().undo();
        QTRY_VERIFY(m_one->rows[one].unit == room);
        QTRY_VERIFY(m_one->rows[other].unit == otherRoom);
        QVERIFY(!m_one->desk->frontDesk().undoable());

        m_backend->comeUp();
        QVERIFY(m_one->waitSettled());
        QVERIFY(m_one->waitAgrees(*m_backend));
        QCOMPARE(m_one->outbox().cards.size(), std::size_t{0});
        QCOMPARE(m_backend->hotel().reservations.at(one).unit, std::optional(room));
        QCOMPARE(noteAtBackend(other), std::string());
    }

    void whatComesAfterASwapInEitherLaneArrivesAfterIt()
    {
        openOne();
        const auto [one, other] = twoInRooms();
        QVERIFY(m_one->waitAgrees(*m_backend));
        QTRY_VERIFY(!m_one->rows[other].unit.isNull());
        m_backend->goDown();
        QTRY_COMPARE(m_one->phase(), models::LinkPhase::Offline);
        QCOMPARE(m_one->ask(EditNote{other, "before"}), std::string());
        QCOMPARE(m_one->ask(SwapUnits{one, other}), std::string());
        QCOMPARE(m_one->ask(UnassignUnit{other}), std::string());
        m_backend->fail(QStringLiteral("POST /v1/properties"), Fault::CloseAfter, 2);
        m_backend->comeUp();
        QVERIFY(m_one->waitSettled());
        QCOMPARE(m_one->outbox().cards.size(), std::size_t{0});
        QVERIFY(m_one->waitAgrees(*m_backend));
        QVERIFY(!m_backend->hotel().reservations.at(other).unit);
        QVERIFY(m_backend->hotel().reservations.at(one).unit.has_value());
    }

    void whatOthersHaveChangedSinceIsNotUndone()
    {
        openOne();
        const EditNote mine = note("mine");
        QCOMPARE(m_one->ask(mine), std::string());
        QVERIFY(m_one->waitSettled());
        m_one->desk->frontDesk().watch(mine.reservation);
        QVERIFY(m_backend->happen(EditNote{mine.reservation, "theirs"}, Role::Manager));
        QTRY_VERIFY(m_one->detail && m_one->detail->seen.note == "theirs");
        const CommandId undo = m_one->desk->frontDesk().undo();
        QTRY_VERIFY(m_one->answers.contains(undo));
        QVERIFY(m_one->answers[undo].has_value());
        QCOMPARE(m_one->answers[undo]->code, std::string(refusal::changedSince));
        QCOMPARE(noteAtBackend(mine.reservation), std::string("theirs"));
    }

    void whatWasRefusedIsNotOfferedToBeUndone()
    {
        openOne();
        m_backend->goDown();
        QTRY_COMPARE(m_one->phase(), models::LinkPhase::Offline);
        const EditNote edit = note("too late");
        QCOMPARE(m_one->ask(edit), std::string());
        QTRY_VERIFY(isUndoable<EditNote>());
        m_backend->poison = "too late";
        m_backend->stomach = FakeBackend::Stomach::RefusesIt;
        m_backend->comeUp();
        QVERIFY(m_one->waitCards(1));
        QTRY_VERIFY(!m_one->desk->frontDesk().undoable());
    }

    void withdrawingTakesBackWhatWasNeverSent()
    {
        openOne();
        m_backend->goDown();
        QTRY_COMPARE(m_one->phase(), models::LinkPhase::Offline);
        const EditNote edit = note("never");
        QCOMPARE(m_one->ask(edit), std::string());
        const CommandId id = m_one->lastId;
        m_one->desk->frontDesk().withdraw(id);
        QVERIFY(m_one->waitSettled());
        QTRY_COMPARE(int(m_one->rows[edit.reservation].waiting), 0);
        m_backend->comeUp();
        QVERIFY(m_one->waitOnline());
        QCOMPARE(m_backend->effects(id), 0);
    }

    void theOtherDeskIsFoundBySearching()
    {
        openOne();
        QCOMPARE(m_one->ask(newReservation(*m_one)), std::string());
        m_one->desk->frontDesk().search(QStringLiteral("unfindable"), 7);
        QTRY_VERIFY(m_one->found.has_value());
        QCOMPARE(m_one->found->size(), std::size_t{1});
        QCOMPARE(m_one->found->front().guest, std::string(Samples::secretName));
    }

    void watchingShowsTheWholeReservationAndItsWaitingCommands()
    {
        openOne();
        const ReservationId id = inState(ReservationState::Confirmed);
        m_one->desk->frontDesk().watch(id);
        QTRY_VERIFY(m_one->detail && m_one->detail->seen.id == id);
        m_backend->goDown();
        QTRY_COMPARE(m_one->phase(), models::LinkPhase::Offline);
        QCOMPARE(m_one->ask(EditNote{id, "watched"}), std::string());
        QTRY_COMPARE(m_one->detail->waiting.size(), std::size_t{1});
        QCOMPARE(m_one->detail->seen.note, std::string("watched"));
        m_backend->comeUp();
        QTRY_VERIFY(m_one->detail->waiting.empty());
        QCOMPARE(m_one->detail->seen.note, std::string("watched"));
    }

    void nothingPersonalAndNoTokenStandsOnTheDisk()
    {
        openOne();
        m_backend->goDown();
        QCOMPARE(m_one->ask(newReservation(*m_one)), std::string());
        const std::string guest = m_backend->hotel().reservations.begin()->second.guest.name;
        QVERIFY(!guest.empty());
        for (const QByteArray &secret : {QByteArray(Samples::secretName), QByteArray::fromStdString(guest),
                                         QByteArray("refresh-secret"), QByteArray("access-")})
            QVERIFY2(!isWrittenAnywhere(m_one->dir, secret), secret.constData());
    }
};

QTEST_GUILESS_MAIN(TestTwoDesks)
#include "tst_twodesks.moc"
