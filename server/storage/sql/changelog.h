#pragma once

// Reading a property's numbered changes. On any connection; throws StorageFailure.

#include <functional>
#include <string>

#include "protocol/cursor.h"
#include "server/storage/changeset.h"
#include "server/storage/sql/propertybook.h"

namespace deskbell::server {

struct Clock
{
    std::uint64_t seq = 0;
    std::uint64_t lowest = 0; ///< of a cursor that can still be carried on
};

/// Throws "unknown-property".
Clock readClock(Connection &connection, const PropertyId &property);

/// The body of GET …/changes: whole transactions only, up to `limit` of them or some megabytes.
std::string readChanges(Connection &connection, const Uuid &epoch, const protocol::Cursor &after,
                        std::size_t limit);

/// Visits the changes after `after`, up to `last`, in order, until the visitor says no.
void forEachChange(Connection &connection, const PropertyId &property, std::uint64_t after,
                   std::uint64_t last, const std::function<bool(ChangeSet &)> &visit);
/// Brings a book that was true at `after` to what is set up at `last`.
void applySetUp(Connection &connection, PropertyBook &book, std::uint64_t after, std::uint64_t last);

/// Changes older than that are gone, and so are the cursors before them.
void dropChanges(Connection &connection, Instant before);

} // namespace deskbell::server
