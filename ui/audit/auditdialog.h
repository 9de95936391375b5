#pragma once

// AuditDialog: the audit log with who, when, from where, and the changes, newest first; of one
// reservation or of all. For managers (the backend enforces it, too). Asks the backend while
// connected; when offline it says so in place. Opened by a person; the opener owns it. UI thread.

#include <optional>

#include "models/auditmodel.h"
#include "ui/house.h"
#include "ui/parts/deskdialog.h"

class QComboBox;
class QLabel;
class QTableView;
class QTableWidget;

namespace deskbell::ui {

class AuditDialog : public DeskDialog
{
    Q_OBJECT

public:
    /// `about`: the reservation to begin with.
    AuditDialog(const House &house, models::FrontDesk &desk, const std::optional<ReservationId> &about,
                QWidget *parent);

private:
    void build();
    void say();
    void follow();
    void followEntry();
    void reload();
    OfferingKind kindOfEntry(const models::AuditEntry &entry) const;
    QString wordsOf(const QModelIndex &index) const;
    QString subjectOf(const models::AuditEntry &entry) const;

    const House &m_house;
    models::FrontDesk &m_desk;
    std::optional<ReservationId> m_about;
    models::AuditModel *m_model;
    QComboBox *m_filter;
    QPushButton *m_again;
    QPushButton *m_more;
    QTableView *m_table;
    QLabel *m_state;
    QLabel *m_what;
    QTableWidget *m_changes;
};

} // namespace deskbell::ui
