#include "app/searcher.h"

#include <algorithm>

namespace deskbell::app {

namespace {

constexpr int rowsAtATime = 2048;
constexpr std::size_t mostFound = 200; // more than a person reads
constexpr int fewestDigits = 4;

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += c;
    }
    return digits;
}

QString plainCode(const QString &text)
{
    QString code = text.trimmed().toUpper();
    code.remove(QLatin1Char('-'));
    return code;
}

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
    m_folded = text.trimmed().toCaseFolded();
    m_digits = digitsOf(text);
    m_code = plainCode(text);
    m_unitName = text.trimmed().toStdString();
    m_ticket = ticket;
    m_position = 0;
    m_seen.clear();
    m_rows.clear();
    if (m_folded.isEmpty()) {
        finish();
        return;
    }
    searchPending();
    m_next.start(0);
}

bool Searcher::matches(const Reservation &reservation) const
{
    if (QString::fromStdString(reservation.guest.name).toCaseFolded().contains(m_folded))
        return true;
    if (m_digits.size() >= fewestDigits &&
        digitsOf(QString::fromStdString(reservation.guest.phone)).contains(m_digits))
        return true;
    if (plainCode(QString::fromStdString(shortCode(reservation.id))) == m_code)
        return true;
    return reservation.unit && m_picture.index().isUnitNamed(*reservation.unit, m_unitName);
}

void Searcher::searchPending()
{
    // What was made here and is not in the cache yet, and what waits to look otherwise.
    for (const store::KeptCommand &kept : m_intent.commands()) {
        const auto id = reservationOf(kept.command.args);
        if (!id || !m_seen.insert(*id).second)
            continue;
        const Seen seen = m_picture.seen(*id);
        if (seen.reservation && matches(*seen.reservation))
            m_rows.push_back(m_picture.row(seen));
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
        return m_rows.size() < mostFound;
    });
    if (!reached || !*reached || m_rows.size() >= mostFound) {
        finish();
        return;
    }
    m_position = **reached;
    m_next.start(0);
}

void Searcher::finish()
{
    emit found(m_ticket, std::exchange(m_rows, {}));
}

} // namespace deskbell::app
