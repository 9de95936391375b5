// Seats and copies are spoken of in words of their own wherever a clerk meets them: nothing there speaks
// of rooms, nights and stays, in either language.

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>

#include "domain/refusal.h"
#include "models/queuemodel.h"
#include "ui/languages.h"
#include "ui/outbox/attentioncardview.h"
#include "ui/outbox/choices.h"
#include "ui/scenes.h"

using namespace deskbell;
using namespace deskbell::testing;

namespace {

/// All that can be read in it.
QStringList wordsIn(const QWidget *part)
{
    QStringList words;
    const auto add = [&words](const QString &text) {
        if (!text.isEmpty())
            words << QString(text).remove(QLatin1Char('&'));
    };
    for (const QWidget *widget : part->findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(part))
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            add(label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            add(button->text());
        if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            add(field->placeholderText());
        if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            for (int i = 0; i < box->count(); ++i)
                add(box->itemText(i));
        }
        add(widget->toolTip());
        add(widget->accessibleName());
    }
    return words;
}

/// What of it speaks of rooms.
QString ofRooms(const QStringList &words)
{
    static const QRegularExpression rooms(
        QStringLiteral("\\broom|\\bnight|day use|check(ed)? ?(in|out)|\\barriv|\\bdepart|in house|\\bStay\\b|"
                       "객실|호실|\\d실|\\d호|숙박|투숙|체크|[0-9]박|데이유즈|도착|출발"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    for (const QString &one : words) {
        if (one.contains(rooms))
            found << one;
    }
    return found.join(QStringLiteral(" | "));
}

ReservationId of(Stage &stage, const char *code, ReservationState state)
{
    const Offering &offering = offeringOf(stage.desk.hotel(), code);
    for (const auto &[id, one] : stage.desk.hotel().reservations) {
        if (one.offering == offering.id && one.state == state)
            return id;
    }
    qFatal("no such reservation");
}

MakeReservation wish(Stage &stage, const char *code, int quantity)
{
    const Offering &offering = offeringOf(stage.desk.hotel(), code);
    MakeReservation make;
    make.reservation = ReservationId{stage.desk.newId()};
    make.offering = offering.id;
    const Date day = offering.startsAt ? std::chrono::floor<Days>(*offering.startsAt) : demoDate();
    make.stay = {day, offering.startsAt ? day : day + Days{7}};
    make.quantity = quantity;
    make.guest.name = "Ada Lovelace";
    make.currency = stage.desk.hotel().property.currency;
    make.nightlyPrices = {offering.basePrice * quantity};
    return make;
}

} // namespace

class TestKinds : public QObject
{
    Q_OBJECT

private slots:
    void thePanelSpeaksOfWhatIsReserved_data();
    void thePanelSpeaksOfWhatIsReserved();
    void theDialogsSpeakOfWhatIsReserved_data();
    void theDialogsSpeakOfWhatIsReserved();
    void thePaymentSpeaksOfWhatIsReserved();
    void theQueueSpeaksOfWhatIsReserved();
    void aHouseWithoutRoomsSpeaksOfNone_data();
    void aHouseWithoutRoomsSpeaksOfNone();
    void aHotelWithShowsNamesItsLanesForAll();
    void whatWaitsAndWhatWasRefusedSpeaksOfWhatIsReserved_data();
    void whatWaitsAndWhatWasRefusedSpeaksOfWhatIsReserved();
    void tooFewSeatsOfferThoseThatAreLeftAndNoRooms();
    void aSoldOutPerformanceOffersAnotherWithSeatsLeft();
    void aBranchWithALoanHandsOutFurtherCopies();
    void ticketsAreMovedToAnotherPerformanceOnItsDate();

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QByteArray>("code");
        for (const char *language : {"en", "ko"}) {
            for (const char *code : {"GULL", "WAVE"})
                QTest::addRow("%s %s", language, code) << QString::fromLatin1(language) << QByteArray(code);
        }
    }

    ui::Languages m_languages;
};

void TestKinds::thePanelSpeaksOfWhatIsReserved_data()
{
    languages();
}

