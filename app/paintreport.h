#pragma once

// PaintReport: says "painted" on standard output when the board first shows reservations, and
// "complete" when it shows all of them; benchmarks measure from a process's start to these words.
// Owned by main(); UI thread.

#include <QObject>

namespace deskbell::app {

class Program;

class PaintReport : public QObject
{
    Q_OBJECT

public:
    explicit PaintReport(Program &program);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void say(const char *word);

    Program &m_program;
    bool m_isPainted = false;
    bool m_isComplete = false;
};

} // namespace deskbell::app
