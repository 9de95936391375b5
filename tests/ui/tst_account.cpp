// A person's own account: signing in and out, changing the password, and ending sessions at other desks.

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include "ui/languages.h"
#include "ui/parts/parts.h"
#include "ui/scenes.h"

using namespace deskbell;
using namespace deskbell::testing;

namespace {

void type(QWidget *dialog, const char *current, const char *next, const char *again)
{
    find<QLineEdit>(dialog, "passwordCurrent")->setText(QLatin1String(current));
    find<QLineEdit>(dialog, "passwordNext")->setText(QLatin1String(next));
    find<QLineEdit>(dialog, "passwordAgain")->setText(QLatin1String(again));
}

QString told(QWidget *dialog, const char *banner)
{
    const auto *found = find<ui::Banner>(dialog, banner);
    return found->isVisible() ? found->told() : QString();
}

QString cell(QWidget *dialog, int row, int column)
{
    const QAbstractItemModel *model = find<QTableView>(dialog, "sessionsTable")->model();
    return model->index(row, column).data().toString();
}

void choose(QWidget *dialog, int row)
{
    auto *table = find<QTableView>(dialog, "sessionsTable");
    table->setCurrentIndex(table->model()->index(row, 0));
}

} // namespace

class TestAccount : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_languages.use(QStringLiteral("en"))); }

    void thePasswordIsChangedAndWhatFollowsIsSaid();
    void theButtonIsOffUntilBothAreAlikeAndLongEnough();
    void whyAPasswordIsRefusedIsSaidAtItsField();
    void withoutALineNoPasswordIsChanged();
    void aPersonSeesTheirOwnDesksAndEndsOthersOnly();
    void anAdminSeesEverybodys();
    void whatSomebodyElseHasEndedIsGone();
    void theListIsAskedForAgainWhenTheLineIsBack();
    void signingOutWithCommandsWaitingSaysWhatBecomesOfThem();
    void anotherBackendIsGoneOnWithOnlyWhenThePersonSaysSo();

private:
    ui::Languages m_languages;
};

void TestAccount::thePasswordIsChangedAndWhatFollowsIsSaid()
{
    Stage stage;
    QWidget *dialog = openDialog(stage, "actionPassword");
    QVERIFY(dialog);
    type(dialog, "the password as it is", "a better password", "a better password");
    press(dialog, "dialogAccept");
    stage.settle();
    QCOMPARE(stage.desk.password, std::string("a better password"));
    QVERIFY(
        told(dialog, "passwordDialogBanner").contains(QStringLiteral("other desks have been signed out")));
    QVERIFY(!find<QPushButton>(dialog, "dialogAccept")->isVisible());
    QVERIFY(find<QLineEdit>(dialog, "passwordNext")->text().isEmpty());
}

void TestAccount::theButtonIsOffUntilBothAreAlikeAndLongEnough()
{
    Stage stage;
    QWidget *dialog = openDialog(stage, "actionPassword");
    const auto *accept = find<QPushButton>(dialog, "dialogAccept");
    QVERIFY(!accept->isEnabled());
    type(dialog, "x", "ninechars", "ninechars");
    QVERIFY(!accept->isEnabled());
    type(dialog, "x", "ten characters", "ten character");
    QVERIFY(!accept->isEnabled());
    QVERIFY(!told(dialog, "passwordDialogBanner").isEmpty());
    type(dialog, "", "ten characters", "ten characters");
    QVERIFY(!accept->isEnabled());
    type(dialog, "x", "ten characters", "ten characters");
    QVERIFY(accept->isEnabled());
    QVERIFY(told(dialog, "passwordDialogBanner").isEmpty());
}

void TestAccount::whyAPasswordIsRefusedIsSaidAtItsField()
{
    Stage stage;
    QWidget *dialog = openDialog(stage, "actionPassword");
    type(dialog, "a wrong one", "a better password", "a better password");
    press(dialog, "dialogAccept");
    stage.settle();
    QVERIFY(told(dialog, "passwordDialogBanner").contains(QStringLiteral("current password is wrong")));
    QVERIFY(find<QLineEdit>(dialog, "passwordCurrent")->hasFocus());
    type(dialog, "the password as it is", "password123", "password123");
    press(dialog, "dialogAccept");
    stage.settle();
    QVERIFY(told(dialog, "passwordDialogBanner").contains(QStringLiteral("too common")));
    QVERIFY(find<QLineEdit>(dialog, "passwordNext")->hasFocus());
    QVERIFY(find<QPushButton>(dialog, "dialogAccept")->isEnabled());
}

void TestAccount::withoutALineNoPasswordIsChanged()
{
    Stage stage;
    QWidget *dialog = openDialog(stage, "actionPassword");
    stage.desk.setOnline(false);
    type(dialog, "the password as it is", "a better password", "a better password");
    press(dialog, "dialogAccept");
    stage.settle();
    QVERIFY(told(dialog, "passwordDialogBanner").contains(QStringLiteral("when the connection is restored")));
    QCOMPARE(stage.desk.password, std::string("the password as it is"));
}

