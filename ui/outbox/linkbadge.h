#pragma once

// LinkBadge: the one place that always shows the state of the connection and the outbox: online,
// offline since when, catching up, how many commands wait, how many need a decision. A click opens
// the outbox panel. Its text is its accessible name, so that a change is read out. UI thread.

#include <QPushButton>
#include <QTimeZone>

#include "models/frontdesk.h"

namespace deskbell::ui {

class LinkBadge : public QPushButton
{
    Q_OBJECT

public:
    explicit LinkBadge(models::FrontDesk &desk, QWidget *parent = nullptr);
    void setZone(const QTimeZone &zone);

private:
    void follow();
    QString stateText() const;

    models::FrontDesk &m_desk;
    QTimeZone m_zone;
};

} // namespace deskbell::ui
