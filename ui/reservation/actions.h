#pragma once

// ReservationActions: everything that can be asked for about reservations, once, as QActions with
// their shortcuts: menus, buttons and the board's context menu all show these. What is enabled
// follows from the chosen rows (StayRow::can). Carrying one out opens the dialogs a person needs.
// Owned by the main window; UI thread.

#include <QAction>
#include <QObject>

#include <array>
#include <vector>

#include "domain/command.h"
#include "models/cardterminal.h"
#include "ui/house.h"
#include "ui/parts/clickguard.h"
#include "ui/reservation/newreservationdialog.h"

class QDialog;
class QMenu;

namespace deskbell::ui {

class Asker;
class CurrentReservation;
class TextKeeper;

class ReservationActions : public QObject
{
    Q_OBJECT

public:
    ReservationActions(const House &house, Asker &asker, CurrentReservation &current,
                       models::CardTerminal &terminal, QWidget *window);

    /// Null for commands that no person gives about a reservation.
    QAction *action(CommandType type) const { return m_actions[static_cast<std::size_t>(type)]; }
    QAction *newAction() const { return m_new; }
    /// In the order of menus.
    static const std::vector<CommandType> &order();
    /// What the actions are about, the current one first.
    void setTargets(std::vector<models::StayRow> rows);
    const std::vector<models::StayRow> &targets() const { return m_targets; }
    /// Says whether a click on one of their buttons counts.
    ClickGuard &guard() { return m_guard; }
    void fillMenu(QMenu &menu, bool isOnlyPossible) const;

    void makeNew(const ReservationWish &wish);
    /// From the board: straight away when nothing but the room changes, else after a look at the price.
    void move(const ReservationId &id, const OfferingId &offering, const std::optional<UnitId> &unit,
              const Stay &stay);
    /// For a card's choices: the dialog, filled with what was asked for.
    void moveAgain(const MoveReservation &wanted, const CommandId &supersedes);
    void say();

signals:
    void made(const deskbell::ReservationId &id);

private:
    void build();
    OfferingKind kindOfTargets() const;
    /// Two are chosen, and they can swap rooms with each other.
    bool canSwapTargets() const;
    void carryOut(CommandType type);
    void askFirst(CommandType type);
    void askReason(CommandType type);
    void openMove();
    void openEdit(CommandType type);
    void openMoney(CommandType type);
    const Reservation *current() const;
    void open(QDialog *dialog);

    const House &m_house;
    Asker &m_asker;
    CurrentReservation &m_current;
    models::CardTerminal &m_terminal;
    QWidget *m_window;
    std::array<QAction *, countOf<CommandType>> m_actions{};
    QAction *m_new;
    OfferingKind m_kind = OfferingKind::Rooms; ///< whose words are said
    bool m_hasUnit = false;                    ///< to assign one means to change it
    std::vector<models::StayRow> m_targets;
    ClickGuard m_guard;
};

} // namespace deskbell::ui
