// What people typed is shown to the letter on every screen: no markup, no key, no order of words turned
// round, no value taken for the place of another.

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>
#include <QToolTip>

#include "ui/languages.h"
#include "ui/parts/parts.h"
#include "ui/plaintext.h"
#include "ui/screens.h"
#include "ui/sentences.h"
#include "ui/window/mainwindow.h"

using namespace deskbell;
using namespace deskbell::testing;

namespace {

const QString markup = QStringLiteral("<b>Bold</b><br><img src='file:///dev/zero'> &lt;");
const QString formula = QStringLiteral("Kim & Park %1 %2 %n [*]");
const QString turned = QStringLiteral("Rev\u202Eersed\u2066"); // an override and an isolate that nobody ends
const QString hebrew = QStringLiteral("דוד לוי");
const QChar isolateStart(0x2068);
const QChar isolateEnd(0x2069);

std::string utf8(const QString &text)
{
    return text.toStdString();
}

/// Every text that a person can have typed, each hostile in its own way.
DemoHotel hostile()
{
    DemoHotel hotel = sharedHotel();
    const QString values[] = {markup, formula, turned, hebrew};
    std::size_t next = 0;
    const auto give = [&](std::string &text) { text = utf8(values[next++ % std::size(values)]); };
    give(hotel.property.name);
    for (Offering &offering : hotel.offerings)
        give(offering.name);
    for (Unit &unit : hotel.units)
        give(unit.name);
    for (auto &[id, reservation] : hotel.reservations) {
        give(reservation.guest.name);
        give(reservation.guest.phone);
        give(reservation.guest.email);
        give(reservation.note);
        give(reservation.endReason);
        for (HistoryEntry &entry : reservation.history) {
            give(entry.actor);
            if (entry.what == "note-edited" || entry.what == "reservation-cancelled")
                give(entry.detail);
        }
    }
    return hotel;
}

struct Said
{
    QString where;
    QString text;
    bool hasKeys = false; ///< "&&" stands for "&"
};

using Words = QList<Said>;

QString nameOf(const QObject &object)
{
    return QLatin1String(object.metaObject()->className()) + u' ' + object.objectName();
}

void addItems(Words &words, const QAbstractItemView &view)
{
    const QAbstractItemModel *model = view.model();
    for (int row = 0; model && row < std::min(model->rowCount(), 12); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                words.append({nameOf(view), model->index(row, column).data(role).toString()});
        }
    }
}

void addAccessible(Words &words, QWidget *widget)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
    if (!face)
        return;
    words.append({nameOf(*widget) + QLatin1String(" to a reader"), face->text(QAccessible::Name)});
    words.append({nameOf(*widget) + QLatin1String(" to a reader"), face->text(QAccessible::Description)});
    if (!widget->inherits("deskbell::ui::Board"))
        return;
    for (int i = 0; i < std::min(face->childCount(), 20); ++i)
        words.append({QStringLiteral("bar"), face->child(i)->text(QAccessible::Name)});
}

/// All that a window says, fields apart.
Words wordsOf(QWidget &window)
{
    Words words{{QStringLiteral("title"), window.windowTitle()}};
    QWidgetList all = window.findChildren<QWidget *>();
    all.prepend(&window);
    for (QWidget *widget : all) {
        words.append({nameOf(*widget) + QLatin1String(" tip"), widget->toolTip()});
        if (qobject_cast<QLineEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget))
            continue;
        if (widget->isVisible())
            addAccessible(words, widget);
        if (const auto *label = qobject_cast<QLabel *>(widget))
            words.append({nameOf(*widget), label->text(), label->buddy() != nullptr});
        if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            words.append({nameOf(*widget), button->text(), true});
        if (const auto *view = qobject_cast<QAbstractItemView *>(widget))
            addItems(words, *view);
        if (const auto *box = qobject_cast<QComboBox *>(widget)) {
            for (int i = 0; i < box->count(); ++i)
                words.append({nameOf(*widget), box->itemText(i)});
        }
        for (const QAction *action : widget->actions())
            words.append({nameOf(*action), action->text(), true});
    }
    return words;
}

