#pragma once

// SessionsDialog: lists the desks where a person is signed in, to end unwanted sessions; an administrator
// sees everybody's. Asks the backend while connected; when offline it says so in place. Opened by a person;
// the opener owns it. UI thread.

#include "models/sessionsmodel.h"
#include "ui/parts/deskdialog.h"

class QComboBox;
class QLabel;
class QTableView;

namespace deskbell::ui {

class SessionsDialog : public DeskDialog
{
    Q_OBJECT

public:
    SessionsDialog(const House &house, models::FrontDesk &desk, QWidget *parent);

private:
    void build();
    void say();
    void reload();
    void follow();
    void followChoice();
    void end();
    /// Null: no row is chosen.
    const models::DeskSession *chosen() const;
    QString wordsOf(const QModelIndex &index) const;

    const House &m_house;
    models::FrontDesk &m_desk;
    models::SessionsModel *m_model;
    QComboBox *m_whose;
    QLabel *m_state;
    QPushButton *m_again;
    QTableView *m_table;
    QLabel *m_what;
    QPushButton *m_end;
    bool m_hasEnded = false; ///< one was ended here
};

} // namespace deskbell::ui
