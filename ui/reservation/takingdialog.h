#pragma once

// TakingDialog: what taking a reservation of rooms, of seats or of copies shares: two columns, the
// guest, the note, what it comes to beside the buttons, and the reservation's id, which is made when
// the dialog opens, so that a second press can never make a second reservation. What is reserved is
// its heirs'. Opened by a person; the opener owns it. UI thread.

#include <optional>

#include "domain/command.h"
#include "ui/house.h"
#include "ui/parts/deskdialog.h"

class QLabel;
class QPlainTextEdit;

namespace deskbell::ui {

class Asker;
class GuestForm;

/// What is known already when the dialog opens: what was dragged on the board, or what a refused
/// command had asked for.
struct ReservationWish
{
    OfferingId offering{};
    Stay stay{};
    std::optional<UnitId> unit;
    std::optional<MakeReservation> from; ///< guest, prices and note of an earlier attempt
    std::optional<CommandId> supersedes;
    bool isWalkIn = false; ///< the guest stands at the desk: tonight, in a room that is free
};

class TakingDialog : public DeskDialog
{
    Q_OBJECT

public:
    TakingDialog(const char *objectName, const House &house, Asker &asker, const ReservationWish &wish,
                 QWidget *parent);
    const ReservationId &reservation() const { return m_id; }

protected:
    const House &house() const { return m_house; }
    QVBoxLayout *left() const { return m_left; }
    QVBoxLayout *right() const { return m_right; }
    QLabel *total() const { return m_total; }
    /// At the end of a column; both once, in the order in which the keyboard goes through the fields.
    void addGuest(QVBoxLayout *column);
    void addNote(QVBoxLayout *column);
    /// What an earlier attempt had asked for.
    const std::optional<MakeReservation> &from() const { return m_from; }

    /// What is wrong with the heir's own fields, as a sentence.
    virtual QString problem() const = 0;
    /// What should be known and stops nobody.
    virtual QString warning() const { return {}; }
    /// Something is wrong that is told though nobody has typed a name yet.
    virtual bool isWrongFromTheStart() const { return false; }
    /// What the heir's own fields say.
    virtual void fillIn(MakeReservation &make) const = 0;
    /// The property's rules or what it offers have changed while the dialog is open.
    virtual void followHouse() = 0;
    /// What is asked for right after it.
    virtual std::vector<CommandArgs> following(const MakeReservation &) const { return {}; }
    const models::FrontDesk &desk() const;
    void check() override;

private:
    void submit();
    QString anyProblem() const;

    const House &m_house;
    Asker &m_asker;
    ReservationId m_id;
    std::optional<MakeReservation> m_from;
    std::optional<CommandId> m_supersedes;
    QVBoxLayout *m_left;
    QVBoxLayout *m_right;
    GuestForm *m_guest = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QLabel *m_total;
};

} // namespace deskbell::ui
