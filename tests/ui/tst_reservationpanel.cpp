// The reservation panel: what comes next stands out, and long lists are short until somebody wants to
// see them whole.

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <map>

#include "ui/languages.h"
#include "ui/reservation/consequences.h"
#include "ui/screens.h"
#include "ui/window/mainwindow.h"

using namespace deskbell;
using namespace deskbell::testing;

class TestReservationPanel : public QObject
{
    Q_OBJECT

private slots:
    void init() { QVERIFY(m_languages.use(QStringLiteral("en"))); }
    void aLongStayShowsAllItsNightsWhenAsked();
    void aLongHistoryIsUnfoldedByKeysAndKeepsTheFocus();
    void anotherReservationIsFoldedAgain();
    void whatIsUnfoldedStaysSoWhileTheReservationChanges();
    void aShortStayHasNothingToUnfold();
    void aGuestExpectedTodayWithARoomIsCheckedInNext();
    void aGuestExpectedTodayWithoutARoomGetsOneNext();
    void aRoomGivenLongBeforeTheArrivalLeavesNothingToDoNext();
    void whatComesNextIsTheFirstByTheKeyboardToo();
    void everyButtonKeepsItsPlace();
    void theSecondHalfOfADoubleClickPressesNothing();
    void whatItSaysOfMoneyAndNightsIsWhatHappens();
    void whatIsHardToTakeBackAsksFirst();
    void messagesMoveNoButton();

private:
    /// Where each of the panel's buttons is, shown or not.
    static std::map<QString, QRect> placesOf(Stage &stage)
    {
        std::map<QString, QRect> places;
        for (const QPushButton *button :
             stage.window->findChild<QWidget *>(QStringLiteral("reservationPanel"))
                 ->findChildren<QPushButton *>()) {
            if (button->objectName().startsWith(QLatin1String("action")) && button->isVisible())
                places[button->objectName()] = {button->mapTo(stage.window.get(), QPoint()), button->size()};
        }
        return places;
    }
    static QPushButton *button(Stage &stage, const char *name)
    {
        return stage.window->findChild<QPushButton *>(QLatin1String(name));
    }

    static void open(Stage &stage)
    {
        stage.window->resize(1440, 860);
        stage.window->show();
        stage.settle();
    }
    static QPushButton *fold(Stage &stage, const char *name)
    {
        return stage.window->findChild<QPushButton *>(QLatin1String(name));
    }
    /// Lines of the panel that can be seen and whose words contain this.
    static int lines(Stage &stage, const QString &words)
    {
        const auto labels =
            stage.window->findChild<QWidget *>(QStringLiteral("reservationPanel"))->findChildren<QLabel *>();
        return static_cast<int>(std::count_if(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        }));
    }

    /// Confirmed, with a room or without one, arriving so many days from today.
    static ReservationId confirmed(Stage &stage, bool hasUnit, bool isToday)
    {
        for (const auto &[id, one] : stage.desk.hotel().reservations) {
            if (one.state == ReservationState::Confirmed && one.quantity == 1 &&
                one.unit.has_value() == hasUnit && (one.stay.arrival == demoDate()) == isToday &&
                one.stay.arrival >= demoDate() && one.workflow.unit != UnitTiming::None &&
                chargeable(one).minor > 0)
                return id;
        }
        qFatal("no such reservation");
    }
    static void choose(Stage &stage, const ReservationId &id)
    {
        stage.window->showReservation(id);
        stage.settle();
    }
    /// The buttons that look like what comes next.
    static QStringList primaries(Stage &stage)
    {
        QStringList names;
        for (const QPushButton *button :
             stage.window->findChild<QWidget *>(QStringLiteral("reservationPanel"))
                 ->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->property("kind").toString() == QLatin1String("primary"))
                names << button->objectName();
        }
        return names;
    }

    ui::Languages m_languages;
};

