#pragma once

// RefundDialog: refunds all or part of one payment, with the reason. The refund's id is made when
// the dialog opens; one press sends it once. Opened by a person; the opener owns it. UI thread.

#include <vector>

#include "domain/command.h"
#include "ui/house.h"
#include "ui/parts/deskdialog.h"

class QComboBox;
class QLineEdit;

namespace deskbell::ui {

class Asker;
class MoneyEdit;

class RefundDialog : public DeskDialog
{
    Q_OBJECT

public:
    RefundDialog(const House &house, Asker &asker, const Reservation &reservation, QWidget *parent);

private:
    void say();
    void choose();
    void check() override;
    void submit();

    const House &m_house;
    Asker &m_asker;
    const Reservation m_reservation; ///< before it
    std::vector<Payment> m_payments;
    const Money m_credit; ///< before it
    RefundId m_refund;
    QComboBox *m_payment;
    MoneyEdit *m_amount;
    QLineEdit *m_reason;
};

} // namespace deskbell::ui
