#include "app/paintreport.h"

#include <QEvent>
#include <QTimer>

#include <cstdio>

#include "app/program.h"
#include "ui/board/board.h"
#include "ui/window/mainwindow.h"

namespace deskbell::app {

PaintReport::PaintReport(Program &program) : m_program(program)
{
    m_program.window().board().viewport()->installEventFilter(this);
}

bool PaintReport::eventFilter(QObject *watched, QEvent *event)
{
    // A filter sees the event before the widget: the word is said once the paint is over.
    const models::Book &book = m_program.book();
    if (event->type() == QEvent::Paint && book.stayCount() > 0) {
        if (!m_isPainted) {
            m_isPainted = true;
            QTimer::singleShot(0, this, [this] { say("painted"); });
        }
        if (!m_isComplete && book.isComplete()) {
            m_isComplete = true;
            QTimer::singleShot(0, this, [this] { say("complete"); });
        }
    }
    return QObject::eventFilter(watched, event);
}

void PaintReport::say(const char *word)
{
    std::puts(word);
    std::fflush(stdout);
}

} // namespace deskbell::app