void TestKinds::thePanelSpeaksOfWhatIsReserved()
{
    QFETCH(QString, language);
    QFETCH(QByteArray, code);
    QVERIFY(m_languages.use(language));
    Stage stage(Role::Manager, hotelWithShows());
    openWindow(stage);
    const auto *panel = stage.window->findChild<QWidget *>(QStringLiteral("reservationPanel"));
    int seen = 0;
    for (const auto &[id, one] : stage.desk.hotel().reservations) {
        if (one.offering != offeringOf(stage.desk.hotel(), code.constData()).id)
            continue;
        stage.window->showReservation(id);
        stage.settle();
        const QStringList words = wordsIn(panel);
        QVERIFY(words.join(u' ').contains(QString::fromStdString(one.guest.name)));
        QCOMPARE(ofRooms(words), QString());
        ++seen;
    }
    QVERIFY(seen > 3);
}

void TestKinds::theDialogsSpeakOfWhatIsReserved_data()
{
    languages();
}

void TestKinds::theDialogsSpeakOfWhatIsReserved()
{
    QFETCH(QString, language);
    QFETCH(QByteArray, code);
    QVERIFY(m_languages.use(language));
    const bool isLoan = code == "WAVE";
    for (const char *name : {"actionMove", "actionAssign", "actionCancel", "actionEditNote"}) {
        if (!isLoan && QLatin1String(name) == QLatin1String("actionAssign"))
            continue;
        Stage stage(Role::Manager, hotelWithShows());
        openWindow(stage);
        stage.window->showReservation(of(stage, code.constData(), ReservationState::Confirmed));
        stage.settle();
        QVERIFY2(act(stage, name)->isEnabled(), name);
        act(stage, name)->trigger();
        stage.settle();
        const QWidget *dialog = QApplication::activeModalWidget();
        QVERIFY2(dialog, name);
        QCOMPARE(ofRooms(wordsIn(dialog)), QString());
    }
}

void TestKinds::thePaymentSpeaksOfWhatIsReserved()
{
    for (const char *language : {"en", "ko"}) {
        QVERIFY(m_languages.use(QString::fromLatin1(language)));
        Stage stage(Role::Clerk, hotelWithShows());
        openWindow(stage);
        stage.window->showReservation(of(stage, "GULL", ReservationState::AwaitingPayment));
        stage.settle();
        act(stage, "actionTakePayment")->trigger();
        stage.settle();
        const QWidget *dialog = QApplication::activeModalWidget();
        QVERIFY(dialog);
        QCOMPARE(ofRooms(wordsIn(dialog)), QString());
    }
}

void TestKinds::theQueueSpeaksOfWhatIsReserved()
{
    for (const char *language : {"en", "ko"}) {
        QVERIFY(m_languages.use(QString::fromLatin1(language)));
        Stage stage(Role::Clerk, hotelWithShows());
        openWindow(stage);
        auto *list = stage.window->findChild<QListView *>(QStringLiteral("queueList"));
        int seen = 0;
        for (int lane = 0; lane < models::queueLaneCount; ++lane) {
            stage.window->findChild<QPushButton *>(QStringLiteral("lane%1").arg(lane))->click();
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                const QModelIndex index = list->model()->index(row, 0);
                const auto stay = index.data(models::StayRole).toUInt();
                if (stage.book.offering(stage.book.at(stay).offering).workflow.slotKind == SlotKind::PerNight)
                    continue;
                QCOMPARE(ofRooms({index.data().toString()}), QString());
                ++seen;
            }
        }
        QVERIFY(seen > 3);
    }
}

void TestKinds::aHouseWithoutRoomsSpeaksOfNone_data()
{
    languages();
}

void TestKinds::aHouseWithoutRoomsSpeaksOfNone()
{
    QFETCH(QString, language);
    QFETCH(QByteArray, code);
    QVERIFY(m_languages.use(language));
    DemoHotel house = hotelWithShows();
    keepOnly(house, {std::string_view(code.constData())});
    Stage stage(Role::Manager, std::move(house));
    openWindow(stage);
    auto *queue = find<QWidget>(stage.window.get(), "queuePanel");
    for (int lane = 0; lane < models::queueLaneCount; ++lane) {
        stage.window->findChild<QPushButton *>(QStringLiteral("lane%1").arg(lane))->click();
        QCOMPARE(ofRooms(wordsIn(queue)), QString());
    }
    QStringList words;
    for (const QAction *action : find<QToolButton>(stage.window.get(), "queueSort")->menu()->actions())
        words << action->text();
    words << find<QLineEdit>(stage.window.get(), "search")->placeholderText();
    words << wordsIn(find<QWidget>(stage.window.get(), "reservationPanel"));
    QVERIFY(words.size() > 5);
    QCOMPARE(ofRooms(words), QString());
}

