// board_gallery DIR [WORKLOAD]: pictures of the board to be looked at by people: light and dark,
// Korean and English, week, month and year, 100 % and 200 %, and what a drag, a selection and the
// keyboard look like. On the demonstration hotel, which has every state, and on a workload's house.

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QMouseEvent>
#include <QTest>

#include <cstdio>

#include "benchmarks/workload.h"
#include "support/desk/fakefrontdesk.h"
#include "ui/board/board.h"
#include "ui/theme.h"

using namespace deskbell;

namespace {

struct Shot
{
    QString name;
    int days;
    ui::Scheme scheme;
    QSize size{1600, 900};
};

void take(ui::Board &board, const QString &folder, const Shot &shot)
{
    ui::applyTheme(*qApp, shot.scheme);
    board.resize(shot.size);
    if (shot.days > 0)
        board.showDays(shot.days);
    else
        board.setDayWidth(40);
    board.goToToday();
    QCoreApplication::processEvents();
    const QString path = QStringLiteral("%1/%2.png").arg(folder, shot.name);
    if (!board.grab().save(path))
        std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
}

void takeAll(ui::Board &board, const QString &folder, const QString &prefix)
{
    using ui::Scheme;
    for (const Shot &shot : {Shot{"month-light", 0, Scheme::Light}, Shot{"month-dark", 0, Scheme::Dark},
                             Shot{"week-light", 9, Scheme::Light}, Shot{"quarter-light", 92, Scheme::Light},
                             Shot{"year-light", 365, Scheme::Light}, Shot{"year-dark", 365, Scheme::Dark},
                             Shot{"small-light", 0, Scheme::Light, {900, 520}}})
        take(board, folder, {prefix + shot.name, shot.days, shot.scheme, shot.size});
}

void drag(ui::Board &board, const QPoint &from, const QPoint &to)
{
    QWidget *body = board.viewport();
    QTest::mousePress(body, Qt::LeftButton, {}, from);
    const auto move = [body](const QPoint &at) {
        QMouseEvent event(QEvent::MouseMove, at, body->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(body, &event);
    };
    move((from + to) / 2);
    move(to);
}

/// A drag to a place that is taken, one to a place that is free, and the keyboard's cell.
void takeDoing(ui::Board &board, const models::Book &book, const QString &folder, const QString &prefix)
{
    take(board, folder, {prefix + "plain", 0, ui::Scheme::Light});
    const auto &scene = board.scene();
    for (int row = 0; row < scene.rows.count(); ++row) {
        for (const ui::Bar &bar :
             scene.bars(row, board.visibleContent().left() + 200, board.visibleContent().right() - 300)) {
            const models::BookedStay &stay = book.at(bar.stay);
            if (bar.isWish || stay.place != models::BoardPlace::Unit ||
                !stay.can(typeOf<MoveReservation>()) || row + 4 >= scene.rows.count() ||
                stay.state != ReservationState::Confirmed)
                continue;
            const QPoint from = board.toViewport(bar.rect).center();
            drag(board, from, from + QPoint(40, 3 * bar.rect.height()));
            board.grab().save(QStringLiteral("%1/%2drag.png").arg(folder, prefix));
            QTest::keyClick(&board, Qt::Key_Escape);
            QTest::mouseRelease(board.viewport(), Qt::LeftButton, {}, from);
            QTest::mouseClick(board.viewport(), Qt::LeftButton, {}, from);
            QTest::keyClick(&board, Qt::Key_Down);
            QTest::keyClick(&board, Qt::Key_Right, Qt::ShiftModifier);
            QTest::keyClick(&board, Qt::Key_Right, Qt::ShiftModifier);
            board.grab().save(QStringLiteral("%1/%2keys.png").arg(folder, prefix));
            return;
        }
    }
}

/// What is rare: wishes, beside and not beside who has the room, a conflict, own commands on their way,
/// a day use, who moved rooms, a room type that is full.
void takeMarks(ui::Board &board, models::Book &book, const QString &folder, const QString &prefix)
{
    const Date today = book.businessDate();
    const models::OfferingIndex offering = book.offerings().front();
    models::ChangeSet set;
    int number = 0;
    const auto add = [&](std::size_t unit, int from, int nights,
                         ReservationState state) -> models::StayRow & {
        models::StayRow row;
        row.id = {makeNamedUuid({}, "mark" + std::to_string(++number))};
        row.offering = book.offering(offering).id;
        row.unit = book.unit(book.unitsOf(offering)[unit]).id;
        row.stay = {today + Days{from}, today + Days{from + nights}};
        row.state = state;
        row.guest = "Marta Oliveira";
        row.holdsStock = true;
        return set.stays.emplace_back(row);
    };
    const auto wish = [&](std::size_t unit, int from, int nights) {
        models::StayRow &row = add(unit, from, nights, ReservationState::Requested);
        row.wish = row.unit;
        row.unit = {};
    };
    wish(0, 0, 3);
    wish(0, 5, 4);
    add(1, 7, 4, ReservationState::Confirmed).hasConflict = true;
    add(1, 12, 4, ReservationState::Confirmed).waiting = 1;
    add(2, 1, 0, ReservationState::Confirmed);
    add(2, 2, 3, ReservationState::AwaitingUnit).isProviderBusy = true;
    add(5, -6, 9, ReservationState::AwaitingPayment).waiting = 2;
    add(6, 14, 3, ReservationState::NoShow).quantity = 30;
    add(7, -4, 9, ReservationState::InHouse).earlierUnits = {
        {book.unit(book.unitsOf(offering)[8]).id, {today - Days{4}, today - Days{1}}}};
    book.apply(set);
    take(board, folder, {prefix + "marks-light", 0, ui::Scheme::Light, {1200, 500}});
    take(board, folder, {prefix + "marks-dark", 0, ui::Scheme::Dark, {1200, 500}});
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: board_gallery DIR [WORKLOAD]\n");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    QDir().mkpath(folder);
    if (qEnvironmentVariableIsSet("GALLERY_KOREAN"))
        QLocale::setDefault(QLocale(QLocale::Korean, QLocale::SouthKorea));
    else
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    ui::applyTheme(application, ui::Scheme::Light);
    {
        testing::FakeFrontDesk desk(testing::makeDemoHotel(), Role::Manager);
        models::Book book;
        QObject::connect(&desk, &models::FrontDesk::changed, &book, &models::Book::apply);
        ui::Board board(book);
        board.resize(1600, 900);
        board.show();
        desk.publish();
        for (int i = 0; i < 50 && book.stayCount() == 0; ++i)
            QTest::qWait(10);
        takeAll(board, folder, "demo-");
        takeDoing(board, book, folder, "demo-");
        QTest::keyClick(&board, Qt::Key_Escape);
        takeMarks(board, book, folder, "demo-");
    }
    if (argc > 2) {
        models::Book book;
        book.apply(bench::loadWorkload(QString::fromLocal8Bit(argv[2])));
        ui::Board board(book);
        board.resize(1600, 900);
        board.show();
        takeAll(board, folder, "load-");
    }
    return 0;
}
