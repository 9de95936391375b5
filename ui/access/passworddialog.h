#pragma once

// PasswordDialog: a person changes their own password. The backend applies the password rules and ends all
// other sessions of the account; when offline nothing can be changed, and the dialog says so. Opened by a
// person; the opener owns it. UI thread.

#include "models/account.h"
#include "ui/parts/deskdialog.h"

class QLineEdit;

namespace deskbell::ui {

class PasswordDialog : public DeskDialog
{
    Q_OBJECT

public:
    PasswordDialog(const House &house, models::FrontDesk &desk, QWidget *parent);

private:
    void build();
    void say();
    void check() override;
    void send();
    void take(quint64 ticket, const Expected<std::vector<models::DeskSession>> &answer);
    void tellDone();
    QList<QLineEdit *> fields() const { return {m_current, m_next, m_again}; }

    const House &m_house;
    models::FrontDesk &m_desk;
    QLineEdit *m_current;
    QLineEdit *m_next;
    QLineEdit *m_again;
    /// Begins anywhere: an answer to another question is not taken.
    quint64 m_ticket;
    bool m_isAsking = false;
    bool m_isDone = false;
};

} // namespace deskbell::ui
