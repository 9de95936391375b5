#pragma once

// Milestones: tells on standard error when the desk has come so far, for whoever asks why a start or
// a first sync takes its time (`deskbell --milestones`) and for the benchmarks. A line is
// "milestone NAME SECONDS ROWS": seconds of the system's clock since 1970, reservations in memory. Made
// by main() over a program that has not shown its window yet; UI thread.
//
//   signed-in          the house may be entered (from the keychain or by password)
//   first-sync-began   the snapshot is asked for
//   board-painted      reservations are to be seen on the board, the rest may still be coming
//   online             nothing is left to fetch
//   house-painted      all reservations are in memory, those of a first sync are stored, too, and
//                      the board has been painted with them
//   keychain-told      it has answered whether it keeps the session

#include <QObject>
#include <QSet>

class QWidget;

namespace deskbell::models {
class Book;
}

namespace deskbell::app {

class Program;

class Milestones : public QObject
{
    Q_OBJECT

public:
    explicit Milestones(Program &program, QObject *parent = nullptr);

    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void reach(const char *name);
    void followLink();

    Program &m_program;
    QWidget *m_canvas;
    QSet<QByteArray> m_reached;
};

} // namespace deskbell::app
