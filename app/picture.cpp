#include "app/picture.h"

#include <algorithm>
#include <set>

#include "models/stayrow.h"

namespace deskbell::app {

namespace {

constexpr Days visibleBack{7};
constexpr Days visibleAhead{38};
constexpr int rowsAtATime = 4096;

} // namespace

Picture::Picture(Actor actor, sync::Replica &replica, store::IntentStore &intent,
                 std::function<Instant()> clock, std::chrono::milliseconds changeSetEvery)
    : m_actor(std::move(actor)), m_replica(replica), m_intent(intent), m_clock(std::move(clock)),
      m_changeSetEvery(changeSetEvery)
{
    m_flush.setSingleShot(true);
    m_flush.setTimerType(Qt::PreciseTimer);
    connect(&m_flush, &QTimer::timeout, this, &Picture::flush);
    m_load.setSingleShot(true);
    connect(&m_load, &QTimer::timeout, this, &Picture::loadNext);
    m_sinceFlush.start();
}

bool Picture::succeeded(const Expected<void> &read)
{
    if (read)
        return true;
    if (read.error().code == store::failurecode::damaged)
        QMetaObject::invokeMethod(this, &Picture::cacheDamaged, Qt::QueuedConnection);
    return false;
}

void Picture::load()
{
    m_index = DeskIndex();
    m_property.reset();
    m_overlaid.clear();
    m_out = {};
    m_out.isReset = true;
    m_out.isComplete = false;
    m_hasOut = true;
    store::CacheStore *cache = m_replica.cache();
    if (!cache) {
        m_out.isComplete = true;
        flush();
        return;
    }
    const auto undated = cache->undated();
    if (!undated) {
        succeeded(tl::unexpected(undated.error()));
        return;
    }
    undated->forEach([this](const auto &row) { takeUndated(row); });
    m_index.reserve(static_cast<std::size_t>(m_replica.state().count));
    const Date today = businessDate();
    const auto read =
        cache->visitWindow(today - visibleBack, today + visibleAhead, [this](Reservation &&reservation) {
            m_index.set(reservation);
            m_out.stays.push_back(row({std::move(reservation), 0, {}}));
            return true;
        });
    if (!succeeded(read))
        return;
    relay();
    flush();
    m_isRelisting = false;
    m_loadPosition = 0;
    m_load.start(0);
}

void Picture::loadNext()
{
    store::CacheStore *cache = m_replica.cache();
    if (!cache || !m_loadPosition)
        return;
    const auto reached = cache->visitSome(*m_loadPosition, rowsAtATime, [this](Reservation &&reservation) {
        if (m_overlaid.contains(reservation.id) || (!m_isRelisting && m_index.contains(reservation.id)))
            return true;
        m_index.set(reservation);
        m_out.stays.push_back(row({std::move(reservation), 0, {}}));
        return true;
    });
    if (!reached) {
        succeeded(tl::unexpected(reached.error()));
        return;
    }
    m_loadPosition = *reached;
    m_out.isComplete = !m_loadPosition;
    m_hasOut = true;
    if (m_loadPosition)
        m_load.start(0);
    else
        m_relayDue = true; // stock is known in full only now
    flush();
}

void Picture::takeUndated(const UndatedRow &row)
{
    std::visit(
        [this]<typename Kind>(const Kind &each) {
            if constexpr (std::same_as<Kind, Property>)
                takeProperty(each);
            else
                m_index.put(each);
        },
        row);
    m_out.undated.add(row);
    m_hasOut = true;
}

void Picture::takeProperty(const Property &property)
{
    const bool areRowsOther = m_property && (m_property->businessDate != property.businessDate ||
                                             m_property->clerksConfirm != property.clerksConfirm);
    m_property = property;
    m_index.setBusinessDate(property.businessDate);
    m_actor.confirmsOwn = property.clerksConfirm;
    if (!areRowsOther)
        return;
    // What may be done with a reservation depends on the day and the rules: all rows are listed again.
    m_isRelisting = true;
    m_loadPosition = 0;
    m_load.start(0);
}

void Picture::takeRows(const store::TakenRows &rows)
{
    rows.undated.forEach([this](const auto &row) { takeUndated(row); });
    for (const ReservationId &id : rows.gone) {
        m_index.remove(id);
        show(id, {});
    }
    for (const Reservation &reservation : rows.reservations) {
        if (m_overlaid.contains(reservation.id))
            continue; // shown with what waits laid over
        m_index.set(reservation);
        show(reservation.id, {reservation, 0, {}});
    }
    // What others take changes what this desk's waiting commands may still get.
    if (!m_overlaid.empty() || !m_laidOver.empty()) {
        m_relayDue = true;
        m_hasOut = true;
    }
    if (m_hasOut)
        scheduleFlush();
}

models::StayRow Picture::row(const Overlaid &overlaid) const
{
    return models::stayRow(*overlaid.seen, overlaid.waiting, overlaid.conflict.has_value(), m_actor,
                           businessDate());
}

void Picture::index(const ReservationId &id, const Reservation *reservation)
{
    if (reservation)
        m_index.set(*reservation);
    else
        m_index.remove(id);
}

void Picture::show(const ReservationId &id, const Overlaid &overlaid)
{
    // A change set names a reservation as a row or as gone, never as both.
    if (overlaid.seen) {
        std::erase(m_out.gone, id);
        m_out.stays.push_back(row(overlaid));
    } else {
        std::erase_if(m_out.stays, [&](const models::StayRow &row) { return row.id == id; });
        m_out.gone.push_back(id);
    }
    m_hasOut = true;
    emit touched(id);
}

Expected<std::optional<Reservation>> Picture::truth(const ReservationId &id)
{
    store::CacheStore *cache = m_replica.cache();
    if (!cache)
        return std::nullopt;
    auto read = cache->reservation(id);
    if (!read)
        succeeded(tl::unexpected(read.error()));
    return read;
}

Overlaid Picture::seen(const ReservationId &id)
{
    relayIfDue();
    if (const auto overlaid = m_overlaid.find(id); overlaid != m_overlaid.end())
        return overlaid->second;
    return {truth(id).value_or(std::nullopt), 0, {}};
}

ReadWorld Picture::seenWorld()
{
    return ReadWorld(m_property.value_or(Property()),
                     [this](const ReservationId &id) { return seen(id).seen; });
}

Expected<Decision> Picture::decided(const CommandArgs &args, const World &seenWorld)
{
    return decide(seenWorld, args, context());
}

void Picture::relayIfDue()
{
    if (m_relayDue && !m_isStreaming)
        relay();
}

void Picture::relay()
{
    m_relayDue = false;
    const auto truthRead = [this](const ReservationId &id) { return truth(id).value_or(std::nullopt); };
    const ReadWorld truthWorld(restoreSetUp(), truthRead);
    std::set<ReservationId> touchedNow;
    for (const auto &[id, overlaid] : std::exchange(m_overlaid, {}))
        touchedNow.insert(id);
    for (const store::KeptCommand &kept : m_intent.commands()) {
        for (const ReservationId &id : reservationsOf(kept.command.args))
            touchedNow.insert(id);
    }
    for (const ReservationId &id : touchedNow)
        index(id, truthWorld.reservation(id));
    Overlay overlay(truthWorld);
    for (const store::KeptCommand &kept : m_intent.commands()) {
        for (const Row &after : overlay.lay(kept.command, context()))
            takeLaid(after);
    }
    m_overlaid = overlay.reservations();
    for (const ReservationId &id : touchedNow)
        show(id, seen(id));
    if (m_property && overlay.property() != *m_property)
        takeUndated(overlay.property());
}

void Picture::takeLaid(const Row &after)
{
    std::visit(
        [this]<typename Kind>(const Kind &row) {
            if constexpr (std::same_as<Kind, Reservation>) {
                m_index.set(row);
            } else if constexpr (!std::same_as<Kind, Property>) {
                takeUndated(row);
                m_laidOver.push_back(row);
            }
        },
        after);
}

namespace {

/// As the backend has it; as gone when it does not.
template <typename Kind>
Kind asInTruth(const Kind &shown, const std::vector<Kind> &truth)
{
    const auto found = std::ranges::find(truth, shown.id, &Kind::id);
    if (found != truth.end())
        return *found;
    Kind gone = shown;
    gone.version = 0;
    if constexpr (requires { gone.sale; })
        gone.sale = SaleState::Removed;
    return gone;
}

} // namespace

Property Picture::restoreSetUp()
{
    const bool isAsked = std::ranges::any_of(m_intent.commands(), [](const store::KeptCommand &kept) {
        return reservationsOf(kept.command.args).empty();
    });
    const bool wasAsked = std::exchange(m_isSetUpLaidOver, isAsked);
    const Property shown = m_property.value_or(Property());
    store::CacheStore *cache = m_replica.cache();
    if (!cache || (!isAsked && !wasAsked))
        return shown;
    const auto truth = cache->undated();
    if (!truth || truth->of<Property>().empty())
        return shown;
    for (const UndatedRow &laidOver : std::exchange(m_laidOver, {})) {
        std::visit([&]<typename Kind>(const Kind &row) { takeUndated(asInTruth(row, truth->of<Kind>())); },
                   laidOver);
    }
    return truth->of<Property>().back();
}

std::optional<std::uint32_t> Picture::undatedVersion(const Uuid &id)
{
    store::CacheStore *cache = m_replica.cache();
    const auto truth = cache ? cache->undated() : failure("not-ready");
    std::optional<std::uint32_t> version;
    if (truth)
        truth->forEach([&](const auto &row) {
            if (row.id.value == id)
                version = row.version;
        });
    return version;
}

void Picture::commandsChanged()
{
    if (m_isStreaming)
        return; // laid over when the stream has ended
    relay();
    flush();
}

void Picture::beginStream(bool isFirst)
{
    m_isStreaming = isFirst;
    if (!isFirst)
        return;
    m_load.stop();
    m_loadPosition.reset();
    m_index = DeskIndex();
    m_property.reset();
    m_overlaid.clear();
    m_out = {};
    m_out.isReset = true;
    m_out.isComplete = false;
    m_hasOut = true;
    flush();
    m_out.isComplete = false;
}

void Picture::streamRow(protocol::Row &&row)
{
    if (!m_isStreaming)
        return; // something is on the screens: they change when all of it is there
    std::visit(
        [this]<typename Kind>(Kind &each) {
            if constexpr (std::same_as<Kind, Reservation>) {
                m_index.set(each);
                m_out.stays.push_back(this->row({std::move(each), 0, {}}));
                m_hasOut = true;
            } else {
                takeUndated(each);
            }
        },
        row);
    if (m_out.stays.size() >= rowsAtATime) {
        m_out.isComplete = false;
        flush();
    }
}

void Picture::endStream(bool isTaken)
{
    const bool wasStreaming = std::exchange(m_isStreaming, false);
    if (!wasStreaming) {
        if (isTaken)
            load();
        return;
    }
    if (!isTaken) {
        load(); // what was there before, or nothing
        return;
    }
    m_out.isComplete = true;
    m_hasOut = true;
    relay();
    flush();
}

void Picture::scheduleFlush()
{
    if (m_flush.isActive())
        return;
    const auto rest = m_changeSetEvery - std::chrono::milliseconds(m_sinceFlush.elapsed());
    m_flush.start(std::max(rest, std::chrono::milliseconds(0)));
}

void Picture::flush()
{
    relayIfDue();
    m_flush.stop();
    if (!m_hasOut)
        return;
    auto changes = std::make_shared<models::ChangeSet>(std::exchange(m_out, {}));
    m_out.isComplete = !m_loadPosition && !m_isStreaming;
    m_hasOut = false;
    m_sinceFlush.restart();
    emit changed(std::move(changes));
}

std::string Picture::guestOf(const CommandArgs &args)
{
    if (const auto *made = std::get_if<MakeReservation>(&args))
        return made->guest.name;
    const auto id = reservationOf(args);
    if (!id)
        return {};
    const auto known = truth(*id);
    if (known && *known)
        return (*known)->guest.name;
    for (const store::KeptCommand &kept : m_intent.commands()) {
        if (const auto *made = std::get_if<MakeReservation>(&kept.command.args);
            made && made->reservation == *id)
            return made->guest.name;
    }
    return {};
}

} // namespace deskbell::app
