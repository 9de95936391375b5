#pragma once

// Erases guests' data when their stays have been over for the configured time. It does so by ordinary
// commands, so that desks and the audit log receive it. Called on the housekeeper's thread.

#include <functional>

#include "server/log/log.h"
#include "server/storage/storage.h"
#include "server/storage/surroundings.h"

namespace deskbell::server {

class Retention
{
public:
    /// `keep`: after the departure, by the property's business date; zero days: for good.
    Retention(Storage &storage, Days keep, Surroundings surroundings, const Log &log);
    /// Once an hour for all processes on one database. Returns early when `isStopping`.
    void run(const std::function<bool()> &isStopping);

private:
    Expected<std::size_t> erase(const PropertyId &property, const std::vector<ReservationId> &reservations);

    Storage &m_storage;
    const Days m_keep;
    const Surroundings m_surroundings;
    const Log &m_log;
};

} // namespace deskbell::server
