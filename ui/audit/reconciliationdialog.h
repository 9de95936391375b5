#pragma once

// ReconciliationDialog: whether the hotel's card payments match the payment provider's records of a day,
// and the differences. For managers (the backend enforces it, too). Asks the backend while connected; when
// offline it says so in place. Opened by a person; the opener owns it. UI thread.

#include <optional>

#include "models/reconciliationmodel.h"
#include "ui/house.h"
#include "ui/parts/deskdialog.h"

class QDateEdit;
class QLabel;
class QTableView;
class QToolButton;

namespace deskbell::ui {

class ReconciliationDialog : public DeskDialog
{
    Q_OBJECT

public:
    /// `today`: by the property's clocks.
    ReconciliationDialog(const House &house, models::FrontDesk &desk, Date day, Date today, QWidget *parent);

signals:
    void reservationChosen(const deskbell::ReservationId &id);

private:
    QLayout *buildBar();
    void buildDifferences();
    void say();
    void goTo(Date day);
    void follow();
    void followReport();
    void followDifference();
    void followVerdict();
    void tellError(const Error &error);
    void choose();
    void copyOrder();
    /// Null: no row is chosen.
    const models::BookDifference *chosen() const;
    QString wordsOf(const QModelIndex &index) const;

    const House &m_house;
    models::FrontDesk &m_desk;
    const Date m_today;
    const Date m_last; ///< that can be looked at: the provider may be a day ahead
    models::ReconciliationModel *m_model;
    std::optional<models::BackendHealth> m_health; ///< asked for when there is no report
    QToolButton *m_earlier;
    QToolButton *m_later;
    QDateEdit *m_day;
    QPushButton *m_again;
    QLabel *m_compared;
    Banner *m_verdict;
    QWidget *m_differences;
    QTableView *m_table;
    QLabel *m_what;
    QLabel *m_advice;
    QLabel *m_order;
    QPushButton *m_copy;
    QPushButton *m_go;
};

} // namespace deskbell::ui
