#pragma once

// Startup: reads the command line and checks what must hold before a window opens. Messages go to
// the terminal, because whoever gives options reads there. UI thread, once.

#include <QString>
#include <QUrl>

#include <optional>

#include "app/program.h"

namespace deskbell::app {

struct Startup
{
    ProgramOptions program;
    QUrl server;
    /// Signs in without asking: for demonstrations and tests.
    QString user;
    QString password;
    /// Tells on standard error how far it has come (milestones.h).
    bool tellsMilestones = false;
};

/// Nothing: what was wrong has been written to standard error, exit with 2. Handles --help and
/// --version by itself.
std::optional<Startup> readStartup(QApplication &application);

} // namespace deskbell::app
