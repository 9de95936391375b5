#pragma once

// RemoveDialog: asks for confirmation before an offering, a room or a branch is deleted, and says what
// follows. Opened by a person; the opener owns it. UI thread.

#include "domain/command.h"
#include "ui/house.h"
#include "ui/parts/deskdialog.h"

namespace deskbell::ui {

class Asker;

class RemoveDialog : public DeskDialog
{
    Q_OBJECT

public:
    RemoveDialog(const House &house, Asker &asker, const Offering &offering, QWidget *parent);
    RemoveDialog(const House &house, Asker &asker, const Unit &unit, QWidget *parent);

private:
    RemoveDialog(const House &house, Asker &asker, std::string name, CommandArgs args, std::uint32_t version,
                 QWidget *parent);

    const House &m_house;
    Asker &m_asker;
};

} // namespace deskbell::ui
