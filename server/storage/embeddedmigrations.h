#pragma once

// The numbered .sql files of migrations/, in their order, compiled in (cmake/EmbedMigrations.cmake).
// The first is version 1.

#include <span>
#include <string_view>

namespace deskbell::server {

std::span<const std::string_view> embeddedMigrations();

} // namespace deskbell::server
