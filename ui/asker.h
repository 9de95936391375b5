#pragma once

// Asker: gives commands to the desk and returns each answer to the caller. A refusal that no caller
// waits for is shown in the main window. Owned by the main window; UI thread.

#include <QObject>
#include <QPointer>

#include <functional>
#include <map>

#include "models/frontdesk.h"

namespace deskbell::ui {

class Asker : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const std::optional<Error> &refusal)>;

    explicit Asker(models::FrontDesk &desk, QObject *parent = nullptr);
    models::FrontDesk &desk() const { return m_desk; }
    /// `done` is called while `context` lives; without one a refusal becomes refused().
    CommandId ask(const CommandArgs &args, QObject *context = nullptr, Done done = {},
                  const models::SubmitOptions &options = {});

    /// Takes the last thing back; a refusal becomes refused().
    void undo();

signals:
    void refused(const deskbell::CommandArgs &args, const deskbell::Error &error);

private:
    void settle(const CommandId &id, const std::optional<Error> &refusal);

    struct Waiting
    {
        CommandArgs args;
        QPointer<QObject> context;
        Done done;
    };
    models::FrontDesk &m_desk;
    std::map<CommandId, Waiting> m_waiting;
};

} // namespace deskbell::ui
