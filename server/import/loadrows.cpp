#include "server/import/loadrows.h"

#include <algorithm>
#include <functional>
#include <span>

namespace deskbell::server {
namespace {

bool isReservation(const protocol::Row &row)
{
    return protocol::entityOf(row) == entityOf<Reservation>();
}

/// Only what the storage says of the rows concerns them; that the disk is full does not.
bool isAboutRows(const Error &error)
{
    return error.code == "bad-load";
}

class Halving
{
public:
    Halving(Storage &storage, const PropertyId &property) : m_storage(storage), m_property(property) {}

    Expected<void> load(std::span<const protocol::Row> rows)
    {
        const auto loaded = m_storage.load(m_property, {rows.begin(), rows.end()}, Loading::Add);
        if (loaded)
            return {};
        if (!isAboutRows(loaded.error()))
            return tl::unexpected(loaded.error());
        if (rows.size() == 1)
            return loadWithoutUnit(std::get<Reservation>(rows.front()), loaded.error());
        const std::size_t half = rows.size() / 2;
        if (auto first = load(rows.first(half)); !first)
            return first;
        return load(rows.subspan(half));
    }

    std::vector<std::pair<ReservationId, Error>> takeRefused() { return std::move(m_refused); }

private:
    /// Somebody at the desk finds it another room; a guest in house or gone is left to the report.
    Expected<void> loadWithoutUnit(Reservation reservation, const Error &reason)
    {
        if (reservation.unit && isOpen(reservation.state)) {
            reservation.unit.reset();
            const auto loaded = m_storage.load(m_property, {reservation}, Loading::Add);
            if (loaded)
                return {};
            if (!isAboutRows(loaded.error()))
                return tl::unexpected(loaded.error());
        }
        m_refused.emplace_back(reservation.id, reason);
        return {};
    }

    Storage &m_storage;
    const PropertyId m_property;
    std::vector<std::pair<ReservationId, Error>> m_refused;
};

Expected<bool> isThere(Storage &storage, const PropertyId &property)
{
    const auto seq = storage.seq(property);
    if (!seq && seq.error().code != "unknown-property")
        return tl::unexpected(seq.error());
    return seq.has_value();
}

} // namespace

Expected<std::vector<std::pair<ReservationId, Error>>> loadRows(Storage &storage, const PropertyId &property,
                                                                std::vector<protocol::Row> rows)
{
    const auto known = isThere(storage, property);
    if (!known)
        return tl::unexpected(known.error());
    const auto loaded = storage.load(property, rows, *known ? Loading::Add : Loading::Begin);
    Halving halving(storage, property);
    if (!loaded) {
        if (!*known || !isAboutRows(loaded.error()))
            return tl::unexpected(loaded.error());
        const auto reservations = std::stable_partition(rows.begin(), rows.end(), std::not_fn(isReservation));
        const std::vector<protocol::Row> house(rows.begin(), reservations);
        if (const auto set = storage.load(property, house, Loading::Add); !set)
            return tl::unexpected(set.error());
        if (auto done = halving.load({reservations, rows.end()}); !done)
            return tl::unexpected(done.error());
    }
    return halving.takeRefused();
}

} // namespace deskbell::server
