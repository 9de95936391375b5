#pragma once

// PaymentDialog: takes a payment for a reservation. The payment's id is made when the dialog opens
// and kept until that payment has ended, so that no double-click, repeated press or second try can
// charge twice; a payment under way counts as charged. The dialog stays open and shows the outcome.
// Opened by a person; the opener owns it. UI thread.

#include <optional>

#include "domain/command.h"
#include "models/cardterminal.h"
#include "ui/house.h"
#include "ui/parts/deskdialog.h"
#include "ui/reservation/currentreservation.h"

class QAbstractButton;
class QButtonGroup;
class QGridLayout;
class QLabel;

namespace deskbell::ui {

class Asker;
class MoneyEdit;

class PaymentDialog : public DeskDialog
{
    Q_OBJECT

public:
    PaymentDialog(const House &house, Asker &asker, CurrentReservation &current,
                  models::CardTerminal &terminal, QWidget *parent);
    const PaymentId &payment() const { return m_payment; }

    void reject() override;

private:
    bool isEdited() const override;
    enum class Step {
        Editing,
        ReadingCard,
        Submitting, ///< given to the desk, not yet known to be kept
        Following,  ///< kept; its state is told as it changes
        Ended,
    };

    void build();
    void say();
    void sayHint();
    void showFolio();
    void start();
    void submit(const std::string &token);
    void follow();
    void tellOutcome(const Payment &payment);
    void enter(Step step);
    /// After a decline: another payment with an id of its own.
    void startAnother();
    PaymentMethod method() const;
    bool isOnline() const;
    const Reservation *reservation() const;

    const House &m_house;
    Asker &m_asker;
    CurrentReservation &m_current;
    models::CardTerminal &m_terminal;
    ReservationId m_reservation;
    PaymentId m_payment;
    Money m_sum{};
    Step m_step = Step::Editing;
    QGridLayout *m_folio;
    std::vector<QLabel *> m_folioLabels;
    QButtonGroup *m_methods;
    MoneyEdit *m_amount;
    QLabel *m_amountLabel;
    QLabel *m_sign;
    QLabel *m_hint;
};

} // namespace deskbell::ui
