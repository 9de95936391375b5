#pragma once

// The desk as it is shipped, in a process of its own that a test can kill: the program `deskbell` on a
// screen that nobody sees, worked from outside by mouse and keys (handsplugin/). Without a keychain, so
// that nothing of a test is left in anybody's. Owned by the test; each call waits with the test's event
// loop, because the network between desk and backend runs in it.

#include <QString>
#include <QUrl>

#include "e2e/support/program.h"

namespace deskbell::e2e {

class ShippedDesk
{
public:
    /// `program`: this version's, or another's.
    ShippedDesk(QString folder, QUrl server, const QString &program = QStringLiteral(DESKBELL_PROGRAM));

    /// Started and signed in; true when the house is on the board.
    bool start(const char *user, const QString &password);
    bool isRunning() const { return m_program.isRunning(); }
    void kill() { m_program.kill(); }

    bool click(const QString &objectName) { return gesture(QStringLiteral("click ") + objectName); }
    bool type(const QString &objectName, const QString &text);
    bool press(const QString &keys) { return gesture(QStringLiteral("press ") + keys); }
    /// Waits until exactly so many widgets of that name can be seen.
    bool sees(const QString &objectName, int count);
    /// Waits until the widget of that name says it.
    bool reads(const QString &objectName, const QString &words);
    /// All that it and its hands have said.
    const QString &output() { return m_program.output(); }

private:
    bool gesture(const QString &line);

    QString m_folder;
    QUrl m_server;
    Program m_program;
    int m_gestures = 0;
};

} // namespace deskbell::e2e
