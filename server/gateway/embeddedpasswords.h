#pragma once

// The files of resources/passwords/ (common passwords), compiled in (cmake/EmbedFiles.cmake). Constants.

#include "server/embeddedfile.h"

namespace deskbell::server {

std::span<const EmbeddedFile> embeddedPasswords();

} // namespace deskbell::server
