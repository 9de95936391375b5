#pragma once

// UnitDialog: sets up rooms of a type or a branch of a title, or changes one. New rooms come one or many at a
// time ("301-310, 315"). Opened by a person; the opener owns it. UI thread.

#include <optional>

#include "domain/command.h"
#include "ui/house.h"
#include "ui/parts/deskdialog.h"

class QCheckBox;
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
    void build();
    void fill(const Subject &subject);
    void say();
    void check() override;
    void submit();
    OfferingKind kind() const { return kindOf(m_offering.workflow); }
    /// New rooms are named in a list.
    bool isMany() const { return m_isNew && kind() == OfferingKind::Rooms; }
    /// The names typed; empty with what is wrong in `problem`.
    QStringList names(QString *problem = nullptr) const;
    /// How many rooms of the type can be sold when these are there.
    int roomsAfter(int added) const;
    std::vector<CommandArgs> wanted() const;

    const House &m_house;
    Asker &m_asker;
    Offering m_offering;
    std::optional<CommandId> m_supersedes;
    Unit m_unit;
    bool m_isNew = true;
    QLineEdit *m_name;
    QSpinBox *m_floor;
    QCheckBox *m_isClosed;
    QCheckBox *m_sellsAll; ///< the number that is sold follows the number of rooms
};

} // namespace deskbell::ui
