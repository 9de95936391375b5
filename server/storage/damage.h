#pragma once

// A stored row or value that differs from what was written, found by examining the database. Plain
// values.

#include <functional>
#include <string>

namespace deskbell::server {

struct Damage
{
    enum class Reach {
        Row,  ///< one thing makes no sense; everything else can be relied upon
        File, ///< the database's own pages: it is to be put back from a backup
        Root, ///< and what hangs on them cannot be reached: nothing more may be written
    };
    Reach reach = Reach::Row;
    std::string where; ///< "page 17", "reservation 0190…"
    std::string what;  ///< "sum", "unreadable", "other-id", …
    friend bool operator==(const Damage &, const Damage &) = default;
};

/// `goOn` is asked now and then, and may take its time to answer.
struct Looking
{
    std::function<void(const Damage &)> found;
    std::function<bool()> goOn;
};

} // namespace deskbell::server
