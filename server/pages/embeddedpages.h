#pragma once

// The files of resources/pages/ (templates, texts, style, script), compiled in
// (cmake/EmbedFiles.cmake). Constants.

#include "server/embeddedfile.h"

namespace deskbell::server {

std::span<const EmbeddedFile> embeddedPages();

} // namespace deskbell::server
