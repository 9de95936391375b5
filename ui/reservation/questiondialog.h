#pragma once

// QuestionDialog: asks before something is done that is hard to take back (a no-show, a check-out before the
// last night, a room taken away) and says what becomes of nights and money. Enter keeps everything as it is.
// Opened by a person; the opener owns it. UI thread.

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
