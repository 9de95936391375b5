// How the board and the rest of the main window speak with each other.

#include <QMenu>
#include <QStackedWidget>

#include "ui/board/board.h"
#include "ui/icons.h"
#include "ui/queue/queuepanel.h"
#include "ui/reservation/actions.h"
#include "ui/reservation/currentreservation.h"
#include "ui/window/mainwindow.h"
#include "ui/window/topbar.h"

namespace deskbell::ui {

void MainWindow::connectBoard()
{
    connect(m_board, &Board::selectionChanged, this, [this](const std::optional<ReservationId> &id) {
        const ReservationId chosen = id.value_or(ReservationId{});
        if (chosen == m_current->id())
            return;
        m_current->show(chosen);
        m_queue->follow(chosen);
        if (!chosen.isNull())
            showOutbox(false);
        retarget();
    });
    connect(m_board, &Board::openRequested, this, [this](const ReservationId &id) {
        showReservation(id);
        m_acts.showPanel->setChecked(true);
        focusPart(m_side);
    });
    connect(m_board, &Board::reserveRequested, this,
            [this](const OfferingId &offering, const std::optional<UnitId> &unit, const Stay &stay) {
                m_actions->makeNew({offering, stay, unit, std::nullopt, std::nullopt});
            });
    connect(m_board, &Board::moveRequested, this,
            [this](const ReservationId &id, const OfferingId &offering, const std::optional<UnitId> &unit,
                   const Stay &stay) { m_actions->move(id, offering, unit, stay); });
    connect(m_board, &Board::menuRequested, this, &MainWindow::showBoardMenu);
    connect(m_board, &Board::viewChanged, this, [this] {
        m_top->setDate(m_board->firstDay());
        m_top->setDaysShown(m_board->daysShown());
        lookAtBoard();
    });
}

void MainWindow::lookAtBoard()
{
    const std::optional<Window> &loaded = m_ports.desk.link().loaded;
    m_board->setLoaded(loaded);
    if (!loaded)
        return;
    // A month more than is to be seen, so that scrolling on does not ask at every step.
    const Window shown{m_board->firstDay(), m_board->firstDay() + Days{m_board->daysShown()}};
    const Window wanted{shown.from < loaded->from ? shown.from - Days{31} : loaded->from,
                        shown.to > loaded->to ? shown.to + Days{31} : loaded->to};
    if (wanted != *loaded)
        m_ports.desk.lookAt(wanted);
}

void MainWindow::showBoardMenu(const QPoint &global)
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("boardMenu"));
    if (m_board->selected()) {
        m_actions->fillMenu(menu, true);
    } else if (const auto place = m_board->markedPlace()) {
        QAction *reserve = menu.addAction(icon("plus"), tr("&Reserve here…"));
        reserve->setObjectName(QStringLiteral("actionReserveHere"));
        connect(reserve, &QAction::triggered, this, [this, place] {
            m_actions->makeNew({place->offering, place->stay, place->unit, std::nullopt, std::nullopt});
        });
    }
    if (!menu.isEmpty())
        menu.exec(global);
}

} // namespace deskbell::ui
