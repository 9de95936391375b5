#pragma once

// The operator's commands for properties: create one without an import (name, time zone, currency and
// business date), change it, and show or advance its business date. What can be reserved is set up by an
// administrator at a desk. One request, one answer, both JSON, as in accountadmin.h; on any thread that may
// wait.

#include <optional>
#include <string>
#include <string_view>

#include "domain/property.h"
#include "server/storage/storage.h"
#include "server/storage/surroundings.h"

namespace deskbell::server {

struct PropertyRequest
{
    std::string action;   ///< "add", "list", "edit", "business-date", "next-day"
    std::string property; ///< its name or id; "business-date" and "next-day": empty where there is one only
    // For "add"; for "edit" what is to be other than it is.
    std::string name;
    std::string timeZone;
    std::string currency;      ///< "add"
    std::string businessDate;  ///< "add"
    std::string clerksConfirm; ///< "edit": "yes", "no"
    std::string closed;        ///< "edit": "yes", "no"
};
std::string encodePropertyRequest(const PropertyRequest &request);
/// Error: "bad-property-request".
Expected<PropertyRequest> decodePropertyRequest(std::string_view text);

/// {"properties":[{"id","name","timeZone","currency","businessDate","clerksConfirm","isClosed"}]}: those it
/// was about, as they are now. Errors: "unknown-property-action", "property-name-missing", "property-taken",
/// "unknown-property", "property-ambiguous", "property-missing" (which one of several), "bad-currency",
/// "bad-date", "bad-answer" (neither yes nor no), "time-zone-missing", "unknown-time-zone", refusals,
/// "storage-…".
Expected<std::string> administerProperty(const PropertyRequest &request, Storage &storage,
                                         const Surroundings &surroundings);

/// The one of that name or id. Errors: "unknown-property", "property-ambiguous".
Expected<PropertyId> propertyNamed(const std::string &wanted,
                                   const std::vector<protocol::PropertyRef> &known);

} // namespace deskbell::server
