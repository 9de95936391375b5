#include "e2e/support/story.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QRegularExpression>
#include <QTextStream>
#include <QWidget>

namespace deskbell::e2e {

namespace {
constexpr int layoutsDeep = 8;
} // namespace

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
            const bool isOurs =
                isPopup || (window->parentWidget() && window->parentWidget()->window() == &mainWindow);
            if (window == &mainWindow || !window->isVisible() || !isOurs || isPopup != isPopupTurn)
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
    if (!m_shown)
        return {};
    // What was asked to be painted is painted, and what has new words has found its height: one layout asks
    // the next.
    for (int i = 0; i < layoutsDeep; ++i)
        QCoreApplication::processEvents();
    QString slug = name.toLower();
    slug.replace(QRegularExpression(QStringLiteral("[^a-z0-9]+")), QStringLiteral("-"));
    const QString file = QStringLiteral("%1-%2.png").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(slug);
    return pictureOf(*m_shown).save(m_directory.filePath(file)) ? file : QString();
}

QString Story::summary() const
{
    QStringList lines{
        QStringLiteral("%1 of %2 steps held").arg(m_steps.size() - m_failed).arg(m_steps.size())};
    for (const QJsonValue &each : m_steps) {
        const QJsonObject step = each.toObject();
        if (!step.value(QStringLiteral("ok")).toBool())
            lines << QStringLiteral("%1: expected: %2; seen: %3")
                         .arg(step.value(QStringLiteral("step")).toString(),
                              step.value(QStringLiteral("expected")).toString(),
                              step.value(QStringLiteral("seen")).toString());
    }
    return lines.join(QLatin1Char('\n'));
}

bool Story::write() const
{
    QFile file(m_directory.filePath(QStringLiteral("tour.json")));
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
           file.write(QJsonDocument(m_steps).toJson()) > 0 && file.flush();
}

} // namespace deskbell::e2e
