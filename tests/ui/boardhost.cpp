// A window with the demonstration hotel's board and nothing else, for the test that reads it as a
// screen reader does. Says on standard output what was asked for; ends with its standard input.

#include <QApplication>
#include <QLocale>
#include <QSocketNotifier>

#include <cstdio>

#include "support/desk/fakefrontdesk.h"
#include "ui/board/board.h"
#include "ui/theme.h"

using namespace deskbell;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    ui::applyTheme(application, ui::Scheme::Light);
    testing::FakeFrontDesk desk(testing::makeDemoHotel(), Role::Manager);
    models::Book book;
    QObject::connect(&desk, &models::FrontDesk::changed, &book, &models::Book::apply);
    ui::Board board(book);
    QObject::connect(&board, &ui::Board::openRequested, [&book](const ReservationId &id) {
        std::printf("opened %s\n", qPrintable(book.guest(book.at(book.find(id)))));
        std::fflush(stdout);
    });
    board.setWindowTitle(QStringLiteral("Board host"));
    board.resize(1200, 700);
    desk.publish();
    board.show();
    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, &QApplication::quit);
    return application.exec();
}
