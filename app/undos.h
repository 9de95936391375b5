// The most recent commands of this desk that can be undone, since the person signed in. Owned by the
// engine's desk; data thread.
#pragma once

#include <deque>
#include <optional>

#include "domain/undo.h"

namespace deskbell::app {

class Undos
{
public:
    /// After something without a way back nothing before it is taken back over its head.
    void add(const CommandId &id, std::optional<Undoable> what)
    {
        if (!what)
            return m_all.clear();
        m_all.push_back({id, std::move(*what)});
        if (m_all.size() > most)
            m_all.pop_front();
    }
    /// Refused or withdrawn: it was not done.
    void forget(const CommandId &id)
    {
        std::erase_if(m_all, [&](const Done &done) { return done.id == id; });
    }
    std::optional<CommandArgs> last() const
    {
        return m_all.empty() ? std::nullopt : std::optional(m_all.back().what.done);
    }
    std::optional<Undoable> take()
    {
        if (m_all.empty())
            return std::nullopt;
        std::optional<Undoable> what = std::move(m_all.back().what);
        m_all.pop_back();
        return what;
    }

private:
    static constexpr std::size_t most = 100;

    struct Done
    {
        CommandId id{};
        Undoable what;
    };
    std::deque<Done> m_all;
};

} // namespace deskbell::app
