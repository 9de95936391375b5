#pragma once

// PropertyDialog: the property's name, time zone and rules. For administrators. Opened by a person; the
// opener owns it. UI thread.

#include "ui/house.h"
#include "ui/parts/deskdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace deskbell::ui {

class Asker;

class PropertyDialog : public DeskDialog
{
    Q_OBJECT

public:
    PropertyDialog(const House &house, Asker &asker, QWidget *parent);

private:
    void check() override;
    void submit();

    const House &m_house;
    Asker &m_asker;
    QLineEdit *m_name;
    QComboBox *m_zone;
    QCheckBox *m_clerksConfirm;
    QCheckBox *m_isClosed;
    std::uint32_t m_seen; ///< the version that the fields were filled from
};

} // namespace deskbell::ui
