#pragma once

// What the lists of screens and the tests share: the dialog in front, the window's actions and parts, a
// reservation in it. For tests/ui only; UI thread.

#include <QAction>
#include <QApplication>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include "ui/screens.h"
#include "ui/window/mainwindow.h"

namespace deskbell::testing {

/// Those of performances, titles, setting up, the backend and the audit.
std::vector<Screen> offeringScreens();
/// Those of the books compared with the payment provider's.
std::vector<Screen> bookScreens();
/// Those of a person's own account.
std::vector<Screen> accountScreens();
/// Those of the hotel's day.
std::vector<Screen> dayScreens();

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

/// With performances and titles beside the rooms.
inline DemoHotel hotelWithShows()
{
    return withShowsAndTitles(sharedHotel());
}

inline void openWindow(Stage &stage)
{
    stage.window->resize(1440, 860);
    stage.window->show();
    stage.settle();
}

/// The one in front; null: none is open.
inline QWidget *openDialog(Stage &stage)
{
    stage.settle();
    return QApplication::activeModalWidget();
}

/// The one that an action of the window opens.
inline QWidget *openDialog(Stage &stage, const char *action)
{
    openWindow(stage);
    act(stage, action)->trigger();
    return openDialog(stage);
}

template <typename T>
T *find(QWidget *in, const char *name)
{
    return in->findChild<T *>(QLatin1String(name));
}

inline void press(QWidget *in, const char *name)
{
    QTest::mouseClick(find<QPushButton>(in, name), Qt::LeftButton);
}

inline QListView *queueList(Stage &stage)
{
    return find<QListView>(stage.window.get(), "queueList");
}

/// Rows of the queue, the first and last named.
inline void chooseInQueue(Stage &stage, int from, int to)
{
    QListView *list = queueList(stage);
    list->setCurrentIndex(list->model()->index(from, 0));
    for (int row = from + 1; row <= to; ++row)
        list->selectionModel()->select(list->model()->index(row, 0), QItemSelectionModel::Select);
    stage.settle();
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
