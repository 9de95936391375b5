#pragma once

// SeatsDialog: takes a reservation of what is not counted by nights: seats of a performance, copies of
// a title, with what is left in sight. Its reservation's id is made when it opens, so that a second
// press can never make a second reservation. Opened by a person; the opener owns it. UI thread.

#include "domain/command.h"
#include "models/frontdesk.h"
#include "ui/house.h"
#include "ui/parts/deskdialog.h"
#include "ui/reservation/newreservationdialog.h"

class QComboBox;
class QDateEdit;
class QLabel;
class QPlainTextEdit;
class QSpinBox;

namespace deskbell::ui {

class Asker;
class GuestForm;
class MoneyEdit;

class SeatsDialog : public DeskDialog
{
    Q_OBJECT

public:
    SeatsDialog(const House &house, Asker &asker, const ReservationWish &wish, QWidget *parent);
    const ReservationId &reservation() const { return m_id; }

private:
    void build();
    void say();
    void fill(const ReservationWish &wish);
    void followOffering();
    void check() override;
    QString problem() const;
    MakeReservation wanted() const;
    void submit();
    std::optional<Offering> offering() const;

    const House &m_house;
    Asker &m_asker;
    ReservationId m_id;
    std::optional<CommandId> m_supersedes;
    QComboBox *m_offering;
    QSpinBox *m_quantity;
    QLabel *m_quantityLabel;
    QLabel *m_free;
    QLabel *m_dayLabel;
    QDateEdit *m_day; ///< of the return; without a fixed beginning, of the visit
    QLabel *m_priceLabel;
    MoneyEdit *m_price; ///< of all together
    GuestForm *m_guest;
    QPlainTextEdit *m_note;
    QLabel *m_total;
};

} // namespace deskbell::ui
