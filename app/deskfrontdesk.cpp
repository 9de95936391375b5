#include "app/deskfrontdesk.h"

namespace deskbell::app {

DeskFrontDesk::DeskFrontDesk(Engine &engine, std::function<Instant()> clock, RandomBits random)
    : m_engine(engine), m_clock(std::move(clock)), m_random(std::move(random))
{
    connect(&engine, &Engine::entered, this, [this](const Entered &who) { m_actor = who.actor; });
    connect(&engine, &Engine::changed, this,
            [this](const std::shared_ptr<const models::ChangeSet> &changes) { emit changed(*changes); });
    connect(&engine, &Engine::linkTold, this, [this](const models::LinkState &link) {
        m_link = link;
        emit linkChanged();
    });
    connect(&engine, &Engine::outboxTold, this, [this](const std::shared_ptr<const models::Outbox> &outbox) {
        m_outbox = outbox;
        emit outboxChanged();
    });
    connect(&engine, &Engine::undoableTold, this, [this](const std::shared_ptr<const CommandArgs> &last) {
        m_undoable = last ? std::optional(*last) : std::nullopt;
        emit undoableChanged();
    });
    connect(&engine, &Engine::left, this, [this] {
        m_undoable.reset();
        emit undoableChanged();
    });
    connect(&engine, &Engine::submitted, this, &FrontDesk::submitted);
    connect(&engine, &Engine::watched, this, &FrontDesk::watched);
    connect(&engine, &Engine::found, this, &FrontDesk::found);
    connect(&engine, &Engine::healthTold, this, &FrontDesk::healthTold);
    connect(&engine, &Engine::auditTold, this, &FrontDesk::auditTold);
    connect(&engine, &Engine::reconciliationTold, this, &FrontDesk::reconciliationTold);
    connect(&engine, &Engine::accountTold, this, &FrontDesk::accountTold);
    connect(&engine, &Engine::guestDataTold, this, &FrontDesk::guestDataTold);
}

Uuid DeskFrontDesk::newId()
{
    return makeUuidV7(m_clock(), m_random);
}

CommandId DeskFrontDesk::submit(const CommandArgs &args, const models::SubmitOptions &options)
{
    const CommandId id{newId()};
    QMetaObject::invokeMethod(&m_engine,
                              [engine = &m_engine, id, args, options] { engine->submit(id, args, options); });
    return id;
}

CommandId DeskFrontDesk::undo()
{
    const CommandId id{newId()};
    QMetaObject::invokeMethod(&m_engine, [engine = &m_engine, id] { engine->undo(id); });
    return id;
}

void DeskFrontDesk::withdraw(const CommandId &id)
{
    QMetaObject::invokeMethod(&m_engine, [engine = &m_engine, id] { engine->withdraw(id); });
}

void DeskFrontDesk::dismissCard(const CommandId &id)
{
    QMetaObject::invokeMethod(&m_engine, [engine = &m_engine, id] { engine->dismissCard(id); });
}

void DeskFrontDesk::watch(const ReservationId &id)
{
    QMetaObject::invokeMethod(&m_engine, [engine = &m_engine, id] { engine->watch(id); });
}

void DeskFrontDesk::search(const QString &text, quint64 ticket)
{
    QMetaObject::invokeMethod(&m_engine,
                              [engine = &m_engine, text, ticket] { engine->search(text, ticket); });
}

void DeskFrontDesk::lookAt(const Window &dates)
{
    QMetaObject::invokeMethod(&m_engine, [engine = &m_engine, dates] { engine->lookAt(dates); });
}

void DeskFrontDesk::askHealth()
{
    QMetaObject::invokeMethod(&m_engine, [engine = &m_engine] { engine->askHealth(); });
}

void DeskFrontDesk::askAudit(const models::AuditQuestion &question, quint64 ticket)
{
    QMetaObject::invokeMethod(&m_engine,
                              [engine = &m_engine, question, ticket] { engine->askAudit(question, ticket); });
}

void DeskFrontDesk::askReconciliation(Date day, quint64 ticket)
{
    QMetaObject::invokeMethod(&m_engine,
                              [engine = &m_engine, day, ticket] { engine->askReconciliation(day, ticket); });
}

void DeskFrontDesk::askAccount(const models::AccountRequest &request, quint64 ticket)
{
    QMetaObject::invokeMethod(&m_engine,
                              [engine = &m_engine, request, ticket] { engine->askAccount(request, ticket); });
}

void DeskFrontDesk::askGuestData(const ReservationId &reservation, quint64 ticket)
{
    QMetaObject::invokeMethod(
        &m_engine, [engine = &m_engine, reservation, ticket] { engine->askGuestData(reservation, ticket); });
}

void DeskFrontDesk::reconnectNow()
{
    QMetaObject::invokeMethod(&m_engine, [engine = &m_engine] { engine->reconnectNow(); });
}

void DeskFrontDesk::cancelFirstSync()
{
    QMetaObject::invokeMethod(&m_engine, [engine = &m_engine] { engine->cancelFirstSync(); });
}

} // namespace deskbell::app
