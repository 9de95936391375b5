#pragma once

// AttentionCardView: one refused command as a card: you asked … / it is now … (who, when) / you can …,
// the choices as buttons. UI thread.

#include <QFrame>

#include "models/frontdesk.h"
#include "ui/outbox/choices.h"

class QVBoxLayout;

namespace deskbell::ui {

class AttentionCardView : public QFrame
{
    Q_OBJECT

public:
    AttentionCardView(const models::AttentionCard &card, const House &house, QWidget *parent = nullptr);

signals:
    void chosen(const deskbell::models::AttentionCard &card, const deskbell::ui::Choice &choice);

private:
    void addPart(QVBoxLayout *column, const QString &heading, const QString &words);
    QString nowText(const House &house) const;

    models::AttentionCard m_card;
};

} // namespace deskbell::ui