void TestAccount::aPersonSeesTheirOwnDesksAndEndsOthersOnly()
{
    Stage stage;
    fillSessions(stage);
    QWidget *dialog = openDialog(stage, "actionSessions");
    QVERIFY(dialog);
    const auto *table = find<QTableView>(dialog, "sessionsTable");
    QCOMPARE(table->model()->rowCount(), 2);
    QVERIFY(cell(dialog, 0, 0).contains(QStringLiteral("this desk")));
    QCOMPARE(cell(dialog, 0, 1), QStringLiteral("10.0.4.17"));
    QVERIFY(!find<QComboBox>(dialog, "sessionsWhose")->isVisible());
    const auto *end = find<QPushButton>(dialog, "sessionsEnd");
    QVERIFY(!end->isEnabled());
    QVERIFY(!find<QLabel>(dialog, "sessionsWhat")->text().isEmpty());
    choose(dialog, 1);
    QVERIFY(end->isEnabled());
    press(dialog, "sessionsEnd");
    stage.settle();
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(stage.desk.sessions.size(), std::size_t{2});
}

void TestAccount::anAdminSeesEverybodys()
{
    Stage stage(Role::Admin);
    fillSessions(stage);
    QWidget *dialog = openDialog(stage, "actionSessions");
    auto *whose = find<QComboBox>(dialog, "sessionsWhose");
    QVERIFY(whose->isVisible());
    const auto *table = find<QTableView>(dialog, "sessionsTable");
    QCOMPARE(table->model()->rowCount(), 2);
    whose->setCurrentIndex(1);
    stage.settle();
    QCOMPARE(table->model()->rowCount(), 3);
    QVERIFY(cell(dialog, 1, 0).contains(QStringLiteral("seojun")));
    choose(dialog, 1);
    press(dialog, "sessionsEnd");
    stage.settle();
    QCOMPARE(table->model()->rowCount(), 2);
}

void TestAccount::whatSomebodyElseHasEndedIsGone()
{
    Stage stage;
    fillSessions(stage);
    QWidget *dialog = openDialog(stage, "actionSessions");
    choose(dialog, 1);
    stage.desk.sessions.pop_back();
    press(dialog, "sessionsEnd");
    stage.settle();
    QCOMPARE(find<QTableView>(dialog, "sessionsTable")->model()->rowCount(), 1);
    QVERIFY(told(dialog, "sessionsDialogBanner").isEmpty());
}

void TestAccount::theListIsAskedForAgainWhenTheLineIsBack()
{
    Stage stage;
    fillSessions(stage);
    openWindow(stage);
    stage.desk.setOnline(false);
    act(stage, "actionSessions")->trigger();
    QWidget *dialog = openDialog(stage);
    QVERIFY(!told(dialog, "sessionsDialogBanner").isEmpty());
    stage.desk.setOnline(true);
    stage.settle();
    QVERIFY(told(dialog, "sessionsDialogBanner").isEmpty());
    QCOMPARE(find<QTableView>(dialog, "sessionsTable")->model()->rowCount(), 2);
}

void TestAccount::signingOutWithCommandsWaitingSaysWhatBecomesOfThem()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
    stage.desk.setOnline(false);
    stage.desk.submit(EditNote{stage.oneIn(ReservationState::InHouse), "Extra pillow"});
    stage.settle();
    stage.access.waiting = 1;
    act(stage, "actionSignOut")->trigger();
    stage.settle();
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QWidget *>(QStringLiteral("signOutDialogBanner"))->isVisible());
    press(dialog, "dialogAccept");
    stage.settle();
    QVERIFY(find<QLineEdit>(stage.window.get(), "signInPassword")->isVisible());
}

void TestAccount::anotherBackendIsGoneOnWithOnlyWhenThePersonSaysSo()
{
    Stage stage(Role::Clerk);
    openWindow(stage);
    stage.access.setState({});
    stage.settle();
    const auto ask = [&] {
        stage.access.failNext({"other-backend",
                               {{"server", "https://b.example"},
                                {"known", "https://a.example"},
                                {"waiting", "2"},
                                {"key", "its key"}}});
        find<QLineEdit>(stage.window.get(), "signInPassword")->setText(QStringLiteral("deskbell"));
        find<QPushButton>(stage.window.get(), "signInEnter")->click();
        stage.settle();
    };
    ask();
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLabel *>(QStringLiteral("otherBackendKnown"))->text(),
             QStringLiteral("https://a.example"));
    QCOMPARE(dialog->findChild<QLabel *>(QStringLiteral("otherBackendServer"))->text(),
             QStringLiteral("https://b.example"));
    QVERIFY(dialog->findChild<QWidget *>(QStringLiteral("otherBackendDialogBanner"))->isVisible());
    QTest::keyClick(dialog, Qt::Key_Return); // as who does not read
    stage.settle();
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(stage.access.others.empty());
    QVERIFY(!stage.access.state().isSignedIn);
    ask();
    press(QApplication::activeModalWidget(), "dialogAccept");
    stage.settle();
    QVERIFY(stage.access.others == std::vector<std::string>{"its key"});
    QVERIFY(stage.access.state().isSignedIn);
}

QTEST_MAIN(TestAccount)
#include "tst_account.moc"
