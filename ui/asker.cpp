#include "ui/asker.h"

namespace deskbell::ui {

Asker::Asker(models::FrontDesk &desk, QObject *parent) : QObject(parent), m_desk(desk)
{
    connect(&m_desk, &models::FrontDesk::submitted, this, &Asker::settle);
}

CommandId Asker::ask(const CommandArgs &args, QObject *context, Done done,
                     const models::SubmitOptions &options)
{
    const CommandId id = m_desk.submit(args, options);
    m_waiting.insert_or_assign(id, Waiting{args, context, std::move(done)});
    return id;
}

void Asker::undo()
{
    if (const auto last = m_desk.undoable())
        m_waiting.insert_or_assign(m_desk.undo(), Waiting{*last, nullptr, {}});
}

void Asker::settle(const CommandId &id, const std::optional<Error> &refusal)
{
    const auto found = m_waiting.find(id);
    if (found == m_waiting.end())
        return;
    const Waiting waiting = std::move(found->second);
    m_waiting.erase(found);
    if (waiting.done && waiting.context)
        waiting.done(refusal);
    else if (refusal)
        emit refused(waiting.args, *refusal);
}

} // namespace deskbell::ui
