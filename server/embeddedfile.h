#pragma once

// A file compiled into the program (cmake/EmbedFiles.cmake). A value.

#include <span>
#include <string_view>

namespace deskbell::server {

struct EmbeddedFile
{
    std::string_view name; ///< "ko.toml"
    std::string_view content;
};

} // namespace deskbell::server
