#pragma once

// What the tests of the board begin with: a house of eighty rooms and four stays around one day, shown on
// a board of its own, and the few gestures a person makes there. Header only; UI thread.

#include <QApplication>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <optional>

#include "ui/board/board.h"

Q_DECLARE_METATYPE(std::optional<deskbell::UnitId>)

namespace deskbell::testing {

using namespace deskbell::models;
using namespace deskbell::ui;

inline constexpr Date today{Days{17'000}};

template <typename IdType>
IdType id(int number)
{
    IdType made;
    made.value.bytes[14] = static_cast<std::uint8_t>(number >> 8);
    made.value.bytes[15] = static_cast<std::uint8_t>(number);
    return made;
}

inline StayRow stay(int number, int unit, int from, int nights)
{
    StayRow row;
    row.id = id<ReservationId>(number);
    row.offering = id<OfferingId>(1);
    if (unit > 0)
        row.unit = id<UnitId>(unit);
    row.stay = {today + Days{from}, today + Days{from + nights}};
    row.state = ReservationState::Confirmed;
    row.holdsStock = true;
    row.guest = "Guest " + std::to_string(number);
    row.possible = 1u << static_cast<unsigned>(typeOf<MoveReservation>());
    return row;
}

inline ChangeSet house()
{
    ChangeSet set;
    set.undated.of<Property>().emplace_back();
    set.undated.of<Property>().front().businessDate = today;
    set.undated.of<Property>().front().currency = *parseCurrency("EUR");
    for (int type = 1; type <= 2; ++type) {
        Offering offering;
        offering.id = id<OfferingId>(type);
        offering.name = type == 1 ? "Twin" : "Suite";
        offering.capacity = 40;
        offering.order = type;
        set.undated.of<Offering>().push_back(offering);
        for (int i = 1; i <= 40; ++i) {
            Unit unit;
            unit.id = id<UnitId>((type - 1) * 40 + i);
            unit.offering = offering.id;
            unit.name = std::to_string(100 * type + i);
            unit.order = i;
            set.undated.of<Unit>().push_back(unit);
        }
    }
    // Room 101: from today two nights, then free two, then three. Room 102: a guest who owes.
    set.stays = {stay(1, 1, 0, 2), stay(2, 1, 4, 3), stay(3, 2, 1, 2), stay(4, 0, 2, 2)};
    set.stays[2].owed = 12'000;
    return set;
}

class BoardStage
{
protected:
    /// Made anew for each test; true when the keyboard is on it.
    bool set()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_book = std::make_unique<Book>();
        m_board = std::make_unique<Board>(*m_book);
        m_board->resize(1000, 600);
        m_board->show();
        m_book->apply(house());
        m_board->setDayWidth(40);
        m_board->goToToday();
        m_board->activateWindow();
        m_board->setFocus();
        m_reserved = std::make_unique<QSignalSpy>(m_board.get(), &Board::reserveRequested);
        m_moved = std::make_unique<QSignalSpy>(m_board.get(), &Board::moveRequested);
        m_opened = std::make_unique<QSignalSpy>(m_board.get(), &Board::openRequested);
        m_menus = std::make_unique<QSignalSpy>(m_board.get(), &Board::menuRequested);
        return QTest::qWaitForWindowActive(m_board.get());
    }
    void clear()
    {
        m_board.reset();
        m_book.reset();
    }

    QWidget *body() const { return m_board->viewport(); }
    int rowHeight() const { return m_board->scene().rows.at(3).height; }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_board.get(), key, modifiers);
    }

    /// By keys, from wherever the cell is, to today's cell of the room.
    void toRoom(int name)
    {
        press(Qt::Key_Home, Qt::ControlModifier);
        const BoardScene &scene = m_board->scene();
        for (int i = 0; i < scene.rows.count(); ++i) {
            const BoardRow &row = scene.rows.at(scene.cursor.row);
            if (row.kind == BoardRow::Kind::Unit && m_book->unitName(row.unit) == QString::number(name))
                return;
            press(Qt::Key_Down);
        }
        QFAIL("no such room");
    }

    QPoint cell(int unit, int day) const
    {
        const int row = m_board->scene().rows.rowOf(m_book->find(id<UnitId>(unit)));
        return m_board->toViewport(m_board->scene().cellRect({row, today + Days{day}, 1})).center();
    }

    QPoint bar(int number) const
    {
        return m_board->toViewport(m_board->scene().barOf(m_book->find(id<ReservationId>(number)))->rect)
            .center();
    }

    void moveTo(const QPoint &at)
    {
        QMouseEvent event(QEvent::MouseMove, at, body()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(body(), &event);
    }

    void drag(const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(body(), Qt::LeftButton, {}, from);
        moveTo((from + to) / 2);
        moveTo(to);
        QTest::mouseRelease(body(), Qt::LeftButton, {}, to);
    }

    std::unique_ptr<Book> m_book;
    std::unique_ptr<Board> m_board;
    std::unique_ptr<QSignalSpy> m_reserved, m_moved, m_opened, m_menus;
};

} // namespace deskbell::testing