void TestKinds::aHotelWithShowsNamesItsLanesForAll()
{
    QVERIFY(m_languages.use(QStringLiteral("en")));
    Stage stage(Role::Clerk, sharedHotel());
    openWindow(stage);
    const auto *arriving = find<QPushButton>(stage.window.get(), "lane4");
    QVERIFY(arriving->text().startsWith(QStringLiteral("Arriving")));
    // The hotel begins to sell tickets.
    addShowsAndTitles(stage.desk.hotel());
    stage.desk.publish();
    stage.settle();
    QVERIFY2(arriving->text().startsWith(QStringLiteral("Expected")), qPrintable(arriving->text()));
}

void TestKinds::whatWaitsAndWhatWasRefusedSpeaksOfWhatIsReserved_data()
{
    languages();
}

void TestKinds::whatWaitsAndWhatWasRefusedSpeaksOfWhatIsReserved()
{
    QFETCH(QString, language);
    QFETCH(QByteArray, code);
    QVERIFY(m_languages.use(language));
    Stage stage(Role::Manager, hotelWithShows());
    openWindow(stage);
    const ReservationId known = of(stage, code.constData(), ReservationState::Confirmed);
    const Offering offering = offeringOf(stage.desk.hotel(), code.constData());
    // Each refusal that a reservation of this kind can meet.
    const Facts facts{{"offering", toString(offering.id)},
                      {"night", "1970-01-01"},
                      {"free", "0"},
                      {"wanted", "3"},
                      {"unit", ""},
                      {"arrival", "2016-08-12"},
                      {"departure", "2016-08-12"},
                      {"owed", "100 EUR"},
                      {"businessDate", "2016-08-12"}};
    std::vector<std::string_view> codes{refusal::noStock,     refusal::unknownOffering, refusal::badStay,
                                        refusal::badQuantity, refusal::badPrices,       refusal::otherSlots,
                                        refusal::unitNotUsed, refusal::arrivalNotDue};
    if (offering.workflow.payment != PaymentTiming::None)
        codes.push_back(refusal::folioNotSettled);
    for (const std::string_view one : codes) {
        stage.desk.refuseNext(Error{std::string(one), facts});
        stage.desk.submit(wish(stage, code.constData(), 1));
        stage.settle();
    }
    stage.desk.refuseNext(Error{std::string(refusal::arrivalNotDue), facts});
    stage.desk.submit(CheckIn{known});
    stage.settle();
    QVERIFY(stage.desk.outbox().cards.size() == codes.size() + 1);
    stage.desk.setOnline(false);
    stage.desk.submit(wish(stage, code.constData(), 1));
    stage.desk.submit(CheckIn{known});
    stage.window->showOutbox(true);
    stage.settle();
    QVERIFY(stage.desk.outbox().items.size() == 2);
    QCOMPARE(ofRooms(wordsIn(stage.window->findChild<QWidget *>(QStringLiteral("outboxPanel")))), QString());
}

void TestKinds::tooFewSeatsOfferThoseThatAreLeftAndNoRooms()
{
    QVERIFY(m_languages.use(QStringLiteral("en")));
    Stage stage(Role::Clerk, hotelWithShows());
    openWindow(stage);
    // In the same moment somebody else takes ten of the 63 that are left.
    const Actor other{{}, "Another desk", Role::Clerk};
    const MakeReservation wanted = wish(stage, "GULL", 60);
    stage.desk.refuseNext(Error{std::string(refusal::noStock), {}});
    stage.desk.submit(wanted);
    QVERIFY(stage.desk.happen(wish(stage, "GULL", 10), other));
    stage.settle();
    const models::AttentionCard card = stage.desk.outbox().cards.front();
    const auto choices = ui::choicesFor(card, ui::BookHouse(stage.book));
    QCOMPARE(choices.front().words, QStringLiteral("Take only 53 seats, €1,855.00"));
    for (const ui::Choice &choice : choices) {
        const auto *make = choice.args ? std::get_if<MakeReservation>(&*choice.args) : nullptr;
        if (make)
            QVERIFY2(make->offering == wanted.offering, qPrintable(choice.words));
    }
    stage.desk.submit(*choices.front().args, {{}, card.command.id});
    stage.settle();
    QVERIFY(stage.desk.outbox().cards.empty());
    QCOMPARE(stage.at(wanted.reservation).quantity, 53);
}

