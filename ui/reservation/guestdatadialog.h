#pragma once

// GuestDataDialog: all data that the property has about one guest, to save a copy for the guest or to erase
// it. For managers (the backend enforces it, too). Asks the backend while connected; when offline it says
// so in place. Opened by a person; the opener owns it. UI thread.

#include <optional>

#include "ui/house.h"
#include "ui/parts/deskdialog.h"

class QCheckBox;
class QLabel;
class QTableWidget;

namespace deskbell::ui {

class Asker;

class GuestDataDialog : public DeskDialog
{
    Q_OBJECT

public:
    GuestDataDialog(const House &house, Asker &asker, const Reservation &of, QWidget *parent);

    /// Why the last question had no answer.
    const std::optional<Error> &error() const { return m_error; }

protected:
    bool isEdited() const override { return false; } ///< ticks are no work

private:
    void build();
    void say();
    void ask();
    void take(quint64 ticket, const Expected<models::GuestData> &data);
    void fill();
    void follow();
    void save();
    void erase();
    /// Those with a tick, in the table's order.
    std::vector<const models::GuestStay *> chosen() const;

    const House &m_house;
    Asker &m_asker;
    Reservation m_of;
    models::GuestData m_data;
    std::optional<Error> m_error;
    /// Begins anywhere: an answer to another view's question is not taken.
    quint64 m_ticket;
    bool m_isBusy = false;
    QTableWidget *m_table;
    QLabel *m_state;
    QPushButton *m_save;
    QCheckBox *m_isMeant; ///< erasing is not a matter of one click
};

/// The copy that the guest gets: JSON, indented.
QByteArray documentOf(const models::GuestData &data, const std::vector<const models::GuestStay *> &stays);

} // namespace deskbell::ui
