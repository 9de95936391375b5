// Looks through all that is stored, a few thousand rows at a time, so that the line and the screens
// are served in between: names are sealed on the disk and cannot be searched there. One search at a
// time; a newer one ends it. Owned by the engine; data thread.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>
#include <set>
#include <vector>

#include "app/picture.h"
#include "models/search.h"

namespace deskbell::app {

class Searcher : public QObject
{
    Q_OBJECT

public:
    Searcher(Picture &picture, sync::Replica &replica, store::IntentStore &intent);

    void start(const QString &text, quint64 ticket);

signals:
    void found(quint64 ticket, const std::vector<deskbell::models::StayRow> &rows);

private:
    void searchPending();
    void searchNext();
    bool matches(const Reservation &reservation) const;
    void finish();

    Picture &m_picture;
    sync::Replica &m_replica;
    store::IntentStore &m_intent;
    QTimer m_next;
    models::Search m_search{QString()};
    quint64 m_ticket = 0;
    std::int64_t m_position = 0;
    std::set<ReservationId> m_seen;
    std::vector<models::StayRow> m_rows;
};

} // namespace deskbell::app
