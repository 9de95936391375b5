#include "app/enginedesk.h"

#include <algorithm>

#include "domain/rebase.h"
#include "domain/refusal.h"

namespace deskbell::app {

namespace {

models::LinkPhase phaseOf(sync::LinePhase phase)
{
    switch (phase) {
    case sync::LinePhase::Offline:
        return models::LinkPhase::Offline;
    case sync::LinePhase::Connecting:
        return models::LinkPhase::Connecting;
    case sync::LinePhase::FirstSync:
        return models::LinkPhase::FirstSync;
    case sync::LinePhase::CatchingUp:
        return models::LinkPhase::CatchingUp;
    case sync::LinePhase::Online:
        break;
    }
    return models::LinkPhase::Online;
}

models::OutboxState stateOf(sync::SendPhase phase)
{
    switch (phase) {
    case sync::SendPhase::Waiting:
        return models::OutboxState::Waiting;
    case sync::SendPhase::Sending:
        return models::OutboxState::Sending;
    case sync::SendPhase::OutcomeUnknown:
        return models::OutboxState::OutcomeUnknown;
    case sync::SendPhase::Blocked:
        return models::OutboxState::Parked;
    case sync::SendPhase::Settling:
        break;
    }
    return models::OutboxState::Settling;
}

} // namespace

Command Engine::envelope(const CommandId &id, const CommandArgs &args, const models::SubmitOptions &options)
{
    Command command;
    command.id = id;
    command.lane = laneOf(args);
    command.deps = options.deps;
    command.args = args;
    command.businessDate = m_desk->picture.property()->businessDate;
    command.madeAt = m_options.clock();
    command.actor = m_desk->entered.actor.name;
    command.supersedes = options.supersedes;
    const auto about = reservationsOf(args);
    if (about.empty()) {
        const auto subject = subjectOf(args, m_desk->picture.property()->id);
        const auto truth = subject ? m_desk->picture.undatedVersion(*subject) : std::nullopt;
        if (truth)
            command.base.emplace(toString(*subject), std::min(options.seenVersion.value_or(*truth), *truth));
        return command;
    }
    for (const ReservationId &id : about) {
        if (const auto truth = m_desk->picture.truth(id); truth && *truth)
            command.base.emplace(
                toString(id), std::min(options.seenVersion.value_or((*truth)->version), (*truth)->version));
    }
    // Nothing about a reservation makes sense when making it was refused.
    for (const store::KeptCommand &kept : m_intent->commands()) {
        const auto *made = std::get_if<MakeReservation>(&kept.command.args);
        if (made && kept.state != store::KeptState::Applied && std::ranges::count(about, made->reservation))
            command.deps.push_back(kept.command.id);
    }
    std::ranges::sort(command.deps);
    const auto [first, last] = std::ranges::unique(command.deps);
    command.deps.erase(first, last);
    return command;
}

void Engine::submit(const CommandId &id, const CommandArgs &args, const models::SubmitOptions &options)
{
    if (!m_desk)
        return refuse(id, {"signed-out", {}});
    const ReadWorld before = m_desk->picture.seenWorld();
    const auto decision =
        m_desk->picture.property() ? m_desk->picture.decided(args, before) : failure("not-ready");
    if (!decision)
        return refuse(id, decision.error());
    if (keep(id, args, options)) {
        m_desk->undos.add(id, undoableOf(args, before, *decision));
        tellUndoable();
    }
}

void Engine::undo(const CommandId &id)
{
    const auto what = m_desk ? m_desk->undos.take() : std::nullopt;
    if (!what)
        return refuse(id, {std::string(refusal::changedSince), {}});
    tellUndoable();
    const ReadWorld now = m_desk->picture.seenWorld();
    const auto args = undoOf(*what, now);
    const auto allowed = args ? m_desk->picture.decided(*args, now) : tl::unexpected(args.error());
    if (!allowed)
        return refuse(id, allowed.error());
    keep(id, *args, {});
}

void Engine::refuse(const CommandId &id, const Error &why)
{
    emit submitted(id, why);
}

bool Engine::keep(const CommandId &id, const CommandArgs &args, const models::SubmitOptions &options)
{
    const auto kept = m_intent->keep(envelope(id, args, options), m_desk->account);
    if (!kept) {
        noticed(kept.error());
        refuse(id, kept.error());
        return false;
    }
    m_notes.erase(std::string(store::failurecode::diskFull));
    m_desk->picture.commandsChanged();
    tellOutbox();
    emit submitted(id, std::nullopt); // who hears it finds it in the outbox
    lineChanged();
    m_desk->line.commandKept();
    return true;
}

void Engine::tellUndoable()
{
    const auto last = m_desk ? m_desk->undos.last() : std::nullopt;
    emit undoableTold(last ? std::make_shared<const CommandArgs>(*last) : nullptr);
}

void Engine::withdraw(const CommandId &id)
{
    if (!m_desk)
        return;
    const auto withdrawn = m_intent->withdraw(id);
    if (!withdrawn || !*withdrawn) {
        emit submitted(id, withdrawn ? Error{"already-sent", {}} : withdrawn.error());
        return;
    }
    m_desk->undos.forget(id);
    m_desk->picture.commandsChanged();
    tellOutbox();
    tellUndoable();
    emit submitted(id, std::nullopt); // who hears it finds it gone
    lineChanged();
    m_desk->line.commandKept(); // those behind it may go now
}

void Engine::dismissCard(const CommandId &id)
{
    if (m_desk)
        afterStoreChange(m_intent->dismiss(id));
}

void Engine::afterStoreChange(const Expected<void> &done)
{
    if (!done)
        noticed(done.error());
    outboxChanged();
}

void Engine::watch(const ReservationId &id)
{
    m_watched = id;
    tellWatched();
}

void Engine::search(const QString &text, quint64 ticket)
{
    if (m_desk)
        m_desk->searcher.start(text, ticket);
    else
        emit found(ticket, {});
}

void Engine::lookAt(const Window &dates)
{
    if (m_desk)
        m_desk->line.lookAt(dates);
}

void Engine::askHealth()
{
    if (m_desk)
        m_desk->inquirer.askHealth();
    else
        emit healthTold(failure("offline"));
}

void Engine::askAudit(const models::AuditQuestion &question, quint64 ticket)
{
    if (m_desk)
        m_desk->inquirer.askAudit(question, ticket);
    else
        emit auditTold(ticket, failure("offline"));
}

void Engine::askReconciliation(Date day, quint64 ticket)
{
    if (m_desk)
        m_desk->inquirer.askReconciliation(day, ticket);
    else
        emit reconciliationTold(ticket, failure("offline"));
}

void Engine::askAccount(const models::AccountRequest &request, quint64 ticket)
{
    if (m_desk)
        m_desk->inquirer.askAccount(request, ticket);
    else
        emit accountTold(ticket, failure("offline"));
}

void Engine::askGuestData(const ReservationId &reservation, quint64 ticket)
{
    if (m_desk)
        m_desk->inquirer.askGuestData(reservation, ticket);
    else
        emit guestDataTold(ticket, failure("offline"));
}

void Engine::reconnectNow()
{
    if (m_desk)
        m_desk->line.reconnectNow();
}

void Engine::cancelFirstSync()
{
    if (m_desk)
        m_desk->line.cancelSnapshot();
}

void Engine::networkLost()
{
    if (m_desk)
        m_desk->line.networkLost();
}

void Engine::rowsTaken(const store::TakenRows &rows)
{
    m_notes.erase(std::string(store::failurecode::diskFull));
    if (m_desk)
        m_desk->picture.takeRows(rows);
}

void Engine::snapshotBegan(bool isFirst)
{
    if (m_desk)
        m_desk->picture.beginStream(isFirst);
}

void Engine::snapshotRow(protocol::Row &&row)
{
    if (m_desk)
        m_desk->picture.streamRow(std::move(row));
}

void Engine::snapshotEnded(bool isTaken)
{
    if (m_desk) // else the desk is being taken down
        m_desk->picture.endStream(isTaken);
}

void Engine::lineChanged()
{
    m_isLinkOther = true;
    scheduleTelling();
}

void Engine::outboxChanged()
{
    m_haveCommandsChanged = true;
    m_isLinkOther = true;
    scheduleTelling();
}

void Engine::noticed(const Error &note)
{
    m_notes.insert_or_assign(note.code, note);
    lineChanged();
}

void Engine::scheduleTelling()
{
    if (m_isTellingDue)
        return;
    m_isTellingDue = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isTellingDue = false;
            m_isWatchedOther = !m_watched.isNull(); // its waiting commands are
            if (std::exchange(m_haveCommandsChanged, false) && m_desk) {
                m_desk->picture.commandsChanged();
                tellOutbox();
                tellUndoable(); // not what was refused
            }
            if (std::exchange(m_isLinkOther, false))
                tellLink();
            if (m_isWatchedOther)
                tellWatched();
        },
        Qt::QueuedConnection);
}

