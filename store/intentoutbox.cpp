#include "store/intentstore.h"

#include <algorithm>

#include "protocol/commands.h"
#include "protocol/rows.h"
#include "store/cacheschema.h"
#include "store/errortext.h"

namespace deskbell::store {

// How kept commands end: sent, applied, settled, refused, withdrawn.

Expected<void> IntentStore::raiseNumbers(std::uint64_t mark)
{
    const auto lowest = m_database->integer("SELECT coalesce(min(n), 0) FROM outbox WHERE state < 2");
    if (!lowest)
        return tl::unexpected(lowest.error());
    const auto next = m_database->integer("SELECT value FROM meta WHERE name = 'next-n'");
    if (!next)
        return tl::unexpected(next.error());
    if (*lowest == 0 || static_cast<std::int64_t>(mark) <= *lowest)
        return {};
    // Beyond the numbers of receipts and cards, too.
    const std::int64_t by = std::max(static_cast<std::int64_t>(mark), *next) - *lowest;
    const auto done = m_database->transact([&]() -> Expected<void> {
        // By way of the negative numbers, because no two may be alike in between.
        for (const char *sql : {"UPDATE outbox SET n = -(n + ?1)", "UPDATE outbox SET n = -n WHERE ?1 > 0",
                                "UPDATE meta SET value = value + ?1 WHERE name = 'next-n'"}) {
            auto raise = m_database->prepare(sql);
            if (!raise)
                return tl::unexpected(raise.error());
            if (auto raised = raise->bind(by).run(); !raised)
                return raised;
        }
        return {};
    });
    if (!done)
        return done;
    for (KeptCommand &kept : m_commands)
        kept.command.n += static_cast<std::uint64_t>(by);
    return {};
}

Expected<void> IntentStore::markSent(std::span<const CommandId> ids)
{
    auto mark = m_database->prepare(
        "UPDATE outbox SET state = 1, attempts = attempts + 1 WHERE id = ?1 AND state < 2");
    if (!mark)
        return tl::unexpected(mark.error());
    const auto done = m_database->transact([&]() -> Expected<void> {
        for (const CommandId &id : ids) {
            if (auto marked = mark->bind(bytesOf(id.value)).run(); !marked)
                return marked;
        }
        return {};
    });
    if (!done)
        return done;
    for (const CommandId &id : ids) {
        if (KeptCommand *kept = findKept(id); kept && kept->state != KeptState::Applied) {
            kept->state = KeptState::Sent;
            ++kept->attempts;
        }
    }
    return {};
}

Expected<void> IntentStore::markApplied(std::span<const AppliedAt> applied, const Uuid &epoch, Instant now)
{
    auto mark =
        m_database->prepare("UPDATE outbox SET state = 2, receipt_seq = ?2, epoch = ?3 WHERE id = ?1");
    if (!mark)
        return tl::unexpected(mark.error());
    // The receipt is kept beside: it outlives the overlay (see receiptsBeyond).
    auto receipt =
        m_database->prepare("INSERT OR REPLACE INTO receipts SELECT n, id, property, account, ?2, ?3, "
                            "?4, key_id, body, backend FROM outbox WHERE id = ?1");
    if (!receipt)
        return tl::unexpected(receipt.error());
    const auto done = m_database->transact([&]() -> Expected<void> {
        for (const AppliedAt &at : applied) {
            if (auto marked = mark->bind(bytesOf(at.id.value), at.seq, bytesOf(epoch)).run(); !marked)
                return marked;
            if (auto kept =
                    receipt
                        ->bind(bytesOf(at.id.value), bytesOf(epoch), at.seq, now.time_since_epoch().count())
                        .run();
                !kept)
                return kept;
        }
        return {};
    });
    if (!done)
        return done;
    for (const AppliedAt &at : applied) {
        if (KeptCommand *kept = findKept(at.id)) {
            kept->state = KeptState::Applied;
            kept->receiptSeq = at.seq;
            kept->epoch = epoch;
        }
    }
    return {};
}

Expected<std::vector<CommandId>> IntentStore::settle(std::uint64_t seq, const Uuid &epoch)
{
    const auto isSettled = [&](const KeptCommand &kept) {
        return kept.state == KeptState::Applied && kept.epoch == epoch && kept.receiptSeq <= seq;
    };
    std::vector<CommandId> settled;
    for (const KeptCommand &kept : m_commands) {
        if (isSettled(kept))
            settled.push_back(kept.command.id);
    }
    if (settled.empty())
        return settled;
    auto remove = m_database->prepare("DELETE FROM outbox WHERE id = ?1");
    if (!remove)
        return tl::unexpected(remove.error());
    const auto done = m_database->transact([&]() -> Expected<void> {
        for (const CommandId &id : settled) {
            if (auto removed = remove->bind(bytesOf(id.value)).run(); !removed)
                return removed;
        }
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    std::erase_if(m_commands, isSettled);
    return settled;
}

Expected<void> IntentStore::writeCard(const Card &card)
{
    auto insert = m_database->prepare(
        "INSERT OR REPLACE INTO cards (n, id, property, account, is_parked, at, key_id, body, "
        "error, current, backend) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    if (!insert)
        return tl::unexpected(insert.error());
    const Uuid &id = card.command.id.value;
    const Blob body = sealer().seal(protocol::encodeCommand(card.command), id);
    const Blob error = sealer().seal(encodeError(card.error), id);
    Blob current;
    if (card.current)
        current = sealer().seal(protocol::encodeRow(*card.current), id);
    return insert
        ->bind(card.command.n, bytesOf(id), bytesOf(m_property.value), bytesOf(card.account.value),
               card.isParked, card.at.time_since_epoch().count(), m_keyId, Bytes(body), Bytes(error),
               card.current ? std::optional(Bytes(current)) : std::nullopt, m_backend)
        .run();
}

Expected<void> IntentStore::refuse(const CommandId &id, const Error &error,
                                   const std::optional<Reservation> &current,
                                   std::span<const CommandId> parked, Instant now)
{
    std::vector<Card> cards;
    if (const KeptCommand *kept = find(id))
        cards.push_back({kept->command, kept->account, error, current, now, false});
    for (const CommandId &behind : parked) {
        if (const KeptCommand *kept = find(behind))
            cards.push_back({kept->command,
                             kept->account,
                             {"parked", {{"behind", toString(id)}}},
                             std::nullopt,
                             now,
                             true});
    }
    const auto done = m_database->transact([&]() -> Expected<void> {
        auto remove = m_database->prepare("DELETE FROM outbox WHERE id = ?1");
        if (!remove)
            return tl::unexpected(remove.error());
        for (const Card &card : cards) {
            if (auto removed = remove->bind(bytesOf(card.command.id.value)).run(); !removed)
                return removed;
            if (auto written = writeCard(card); !written)
                return written;
        }
        return {};
    });
    if (!done)
        return done;
    for (Card &card : cards) {
        std::erase_if(m_commands,
                      [&](const KeptCommand &kept) { return kept.command.id == card.command.id; });
        m_cards.push_back(std::move(card));
    }
    return {};
}

Expected<bool> IntentStore::withdraw(const CommandId &id)
{
    auto remove = m_database->prepare("DELETE FROM outbox WHERE id = ?1 AND state = 0");
    if (!remove)
        return tl::unexpected(remove.error());
    if (auto removed = remove->bind(bytesOf(id.value)).run(); !removed)
        return tl::unexpected(removed.error());
    if (m_database->lastChanges() == 0)
        return false;
    std::erase_if(m_commands, [&](const KeptCommand &kept) { return kept.command.id == id; });
    return true;
}

Expected<void> IntentStore::dismiss(const CommandId &id)
{
    auto remove = m_database->prepare("DELETE FROM cards WHERE id = ?1");
    if (!remove)
        return tl::unexpected(remove.error());
    if (auto removed = remove->bind(bytesOf(id.value)).run(); !removed)
        return removed;
    std::erase_if(m_cards, [&](const Card &card) { return card.command.id == id; });
    return {};
}

Expected<std::vector<Receipt>> IntentStore::receiptsBeyond(const Uuid &epoch, std::uint64_t seq,
                                                           int limit) const
{
    auto rows = m_database->prepare("SELECT id, account, epoch, seq, key_id, body, n FROM receipts "
                                    "WHERE property = ?1 AND backend = ?5 AND (epoch <> ?2 OR seq > ?4) "
                                    "ORDER BY seq DESC, n DESC LIMIT ?3");
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(bytesOf(m_property.value), bytesOf(epoch), limit, seq, m_backend);
    std::vector<Receipt> receipts;
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return receipts;
        const Uuid id = uuidOf(rows->blob(0));
        const std::int64_t keyId = rows->integer(4);
        if (!hasKey(keyId))
            continue;
        const auto text = openText(keyId, rows->blob(5), id);
        auto command = text ? protocol::decodeCommand(std::string_view(*text)) : tl::unexpected(text.error());
        if (!command)
            continue;
        command->n = static_cast<std::uint64_t>(rows->integer(6));
        receipts.push_back({std::move(*command), AccountId{uuidOf(rows->blob(1))}, uuidOf(rows->blob(2)),
                            static_cast<std::uint64_t>(rows->integer(3))});
    }
}

Expected<void> IntentStore::confirmReceipts(const Uuid &formerEpoch, std::uint64_t upToSeq, const Uuid &epoch)
{
    const auto done = m_database->transact([&]() -> Expected<void> {
        for (const char *sql :
             {"UPDATE receipts SET epoch = ?4 WHERE property = ?1 AND epoch = ?2 AND seq <= ?3",
              "UPDATE outbox SET epoch = ?4 WHERE property = ?1 AND epoch = ?2 AND receipt_seq <= ?3"}) {
            auto confirm = m_database->prepare(sql);
            if (!confirm)
                return tl::unexpected(confirm.error());
            if (auto confirmed =
                    confirm->bind(bytesOf(m_property.value), bytesOf(formerEpoch), upToSeq, bytesOf(epoch))
                        .run();
                !confirmed)
                return confirmed;
        }
        return {};
    });
    if (!done)
        return done;
    for (KeptCommand &kept : m_commands) {
        if (kept.epoch == formerEpoch && kept.state == KeptState::Applied && kept.receiptSeq <= upToSeq)
            kept.epoch = epoch;
    }
    return {};
}

Expected<void> IntentStore::questionReceipt(const Receipt &receipt, const Error &error, Instant now)
{
    const Card card{receipt.command, receipt.account, error, std::nullopt, now, false};
    const auto done = m_database->transact([&]() -> Expected<void> {
        for (const char *sql : {"DELETE FROM receipts WHERE id = ?1", "DELETE FROM outbox WHERE id = ?1"}) {
            auto remove = m_database->prepare(sql);
            if (!remove)
                return tl::unexpected(remove.error());
            if (auto removed = remove->bind(bytesOf(receipt.command.id.value)).run(); !removed)
                return removed;
        }
        return writeCard(card);
    });
    if (!done)
        return done;
    std::erase_if(m_commands, [&](const KeptCommand &kept) { return kept.command.id == receipt.command.id; });
    m_cards.push_back(card);
    return {};
}

Expected<void> IntentStore::pruneReceipts(Instant before)
{
    auto prune = m_database->prepare("DELETE FROM receipts WHERE at < ?1");
    if (!prune)
        return tl::unexpected(prune.error());
    return prune->bind(before.time_since_epoch().count()).run();
}

} // namespace deskbell::store