void TestKinds::aSoldOutPerformanceOffersAnotherWithSeatsLeft()
{
    QVERIFY(m_languages.use(QStringLiteral("en")));
    Stage stage(Role::Clerk, hotelWithShows());
    openWindow(stage);
    const Actor other{{}, "Another desk", Role::Manager};
    // Four seats come free and are gone again in the same moment.
    QVERIFY(stage.desk.happen(CancelReservation{of(stage, "HAML", ReservationState::Confirmed), ""}, other));
    stage.settle();
    stage.desk.refuseNext(Error{std::string(refusal::noStock), {}});
    stage.desk.submit(wish(stage, "HAML", 2));
    const int left = ui::BookHouse(stage.book).free(offeringOf(stage.desk.hotel(), "HAML").id, demoDate());
    QVERIFY(left >= 2);
    QVERIFY(stage.desk.happen(wish(stage, "HAML", left), other));
    stage.settle();
    const auto choices = ui::choicesFor(stage.desk.outbox().cards.front(), ui::BookHouse(stage.book));
    const auto &instead = std::get<MakeReservation>(*choices.front().args);
    QVERIFY(instead.offering == offeringOf(stage.desk.hotel(), "GULL").id);
    QCOMPARE(instead.stay.arrival, demoDate());
    QCOMPARE(instead.nightlyPrices, std::vector<std::int64_t>{2 * 3500});
}

void TestKinds::aBranchWithALoanHandsOutFurtherCopies()
{
    QVERIFY(m_languages.use(QStringLiteral("en")));
    Stage stage(Role::Clerk, hotelWithShows());
    openWindow(stage);
    stage.window->showReservation(of(stage, "WAVE", ReservationState::AwaitingUnit));
    stage.settle();
    act(stage, "actionAssign")->trigger();
    stage.settle();
    const QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QListWidget *>(QStringLiteral("assignList"))->count(), 2);
}

void TestKinds::ticketsAreMovedToAnotherPerformanceOnItsDate()
{
    QVERIFY(m_languages.use(QStringLiteral("en")));
    Stage stage(Role::Manager, hotelWithShows());
    stage.desk.hotel().offerings.back().order = 0; // whatever stands first
    openWindow(stage);
    Offering more = offeringOf(stage.desk.hotel(), "HAML");
    stage.desk.submit(PutOffering{more.id, more.code, more.name, "ticket", 200, more.basePrice, 1, more.order,
                                  more.startsAt});
    const ReservationId id = of(stage, "GULL", ReservationState::Confirmed);
    stage.window->showReservation(id);
    stage.settle();
    act(stage, "actionMove")->trigger();
    stage.settle();
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QWidget *>(QStringLiteral("stayArrival"))->isVisible());
    QVERIFY(!dialog->findChild<QWidget *>(QStringLiteral("stayUnit"))->isVisible());
    auto *which = dialog->findChild<QComboBox *>(QStringLiteral("stayOffering"));
    QCOMPARE(which->count(), 2); // the performances, neither rooms nor titles
    which->setCurrentIndex(which->findData(QString::fromStdString(toString(more.id))));
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("dialogAccept")), Qt::LeftButton);
    stage.settle();
    QVERIFY(stage.at(id).offering == more.id);
    QCOMPARE(stage.at(id).stay.arrival, demoDate() + Days{2});
    QCOMPARE(stage.at(id).nightlyPrices, std::vector<std::int64_t>{more.basePrice * stage.at(id).quantity});
}

QTEST_MAIN(TestKinds)
#include "tst_kinds.moc"
