#pragma once

// What storages are compared with: a desk's cache that follows the changes, and commands of every kind.

#include "server/storagefixture.h"

namespace deskbell::server::testing {

/// A desk's cache: rows by id, moved from number to number.
class Follower
{
public:
    Follower(Storage &storage, const PropertyId &property, const Window &window);

    /// Fetches until up to date, at most `limit` transactions a page.
    void follow(std::size_t limit);
    void take(const protocol::Transaction &transaction);

    std::map<Uuid, Reservation> rows;
    protocol::Cursor cursor;

private:
    Storage &m_storage;
    const PropertyId m_property;
    const Window m_window;
};

/// Any commands at all, most of them sensible: the model is decide() itself. Where RapidCheck draws.
CommandArgs anyCommand(const SmallHotel &hotel, const std::vector<ReservationId> &known);

} // namespace deskbell::server::testing
