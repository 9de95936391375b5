#pragma once

// NewReservationDialog: takes a reservation: the stay on the left, the guest on the right, what it
// comes to underneath, live. Its reservation's id is made when it opens, so that a second press can
// never make a second reservation. Opened by a person; the opener owns it. UI thread.

#include <optional>

#include "domain/command.h"
#include "models/frontdesk.h"
#include "ui/house.h"
#include "ui/parts/deskdialog.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QSpinBox;

namespace deskbell::ui {

class Asker;
class GuestForm;
class NightPrices;
class StayFields;

/// What is known already when the dialog opens: what was dragged on the board, or what a refused
/// command had asked for.
struct ReservationWish
{
    OfferingId offering{};
    Stay stay{};
    std::optional<UnitId> unit;
    std::optional<MakeReservation> from; ///< guest, prices and note of an earlier attempt
    std::optional<CommandId> supersedes;
};

class NewReservationDialog : public DeskDialog
{
    Q_OBJECT

public:
    NewReservationDialog(const House &house, Asker &asker, const ReservationWish &wish, QWidget *parent);
    const ReservationId &reservation() const { return m_id; }

private:
    void build();
    void say();
    void fill(const ReservationWish &wish);
    void followStay();
    void followTotal();
    void check() override;
    /// The sentence that says what is missing, and the field it is about.
    QString problem() const;
    void submit();

    const House &m_house;
    Asker &m_asker;
    ReservationId m_id;
    std::optional<CommandId> m_supersedes;
    StayFields *m_stay;
    NightPrices *m_prices;
    GuestForm *m_guest;
    QSpinBox *m_adults;
    QSpinBox *m_children;
    QComboBox *m_channel;
    QPlainTextEdit *m_note;
    QLabel *m_total;
    QLabel *m_how;
    OfferingId m_pricedOffering{};
    Stay m_pricedStay{};
};

} // namespace deskbell::ui
