#pragma once

// The port between the screens and the rest of the desk: ask for a command, be told of changes,
// know the state of the link. app/ implements it over the data thread; tests implement it in
// memory. Lives in the UI thread; every call returns at once and every answer is a signal. The
// screens know nothing of databases or networks beyond this file.

#include <QObject>

#include <optional>
#include <vector>

#include "domain/command.h"
#include "domain/entities.h"
#include "domain/role.h"
#include "domain/window.h"
#include "models/account.h"
#include "models/guestdata.h"
#include "models/operations.h"
#include "models/stayrow.h"

namespace deskbell::models {

/// What changed since the last one, at most one every 16 ms. On `isReset` everything before it is
/// void. During a first load several come, the visible window first; the last has `isComplete`.
struct ChangeSet
{
    bool isReset = false;
    bool isComplete = true;
    UndatedRows undated;
    std::vector<StayRow> stays;
    std::vector<ReservationId> gone;
};

enum class LinkPhase { SignedOut, Offline, Connecting, FirstSync, CatchingUp, Online };

struct LinkState
{
    LinkPhase phase = LinkPhase::SignedOut;
    std::optional<Instant> offlineSince;
    std::optional<Instant> lastHeard;
    int waiting = 0; ///< commands kept and not yet answered
    /// First sync: rows so far and expected (0: not known yet).
    std::int64_t rowsDone = 0;
    std::int64_t rowsExpected = 0;
    /// The dates of which this desk has the stays; none: not known.
    std::optional<Window> loaded;
    /// Codes with facts: "cache-rebuilt", "intent-set-aside" (path), "disk-full", "keychain-missing",
    /// "clock-skew", "backend-restored", "backend-slow", "live-blocked", "sign-in-again", "offline-reason".
    std::vector<Error> notes;
};

enum class OutboxState { Waiting, Sending, OutcomeUnknown, Parked, Settling };

/// A command that the desk has kept and the backend has not settled.
struct OutboxItem
{
    Command command;
    OutboxState state = OutboxState::Waiting;
    int attempts = 0;
    std::string guest; ///< of the reservation it is about
    std::optional<Error> lastError;
};

/// A command that was refused (or parked behind one): it waits for a person's decision.
struct AttentionCard
{
    Command command;
    Error error;
    std::optional<Reservation> current; ///< as the backend has it now
    std::string guest;
    Instant at{};
    bool isParked = false; ///< never decided: what it depends on was refused
};

struct Outbox
{
    std::vector<OutboxItem> items;    ///< in the order of n
    std::vector<AttentionCard> cards; ///< oldest first
};

/// All of one reservation, overlay included, for the panel that shows it.
struct ReservationDetail
{
    Reservation seen;
    std::vector<OutboxItem> waiting;
    std::optional<Error> conflict;
};

struct SubmitOptions
{
    std::vector<CommandId> deps;
    std::optional<CommandId> supersedes; ///< closes that card
    /// Of the reservation that the person had before them; none: as it is now.
    std::optional<std::uint32_t> seenVersion{};
};

class FrontDesk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Who is signed in; valid while the phase is not SignedOut.
    virtual const Actor &actor() const = 0;
    /// The latest state of the link.
    virtual const LinkState &link() const = 0;
    virtual const Outbox &outbox() const = 0;
    /// A fresh UUIDv7, for ids that are made at the desk (reservations, payments, refunds).
    virtual Uuid newId() = 0;

    /// Kept durably, then submitted() without error; or refused by the desk's own rules at once,
    /// then submitted() with the refusal, and nothing is kept.
    virtual CommandId submit(const CommandArgs &args, const SubmitOptions &options = {}) = 0;
    /// The last thing done at this desk that undo() takes back; none when there is nothing.
    virtual const std::optional<CommandArgs> &undoable() const = 0;
    /// Answered as submit(); "changed-since" when others have changed what it had changed.
    virtual CommandId undo() = 0;
    /// Takes a command back that was never sent; submitted(id, error) tells when it was too late.
    virtual void withdraw(const CommandId &id) = 0;
    /// Closes a card without doing anything.
    virtual void dismissCard(const CommandId &id) = 0;

    /// watched() now and at each change of the reservation, until another is watched or a null id.
    virtual void watch(const ReservationId &id) = 0;
    /// Searches what is stored by guest, phone, short code or room; answered by found().
    virtual void search(const QString &text, quint64 ticket) = 0;
    /// The person looks at these dates: they are fetched when they are missing and the line is there.
    virtual void lookAt(const Window &dates) = 0;
    /// How the backend is; answered by healthTold(). Error "offline" without a line.
    virtual void askHealth() = 0;
    /// Who did what; answered by auditTold(). For managers; others get "role-not-allowed".
    virtual void askAudit(const AuditQuestion &question, quint64 ticket) = 0;
    /// How that day's books compare; answered by reconciliationTold(). For managers, as the audit;
    /// "not-reconciled" when that day has not been compared.
    virtual void askReconciliation(Date day, quint64 ticket) = 0;
    /// About sessions and the password; answered by accountTold(), with the sessions that were asked for.
    virtual void askAccount(const AccountRequest &request, quint64 ticket) = 0;
    /// All that is kept about the guest of a reservation; answered by guestDataTold(). For managers, as the
    /// audit.
    virtual void askGuestData(const ReservationId &reservation, quint64 ticket) = 0;
    /// Tries the line now instead of waiting for the next attempt.
    virtual void reconnectNow() = 0;
    /// Ends a first sync that is under way; what was there before stays.
    virtual void cancelFirstSync() = 0;

signals:
    void changed(const deskbell::models::ChangeSet &changes);
    void linkChanged();
    void outboxChanged();
    void undoableChanged();
    void submitted(const deskbell::CommandId &id, const std::optional<deskbell::Error> &refusal);
    void watched(const std::optional<deskbell::models::ReservationDetail> &detail);
    void found(quint64 ticket, const std::vector<deskbell::models::StayRow> &rows);
    void healthTold(const deskbell::Expected<deskbell::models::BackendHealth> &health);
    void auditTold(quint64 ticket, const deskbell::Expected<deskbell::models::AuditPage> &page);
    void reconciliationTold(quint64 ticket,
                            const deskbell::Expected<deskbell::models::Reconciliation> &report);
    void accountTold(quint64 ticket,
                     const deskbell::Expected<std::vector<deskbell::models::DeskSession>> &sessions);
    void guestDataTold(quint64 ticket, const deskbell::Expected<deskbell::models::GuestData> &data);
};

} // namespace deskbell::models