void TestReservationPanel::aLongStayShowsAllItsNightsWhenAsked()
{
    Stage stage;
    open(stage);
    chooseLongStay(stage, 24);
    const QString price = QStringLiteral("98.00");
    const int folded = lines(stage, price);
    QCOMPARE(fold(stage, "folioFold")->text(), QStringLiteral("Show all 24 nights"));
    QTest::mouseClick(fold(stage, "folioFold"), Qt::LeftButton);
    stage.settle();
    QCOMPARE(lines(stage, price), folded + 14);
    QCOMPARE(fold(stage, "folioFold")->text(), QStringLiteral("Show fewer"));
    QTest::mouseClick(fold(stage, "folioFold"), Qt::LeftButton);
    stage.settle();
    QCOMPARE(lines(stage, price), folded);
}

void TestReservationPanel::aLongHistoryIsUnfoldedByKeysAndKeepsTheFocus()
{
    Stage stage;
    open(stage);
    const ReservationId id = chooseLongStay(stage, 24);
    const auto entries = static_cast<int>(stage.at(id).history.size());
    QVERIFY(entries > 20);
    QCOMPARE(fold(stage, "historyFold")->text(), QStringLiteral("Show all %1 entries").arg(entries));
    const QString who = QString::fromStdString(stage.desk.actor().name) + QStringLiteral(", ");
    QCOMPARE(lines(stage, who), 20);
    fold(stage, "historyFold")->setFocus(Qt::TabFocusReason);
    QTest::keyClick(fold(stage, "historyFold"), Qt::Key_Space);
    stage.settle();
    QCOMPARE(lines(stage, who), entries);
    QVERIFY(fold(stage, "historyFold")->hasFocus());
    QVERIFY(fold(stage, "historyFold")->focusPolicy() & Qt::TabFocus);
}

void TestReservationPanel::anotherReservationIsFoldedAgain()
{
    Stage stage;
    open(stage);
    const ReservationId id = chooseLongStay(stage, 24);
    QTest::mouseClick(fold(stage, "folioFold"), Qt::LeftButton);
    stage.settle();
    stage.window->showReservation(stage.oneIn(ReservationState::InHouse));
    stage.settle();
    stage.window->showReservation(id);
    stage.settle();
    QCOMPARE(fold(stage, "folioFold")->text(), QStringLiteral("Show all 24 nights"));
}

void TestReservationPanel::whatIsUnfoldedStaysSoWhileTheReservationChanges()
{
    Stage stage;
    open(stage);
    const ReservationId id = chooseLongStay(stage, 24);
    QTest::mouseClick(fold(stage, "folioFold"), Qt::LeftButton);
    stage.settle();
    stage.desk.submit(EditNote{id, "One more"});
    stage.settle();
    QCOMPARE(fold(stage, "folioFold")->text(), QStringLiteral("Show fewer"));
}

void TestReservationPanel::aShortStayHasNothingToUnfold()
{
    Stage stage;
    open(stage);
    chooseLongStay(stage, 10);
    QVERIFY(!fold(stage, "folioFold"));
    QVERIFY(!fold(stage, "historyFold"));
}

void TestReservationPanel::aGuestExpectedTodayWithARoomIsCheckedInNext()
{
    Stage stage;
    open(stage);
    choose(stage, confirmed(stage, true, true));
    QCOMPARE(primaries(stage), QStringList{QStringLiteral("actionCheckInButton")});
    auto *assign = stage.window->findChild<QPushButton *>(QStringLiteral("actionAssignButton"));
    QVERIFY(assign->isVisible());
    QCOMPARE(assign->text(), QStringLiteral("Change room"));
}

void TestReservationPanel::aGuestExpectedTodayWithoutARoomGetsOneNext()
{
    Stage stage;
    open(stage);
    const ReservationId id = confirmed(stage, true, true);
    stage.desk.submit(UnassignUnit{id});
    choose(stage, id);
    QCOMPARE(primaries(stage), QStringList{QStringLiteral("actionAssignButton")});
    auto *assign = stage.window->findChild<QPushButton *>(QStringLiteral("actionAssignButton"));
    QCOMPARE(assign->text(), QStringLiteral("Assign a room"));
}

