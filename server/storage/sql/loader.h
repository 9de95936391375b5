#pragma once

// Loads an importer's rows into a property, within one write on the writer's thread.

#include "server/storage/sql/rowwriter.h"
#include "server/storage/storage.h"

namespace deskbell::server {

/// The property's own row among those to be loaded, if there is one.
const Property *propertyIn(const std::vector<protocol::Row> &rows);
/// A property that is not there yet, with its clock at zero. Throws StorageFailure.
void makeProperty(Connection &connection, const Property &property);

/// Throws StorageFailure, "bad-load" among them. `change` is what listeners are told, if anything.
LoadResult loadRows(Connection &connection, PropertyBook &book, const std::vector<protocol::Row> &rows,
                    Loading how, Instant now, std::optional<ChangeSet> &change);

} // namespace deskbell::server
