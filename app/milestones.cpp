#include "app/milestones.h"

#include <QCoreApplication>
#include <QEvent>

#include <chrono>
#include <cstdio>

#include "app/program.h"
#include "ui/board/board.h"
#include "ui/window/mainwindow.h"

namespace deskbell::app {

namespace {
const auto painted = static_cast<QEvent::Type>(QEvent::registerEventType());
} // namespace

Milestones::Milestones(Program &program, QObject *parent)
    : QObject(parent), m_program(program), m_canvas(program.window().board().viewport())
{
    m_canvas->installEventFilter(this);
    connect(&program.desk().access(), &models::DeskAccess::stateChanged, this, [this] {
        if (!m_program.desk().access().state().isSignedIn)
            return;
        // What is told next after coming in is what became of the session in the keychain.
        reach(m_reached.contains("signed-in") ? "keychain-told" : "signed-in");
    });
    connect(&program.desk().frontDesk(), &models::FrontDesk::linkChanged, this, &Milestones::followLink);
    // Nothing may be left to paint when the last rows belong to days that are not to be seen.
    connect(&program.book(), &models::Book::completed, m_canvas, qOverload<>(&QWidget::update));
}

bool Milestones::eventFilter(QObject *watched, QEvent *event)
{
    // The paint itself comes after this: told when it is over, before anything else that waits.
    if (watched == m_canvas && event->type() == QEvent::Paint && m_program.book().stayCount() > 0)
        QCoreApplication::postEvent(this, new QEvent(painted), Qt::HighEventPriority);
    return false;
}

bool Milestones::event(QEvent *event)
{
    if (event->type() != painted)
        return QObject::event(event);
    reach("board-painted");
    if (m_program.book().isComplete())
        reach("house-painted");
    return true;
}

void Milestones::followLink()
{
    const models::LinkPhase phase = m_program.desk().frontDesk().link().phase;
    if (phase == models::LinkPhase::FirstSync)
        reach("first-sync-began");
    else if (phase == models::LinkPhase::Online)
        reach("online");
}

void Milestones::reach(const char *name)
{
    if (m_reached.contains(name))
        return;
    m_reached.insert(name);
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    std::fprintf(stderr, "milestone %s %.6f %zu\n", name, std::chrono::duration<double>(now).count(),
                 m_program.book().stayCount());
    std::fflush(stderr);
}

} // namespace deskbell::app
