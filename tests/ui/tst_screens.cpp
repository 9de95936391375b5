// Every screen of the desk, shown once in each language and scheme: nothing warns, every control has
// a name, nothing that is not translated shows, and the keys reach everything.

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

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

/// The least that people with weak eyes can read (WCAG AA).
constexpr double readable = 4.5;

/// Of what shows through is seen what lies under it.
double contrast(const QColor &words, const QColor &ground)
{
    const auto light = [&](const QColor &color) {
        const auto part = [&](double over, double under) {
            const double mixed = over * color.alphaF() + under * (1 - color.alphaF());
            return mixed <= 0.03928 ? mixed / 12.92 : std::pow((mixed + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(color.redF(), ground.redF()) + 0.7152 * part(color.greenF(), ground.greenF()) +
               0.0722 * part(color.blueF(), ground.blueF());
    };
    const double a = light(words);
    const double b = light(ground);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

/// What a screen has for a window, inside the window's frame.
QSize room(const QWidget &window)
{
    return window.screen()->availableSize() - QSize(0, 44);
}

/// What a field says, or would say as long as it is empty, is wider than the field.
bool isCut(const QLineEdit &edit)
{
    const bool isAPart = edit.parentWidget()->inherits("QAbstractSpinBox");
    const QString said = edit.text().isEmpty() ? edit.placeholderText() : edit.text();
    const QMargins margins = edit.textMargins();
    int around = isAPart ? 0 : 2 * 8; // the style sheet's padding
    for (const QAction *action : edit.actions())
        around += action->isVisible() ? 24 : 0;
    return edit.fontMetrics().horizontalAdvance(said) + margins.left() + margins.right() + around >
           edit.width();
}

bool isCut(const QComboBox &box)
{
    return box.fontMetrics().horizontalAdvance(box.currentText()) + 8 + 24 > box.width();
}

/// What empty fields ask for is written too faintly.
QStringList unreadableFields(const QWidget &shown)
{
    QStringList faint;
    for (const QWidget *field : shown.findChildren<QWidget *>()) {
        const QPalette palette = field->palette();
        const bool asks = !field->property("placeholderText").toString().isEmpty();
        if (asks && field->isVisible() && field->isEnabled() &&
            contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) < readable)
            faint << QLatin1String("too faint: ") + describe(field);
    }
    return faint;
}

/// The window itself, and what is done with a dialog, however low it is.
QStringList outsideOfTheScreen(const QWidget &shown)
{
    QStringList outside;
    const QSize most = room(shown);
    if (shown.width() > most.width() || shown.height() > most.height())
        outside << QStringLiteral("%1 by %2").arg(shown.width()).arg(shown.height());
    for (const char *name : {"dialogAccept", "dialogCancel"}) {
        const auto *button = shown.findChild<QPushButton *>(QLatin1String(name));
        if (button && button->isVisible() &&
            !shown.rect().contains({button->mapTo(&shown, QPoint()), button->size()}))
            outside << describe(button);
    }
    return outside;
}

QStringList cutHeads(const QHeaderView &head)
{
    QStringList cut;
    for (int i = 0; i < head.count(); ++i) {
        if (!head.isSectionHidden(i) && head.sectionSize(i) < head.sectionSizeHint(i))
            cut << QStringLiteral("%1: %2").arg(describe(&head),
                                                head.model()->headerData(i, head.orientation()).toString());
    }
    return cut;
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
    void initTestCase()
    {
        QVERIFY(m_languages.use(QStringLiteral("en")));
        ui::applyTheme(*qApp, ui::Scheme::Light);
    }
    void cleanup() { m_languages.use(QStringLiteral("en")); }

    void everyScreenShowsWithoutAWarningAndCanBeRead_data() { addScreens(); }
    void everyScreenShowsWithoutAWarningAndCanBeRead();
    void everyControlHasANameInBothLanguages_data() { addScreens(); }
    void everyControlHasANameInBothLanguages();
    void aChangeOfLanguageReachesEveryWord_data() { addScreens(); }
    void aChangeOfLanguageReachesEveryWord();
    void everyWordAndButtonIsInSight_data() { addScreens(); }
    void everyWordAndButtonIsInSight();
    void everyColourOfWordsCanBeReadOnItsGround();
    void thePageKeysScrollADialogThatIsTooLow();
    void tabWalksRoundEveryDialog_data() { addScreens(); }
    void tabWalksRoundEveryDialog();

private:
    QWidget *show(Stage &stage, int screen)
    {
        // A small laptop's screen, or the smaller one that the tests are run on.
        stage.window->resize(QSize(1366, 768).boundedTo(room(*stage.window)));
        stage.window->show();
        stage.settle();
        QWidget *shown = screens()[static_cast<std::size_t>(screen)].show(stage);
        stage.settle();
        return shown;
    }
    Role roleOf(int screen) const { return screens()[static_cast<std::size_t>(screen)].role; }

    ui::Languages m_languages;
};

void TestScreens::everyScreenShowsWithoutAWarningAndCanBeRead()
{
    QFETCH(int, screen);
    warnings.clear();
    const QtMessageHandler before = qInstallMessageHandler(listen);
    for (const ui::Scheme scheme : {ui::Scheme::Dark, ui::Scheme::Light}) {
        ui::applyTheme(*qApp, scheme);
        Stage stage(roleOf(screen));
        QWidget *shown = show(stage, screen);
        if (shown->grab().isNull())
            warnings << QStringLiteral("nothing was drawn");
        warnings << unreadableFields(*shown);
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

void TestScreens::everyWordAndButtonIsInSight()
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
            if (button->isVisible() && !button->icon().isNull() &&
                button->size().boundedTo(button->iconSize()) != button->iconSize())
                cut << QStringLiteral("%1: smaller than its icon").arg(describe(button));
        }
        for (const QLineEdit *edit : shown->findChildren<QLineEdit *>()) {
            if (edit->isVisible() && isCut(*edit))
                cut << QStringLiteral("%1: %2%3").arg(describe(edit), edit->text(), edit->placeholderText());
        }
        for (const QComboBox *box : shown->findChildren<QComboBox *>()) {
            if (box->isVisible() && isCut(*box))
                cut << QStringLiteral("%1: %2").arg(describe(box), box->currentText());
        }
        for (const QHeaderView *head : shown->findChildren<QHeaderView *>()) {
            if (head->isVisible() && head->orientation() == Qt::Horizontal)
                cut << cutHeads(*head);
        }
        for (const QPlainTextEdit *edit : shown->findChildren<QPlainTextEdit *>()) {
            if (edit->isVisible() && edit->height() < 3 * edit->fontMetrics().height())
                cut << describe(edit);
        }
        cut << outsideOfTheScreen(*shown);
        QVERIFY2(cut.isEmpty(), qPrintable(tag + QLatin1String(": ") + cut.join(u'\n')));
    }
}

void TestScreens::everyColourOfWordsCanBeReadOnItsGround()
{
    for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
        const ui::Theme &t = ui::Theme::of(scheme);
        std::vector<std::pair<QColor, QColor>> pairs{
            {t.accentText, t.accent},    {t.accentText, t.accentHover},
            {t.text, t.goodSoft},        {t.text, t.warnSoft},
            {t.text, t.badSoft},         {t.text, t.accentSoft},
            {t.textMuted, t.accentSoft}, {t.text, t.today},
            {t.text, t.weekend},         {t.scarce, t.warnSoft},
            {t.full, t.badSoft},
        };
        for (const QColor &words : {t.text, t.textMuted, t.accent, t.good, t.warn, t.bad}) {
            for (const QColor &ground : {t.window, t.surface, t.raised})
                pairs.emplace_back(words, ground);
        }
        for (const ui::StateLook &look : t.states)
            pairs.emplace_back(look.text, look.fill);
        for (const auto &[words, ground] : pairs)
            QVERIFY2(contrast(words, ground) >= readable,
                     qPrintable(words.name() + QLatin1String(" on ") + ground.name()));
    }
}

void TestScreens::thePageKeysScrollADialogThatIsTooLow()
{
    Stage stage;
    stage.window->show();
    stage.window->findChild<QAction *>(QStringLiteral("actionShortcuts"))->trigger();
    stage.settle();
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    dialog->resize(dialog->width(), 300);
    stage.settle();
    const QScrollBar *bar =
        dialog->findChild<QScrollArea *>(QStringLiteral("dialogBody"))->verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    QTest::keyClick(dialog, Qt::Key_PageDown);
    QVERIFY(bar->value() > 0);
    QTest::keyClick(dialog, Qt::Key_PageUp);
    QCOMPARE(bar->value(), 0);
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
