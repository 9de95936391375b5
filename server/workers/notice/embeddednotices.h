#pragma once

// The files of resources/notices/ (what notices say), compiled in (cmake/EmbedFiles.cmake). Constants.

#include "server/embeddedfile.h"

namespace deskbell::server {

std::span<const EmbeddedFile> embeddedNotices();

} // namespace deskbell::server
