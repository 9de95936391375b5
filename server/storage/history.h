#pragma once

// Which history of its properties a database holds, and the cursors that say so. A database that was put back
// to an older day gives out numbers again that desks have seen, so a number alone tells nothing: each
// numbered change has a mark that follows from its content, and a cursor carries the mark of its number under
// a seal that only this installation can make. A plain value; any thread.

#include <array>
#include <string_view>

#include "protocol/cursor.h"
#include "server/storage/changeset.h"

namespace deskbell::server {

/// What tells a change from any other that ever has its number: when, by which command, which versions of
/// what. Never 0.
std::uint64_t markOf(const ChangeSet &change);

class History
{
public:
    History() = default;
    /// `secret` is the installation's own.
    History(const Uuid &epoch, std::string_view secret);

    const Uuid &epoch() const { return m_epoch; }
    /// The same installation, with another history.
    History under(const Uuid &epoch) const;

    protocol::Cursor cursor(const PropertyId &property, const Window &window, std::uint64_t seq,
                            std::uint64_t mark) const;
    /// This installation made it, whichever its epoch.
    bool hasMade(const protocol::Cursor &cursor) const { return cursor.seal == sealOf(cursor); }
    friend bool operator==(const History &, const History &) = default;

private:
    std::uint64_t sealOf(const protocol::Cursor &cursor) const;

    Uuid m_epoch;
    std::array<unsigned char, 16> m_key{};
};

} // namespace deskbell::server