/// What is not there to the letter.
QString fault(const Said &said)
{
    const QString text =
        said.hasKeys ? QString(said.text).replace(QLatin1String("&&"), QLatin1String("&")) : said.text;
    for (ushort c : {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067}) {
        if (text.contains(QChar(c)))
            return QStringLiteral("a mark that turns the text round");
    }
    if (text.contains(QLatin1String("Bold")) && !text.contains(markup))
        return QStringLiteral("markup");
    if (text.contains(QLatin1String("Kim")) && !text.contains(formula.chopped(4)))
        return QStringLiteral("a key or a place");
    if (said.hasKeys && said.text.contains(QLatin1String("Kim & ")))
        return QStringLiteral("a key");
    if (text.contains(QLatin1String("Rev")) && text.contains(QLatin1String("sed")) &&
        !text.contains(QLatin1String("Reversed")))
        return QStringLiteral("other letters");
    if (text.contains(hebrew) && !text.contains(isolateStart + hebrew + isolateEnd))
        return QStringLiteral("not isolated");
    return {};
}

const QLabel *tipLabel()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->inherits("QTipLabel"))
            return qobject_cast<QLabel *>(window);
    }
    return nullptr;
}

} // namespace

class TestPlainText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_languages.use(QStringLiteral("en"))); }
    void cleanup() { m_languages.use(QStringLiteral("en")); }

    void everyScreenShowsWhatWasTypedToTheLetter_data();
    void everyScreenShowsWhatWasTypedToTheLetter();
    void noLabelTipOrMessageReadsMarkup();
    void aNameIsNoPlaceForAnotherValue();
    void whatIsWrittenFromTheRightIsIsolatedAndWhatTurnsIsGone();
    void whatIsCopiedHasNoIsolates();
    void aFieldHasWhatWasTyped();

private:
    ui::Languages m_languages;
};

void TestPlainText::everyScreenShowsWhatWasTypedToTheLetter_data()
{
    QTest::addColumn<int>("screen");
    for (int i = 0; i < static_cast<int>(screens().size()); ++i)
        QTest::newRow(screens()[static_cast<std::size_t>(i)].name) << i;
}

