#pragma once

// QuestionDialog: asks for confirmation before an action that is hard to undo (a no-show, an early
// check-out, unassigning a room) and says what happens to nights and money. Enter cancels. Opened by a
// person; the opener owns it. UI thread.

#include "ui/house.h"
#include "ui/parts/deskdialog.h"

namespace deskbell::ui {

class Asker;
class ClickGuard;

class QuestionDialog : public DeskDialog
{
    Q_OBJECT

public:
    QuestionDialog(CommandType type, const Reservation &reservation, const House &house, Asker &asker,
                   ClickGuard &guard, QWidget *parent);

private:
    void say();
    void submit();
    CommandArgs args() const;

    CommandType m_type;
    Reservation m_reservation;
    const House &m_house;
    Asker &m_asker;
    ClickGuard &m_guard;
};

} // namespace deskbell::ui