void TestReservationPanel::aRoomGivenLongBeforeTheArrivalLeavesNothingToDoNext()
{
    Stage stage;
    open(stage);
    choose(stage, confirmed(stage, true, false));
    QCOMPARE(primaries(stage), QStringList{});
}

void TestReservationPanel::whatComesNextIsTheFirstByTheKeyboardToo()
{
    Stage stage;
    open(stage);
    choose(stage, confirmed(stage, true, true));
    auto *next = stage.window->findChild<QPushButton *>(QStringLiteral("actionCheckInButton"));
    for (const char *name :
         {"actionTakePaymentButton", "actionAssignButton", "actionMoveButton", "actionCancelButton"}) {
        const auto *other = stage.window->findChild<QPushButton *>(QLatin1String(name));
        QVERIFY2(other->isVisible(), name);
        const QPoint there =
            other->mapToGlobal(other->rect().center()) - next->mapToGlobal(next->rect().center());
        const bool isInTheRow = std::abs(there.y()) < next->height() / 2;
        QVERIFY2(isInTheRow ? there.x() > 0 : there.y() > 0, name);
    }
    next->setFocus(Qt::TabFocusReason);
    QWidget *after = next->nextInFocusChain();
    while (!after->isVisible() || !(after->focusPolicy() & Qt::TabFocus))
        after = after->nextInFocusChain();
    QCOMPARE(after->objectName(), QStringLiteral("actionTakePaymentButton"));
}

void TestReservationPanel::everyButtonKeepsItsPlace()
{
    Stage stage(Role::Manager);
    open(stage);
    stage.desk.submit(CancelReservation{stage.oneIn(ReservationState::Confirmed), "The guest is ill"});
    std::map<QString, QRect> known;
    using enum ReservationState;
    for (const ReservationState state :
         {Requested, Confirmed, InHouse, Departed, Cancelled, Confirmed, InHouse}) {
        const auto &all = stage.desk.hotel().reservations;
        const auto found =
            std::ranges::find_if(all, [&](const auto &one) { return one.second.state == state; });
        QVERIFY2(found != all.end(), qPrintable(QString::fromUtf8(toString(state).data())));
        choose(stage, found->first);
        for (const auto &[name, place] : placesOf(stage))
            QCOMPARE(known.try_emplace(name, place).first->second, place);
    }
    QVERIFY(known.size() >= 9);
    // Two that share a place are never possible one after the other.
    QCOMPARE(known[QStringLiteral("actionConfirmButton")], known[QStringLiteral("actionCheckOutButton")]);
    QCOMPARE(known[QStringLiteral("actionRejectButton")], known[QStringLiteral("actionNoShowButton")]);
    QVERIFY(!known[QStringLiteral("actionCheckInButton")].intersects(
        known[QStringLiteral("actionCheckOutButton")]));
}

void TestReservationPanel::theSecondHalfOfADoubleClickPressesNothing()
{
    Stage stage;
    open(stage);
    const ReservationId id = confirmed(stage, true, true);
    choose(stage, id);
    std::chrono::steady_clock::time_point now{std::chrono::hours{1}};
    stage.window->setClickClock([&now] { return now; });
    QTest::mouseClick(button(stage, "actionCheckInButton"), Qt::LeftButton);
    stage.settle();
    QVERIFY(stage.at(id).state == ReservationState::InHouse);
    const std::size_t given = stage.desk.given().size();
    now += std::chrono::milliseconds{599};
    for (const char *name :
         {"actionCheckInButton", "actionCheckOutButton", "actionTakePaymentButton", "actionMoveButton"}) {
        QTest::mouseClick(button(stage, name), Qt::LeftButton);
        stage.settle();
        QCOMPARE(stage.desk.given().size(), given);
        QVERIFY2(!QApplication::activeModalWidget(), name);
    }
    now += std::chrono::milliseconds{1};
    QTest::mouseClick(button(stage, "actionMoveButton"), Qt::LeftButton);
    stage.settle();
    QVERIFY(QApplication::activeModalWidget());
}

