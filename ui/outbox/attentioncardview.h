#pragma once

// AttentionCardView: one refused command as a card: the request, the current state (who, when), and
// the choices as buttons. UI thread.

#include <QFrame>

#include "models/frontdesk.h"
#include "ui/outbox/choices.h"

class QPushButton;
class QVBoxLayout;

namespace deskbell::ui {

class ClickGuard;

class AttentionCardView : public QFrame
{
    Q_OBJECT

public:
    AttentionCardView(const models::AttentionCard &card, const House &house, ClickGuard &guard,
                      QWidget *parent = nullptr);
    /// Works the choices out anew: what was free may be taken by now.
    void followStock();
    /// Tab reaches its choices in their order, behind that widget; gives the last of them.
    QWidget *chainFocus(QWidget *before);
    void takeFocus();

signals:
    void chosen(const deskbell::models::AttentionCard &card, const deskbell::ui::Choice &choice);

private:
    void addPart(QVBoxLayout *column, const QString &heading, const QString &words);
    QString nowText() const;
    void showChoices();
    void choose(std::size_t number);

    models::AttentionCard m_card;
    const House &m_house;
    ClickGuard &m_guard;
    QVBoxLayout *m_column;
    std::vector<Choice> m_choices;
    std::vector<QPushButton *> m_buttons;
    bool m_isDecided = false;
};

} // namespace deskbell::ui
