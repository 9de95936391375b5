#pragma once

// A person's hands: finds what is on the screen by what it is called and clicks, types and picks
// from menus there, with the events a mouse and a keyboard make. Nothing here reaches past the
// widgets. UI thread.

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QPoint>
#include <QString>
#include <QTest>
#include <QWidget>

#include <functional>

namespace deskbell::e2e {

/// Lets the event loop run until `holds` is true. False when it did not come to that in time.
bool waitFor(const std::function<bool()> &holds, int timeoutMs = 20'000);

/// The visible widget of that object name in any window; null when there is none.
QWidget *see(const QString &objectName);
template <typename T>
T *seeA(const QString &objectName)
{
    return qobject_cast<T *>(see(objectName));
}

/// Clicks into the middle of it, as soon as it is visible and enabled. False if it never was.
bool click(const QString &objectName);
bool click(QWidget *widget);
/// Puts the caret there and types the text in place of what stood there.
bool type(const QString &objectName, const QString &text);
bool type(QWidget *widget, const QString &text);
/// Opens the combo box and picks the item of that text (or its beginning) with the keys.
bool choose(const QString &objectName, const QString &text);
/// Picks an action of the menu that is open now, by its object name, with the mouse.
bool pickFromMenu(const QString &actionName);
/// Enabled and there, in the menu that is open now.
QAction *menuAction(const QString &actionName);

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

/// A drag with the left button inside one widget, in steps as a hand makes them.
void drag(QWidget *widget, QPoint from, QPoint to);

/// Turns to this window, as a click on it does.
void turnTo(QWidget &window);
/// The window a person works in now: a popup, else the active dialog, else the main window.
QWidget *frontWindow();

} // namespace deskbell::e2e