void TestReservationPanel::whatItSaysOfMoneyAndNightsIsWhatHappens()
{
    Stage stage;
    const Date today = stage.desk.hotel().property.businessDate;
    Reservation seen;
    for (const auto &[id, each] : stage.desk.hotel().reservations) {
        if (each.state == ReservationState::Confirmed && each.stay.nights() > 2 && each.holdsStock)
            seen = each;
    }
    const ui::Names names;
    const auto paid = [&](PaymentMethod method, PaymentState state) {
        Payment payment;
        payment.method = method;
        payment.amount = {9'800, seen.currency};
        payment.state = state;
        return payment;
    };
    Role role = Role::Manager;
    const auto said = [&](CommandType type) {
        return ui::consequences(type, seen, names, today, role).join(u'\n');
    };
    seen.payments = {paid(PaymentMethod::Card, PaymentState::Taken)};
    QVERIFY(said(typeOf<CancelReservation>()).contains(QStringLiteral("to the card automatically")));
    seen.payments = {paid(PaymentMethod::Cash, PaymentState::Taken)};
    QVERIFY(!said(typeOf<CancelReservation>()).contains(QStringLiteral("automatically")));
    QVERIFY(said(typeOf<CancelReservation>()).contains(QStringLiteral("please return it to the guest")));
    role = Role::Clerk;
    QVERIFY(said(typeOf<CancelReservation>()).contains(QStringLiteral("stays as a credit")));
    seen.payments = {paid(PaymentMethod::Card, PaymentState::Unknown)};
    QVERIFY(said(typeOf<CancelReservation>()).contains(QStringLiteral("is under way")));
    QVERIFY(!said(typeOf<CancelReservation>()).contains(QStringLiteral("Nothing was paid")));
    // Nights that are over become free for nobody.
    seen.stay = {today - Days{1}, today};
    QVERIFY(!said(typeOf<MarkNoShow>()).contains(QStringLiteral("become")));
    seen.stay = {today - Days{1}, today + Days{2}};
    QVERIFY(said(typeOf<MarkNoShow>()).contains(QStringLiteral("2 nights become free")));
}

void TestReservationPanel::whatIsHardToTakeBackAsksFirst()
{
    for (const char *action : {"actionNoShow", "actionUnassign", "actionCancel"}) {
        Stage stage;
        open(stage);
        const ReservationId id = lateGuest(stage);
        choose(stage, id);
        const Reservation before = stage.at(id);
        stage.window->findChild<QAction *>(QLatin1String(action))->trigger();
        stage.settle();
        QWidget *dialog = QApplication::activeModalWidget();
        QVERIFY2(dialog, action);
        QStringList words;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            words << label->text();
        const QString told = words.join(u' ');
        QVERIFY2(told.contains(QLatin1String("free")) || told.contains(QLatin1String("available")),
                 qPrintable(told));
        QVERIFY2(told.contains(QLatin1String("refund")) || told.contains(QLatin1String("owed")) ||
                     told.contains(QLatin1String("price")),
                 qPrintable(told));
        if (dialog->objectName() == QLatin1String("questionDialog"))
            QTest::keyClick(dialog, Qt::Key_Return); // keeps it
        else
            dialog->close();
        stage.settle();
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(stage.at(id) == before);
    }
}

void TestReservationPanel::messagesMoveNoButton()
{
    Stage stage;
    open(stage);
    const ReservationId id = confirmed(stage, true, true);
    choose(stage, id);
    const auto before = placesOf(stage);
    models::LinkState link = stage.desk.link();
    link.notes = {Error{"disk-full", {}}, Error{"clock-skew", {}}};
    stage.desk.setLink(link);
    stage.desk.setOnline(false);
    stage.desk.submit(EditNote{id, "Extra pillow"});
    stage.settle();
    QVERIFY(stage.window->findChild<QWidget *>(QStringLiteral("noteBar"))->isVisible());
    QVERIFY(stage.window->findChild<QWidget *>(QStringLiteral("panelBanner"))->isVisible());
    QCOMPARE(placesOf(stage), before);
}

QTEST_MAIN(TestReservationPanel)
#include "tst_reservationpanel.moc"
