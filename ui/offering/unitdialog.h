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
    UnitDialog(const House &house, Asker &asker, const Offering &offering, const std::optional<Unit> &known,
               QWidget *parent);

private:
    void say();
    void check() override;
    void submit();
    OfferingKind kind() const { return kindOf(m_offering.workflow); }

    const House &m_house;
    Asker &m_asker;
    Offering m_offering;
    bool m_isNew;
    Unit m_unit;
    QLineEdit *m_name;
    QSpinBox *m_floor;
};

} // namespace deskbell::ui
