#pragma once

// What the state of the link means, read from its notes. Plain functions over values; any thread.

#include <algorithm>

#include "models/frontdesk.h"

namespace deskbell::ui {

inline const Error *noteOf(const models::LinkState &link, std::string_view code)
{
    const auto found = std::ranges::find(link.notes, code, &Error::code);
    return found == link.notes.end() ? nullptr : &*found;
}

/// An answer has not come for two seconds.
inline bool isSlow(const models::LinkState &link)
{
    return noteOf(link, "backend-slow") != nullptr;
}

} // namespace deskbell::ui
