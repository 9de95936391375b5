#pragma once

// FakeFrontDesk: the port between screens and desk, in memory over a DemoHotel and the domain's real
// rules, so that every screen can be tried and tested without a database or a server. Online it
// decides at once; offline it keeps commands and shows them laid over. Answers come from the event
// loop, as they do in the program. UI thread.

#include <QHash>

#include <deque>
#include <random>
#include <set>

#include "domain/overlay.h"
#include "domain/undo.h"
#include "models/frontdesk.h"
#include "support/desk/demohotel.h"

namespace deskbell::testing {

class FakeFrontDesk : public models::FrontDesk
{
    Q_OBJECT

public:
    explicit FakeFrontDesk(DemoHotel hotel, Role role = Role::Clerk, QObject *parent = nullptr);

    const Actor &actor() const override { return m_actor; }
    const models::LinkState &link() const override { return m_link; }
    const models::Outbox &outbox() const override { return m_outbox; }
    Uuid newId() override;
    CommandId submit(const CommandArgs &args, const models::SubmitOptions &options = {}) override;
    const std::optional<CommandArgs> &undoable() const override { return m_undoable; }
    CommandId undo() override;
    void withdraw(const CommandId &id) override;
    void dismissCard(const CommandId &id) override;
    void watch(const ReservationId &id) override;
    void search(const QString &text, quint64 ticket) override;
    void lookAt(const Window &dates) override { m_looked = dates; }
    void askHealth() override;
    void askAudit(const models::AuditQuestion &question, quint64 ticket) override;
    void askReconciliation(Date day, quint64 ticket) override;
    void askAccount(const models::AccountRequest &request, quint64 ticket) override;
    void askGuestData(const ReservationId &reservation, quint64 ticket) override;
    void reconnectNow() override;
    void cancelFirstSync() override;

    // What tests do to it.
    void beCalled(std::string name) { m_actor.name = std::move(name); }
    void publish(); ///< everything, as after a first load
    void setOnline(bool isOnline);
    void setLink(const models::LinkState &link);
    /// The backend refuses the next command it decides on, whatever the rules say.
    void refuseNext(Error error) { m_refusals.push_back(std::move(error)); }
    /// Nothing can be kept after so many more, as on a full disk; an empty reason: all can again.
    void keepNothing(std::optional<Error> why, int after = 0)
    {
        m_notKept = std::move(why);
        m_keptBefore = after;
    }
    /// Someone else, or a worker, does this at the backend. True if it was allowed.
    bool happen(const CommandArgs &args, const Actor &actor);
    DemoHotel &hotel() { return m_hotel; }
    const std::vector<Command> &given() const { return m_given; } ///< all that submit() kept
    const std::optional<Window> &looked() const { return m_looked; }
    /// What the backend tells of itself, while the line is up.
    models::BackendHealth health;
    std::vector<models::AuditEntry> audit;               ///< the latest first
    std::vector<models::Reconciliation> reconciliations; ///< of the days that have one
    std::optional<Error> reconciliationError;            ///< said instead of any of them
    std::vector<models::DeskSession> sessions;           ///< of everybody, the last heard of first
    std::string password = "the password as it is";
    static constexpr std::size_t auditPageSize = 20;
    int healthAsked = 0;
    int reconnects() const { return m_reconnects; }
    Instant now{demoNow()};

private:
    Expected<std::vector<models::DeskSession>> answer(const models::AskSessions &request) const;
    Expected<std::vector<models::DeskSession>> answer(const models::EndSession &request);
    Expected<std::vector<models::DeskSession>> answer(const models::ChangePassword &request);
    CommandId keep(const Command &command, const DemoHotel &seen, const models::SubmitOptions &options);
    void tellUndoable();
    Command envelope(const CommandArgs &args, const models::SubmitOptions &options);
    void decideAtBackend(const Command &command);
    /// The hotel with what waits laid over.
    struct Laid
    {
        DemoHotel hotel;
        std::map<ReservationId, Overlaid> overlaid;
    };
    Laid laid() const;
    void tellSetUp();
    std::optional<Error> applyToTruth(const CommandArgs &args, const Actor &actor);
    models::StayRow rowOf(const Laid &laid, const ReservationId &id) const;
    std::optional<models::ReservationDetail> detailOf(const Laid &laid, const ReservationId &id) const;
    void tell(const CommandArgs &args);
    void drain();

    DemoHotel m_hotel;
    HotelAvailability m_availability;
    Actor m_actor;
    models::LinkState m_link;
    std::vector<Undoable> m_undos;
    std::optional<CommandArgs> m_undoable;
    models::Outbox m_outbox;
    std::vector<Command> m_given;
    std::deque<Error> m_refusals;
    std::optional<Error> m_notKept;
    int m_keptBefore = 0;
    ReservationId m_watched{};
    std::uint64_t m_n = 0;
    std::optional<Window> m_looked;
    int m_reconnects = 0;
    std::mt19937_64 m_random{42};
};

} // namespace deskbell::testing
