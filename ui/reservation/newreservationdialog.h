#pragma once

// NewReservationDialog: takes a reservation of rooms: the stay on the left, the guest on the right,
// what it comes to underneath, live. Opened by a person; the opener owns it. UI thread.

#include "ui/reservation/takingdialog.h"

class QComboBox;
class QSpinBox;

namespace deskbell::ui {

class NightPrices;
class StayFields;

class NewReservationDialog : public TakingDialog
{
    Q_OBJECT

public:
    NewReservationDialog(const House &house, Asker &asker, const ReservationWish &wish, QWidget *parent);

private:
    void build();
    void say();
    void fill(const ReservationWish &wish);
    void followStay();
    void followHouse() override;
    void followTotal();
    enum class Then { Nothing, Confirm, CheckIn };
    /// What can be done right after it is taken depends on the type, the dates, the rules and who asks.
    std::vector<Then> possibleThen() const;
    void fillThen();
    Then then() const;
    /// It is checked in only when it is paid.
    bool isPaidNow() const;
    /// A room that is free for the stay and has nobody in it.
    std::optional<UnitId> vacantRoom(const OfferingId &offering, const Stay &stay) const;
    std::vector<CommandArgs> following(const MakeReservation &make) const override;
    QString problem() const override;
    QString warning() const override;
    void fillIn(MakeReservation &make) const override;
    int quantity() const { return from() ? from()->quantity : 1; }

    StayFields *m_stay;
    NightPrices *m_prices;
    QSpinBox *m_adults = nullptr;
    QSpinBox *m_children = nullptr;
    QComboBox *m_channel = nullptr;
    QComboBox *m_then = nullptr;
    QComboBox *m_paidBy = nullptr;
    QLabel *m_paidByLabel = nullptr;
    const bool m_isWalkIn;
    std::optional<Then> m_wantedThen; ///< chosen by a person; kept while it is not possible
    QLabel *m_how;
    OfferingId m_pricedOffering{};
    Stay m_pricedStay{};
};

} // namespace deskbell::ui
