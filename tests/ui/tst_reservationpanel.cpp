// The reservation panel: what comes next stands out, and long lists are short until somebody wants to
// see them whole.

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

#include "ui/languages.h"
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

private:
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
                one.stay.arrival >= demoDate() && one.workflow.unit != UnitTiming::None)
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
    QCOMPARE(assign->text(), QStringLiteral("Change the room"));
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

QTEST_MAIN(TestReservationPanel)
#include "tst_reservationpanel.moc"
