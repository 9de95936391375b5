// What the clerk sees: the backend's truth with this desk's own waiting commands laid over it, as the
// rows the screens show. Takes what the line brings, asks the domain, and hands on change sets, at
// most one in 16 ms. Owned by the engine; data thread.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "app/deskindex.h"
#include "domain/overlay.h"
#include "models/frontdesk.h"
#include "store/cachestore.h"
#include "store/intentstore.h"
#include "sync/replica.h"
#include "sync/timing.h"

namespace deskbell::app {

class Picture : public QObject
{
    Q_OBJECT

public:
    Picture(Actor actor, sync::Replica &replica, store::IntentStore &intent, std::function<Instant()> clock,
            std::chrono::milliseconds changeSetEvery);

    // What has happened
    void load(); ///< all from the cache, what is visible first
    void takeRows(const store::TakenRows &rows);
    void beginStream(bool isFirst);
    void streamRow(protocol::Row &&row);
    void endStream(bool isTaken);
    /// The commands kept are others than before: overlays are made anew.
    void commandsChanged();

    // What is asked
    const std::optional<Property> &property() const { return m_property; }
    /// Null version for what is not in the cache.
    Expected<std::optional<Reservation>> truth(const ReservationId &id);
    /// What a reservation looks like here, and why.
    Overlaid seen(const ReservationId &id);
    /// The backend's version of what has no dates; none for what is not in the cache.
    std::optional<std::uint32_t> undatedVersion(const Uuid &id);
    /// What a command would do, on what the clerk sees.
    Expected<Decision> decided(const CommandArgs &args, const World &seenWorld);
    /// What the clerk sees, each reservation as it is when it is asked for. Good until something changes.
    ReadWorld seenWorld();
    const DeskIndex &index() const { return m_index; }
    models::StayRow row(const Overlaid &overlaid) const;
    /// The guest of a reservation with waiting commands or a card.
    std::string guestOf(const CommandArgs &args);

    /// What is due is handed on now.
    void flush();

signals:
    void changed(std::shared_ptr<const deskbell::models::ChangeSet> changes);
    void touched(const deskbell::ReservationId &id);
    /// Reading found the cache damaged.
    void cacheDamaged();

private:
    Context context() const
    {
        return {m_clock(), m_actor, businessDate(), m_index, m_property && m_property->isClosed};
    }
    Date businessDate() const { return m_property ? m_property->businessDate : Date{}; }
    void scheduleFlush();
    void loadNext();
    bool succeeded(const Expected<void> &read);
    void takeProperty(const Property &property);
    void index(const ReservationId &id, const Reservation *reservation);
    void show(const ReservationId &id, const Overlaid &overlaid);
    void takeUndated(const UndatedRow &row);
    void relayIfDue();
    /// Lays all waiting commands over the truth anew.
    void relay();
    /// What waiting commands had set up is as the backend has it again. The property as the backend has it.
    Property restoreSetUp();
    void takeLaid(const Row &after);

    Actor m_actor;
    sync::Replica &m_replica;
    store::IntentStore &m_intent;
    std::function<Instant()> m_clock;
    std::chrono::milliseconds m_changeSetEvery;

    std::optional<Property> m_property; ///< overlay included
    DeskIndex m_index;
    std::map<ReservationId, Overlaid> m_overlaid; ///< reservations with waiting commands
    models::ChangeSet m_out;
    bool m_hasOut = false;
    bool m_relayDue = false;
    bool m_isSetUpLaidOver = false;
    QElapsedTimer m_sinceFlush;
    QTimer m_flush;
    QTimer m_load;
    std::optional<std::int64_t> m_loadPosition;
    std::vector<UndatedRow> m_laidOver; ///< what has no dates, as waiting commands make it
    bool m_isStreaming = false;
    bool m_isRelisting = false; ///< loading again what the index already has
};

} // namespace deskbell::app
