#include "sync/introduction.h"

#include <algorithm>

#include "store/sealing.h"

namespace deskbell::sync {

QString Introduction::question()
{
    m_challenge = store::randomWord();
    return QStringLiteral("/v1/hello?challenge=") + QString::fromStdString(m_challenge);
}

Expected<void> Introduction::take(const Reply &answer)
{
    const auto hello = answer.content(protocol::decodeHello);
    if (!hello)
        return tl::unexpected(hello.error());
    if (hello->identity && !protocol::isGood(*hello->identity, m_challenge))
        return failure("backend-unproven", {{"server", m_parts.server}});
    m_key = hello->identity ? hello->identity->key : std::string();
    return recognise().map([this](store::KnownBackend known) {
        m_known = std::move(known);
        m_isMade = true;
    });
}

Expected<store::KnownBackend> Introduction::recognise()
{
    const auto all = m_parts.book.all();
    if (!all)
        return tl::unexpected(all.error());
    const auto isAwaited = [this](const store::KnownBackend &each) {
        return !m_parts.backend || each.number == *m_parts.backend;
    };
    const auto found = [&](const auto &fits) {
        return std::ranges::find_if(
            *all, [&](const store::KnownBackend &each) { return isAwaited(each) && fits(each); });
    };
    // By its key. One that has shown none so far is known by its address, and may show one from now on.
    auto known = found([&](const store::KnownBackend &each) { return !m_key.empty() && each.key == m_key; });
    if (known != all->end()) {
        // One that had shown no key so far, and was at this address: it is this one.
        const auto former = std::ranges::find_if(*all, [this](const store::KnownBackend &each) {
            return each.key.empty() && each.server == m_parts.server;
        });
        if (former != all->end()) {
            if (auto merged = m_parts.book.merge(former->number, known->number); !merged)
                return tl::unexpected(merged.error());
        }
    }
    if (known == all->end())
        known = found([&](const store::KnownBackend &each) {
            return each.key.empty() && each.server == m_parts.server;
        });
    if (known != all->end())
        return *known;
    // The folder is new, or nothing ties it to where it was used: it belongs to who is met first.
    const store::KnownBackend &first = all->front();
    const auto waiting = m_parts.book.waiting(first.number);
    if (!waiting)
        return tl::unexpected(waiting.error());
    const auto cards = m_parts.book.cards(first.number);
    if (!cards)
        return tl::unexpected(cards.error());
    if (all->size() == 1 && first.key.empty() && *waiting == 0 && *cards == 0)
        return first;
    return unknown(*all);
}

Expected<store::KnownBackend> Introduction::unknown(const std::vector<store::KnownBackend> &all) const
{
    if (!m_parts.backend && m_parts.accepted == m_key)
        return m_parts.book.add(m_key, m_parts.server, m_parts.makeDevice());
    // Of those that are known, the one that most waits for.
    std::int64_t most = -1;
    std::string known;
    for (const store::KnownBackend &each : all) {
        const auto waiting = m_parts.book.waiting(each.number);
        if (!waiting)
            return tl::unexpected(waiting.error());
        if (*waiting > most && (!m_parts.backend || each.number == *m_parts.backend)) {
            most = *waiting;
            known = each.server;
        }
    }
    return failure(
        "other-backend",
        {{"server", m_parts.server}, {"known", known}, {"waiting", std::to_string(most)}, {"key", m_key}});
}

std::optional<protocol::DeviceKey> Introduction::deviceKey() const
{
    if (m_key.empty())
        return std::nullopt;
    return protocol::DeviceKey{m_known.formerKey, m_known.nextKey};
}

Expected<void> Introduction::granted()
{
    if (m_known.key != m_key || m_known.server != m_parts.server) {
        if (auto met = m_parts.book.meet(m_known.number, m_key, m_parts.server); !met)
            return met;
        m_known.key = m_key;
        m_known.server = m_parts.server;
    }
    if (m_key.empty() || m_known.formerKey == m_known.nextKey)
        return {};
    if (auto confirmed = m_parts.book.confirmKey(m_known.number); !confirmed)
        return confirmed;
    m_known.formerKey = m_known.nextKey;
    return {};
}

Expected<void> Introduction::renewDevice()
{
    if (auto renewed = m_parts.book.renewDevice(m_known.number, m_parts.makeDevice()); !renewed)
        return renewed;
    const auto known = m_parts.book.known(m_known.number);
    if (!known)
        return tl::unexpected(known.error());
    m_known = *known;
    return {};
}

} // namespace deskbell::sync
