#pragma once

// AssignDialog: the free rooms for a reservation's stay, the wished one first, or the branches of a
// loan; one is chosen with the arrow keys, by typing its number, or with a double-click. Opened by a person;
// the opener owns it. UI thread.

#include "ui/house.h"
#include "ui/parts/deskdialog.h"

class QLineEdit;
class QListWidget;

namespace deskbell::ui {

class Asker;

class AssignDialog : public DeskDialog
{
    Q_OBJECT

public:
    AssignDialog(const House &house, Asker &asker, const Reservation &reservation, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void submit();
    void check() override;
    /// A search loses nothing.
    bool isEdited() const override { return false; }
    std::optional<UnitId> unit() const;
    void fill();
    void filter(const QString &typed);

    const House &m_house;
    Asker &m_asker;
    Reservation m_reservation;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace deskbell::ui
