#pragma once

// UnitDialog: sets up a room of a type or a branch of a title, or changes one. Opened by a person; the
// opener owns it. UI thread.

#include <optional>

#include "domain/command.h"
#include "ui/house.h"
#include "ui/parts/deskdialog.h"

class QLineEdit;
class QSpinBox;

namespace deskbell::ui {

class Asker;

class UnitDialog : public DeskDialog
{
    Q_OBJECT

public:
    struct Subject
    {
        std::optional<Unit> known;   ///< none: a new one
        std::optional<PutUnit> from; ///< what a refused command had asked for
        std::optional<CommandId> supersedes;
    };
    UnitDialog(const House &house, Asker &asker, const Offering &offering, const Subject &subject,
               QWidget *parent);

private:
    void say();
    void check() override;
    void submit();
    OfferingKind kind() const { return kindOf(m_offering.workflow); }

    const House &m_house;
    Asker &m_asker;
    Offering m_offering;
    std::optional<CommandId> m_supersedes;
    Unit m_unit;
    bool m_isNew = true;
    QLineEdit *m_name;
    QSpinBox *m_floor;
};

} // namespace deskbell::ui
