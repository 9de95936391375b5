#pragma once

// SeatsDialog: takes a reservation that is not counted by nights: seats of a performance or copies of
// a title, and shows what is left. Opened by a person; the opener owns it. UI thread.

#include "ui/reservation/takingdialog.h"

class QComboBox;
class QDateEdit;
class QSpinBox;

namespace deskbell::ui {

class MoneyEdit;

class SeatsDialog : public TakingDialog
{
    Q_OBJECT

public:
    SeatsDialog(const House &house, Asker &asker, const ReservationWish &wish, QWidget *parent);

private:
    void build();
    void say();
    void fill(const ReservationWish &wish);
    void followOffering();
    void followHouse() override;
    void proposePrice(const Offering &offering);
    void check() override;
    QString problem() const override;
    bool isWrongFromTheStart() const override { return isTooMany(); }
    void fillIn(MakeReservation &make) const override;
    std::optional<Offering> offering() const;
    bool isTooMany() const;

    QComboBox *m_offering;
    QSpinBox *m_quantity;
    QLabel *m_quantityLabel = nullptr;
    QLabel *m_free;
    QLabel *m_dayLabel = nullptr;
    QDateEdit *m_day; ///< of the return; without a fixed beginning, of the visit
    QLabel *m_priceLabel = nullptr;
    MoneyEdit *m_price;                  ///< of all together
    std::pair<OfferingId, int> m_priced; ///< which and how many it was proposed for
};

} // namespace deskbell::ui
