#pragma once

// Says in the window's foot what became of the last thing that was asked: kept on this desk, and done only
// once the backend has it; until then that it is being sent, that the backend is slow, or that there is no
// line. What was refused is told by its card. Owned by the main window; UI thread.

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
