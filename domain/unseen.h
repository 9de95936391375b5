#pragma once

// Characters that show nothing by themselves: white space, what is ignored when it is displayed, and marks
// without the letter that they belong to. Internal to domain/text.

#include <cstdint>

namespace deskbell {

bool isUnseen(std::uint32_t point);

} // namespace deskbell
