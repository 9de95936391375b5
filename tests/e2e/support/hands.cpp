#include "e2e/support/hands.h"

#include <QComboBox>
#include <QDeadlineTimer>
#include <QLineEdit>
#include <QTimer>

namespace deskbell::e2e {

bool waitFor(const std::function<bool()> &holds, int timeoutMs)
{
    return QTest::qWaitFor(holds, timeoutMs);
}

QWidget *see(const QString &objectName)
{
    // A dialog over the main window is seen first.
    QWidgetList windows = QApplication::topLevelWidgets();
    if (QWidget *front = QApplication::activeWindow()) {
        windows.removeAll(front);
        windows.prepend(front);
    }
    for (QWidget *window : windows) {
        if (!window->isVisible())
            continue;
        if (window->objectName() == objectName)
            return window;
        for (QWidget *child : window->findChildren<QWidget *>(objectName)) {
            if (child->isVisible())
                return child;
        }
    }
    return nullptr;
}

bool click(QWidget *widget)
{
    if (!widget || !waitFor([widget] { return widget->isVisible() && widget->isEnabled(); }, 10'000))
        return false;
    QTest::mouseClick(widget, Qt::LeftButton, Qt::NoModifier, widget->rect().center());
    return true;
}

bool click(const QString &objectName)
{
    QWidget *widget = nullptr;
    const bool isThere = waitFor(
        [&] {
            widget = see(objectName);
            return widget && widget->isEnabled();
        },
        10'000);
    return isThere && click(widget);
}

bool type(const QString &objectName, const QString &text)
{
    QWidget *widget = nullptr;
    if (!waitFor(
            [&] {
                widget = see(objectName);
                return widget && widget->isEnabled();
            },
            10'000))
        return false;
    return type(widget, text);
}

bool type(QWidget *widget, const QString &text)
{
    if (!widget || !waitFor([widget] { return widget->isVisible() && widget->isEnabled(); }, 10'000))
        return false;
    turnTo(*widget->window());
    QTest::mouseClick(widget, Qt::LeftButton, Qt::NoModifier, widget->rect().center());
    widget->setFocus(Qt::MouseFocusReason);
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(widget, Qt::Key_Delete);
    // Composed characters (Korean) do not come from single keys: the input method commits them.
    for (const QChar c : text) {
        if (c.unicode() < 0x80) {
            QTest::keyClick(widget, c.toLatin1());
            continue;
        }
        QInputMethodEvent event;
        event.setCommitString(QString(c));
        QApplication::sendEvent(widget, &event);
    }
    return true;
}

bool choose(const QString &objectName, const QString &text)
{
    QComboBox *box = nullptr;
    if (!waitFor(
            [&] {
                box = seeA<QComboBox>(objectName);
                return box && box->isEnabled();
            },
            10'000))
        return false;
    const int wanted = box->findText(text, Qt::MatchStartsWith);
    if (wanted < 0)
        return false;
    box->setFocus(Qt::TabFocusReason);
    for (int guard = box->count(); guard > 0 && box->currentIndex() != wanted; --guard)
        QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    return box->currentIndex() == wanted;
}

QAction *menuAction(const QString &actionName)
{
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (!menu)
        return nullptr;
    for (QAction *action : menu->actions()) {
        if (action->objectName() == actionName && action->isEnabled() && action->isVisible())
            return action;
    }
    return nullptr;
}

bool pickFromMenu(const QString &actionName)
{
    if (!waitFor([&] { return menuAction(actionName) != nullptr; }, 10'000))
        return false;
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    const QPoint at = menu->actionGeometry(menuAction(actionName)).center();
    QTest::mouseMove(menu, at);
    QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier, at);
    return true;
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::activePopupWidget();
    if (!target)
        target = QApplication::focusWidget();
    if (!target)
        target = frontWindow();
    if (target)
        QTest::keyClick(target, key, modifiers);
}

void drag(QWidget *widget, QPoint from, QPoint to)
{
    QTest::mousePress(widget, Qt::LeftButton, Qt::NoModifier, from);
    constexpr int steps = 8;
    for (int i = 1; i <= steps; ++i) {
        const QPoint at = from + (to - from) * i / steps;
        // QTest::mouseMove carries no pressed button on every platform; a person's drag does.
        QMouseEvent move(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QApplication::sendEvent(widget, &move);
    }
    QTest::mouseRelease(widget, Qt::LeftButton, Qt::NoModifier, to);
}

void turnTo(QWidget &window)
{
    window.raise();
    window.activateWindow();
    waitFor([&] { return window.isActiveWindow(); }, 2'000);
}

QWidget *frontWindow()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget *modal = QApplication::activeModalWidget())
        return modal;
    if (QWidget *active = QApplication::activeWindow())
        return active;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible())
            return window;
    }
    return nullptr;
}

} // namespace deskbell::e2e
