#include "e2e/support/observed.h"

#include "sync/timing.h"

#include <algorithm>

namespace deskbell::e2e {

Observed::Observed(models::FrontDesk &desk) : m_desk(desk)
{
    connect(&desk, &models::FrontDesk::changed, this, &Observed::take);
}

void Observed::take(const models::ChangeSet &changes)
{
    if (changes.isReset) {
        m_property.reset();
        m_offerings.clear();
        m_units.clear();
        m_stays.clear();
    }
    for (const Property &each : changes.undated.of<Property>())
        m_property = each;
    for (const Offering &each : changes.undated.of<Offering>())
        m_offerings.insert_or_assign(each.id, each);
    for (const Unit &each : changes.undated.of<Unit>())
        m_units.insert_or_assign(each.id, each);
    for (const models::StayRow &each : changes.stays)
        m_stays.insert_or_assign(each.id, each);
    for (const ReservationId &id : changes.gone)
        m_stays.erase(id);
    m_isComplete = changes.isComplete;
}

const models::StayRow *Observed::stay(const ReservationId &id) const
{
    const auto found = m_stays.find(id);
    return found == m_stays.end() ? nullptr : &found->second;
}

const models::StayRow *Observed::stayOf(const std::string &guest) const
{
    const auto found = std::find_if(m_stays.begin(), m_stays.end(),
                                    [&](const auto &each) { return each.second.guest == guest; });
    return found == m_stays.end() ? nullptr : &found->second;
}

bool Observed::hasNote(std::string_view code) const
{
    const auto &notes = m_desk.link().notes;
    return std::any_of(notes.begin(), notes.end(), [&](const Error &note) { return note.code == code; });
}

namespace {

QString describe(const models::StayRow &row)
{
    return QStringLiteral("%1 %2 %3–%4 unit %5 owed %6 waiting %7")
        .arg(QString::fromStdString(row.guest), QString::fromUtf8(toString(row.state)),
             QString::fromStdString(toString(row.stay.arrival)),
             QString::fromStdString(toString(row.stay.departure)), QString::fromStdString(toString(row.unit)))
        .arg(row.owed)
        .arg(row.waiting);
}

bool isSame(const models::StayRow &a, const models::StayRow &b)
{
    return a.id == b.id && a.offering == b.offering && a.unit == b.unit && a.wish == b.wish &&
           a.stay == b.stay && a.price == b.price && a.owed == b.owed && a.madeAtMs == b.madeAtMs &&
           a.possible == b.possible && a.quantity == b.quantity && a.adults == b.adults &&
           a.children == b.children && a.state == b.state && a.waiting == b.waiting &&
           a.hasConflict == b.hasConflict && a.holdsStock == b.holdsStock &&
           a.isPaymentUnderWay == b.isPaymentUnderWay && a.isProviderBusy == b.isProviderBusy &&
           a.isGuestInvented == b.isGuestInvented && a.hasNote == b.hasNote && a.guest == b.guest &&
           a.channel == b.channel;
}

} // namespace

QStringList Observed::differencesFrom(BackendView &backend) const
{
    if (!m_isComplete || !m_property)
        return {QStringLiteral("the desk has not loaded")};
    const sync::Timing timing;
    const Date today = m_property->businessDate;
    const Window usual{today - Days{timing.daysBack}, today + Days{timing.daysAhead}};
    const Window window = m_desk.link().loaded.value_or(usual);
    const std::optional<Truth> truth = backend.truth({window.from, window.to});
    if (!truth)
        return {QStringLiteral("the backend gives no snapshot")};
    QStringList differences;
    if (*m_property != truth->property)
        differences << QStringLiteral("the property differs");
    if (m_offerings.size() != truth->offerings.size() || m_units.size() != truth->units.size())
        differences << QStringLiteral("offerings or units differ");
    for (const auto &[id, reservation] : truth->reservations) {
        const models::StayRow expected =
            models::stayRow(reservation, 0, false, m_desk.actor(), truth->property.businessDate);
        const models::StayRow *shown = stay(id);
        if (!shown)
            differences << QStringLiteral("not at the desk: ") + describe(expected);
        else if (!isSame(*shown, expected))
            differences << QStringLiteral("desk: %1; backend: %2").arg(describe(*shown), describe(expected));
    }
    for (const auto &[id, row] : m_stays) {
        if (!truth->reservations.contains(id))
            differences << QStringLiteral("only at the desk: ") + describe(row);
    }
    return differences;
}

} // namespace deskbell::e2e
