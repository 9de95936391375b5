#include "server/storage/commandpath.h"

#include <algorithm>
#include <map>

#include "domain/auditedchanges.h"
#include "domain/rebase.h"
#include "domain/refusal.h"
#include "domain/text.h"
#include "server/storage/followingwork.h"
#include "server/timezone.h"

namespace deskbell::server {

using namespace protocol;

namespace {

constexpr std::uint64_t highestNumber = std::uint64_t{1} << 62; // what a database holds, and one more

bool isWaiting(const Outcome &outcome)
{
    return std::holds_alternative<Blocked>(outcome) || std::holds_alternative<RetryLater>(outcome);
}

/// By lane, the command that it waits for.
using HeldUpLanes = std::map<std::string, CommandId>;

std::optional<CommandId> holderOf(const HeldUpLanes &heldUp, const Command &command)
{
    for (const std::string &lane : lanesOf(command.args)) {
        if (const auto holder = heldUp.find(lane); holder != heldUp.end())
            return holder->second;
    }
    return std::nullopt;
}

} // namespace

CommandPath::CommandPath(CommandTransaction &transaction, const Actor &actor, Origin origin, Instant now)
    : m_transaction(transaction), m_actor(actor), m_origin(std::move(origin)), m_now(now)
{
}

std::vector<CommandResult> CommandPath::carryOut(const CommandBatch &batch,
                                                 const std::vector<std::string> &hashes)
{
    std::vector<CommandResult> results;
    HeldUpLanes heldUp;
    const std::uint64_t settledBelow = moveMark(batch);
    for (std::size_t i = 0; i < batch.commands.size(); ++i) {
        const Command &command = batch.commands[i];
        CommandResult result{command.id, NotKnown{}};
        if (const auto known = m_transaction.answer(command.id)) {
            const bool isSame = known->hash == hashes[i] && known->property == m_transaction.property().id;
            result.outcome = isSame ? known->result.outcome : Outcome(IdReused{});
            result.isReplayed = isSame;
        } else if (command.n < settledBelow) {
            result.outcome = Outdated{settledBelow};
        } else if (const auto holder = holderOf(heldUp, command)) {
            result.outcome = Blocked{*holder};
        } else {
            result.outcome = outcomeOf(command, hashes[i], batch.device);
        }
        if (isWaiting(result.outcome)) {
            for (const std::string &lane : lanesOf(command.args))
                heldUp.try_emplace(lane, command.id);
        }
        results.push_back(std::move(result));
    }
    return results;
}

std::uint64_t CommandPath::moveMark(const CommandBatch &batch)
{
    if (batch.device == DeviceId{}) // the backend's own
        return 0;
    const DeviceUser user{batch.device, m_actor.account, m_transaction.property().id};
    const DeviceMark known = m_transaction.mark(user);
    DeviceMark mark = known;
    // Only over what has been seen: what a desk says of itself would else burn all its numbers at once.
    for (const Command &command : batch.commands)
        mark.seenBelow = std::max(mark.seenBelow, std::min(command.n, highestNumber) + 1);
    mark.settledBelow = std::max(mark.settledBelow, std::min(batch.settledBelow, mark.seenBelow));
    if (mark != known)
        m_transaction.put(user, mark);
    return mark.settledBelow;
}

Outcome CommandPath::outcomeOf(const Command &command, const std::string &hash, const DeviceId &device)
{
    for (const CommandId &dep : command.deps) {
        if (!m_transaction.isApplied(dep))
            return Blocked{dep};
    }
    Outcome outcome;
    m_changes.clear();
    if (const auto seq = execute(command, device))
        outcome = Applied{*seq};
    else
        outcome = Refused{seq.error(), currentOf(command.args)};
    audit(command, device, outcome);
    m_transaction.keepAnswer(command, device, m_actor, m_now,
                             {m_transaction.property().id, hash, {command.id, outcome}});
    return outcome;
}

Expected<std::uint64_t> CommandPath::execute(const Command &command, const DeviceId &device)
{
    Expected<void> changed;
    std::uint64_t seq = 0;
    const auto refusedByDatabase = m_transaction.attempt([&] {
        changed = change(command, device);
        if (changed)
            seq = m_transaction.closeChange(m_now, command.id);
    });
    if (refusedByDatabase)
        return tl::unexpected(*refusedByDatabase);
    if (!changed)
        return tl::unexpected(changed.error());
    return seq;
}

Context CommandPath::context(const Reservation *about) const
{
    const Property &property = m_transaction.property();
    Context context{m_now, m_actor, property.businessDate, m_transaction, property.isClosed};
    // Names may be alike; whose it is the audit knows.
    context.actor.confirmsOwn = property.clerksConfirm && m_actor.role == Role::Clerk && about &&
                                m_transaction.madeBy(about->id) == m_actor.account;
    return context;
}

Expected<void> CommandPath::change(const Command &command, const DeviceId &device)
{
    return rebasedArgs(command, device).and_then([&](const CommandArgs &args) {
        return checkOutside(args).and_then([&] { return decided(args); }).map([&](Decision &&decision) {
            put(std::move(decision));
            putBeside(args);
        });
    });
}

Expected<Decision> CommandPath::decided(const CommandArgs &args) const
{
    const auto about = reservationOf(args);
    return decide(m_transaction, args, context(about ? m_transaction.reservation(*about) : nullptr));
}

Expected<CommandArgs> CommandPath::rebasedArgs(const Command &command, const DeviceId &device)
{
    const auto subject = subjectOf(command.args, m_transaction.property().id);
    const auto base = subject ? command.base.find(toString(*subject)) : command.base.end();
    if (base == command.base.end())
        return command.args;
    const auto versions = m_transaction.versionsSince(*subject, base->second, device);
    return versions.size() < 2 ? command.args : rebased(command.args, versions);
}

Expected<void> CommandPath::checkOutside(const CommandArgs &args) const
{
    const Property &property = m_transaction.property();
    // The property keeps its books in one currency.
    if (const auto *make = std::get_if<MakeReservation>(&args); make && make->currency != property.currency)
        return failure(std::string(refusal::otherCurrency),
                       {{"expected", std::string(property.currency.text())},
                        {"got", std::string(make->currency.text())}});
    if (const auto *put = std::get_if<PutProperty>(&args)) {
        if (!isTimeZone(put->timeZone))
            return failure(std::string(refusal::unknownTimeZone), {{"zone", put->timeZone}});
        const std::string name = comparable(put->name);
        if (name != comparable(property.name) && m_transaction.isPropertyNamed(name))
            return failure("property-taken", {{"property", put->name}});
    }
    return {};
}

void CommandPath::put(Decision &&decision)
{
    std::vector<ChangedReservation> changes;
    for (Row &row : decision.after) {
        std::visit(
            [&]<typename Kind>(Kind &after) {
                if constexpr (std::same_as<Kind, Reservation>) {
                    const Reservation *known = m_transaction.reservation(after.id);
                    changes.push_back({known ? std::optional(*known) : std::nullopt, std::move(after)});
                } else {
                    put(after);
                }
            },
            row);
    }
    if (!changes.empty())
        put(changes);
}

void CommandPath::put(const UndatedRow &after)
{
    const auto before = m_transaction.row(entityOf(after), idOf(after));
    m_changes.push_back({std::nullopt, auditedChanges(before ? &*before : nullptr, after)});
    m_transaction.put(after);
}

void CommandPath::put(std::span<const ChangedReservation> changes)
{
    m_transaction.put(changes);
    for (const auto &[before, after] : changes) {
        const Reservation *state = before ? &*before : nullptr;
        m_changes.push_back({after.id, auditedChanges(state, after)});
        for (const WorkItem &item : workFollowing(m_transaction.property().id, state, after))
            m_transaction.addWork(item, item.dueAt.value_or(m_now));
    }
}

void CommandPath::putBeside(const CommandArgs &args)
{
    if (const auto *make = std::get_if<MakeReservation>(&args); make && !make->card.empty())
        m_transaction.putCard(make->reservation, make->card);
    else if (const auto *card = std::get_if<RecordCardOutcome>(&args))
        m_transaction.putCard(card->reservation,
                              card->outcome == CardOnFile::Kept ? card->card : std::string());
    else if (const auto *erase = std::get_if<EraseGuest>(&args))
        m_transaction.eraseGuest(erase->reservation);
}

void CommandPath::audit(const Command &command, const DeviceId &device, const Outcome &outcome)
{
    // What strangers ask in vain is counted by who let them in (docs/adr/0181).
    if (m_actor.role == Role::Guest && std::holds_alternative<Refused>(outcome))
        return;
    AuditEntry entry;
    entry.at = m_now;
    entry.command = command.id;
    entry.type = toString(typeOf(command.args));
    entry.actor = m_actor;
    if (m_actor.role == Role::Guest)
        entry.actor.name.clear(); // their name is in the reservation, and goes when that goes
    entry.channel = m_origin.channel;
    entry.address = m_origin.address;
    if (device != DeviceId{})
        entry.device = device;
    if (const auto *refused = std::get_if<Refused>(&outcome)) {
        entry.code = refused->error.code;
        m_changes.clear();
        for (const ReservationId &id : reservationsOf(command.args))
            m_changes.push_back({id, {}});
        if (m_changes.empty())
            m_changes.emplace_back();
    } else {
        entry.seq = std::get<Applied>(outcome).seq;
    }
    for (AuditedRow &row : m_changes) {
        entry.reservation = row.reservation;
        entry.changes = std::move(row.changes);
        m_transaction.audit(entry);
    }
}

std::optional<Reservation> CommandPath::currentOf(const CommandArgs &args)
{
    const auto id = reservationOf(args);
    const Reservation *current = id ? m_transaction.reservation(*id) : nullptr;
    return current ? std::optional(*current) : std::nullopt;
}

} // namespace deskbell::server
