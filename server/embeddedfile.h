#pragma once

// A file that a program carries with it (cmake/EmbedFiles.cmake). A value.

#include <span>
#include <string_view>

namespace deskbell::server {

struct EmbeddedFile
{
    std::string_view name; ///< "ko.toml"
    std::string_view content;
};

} // namespace deskbell::server
