// Every dialog by the keyboard and on a bad day: nothing typed is lost when the desk cannot keep it, Enter
// presses what has the focus, Escape asks before it drops something, and no key means two things.

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

#include <map>

#include "ui/languages.h"
#include "ui/parts/fieldvalues.h"
#include "ui/parts/moneyedit.h"
#include "ui/parts/parts.h"
#include "ui/scenes.h"

using namespace deskbell;
using namespace deskbell::testing;

namespace {

QPushButton *accepting(QWidget *dialog)
{
    return find<QPushButton>(dialog, "dialogAccept");
}

/// Puts something that fits into every empty field.
void fillIn(QWidget *dialog)
{
    for (QLineEdit *field : dialog->findChildren<QLineEdit *>()) {
        const bool isOwn =
            !field->parentWidget()->inherits("QAbstractSpinBox") && !qobject_cast<ui::MoneyEdit *>(field);
        if (!field->isVisible() || !field->text().isEmpty() || !isOwn ||
            field->objectName() == QLatin1String("assignSearch"))
            continue;
        const QString name = field->objectName();
        QTest::keyClicks(field, name == QLatin1String("guestPhone")   ? QStringLiteral("010-1234-5678")
                                : name == QLatin1String("guestEmail") ? QStringLiteral("kim@hotel.example")
                                                                      : QStringLiteral("Annex 9"));
    }
    for (QPlainTextEdit *field : dialog->findChildren<QPlainTextEdit *>()) {
        if (field->isVisible() && field->toPlainText().isEmpty())
            QTest::keyClicks(field, QStringLiteral("Late, by train"));
    }
}

/// The first field that takes words.
QWidget *textField(QWidget *dialog)
{
    for (QWidget *field : dialog->findChildren<QWidget *>()) {
        const bool isText =
            qobject_cast<QPlainTextEdit *>(field) ||
            (qobject_cast<QLineEdit *>(field) && !field->parentWidget()->inherits("QAbstractSpinBox"));
        if (isText && field->isVisible() && field->isEnabled() &&
            !field->objectName().endsWith(QLatin1String("Search")))
            return field;
    }
    return nullptr;
}

/// "Alt+C" of every word in the window that has one, with the words that have it.
std::map<QString, QStringList> keysOf(QWidget &window)
{
    std::map<QString, QStringList> keys;
    const auto add = [&](const QString &words) {
        const QKeySequence key = QKeySequence::mnemonic(words);
        if (!key.isEmpty())
            keys[key.toString()] << words;
    };
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            add(button->text());
        else if (const auto *label = qobject_cast<QLabel *>(widget); label && label->buddy())
            add(label->text());
        else if (const auto *tabs = qobject_cast<QTabBar *>(widget))
            for (int i = 0; i < tabs->count(); ++i)
                add(tabs->tabText(i));
        else if (const auto *bar = qobject_cast<QMenuBar *>(widget))
            for (const QAction *action : bar->actions())
                add(action->text());
    }
    return keys;
}

/// Of a menu's own words.
std::map<QString, QStringList> keysOf(const QMenu &menu)
{
    std::map<QString, QStringList> keys;
    for (const QAction *action : menu.actions()) {
        if (const QKeySequence key = QKeySequence::mnemonic(action->text()); !key.isEmpty())
            keys[key.toString()] << action->text();
    }
    return keys;
}

QStringList twice(const std::map<QString, QStringList> &keys)
{
    QStringList found;
    for (const auto &[key, words] : keys) {
        if (words.size() > 1)
            found << key + QLatin1String(": ") + words.join(QLatin1String(" | "));
    }
    return found;
}

void addScreens()
{
    QTest::addColumn<int>("screen");
    for (int i = 0; i < static_cast<int>(screens().size()); ++i)
        QTest::newRow(screens()[static_cast<std::size_t>(i)].name) << i;
}

} // namespace

class TestDialogs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_languages.use(QStringLiteral("en"))); }
    void cleanup() { m_languages.use(QStringLiteral("en")); }

    void nothingTypedIsLostWhenNothingCanBeKept_data() { addScreens(); }
    void nothingTypedIsLostWhenNothingCanBeKept();
    void ofSeveralOnlyWhatWasNotKeptIsAskedForAgain();
    void enterPressesTheButtonThatHasTheFocus_data() { addScreens(); }
    void enterPressesTheButtonThatHasTheFocus();
    void escapeAsksBeforeItDropsWhatWasTyped_data() { addScreens(); }
    void escapeAsksBeforeItDropsWhatWasTyped();
    void noKeyMeansTwoThings_data() { addScreens(); }
    void noKeyMeansTwoThings();

private:
    QDialog *show(Stage &stage, int screen)
    {
        openWindow(stage);
        return qobject_cast<QDialog *>(shown(stage, screen));
    }
    static QWidget *shown(Stage &stage, int screen)
    {
        QWidget *widget = screens()[static_cast<std::size_t>(screen)].show(stage);
        stage.settle();
        return widget;
    }
    static Role roleOf(int screen) { return screens()[static_cast<std::size_t>(screen)].role; }

    ui::Languages m_languages;
};

