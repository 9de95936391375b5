#pragma once

// OutboxPanel: refused commands that need a decision, and commands waiting to be sent, each with
// age, state and a way to withdraw it. Opened from the LinkBadge, never by itself. UI thread.

#include <QWidget>

#include <functional>
#include <map>

#include "models/frontdesk.h"
#include "ui/outbox/choices.h"
#include "ui/parts/clickguard.h"

class QLabel;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace deskbell::ui {

class Asker;
class AttentionCardView;
class Banner;
class TextKeeper;

class OutboxPanel : public QWidget
{
    Q_OBJECT

public:
    OutboxPanel(const House &house, Asker &asker, QWidget *parent = nullptr);
    /// The time ages are told by; the system's unless given.
    void setClock(std::function<Instant()> clock);
    /// What is free has changed: the cards' choices with it.
    void followStock();
    /// Puts the keyboard on the first choice of the oldest card; false when there is none.
    bool focusCard();
    ClickGuard &guard() { return m_guard; }
    QSize sizeHint() const override { return {350, 600}; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

signals:
    void closed();
    void showAsked(const deskbell::ReservationId &id);
    void newAsked(const deskbell::MakeReservation &wanted, const deskbell::CommandId &supersedes);
    void moveAsked(const deskbell::MoveReservation &wanted, const deskbell::CommandId &supersedes);
    void setUpAsked(const deskbell::CommandArgs &wanted, const deskbell::CommandId &supersedes);
    void paymentAsked(const deskbell::ReservationId &id);
    void reconciliationAsked(deskbell::Date day);

private:
    void build();
    void follow();
    void followCards();
    void renewChoices();
    void chainFocus();
    void followItems();
    void guardWhatMoved();
    QWidget *itemView(const models::OutboxItem &item);
    void choose(const models::AttentionCard &card, const Choice &choice);

    const House &m_house;
    Asker &m_asker;
    TextKeeper *m_texts;
    std::function<Instant()> m_clock;
    QLabel *m_title;
    QPushButton *m_reconnect;
    QLabel *m_linkLine;
    Banner *m_banner;
    QLabel *m_cardsTitle;
    QVBoxLayout *m_cards;
    QLabel *m_itemsTitle;
    QVBoxLayout *m_items;
    std::map<CommandId, AttentionCardView *> m_cardViews;
    ClickGuard m_guard;              ///< of what moves up when something has gone
    std::vector<CommandId> m_listed; ///< cards and items, in their order
    QTimer *m_stock;                 ///< gathers many changes into one look
    bool m_isStale = true;
};

} // namespace deskbell::ui
