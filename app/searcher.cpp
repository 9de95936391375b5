#include "app/searcher.h"

#include <algorithm>

namespace deskbell::app {

namespace {

constexpr int rowsAtATime = 2048;
} // namespace

Searcher::Searcher(Picture &picture, sync::Replica &replica, store::IntentStore &intent)
    : m_picture(picture), m_replica(replica), m_intent(intent)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Searcher::searchNext);
}

void Searcher::start(const QString &text, quint64 ticket)
{
    m_next.stop();
    m_search = models::Search(text);
    m_ticket = ticket;
    m_position = 0;
    m_seen.clear();
    m_rows.clear();
    if (m_search.isEmpty()) {
        finish();
        return;
    }
    searchPending();
    m_next.start(0);
}

bool Searcher::matches(const Reservation &reservation) const
{
    const Unit *unit = reservation.unit ? m_picture.index().unit(*reservation.unit) : nullptr;
    const std::string code = shortCode(reservation.id);
    return m_search.finds(
        {reservation.guest.name, reservation.guest.phone, code, unit ? unit->name : std::string_view()});
}

void Searcher::searchPending()
{
    // What was made here and is not in the cache yet, and what waits to look otherwise.
    for (const store::KeptCommand &kept : m_intent.commands()) {
        for (const ReservationId &id : reservationsOf(kept.command.args)) {
            if (!m_seen.insert(id).second)
                continue;
            const Overlaid overlaid = m_picture.seen(id);
            if (overlaid.seen && matches(*overlaid.seen))
                m_rows.push_back(m_picture.row(overlaid));
        }
    }
}

void Searcher::searchNext()
{
    store::CacheStore *cache = m_replica.cache();
    if (!cache) {
        finish();
        return;
    }
    const auto reached = cache->visitSome(m_position, rowsAtATime, [this](Reservation &&reservation) {
        if (!m_seen.contains(reservation.id) && matches(reservation))
            m_rows.push_back(m_picture.row({std::move(reservation), 0, {}}));
        return true;
    });
    if (!reached || !*reached) {
        finish();
        return;
    }
    m_position = **reached;
    m_next.start(0);
}

void Searcher::finish()
{
    const Date today = m_picture.property() ? m_picture.property()->businessDate : Date{};
    std::ranges::sort(m_rows,
                      [today](const auto &a, const auto &b) { return models::isSooner(a, b, today); });
    emit found(m_ticket, std::exchange(m_rows, {}));
}

} // namespace deskbell::app
