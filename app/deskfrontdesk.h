// The screens' end of the data thread: keeps the last that was told, passes on what is asked, and
// answers nothing by itself. UI thread; owned by the Desk.
#pragma once

#include "app/engine.h"
#include "models/frontdesk.h"

namespace deskbell::app {

class DeskFrontDesk : public models::FrontDesk
{
    Q_OBJECT

public:
    DeskFrontDesk(Engine &engine, std::function<Instant()> clock, RandomBits random);

    const Actor &actor() const override { return m_actor; }
    const models::LinkState &link() const override { return m_link; }
    const models::Outbox &outbox() const override { return *m_outbox; }
    Uuid newId() override;

    CommandId submit(const CommandArgs &args, const models::SubmitOptions &options) override;
    const std::optional<CommandArgs> &undoable() const override { return m_undoable; }
    CommandId undo() override;
    void withdraw(const CommandId &id) override;
    void dismissCard(const CommandId &id) override;
    void watch(const ReservationId &id) override;
    void search(const QString &text, quint64 ticket) override;
    void lookAt(const Window &dates) override;
    void askHealth() override;
    void askAudit(const models::AuditQuestion &question, quint64 ticket) override;
    void askReconciliation(Date day, quint64 ticket) override;
    void askAccount(const models::AccountRequest &request, quint64 ticket) override;
    void askGuestData(const ReservationId &reservation, quint64 ticket) override;
    void reconnectNow() override;
    void cancelFirstSync() override;

private:
    Engine &m_engine;
    std::function<Instant()> m_clock;
    RandomBits m_random;
    Actor m_actor;
    models::LinkState m_link;
    std::optional<CommandArgs> m_undoable;
    std::shared_ptr<const models::Outbox> m_outbox = std::make_shared<models::Outbox>();
};

} // namespace deskbell::app
