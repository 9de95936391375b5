#pragma once

// ReservationPanel: everything about the selected reservation: guest, stay, price per night, folio,
// payments, history, and the possible actions as buttons. Reads CurrentReservation; the buttons are
// the window's ReservationActions. UI thread.

#include <QWidget>

#include <optional>
#include <vector>

#include "ui/house.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace deskbell::models {
struct ReservationDetail;
}

namespace deskbell::ui {

class Banner;
class ColumnScroll;
class CurrentReservation;
class ElidedLabel;
class ReservationActions;
class Section;
class StateChip;
class TextKeeper;

class ReservationPanel : public QWidget
{
    Q_OBJECT

public:
    ReservationPanel(const House &house, CurrentReservation &current, ReservationActions &actions,
                     QWidget *parent = nullptr);
    QSize sizeHint() const override { return {350, 600}; }
    /// What to do while nothing is chosen. Anew when what there is has changed.
    void sayEmpty();

signals:
    void closed();

private:
    void buildEmpty();
    void buildDetail();
    QWidget *buildHead(QWidget *page);
    void addActionButtons(QVBoxLayout *column, QWidget *page);
    void follow();
    void connectFolds();
    void placeButtons();
    void chainButtons();
    /// With the words of what is reserved.
    Names namesOf(const Reservation &seen) const;
    void showStay(const Reservation &seen);
    void showGuest(const Reservation &seen);
    void showFolio(const Reservation &seen);
    void showPayments(const Reservation &seen);
    void showNotices(const Reservation &seen);
    void showNote(const Reservation &seen);
    void showHistory(const Reservation &seen);
    void showWaiting(const models::ReservationDetail &detail);

    const House &m_house;
    CurrentReservation &m_current;
    ReservationActions &m_actions;
    TextKeeper *m_texts;
    QStackedLayout *m_pages;
    QLabel *m_emptySign;
    QLabel *m_emptyTitle;
    QLabel *m_emptyHint;
    ElidedLabel *m_guestName;
    StateChip *m_state;
    QLabel *m_code;
    Banner *m_banner;
    QGridLayout *m_buttonGrid;
    struct ActionButton
    {
        CommandType type;
        int place;
        QPushButton *button;
    };
    bool isPossible(CommandType type) const;
    /// Of the reservation that is shown, whatever its state.
    bool isOfUse(CommandType type) const;
    bool isShown(const ActionButton &button) const;
    std::vector<ActionButton> m_buttons;
    std::vector<std::pair<bool, bool>> m_placed; ///< of each button: is it shown, is it possible
    ColumnScroll *m_scroll = nullptr;
    std::optional<CommandType> m_next; ///< of the reservation that is shown
    ReservationId m_shown{};           ///< whose long lists are folded or not:
    bool m_areNightsUnfolded = false;  ///< every night of the folio, not the first only
    bool m_isHistoryUnfolded = false;
    Section *m_stay;
    Section *m_folio;
    Section *m_payments;
    Section *m_notices;
    Section *m_note;
    Section *m_guest;
    Section *m_history;
};

} // namespace deskbell::ui
