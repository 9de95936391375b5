// Every screen of the desk, shown once in each language and scheme: nothing warns, every control has
// a name, nothing that is not translated shows, and the keys reach everything.

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QCalendarWidget>
#include <QDialog>
#include <QLabel>
#include <QScrollBar>
#include <QTest>

#include <set>

#include "ui/languages.h"
#include "ui/screens.h"
#include "ui/theme.h"
#include "ui/window/mainwindow.h"

using namespace deskbell;
using namespace deskbell::testing;

namespace {

QStringList warnings;

void listen(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    // The offscreen platform says this of every dialog.
    if (type != QtDebugMsg && type != QtInfoMsg && !message.contains(QLatin1String("propagateSizeHints")))
        warnings << message;
}

/// What a person can put the keyboard on or press.
bool isControl(const QWidget *widget)
{
    if (!widget->isVisible() || qobject_cast<const QScrollBar *>(widget))
        return false;
    // Parts of Qt's own composites speak through the whole.
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (parent->inherits("QAbstractSpinBox") || parent->inherits("QComboBox") ||
            parent->inherits("QCalendarWidget") || parent->inherits("QLineEdit"))
            return false;
    }
    return widget->focusPolicy() & Qt::TabFocus || widget->inherits("QAbstractButton") ||
           widget->inherits("QAbstractItemView");
}

QString describe(const QWidget *widget)
{
    return QStringLiteral("%1 '%2' in '%3'")
        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
             widget->parentWidget() ? widget->parentWidget()->objectName() : QString());
}

void addScreens()
{
    QTest::addColumn<int>("screen");
    for (int i = 0; i < static_cast<int>(screens().size()); ++i)
        QTest::newRow(screens()[static_cast<std::size_t>(i)].name) << i;
}

} // namespace

class TestScreens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_languages.use(QStringLiteral("en"))); }
    void cleanup() { m_languages.use(QStringLiteral("en")); }

    void everyScreenShowsWithoutAWarning_data() { addScreens(); }
    void everyScreenShowsWithoutAWarning();
    void everyControlHasANameInBothLanguages_data() { addScreens(); }
    void everyControlHasANameInBothLanguages();
    void aChangeOfLanguageReachesEveryWord_data() { addScreens(); }
    void aChangeOfLanguageReachesEveryWord();
    void noWordIsCutOff_data() { addScreens(); }
    void noWordIsCutOff();
    void tabWalksRoundEveryDialog_data() { addScreens(); }
    void tabWalksRoundEveryDialog();

private:
    QWidget *show(Stage &stage, int screen)
    {
        stage.window->resize(1366, 768);
        stage.window->show();
        stage.settle();
        QWidget *shown = screens()[static_cast<std::size_t>(screen)].show(stage);
        stage.settle();
        return shown;
    }
    Role roleOf(int screen) const { return screens()[static_cast<std::size_t>(screen)].role; }

    ui::Languages m_languages;
};

void TestScreens::everyScreenShowsWithoutAWarning()
{
    QFETCH(int, screen);
    warnings.clear();
    const QtMessageHandler before = qInstallMessageHandler(listen);
    for (const ui::Scheme scheme : {ui::Scheme::Dark, ui::Scheme::Light}) {
        ui::applyTheme(*qApp, scheme);
        Stage stage(roleOf(screen));
        const QPixmap picture = show(stage, screen)->grab();
        if (picture.isNull())
            warnings << QStringLiteral("nothing was drawn");
    }
    qInstallMessageHandler(before);
    QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(u'\n')));
}

void TestScreens::everyControlHasANameInBothLanguages()
{
    QFETCH(int, screen);
    for (const QString &tag : ui::Languages::tags()) {
        QVERIFY(m_languages.use(tag));
        Stage stage(roleOf(screen));
        QWidget *shown = show(stage, screen);
        QStringList nameless;
        int controls = 0;
        for (const QWidget *widget : shown->findChildren<QWidget *>()) {
            if (!isControl(widget))
                continue;
            ++controls;
            QAccessibleInterface *interface =
                QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
                nameless << describe(widget);
        }
        QVERIFY(controls > 0);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }
}

void TestScreens::aChangeOfLanguageReachesEveryWord()
{
    QFETCH(int, screen);
    // Shown in English and switched, it says what it says when it is made in Korean.
    const auto words = [](QWidget *shown) {
        std::multiset<QString> all;
        for (const QLabel *label : shown->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty())
                all.insert(label->text());
        }
        for (const QAbstractButton *button : shown->findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                all.insert(button->text());
        }
        return all;
    };
    std::multiset<QString> made;
    {
        QVERIFY(m_languages.use(QStringLiteral("ko")));
        Stage stage(roleOf(screen));
        made = words(show(stage, screen));
        QVERIFY(m_languages.use(QStringLiteral("en")));
    }
    Stage stage(roleOf(screen));
    QWidget *shown = show(stage, screen);
    QVERIFY(words(shown) != made);
    QVERIFY(m_languages.use(QStringLiteral("ko")));
    stage.settle();
    const std::multiset<QString> switched = words(shown);
    QStringList different;
    for (const QString &word : switched) {
        if (!made.contains(word))
            different << word;
    }
    QVERIFY2(different.isEmpty(),
             qPrintable(QStringLiteral("still said: ") + different.join(QLatin1String(" | "))));
}

void TestScreens::noWordIsCutOff()
{
    QFETCH(int, screen);
    for (const QString &tag : ui::Languages::tags()) {
        QVERIFY(m_languages.use(tag));
        Stage stage(roleOf(screen));
        QWidget *shown = show(stage, screen);
        QStringList cut;
        for (const QLabel *label : shown->findChildren<QLabel *>()) {
            // Those that shorten themselves tell the whole in a tip.
            if (!label->isVisible() || label->text().isEmpty() ||
                label->inherits("deskbell::ui::ElidedLabel"))
                continue;
            const int wanted =
                label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            const bool isTooNarrow = !label->wordWrap() && label->width() < label->sizeHint().width();
            if (isTooNarrow || label->height() < wanted)
                cut << QStringLiteral("%1: %2").arg(describe(label), label->text());
        }
        for (const QAbstractButton *button : shown->findChildren<QAbstractButton *>()) {
            const bool isElastic = button->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
            if (button->isVisible() && !button->text().isEmpty() && !isElastic &&
                button->width() < button->minimumSizeHint().width())
                cut << QStringLiteral("%1: %2").arg(describe(button), button->text());
        }
        QVERIFY2(cut.isEmpty(), qPrintable(tag + QLatin1String(": ") + cut.join(u'\n')));
    }
}

void TestScreens::tabWalksRoundEveryDialog()
{
    QFETCH(int, screen);
    Stage stage(roleOf(screen));
    auto *dialog = qobject_cast<QDialog *>(show(stage, screen));
    if (!dialog)
        return; // the main window's own keys are tried in tst_mainwindow
    std::set<QWidget *> reached;
    for (int i = 0; i < 80; ++i) {
        if (QWidget *focus = QApplication::focusWidget())
            reached.insert(focus);
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : dialog, Qt::Key_Tab);
    }
    QStringList missed;
    for (QWidget *widget : dialog->findChildren<QWidget *>()) {
        const bool isMeant = isControl(widget) && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus;
        if (isMeant && !reached.contains(widget) && !widget->inherits("QToolButton"))
            missed << describe(widget);
    }
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
}

QTEST_MAIN(TestScreens)
#include "tst_screens.moc"
