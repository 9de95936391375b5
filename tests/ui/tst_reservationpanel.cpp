// The reservation panel: long lists are short until somebody wants to see them whole.

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

QTEST_MAIN(TestReservationPanel)
#include "tst_reservationpanel.moc"
