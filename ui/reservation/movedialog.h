#pragma once

// MoveDialog: another room type, other dates or another room for a reservation; shows what it cost
// and what it would cost, and lets a person keep the agreed price or change it. Opened by a person;
// the opener owns it. UI thread.

#include <optional>

#include "domain/command.h"
#include "models/frontdesk.h"
#include "ui/house.h"
#include "ui/parts/deskdialog.h"

class QLabel;

namespace deskbell::ui {

class Asker;
class NightPrices;
class StayFields;

/// The prices a moved reservation starts from: nights it had keep theirs in the same room type, the
/// others cost what the type costs.
std::vector<std::int64_t> pricesAfterMove(const Reservation &reservation, const Offering &to,
                                          const Stay &stay);

class MoveDialog : public DeskDialog
{
    Q_OBJECT

public:
    MoveDialog(const House &house, Asker &asker, const Reservation &reservation, const MoveReservation &to,
               std::optional<CommandId> supersedes, QWidget *parent);

private:
    void followStay();
    void followTotal();
    void check() override;
    void submit();

    const House &m_house;
    Asker &m_asker;
    Reservation m_reservation;
    OfferingKind m_kind;
    std::optional<CommandId> m_supersedes;
    StayFields *m_stay;
    NightPrices *m_prices;
    QLabel *m_before;
    QLabel *m_after;
};

} // namespace deskbell::ui