void TestDialogs::nothingTypedIsLostWhenNothingCanBeKept()
{
    QFETCH(int, screen);
    Stage stage(roleOf(screen));
    const QPointer<QDialog> dialog = show(stage, screen);
    // These ask for nothing that the desk would have to keep.
    static const QStringList ofAccess{QStringLiteral("signOutDialog"), QStringLiteral("otherBackendDialog"),
                                      QStringLiteral("passwordDialog")};
    if (!dialog || accepting(dialog)->isHidden() || ofAccess.contains(dialog->objectName()))
        return;
    fillIn(dialog);
    stage.settle();
    if (!accepting(dialog)->isEnabled())
        return; // something else is wrong with it, and says so
    if (accepting(dialog)->property("again").toBool())
        return; // a payment that is over
    const QVariantList before = ui::fieldValues(*dialog);
    const std::size_t given = stage.desk.given().size();
    stage.desk.keepNothing(Error{"disk-full", {}});
    QTest::mouseClick(accepting(dialog), Qt::LeftButton);
    stage.settle();
    QVERIFY2(dialog && dialog->isVisible(), "the dialog is gone, and what was typed with it");
    QCOMPARE(ui::fieldValues(*dialog), before);
    const auto *banner = find<ui::Banner>(dialog, qPrintable(dialog->objectName() + QLatin1String("Banner")));
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->told().contains(QLatin1String("disk")), qPrintable(banner->told()));
    QVERIFY(find<QLabel>(stage.window.get(), "footText")->text().isEmpty());
    QVERIFY(accepting(dialog)->isEnabled());

    stage.desk.keepNothing({});
    QTest::mouseClick(accepting(dialog), Qt::LeftButton);
    stage.settle();
    QVERIFY(stage.desk.given().size() > given);
    QVERIFY(!dialog || dialog->objectName() == QLatin1String("paymentDialog") || !dialog->isVisible());
    QVERIFY(!find<QLabel>(stage.window.get(), "footText")->text().isEmpty());
}

void TestDialogs::ofSeveralOnlyWhatWasNotKeptIsAskedForAgain()
{
    Stage stage(Role::Manager);
    openWindow(stage);
    shown(stage, static_cast<int>(std::distance(
                     screens().begin(), std::ranges::find_if(screens(), [](const Screen &one) {
                         return QLatin1String(one.name) == QLatin1String("06-manager-requested");
                     }))));
    act(stage, "actionReject")->trigger();
    QWidget *dialog = openDialog(stage);
    QVERIFY(dialog);
    QTest::keyClicks(find<QPlainTextEdit>(dialog, "reasonText"), QStringLiteral("Full"));
    const std::size_t given = stage.desk.given().size();
    stage.desk.keepNothing(Error{"disk-full", {}}, 1); // room for one
    press(dialog, "dialogAccept");
    stage.settle();
    QVERIFY(dialog->isVisible());
    const auto *banner = find<ui::Banner>(dialog, "reasonDialogBanner");
    QVERIFY2(banner->told().startsWith(QLatin1String("2 of 3 could not be kept: ")),
             qPrintable(banner->told()));
    stage.desk.keepNothing({});
    press(dialog, "dialogAccept");
    stage.settle();
    QCOMPARE(stage.desk.given().size(), given + 3);
    QVERIFY(!openDialog(stage));
}

void TestDialogs::enterPressesTheButtonThatHasTheFocus()
{
    QFETCH(int, screen);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space}) {
        Stage stage(roleOf(screen));
        const QPointer<QDialog> dialog = show(stage, screen);
        if (!dialog)
            return;
        const std::size_t given = stage.desk.given().size();
        auto *cancel = find<QPushButton>(dialog, "dialogCancel");
        cancel->setFocus(Qt::TabFocusReason);
        QVERIFY(cancel->hasFocus());
        QTest::keyClick(cancel, key);
        stage.settle();
        QVERIFY2(!dialog || !dialog->isVisible(), "it is still open");
        QCOMPARE(stage.desk.given().size(), given);
    }
}

void TestDialogs::escapeAsksBeforeItDropsWhatWasTyped()
{
    QFETCH(int, screen);
    Stage stage(roleOf(screen));
    const QPointer<QDialog> dialog = show(stage, screen);
    if (!dialog)
        return;
    QWidget *field = accepting(dialog)->isHidden() ? nullptr : textField(dialog);
    if (!field || accepting(dialog)->property("again").toBool()) {
        QTest::keyClick(dialog, Qt::Key_Escape);
        stage.settle();
        QVERIFY(!dialog || !dialog->isVisible());
        return;
    }
    QTest::keyClicks(field, QStringLiteral("7"));
    stage.settle();
    QTest::keyClick(field, Qt::Key_Escape);
    stage.settle();
    QVERIFY2(dialog && dialog->isVisible(), "dropped unasked");
    const auto *banner = find<ui::Banner>(dialog, qPrintable(dialog->objectName() + QLatin1String("Banner")));
    QVERIFY2(banner->told().contains(QLatin1String("Escape")), qPrintable(banner->told()));
    QTest::keyClicks(field, QStringLiteral("7")); // goes on, so that it is asked anew
    QTest::keyClick(field, Qt::Key_Escape);
    stage.settle();
    QVERIFY(dialog && dialog->isVisible());
    QTest::keyClick(field, Qt::Key_Escape);
    stage.settle();
    QVERIFY(!dialog || !dialog->isVisible());
}

void TestDialogs::noKeyMeansTwoThings()
{
    QFETCH(int, screen);
    QStringList found;
    for (const QString &tag : ui::Languages::tags()) {
        QVERIFY(m_languages.use(tag));
        Stage stage(roleOf(screen));
        openWindow(stage);
        QWidget *widget = shown(stage, screen);
        for (QWidget *window : {widget, static_cast<QWidget *>(stage.window.get())})
            found << twice(keysOf(*window));
        for (const QMenu *menu : stage.window->findChildren<QMenu *>())
            found << twice(keysOf(*menu));
    }
    found.removeDuplicates();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