models::OutboxItem Engine::itemOf(const store::KeptCommand &kept)
{
    sync::OutboxSender &sender = m_desk->line.sender();
    models::OutboxItem item{kept.command, stateOf(sender.phaseOf(kept)), kept.attempts,
                            m_desk->picture.guestOf(kept.command.args), std::nullopt};
    const Error *error = sender.lastErrorOf(kept.command.id);
    if (error && error->code != "offline") // that is the line's to tell
        item.lastError = sync::statusOf(*error) >= 500 ? Error{"backend-busy", error->facts} : *error;
    return item;
}

void Engine::tellOutbox()
{
    auto outbox = std::make_shared<models::Outbox>();
    for (const store::KeptCommand &kept : m_intent->commands())
        outbox->items.push_back(itemOf(kept));
    for (const store::Card &card : m_intent->cards()) {
        const std::string guest =
            card.current ? card.current->guest.name : m_desk->picture.guestOf(card.command.args);
        outbox->cards.push_back({card.command, card.error, card.current, guest, card.at, card.isParked});
        m_desk->undos.forget(card.command.id);
    }
    emit outboxTold(std::shared_ptr<const models::Outbox>(std::move(outbox)));
}

void Engine::tellLink()
{
    models::LinkState link;
    for (const auto &[code, note] : m_notes)
        link.notes.push_back(note);
    if (m_desk) {
        const sync::LineStatus &status = m_desk->line.status();
        link.phase = phaseOf(status.phase);
        link.offlineSince = status.offlineSince;
        link.lastHeard = status.lastHeard;
        link.loaded = m_desk->replica.state().window;
        if (m_desk->wire->isSlow())
            link.notes.push_back({"backend-slow", {}});
        if (status.isLiveBlocked)
            link.notes.push_back({"live-blocked", {}});
        link.rowsDone = static_cast<std::int64_t>(status.rowsDone);
        link.rowsExpected = static_cast<std::int64_t>(status.rowsExpected);
        link.waiting =
            static_cast<int>(std::ranges::count_if(m_intent->commands(), [](const store::KeptCommand &kept) {
                return kept.state != store::KeptState::Applied;
            }));
        if (status.offlineReason && isAboutWho(*status.offlineReason)) {
            // What answers there is another backend: that is told as it is, not as a missing line.
            link.notes.push_back(*status.offlineReason);
        } else if (status.offlineReason) {
            Facts facts = status.offlineReason->facts;
            facts.insert_or_assign("reason", status.offlineReason->code);
            link.notes.push_back({"offline-reason", std::move(facts)});
        }
    }
    emit linkTold(link);
}

void Engine::tellWatched()
{
    m_isWatchedOther = false;
    if (!m_desk || m_watched.isNull()) {
        emit watched(std::nullopt);
        return;
    }
    const Overlaid overlaid = m_desk->picture.seen(m_watched);
    if (!overlaid.seen) {
        emit watched(std::nullopt);
        return;
    }
    models::ReservationDetail detail{*overlaid.seen, {}, overlaid.conflict};
    for (const store::KeptCommand &kept : m_intent->commands()) {
        if (std::ranges::count(reservationsOf(kept.command.args), m_watched))
            detail.waiting.push_back(itemOf(kept));
    }
    emit watched(detail);
}

} // namespace deskbell::app