void TestPlainText::everyScreenShowsWhatWasTypedToTheLetter()
{
    QFETCH(int, screen);
    const Screen &wanted = screens()[static_cast<std::size_t>(screen)];
    QStringList faults;
    for (const QString &tag : ui::Languages::tags()) {
        QVERIFY(m_languages.use(tag));
        Stage stage(wanted.role, hostile());
        stage.desk.beCalled(utf8(formula));
        stage.window->show();
        stage.desk.setLink(stage.desk.link());
        QWidget *shown = wanted.show(stage);
        stage.settle();
        for (QWidget *window : {shown, static_cast<QWidget *>(stage.window.get())}) {
            for (const Said &said : wordsOf(*window)) {
                if (const QString what = fault(said); !what.isEmpty())
                    faults << QStringLiteral("%1: %2: %3").arg(said.where, what, said.text);
            }
            for (const QLabel *label : window->findChildren<QLabel *>()) {
                if (label->isVisible() && label->textFormat() != Qt::PlainText)
                    faults << nameOf(*label) + QLatin1String(" reads markup");
            }
        }
    }
    faults.removeDuplicates();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestPlainText::noLabelTipOrMessageReadsMarkup()
{
    Stage stage;
    stage.window->show();
    QToolTip::showText(stage.window->mapToGlobal(QPoint(20, 20)), markup, stage.window.get());
    const QLabel *tip = tipLabel();
    QVERIFY(tip);
    QCOMPARE(tip->textFormat(), Qt::PlainText);
    QCOMPARE(tip->text(), markup);
    QToolTip::hideText();
    QLabel plain(markup);
    plain.show();
    QCOMPARE(plain.textFormat(), Qt::PlainText);
    QMessageBox box(QMessageBox::Warning, QStringLiteral("Deskbell"), markup);
    box.setInformativeText(markup);
    box.show();
    QCOMPARE(box.textFormat(), Qt::PlainText);
    for (const QLabel *label : box.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestPlainText::aNameIsNoPlaceForAnotherValue()
{
    QCOMPARE(ui::filled(QStringLiteral("%1 is full on %2: 100 %, %9"),
                        {QStringLiteral("Early %2 %1"), QStringLiteral("Monday")}),
             QStringLiteral("Early %2 %1 is full on Monday: 100 %, %9"));
    ui::Names names;
    names.offering = [](const OfferingId &) { return QStringLiteral("Early bird %2 %3"); };
    const Error full{"no-stock",
                     {{"offering", "0190b6e0-0000-7000-8000-000000000001"},
                      {"night", "2016-08-03"},
                      {"free", "0"},
                      {"wanted", "1"}}};
    QCOMPARE(ui::sentence(full, names),
             QStringLiteral("Early bird %2 %3 is full on Wed 3 Aug 2016: 0 free, 1 wanted."));
    QCOMPARE(ui::buttonText(QStringLiteral("Kim & Park")), QStringLiteral("Kim && Park"));
    QWidget window;
    window.setWindowTitle(ui::titleText(QStringLiteral("Inn [*] – Deskbell")));
    QCOMPARE(QString(window.windowTitle()).replace(QLatin1String("[*][*]"), QLatin1String("[*]")),
             QStringLiteral("Inn [*] – Deskbell"));
}

void TestPlainText::whatIsWrittenFromTheRightIsIsolatedAndWhatTurnsIsGone()
{
    QCOMPARE(ui::shown(hebrew), isolateStart + hebrew + isolateEnd);
    QCOMPARE(ui::shown(QStringLiteral("علي")), isolateStart + QStringLiteral("علي") + isolateEnd);
    QCOMPARE(ui::shown(turned), QStringLiteral("Reversed"));
    QCOMPARE(ui::shown(QStringLiteral("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069")), QString());
    for (const QString &left :
         {QStringLiteral("Kim Mina"), QStringLiteral("김미나"), QStringLiteral("Zoë"), markup, formula})
        QCOMPARE(ui::shown(left), left);
}

void TestPlainText::whatIsCopiedHasNoIsolates()
{
    Stage stage; // its window watches over the application
    QCOMPARE(ui::withoutIsolates(ui::shown(hebrew) + u'!'), hebrew + u'!');
    QApplication::clipboard()->setText(ui::shown(hebrew) + QLatin1String(", room 101"));
    if (!QApplication::clipboard()->ownsClipboard())
        QSKIP("this platform does not say whose the clipboard is");
    QCOMPARE(QApplication::clipboard()->text(), hebrew + QLatin1String(", room 101"));
}

void TestPlainText::aFieldHasWhatWasTyped()
{
    DemoHotel hotel = sharedHotel();
    for (auto &[id, reservation] : hotel.reservations) {
        reservation.guest.name = utf8(hebrew);
        reservation.note = utf8(turned);
    }
    Stage stage(Role::Clerk, hotel);
    stage.window->show();
    const auto open = [&](const char *action) {
        stage.window->showReservation(stage.oneIn(ReservationState::Confirmed));
        stage.settle();
        stage.window->findChild<QAction *>(QLatin1String(action))->trigger();
        stage.settle();
        return QApplication::activeModalWidget();
    };
    QWidget *dialog = open("actionEditGuest");
    QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("guestName"))->text(), hebrew);
    dialog->close();
    stage.settle();
    dialog = open("actionEditNote");
    QCOMPARE(dialog->findChild<QPlainTextEdit *>(QStringLiteral("noteText"))->toPlainText(), turned);
}

QTEST_MAIN(TestPlainText)
#include "tst_plaintext.moc"
