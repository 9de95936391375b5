#pragma once

// What the lists of screens share: the dialog in front, the window's actions, a reservation in it. For
// tests/ui only; UI thread.

#include <QAction>
#include <QApplication>

#include "ui/screens.h"
#include "ui/window/mainwindow.h"

namespace deskbell::testing {

/// Those of performances, titles, setting up, the backend and the audit.
std::vector<Screen> offeringScreens();

inline QWidget *dialogOf(Stage &stage)
{
    stage.settle();
    QWidget *dialog = QApplication::activeModalWidget();
    return dialog ? dialog : stage.window.get();
}

inline QAction *act(Stage &stage, const char *name)
{
    return stage.window->findChild<QAction *>(QLatin1String(name));
}

inline QWidget *withDialog(Stage &stage, ReservationState state, const char *action)
{
    stage.window->showReservation(stage.oneIn(state));
    stage.settle();
    act(stage, action)->trigger();
    return dialogOf(stage);
}

inline QWidget *mainWith(Stage &stage, ReservationState state)
{
    stage.window->showReservation(stage.oneIn(state));
    stage.settle();
    return stage.window.get();
}

} // namespace deskbell::testing
