#pragma once

// Reading a property's numbered changes. On any connection; throws StorageFailure.

#include <functional>
#include <string>

#include "protocol/cursor.h"
#include "server/storage/changeset.h"
#include "server/storage/history.h"
#include "server/storage/sql/propertybook.h"

namespace deskbell::server {

struct Clock
{
    std::uint64_t seq = 0;
    std::uint64_t lowest = 0; ///< of a cursor that can still be carried on
};

/// Throws "unknown-property".
Clock readClock(Connection &connection, const PropertyId &property);

/// The mark of the property's change with this number; 0 when that is not kept.
std::uint64_t readMark(Connection &connection, const PropertyId &property, std::uint64_t seq);

/// What a cursor is to a database with this history.
enum class Standing {
    Known,   ///< it can be carried on
    Gone,    ///< of another epoch, or of a number that is not kept any more
    Foreign, ///< ours, under this epoch, and yet of no history that this database has
};
Standing standingOf(Connection &connection, const History &history, const protocol::Cursor &cursor);

/// The body of GET …/changes: whole transactions only, up to `limit` of them or some megabytes. The cursor
/// is Known.
std::string readChanges(Connection &connection, const History &history, const protocol::Cursor &after,
                        std::size_t limit);

/// Visits the changes after `after`, up to `last`, in order, until the visitor says no.
void forEachChange(Connection &connection, const PropertyId &property, std::uint64_t after,
                   std::uint64_t last, const std::function<bool(ChangeSet &)> &visit);
/// Brings a book that was true at `after` to what is set up at `last`.
void applySetUp(Connection &connection, PropertyBook &book, std::uint64_t after, std::uint64_t last);

/// Changes older than that are gone, and so are the cursors before them.
void dropChanges(Connection &connection, Instant before);

} // namespace deskbell::server
