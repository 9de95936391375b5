#pragma once

// OfferingDialog: sets up or changes a room type, a performance or a title: its names, its total
// number (never below what is taken), the price, and the reservation procedure. Opened by a person;
// the opener owns it. UI thread.

#include <optional>

#include "domain/command.h"
#include "models/frontdesk.h"
#include "ui/house.h"
#include "ui/parts/deskdialog.h"

class QCheckBox;
class QDateTimeEdit;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace deskbell::ui {

class Asker;
class MoneyEdit;
class WorkflowChoice;

class OfferingDialog : public DeskDialog
{
    Q_OBJECT

public:
    struct Subject
    {
        OfferingKind kind = OfferingKind::Rooms;
        std::optional<Offering> known;   ///< none: a new one
        int taken = 0;                   ///< the most of any one slot that this desk knows of
        std::optional<PutOffering> from; ///< what a refused command had asked for
        std::optional<CommandId> supersedes;
    };
    OfferingDialog(const House &house, Asker &asker, const Subject &subject, QWidget *parent);
    const OfferingId &offering() const { return m_id; }

private:
    void build();
    void say();
    void fill();
    void check() override;
    QString problem() const;
    PutOffering wanted() const;
    void submit();

    const House &m_house;
    Asker &m_asker;
    Subject m_subject;
    OfferingId m_id;
    QLineEdit *m_name;
    QLineEdit *m_code;
    QDateTimeEdit *m_startsAt = nullptr; ///< of performances
    QSpinBox *m_capacity;
    MoneyEdit *m_price = nullptr;    ///< of what costs something
    QSpinBox *m_maxGuests = nullptr; ///< of rooms
    WorkflowChoice *m_workflow;
    QCheckBox *m_isClosed;
    int m_order = 0;
};

} // namespace deskbell::ui
