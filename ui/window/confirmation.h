#pragma once

// Shows in the window's status line the outcome of the last command: kept on this desk, being sent, the
// backend slow, or offline, and done only once the backend has it. A refusal is shown by its card. Owned
// by the main window; UI thread.

#include <QTimer>

#include <optional>

#include "models/frontdesk.h"
#include "ui/parts/parts.h"

namespace deskbell::ui {

class House;

class Confirmation : public ElidedLabel
{
    Q_OBJECT

public:
    Confirmation(models::FrontDesk &desk, const House &house, QWidget *parent);

    /// Something else is told of now.
    void stop();

protected:
    void changeEvent(QEvent *event) override;

private:
    void begin(const CommandId &id);
    enum class Stage { Kept, Slow, Offline, Done, Refused };
    Stage stage() const;
    void follow();
    void say();

    models::FrontDesk &m_desk;
    const House &m_house;
    std::optional<CommandId> m_id;     ///< while it is told of
    std::optional<CommandArgs> m_what; ///< what was asked, while it is told of
    QString m_whom;                    ///< of which reservation, as it was then
    std::optional<Stage> m_told;
    QTimer m_end;
};

} // namespace deskbell::ui
