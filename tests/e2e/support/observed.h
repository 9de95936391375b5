#pragma once

// What a desk's screens have been told: every change set of its FrontDesk taken up, as the models
// do, and nothing else. Compared with the backend's truth it says whether desk and backend agree.
// Owned by the test; UI thread; lives no longer than the desk.

#include <QObject>
#include <QStringList>

#include <map>
#include <optional>

#include "e2e/support/backendview.h"
#include "models/frontdesk.h"

namespace deskbell::e2e {

class Observed : public QObject
{
    Q_OBJECT

public:
    explicit Observed(models::FrontDesk &desk);

    bool isComplete() const { return m_isComplete; }
    const std::optional<Property> &property() const { return m_property; }
    const std::map<ReservationId, models::StayRow> &stays() const { return m_stays; }
    const models::StayRow *stay(const ReservationId &id) const;
    /// The first of that guest; null when there is none.
    const models::StayRow *stayOf(const std::string &guest) const;
    int waiting() const { return m_desk.link().waiting; }
    bool isOnline() const { return m_desk.link().phase == models::LinkPhase::Online; }
    /// A note of that code is shown to the person.
    bool hasNote(std::string_view code) const;

    /// In words, what differs between these screens and the backend's rows of the desk's window;
    /// empty when they agree. Nothing may be waiting.
    QStringList differencesFrom(BackendView &backend) const;

private:
    void take(const models::ChangeSet &changes);

    models::FrontDesk &m_desk;
    bool m_isComplete = false;
    std::optional<Property> m_property;
    std::map<OfferingId, Offering> m_offerings;
    std::map<UnitId, Unit> m_units;
    std::map<ReservationId, models::StayRow> m_stays;
};

} // namespace deskbell::e2e
