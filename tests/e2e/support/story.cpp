#include "e2e/support/story.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMainWindow>
#include <QPainter>
#include <QRegularExpression>
#include <QTextStream>
#include <QWidget>

namespace deskbell::e2e {

Story::Story(const QString &directory) : m_directory(directory)
{
    m_directory.mkpath(QStringLiteral("."));
    for (const QString &old :
         m_directory.entryList({QStringLiteral("[0-9][0-9]-*.png"), QStringLiteral("tour.json")}))
        m_directory.remove(old);
}

bool Story::step(const QString &name, const QString &expected, const std::function<Seen()> &play)
{
    const Seen seen = play();
    if (!seen.isOk)
        ++m_failed;
    const QString picture = shoot(name);
    m_steps.append(QJsonObject{{QStringLiteral("step"), name},
                               {QStringLiteral("expected"), expected},
                               {QStringLiteral("seen"), seen.text},
                               {QStringLiteral("ok"), seen.isOk},
                               {QStringLiteral("screenshot"), picture}});
    QTextStream(stdout) << (seen.isOk ? "  ok    " : "  FAIL  ") << name << ": " << seen.text << '\n';
    return seen.isOk;
}

namespace {

QWidget *mainWindowOf(const QWidgetList &windows)
{
    QWidget *largest = nullptr;
    for (QWidget *window : windows) {
        if (!window->isVisible())
            continue;
        if (qobject_cast<QMainWindow *>(window))
            return window;
        const auto area = [](const QWidget *each) { return each ? each->width() * each->height() : 0; };
        if (area(window) > area(largest))
            largest = window;
    }
    return largest;
}

} // namespace

QImage pictureOf(QWidget &mainWindow)
{
    // Grabbed from the widgets, not from the screen: the same with and without a window manager.
    QPixmap canvas = mainWindow.grab();
    QPainter painter(&canvas);
    const QPoint origin = mainWindow.geometry().topLeft();
    const QWidgetList windows = QApplication::topLevelWidgets();
    // Menus and tips stand above dialogs.
    for (const bool isPopupTurn : {false, true}) {
        for (QWidget *window : windows) {
            const bool isPopup = window->windowType() == Qt::Popup || window->windowType() == Qt::ToolTip;
            if (window == &mainWindow || !window->isVisible() || isPopup != isPopupTurn)
                continue;
            const QPoint at = window->geometry().topLeft() - origin;
            painter.drawPixmap(at, window->grab());
            painter.setPen(QColor(0, 0, 0, 90));
            painter.drawRect(QRect(at, window->size()).adjusted(-1, -1, 0, 0));
        }
    }
    return canvas.toImage();
}

QString Story::shoot(const QString &name)
{
    QWidget *window = mainWindowOf(QApplication::topLevelWidgets());
    if (!window)
        return {};
    QString slug = name.toLower();
    slug.replace(QRegularExpression(QStringLiteral("[^a-z0-9]+")), QStringLiteral("-"));
    const QString file = QStringLiteral("%1-%2.png").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(slug);
    return pictureOf(*window).save(m_directory.filePath(file)) ? file : QString();
}

bool Story::write() const
{
    QFile file(m_directory.filePath(QStringLiteral("tour.json")));
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
           file.write(QJsonDocument(m_steps).toJson()) > 0 && file.flush();
}

} // namespace deskbell::e2e
