#pragma once

// Loads a generated workload (types.jsonl, rooms.jsonl, reservations.jsonl, meta.json: a hotel of a
// stated size, for measuring) as a property.

#include <filesystem>
#include <string>
#include <vector>

#include "protocol/rows.h"

namespace deskbell::server {

struct Workload
{
    PropertyId property{};
    std::vector<protocol::Row> rows;
};

/// Errors: "file-not-found", "file-unreadable" (file), "bad-workload" (file, line, reason).
Expected<Workload> readWorkload(const std::filesystem::path &folder, const std::string &propertyName);

} // namespace deskbell::server
