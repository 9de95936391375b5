#pragma once

// The files of resources/notices/ (the texts of notices), compiled in (cmake/EmbedFiles.cmake).
// Constants.

#include "server/embeddedfile.h"

namespace deskbell::server {

std::span<const EmbeddedFile> embeddedNotices();

} // namespace deskbell::server
