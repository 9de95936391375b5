#pragma once

// What the tour tells: each step with what was expected and what was seen, a numbered picture of
// the whole screen at its end, and tour.json over all of them. Owned by the tour; UI thread.

#include <QDir>
#include <QJsonArray>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <functional>

namespace deskbell::e2e {

class Story
{
public:
    /// Pictures and tour.json go to `directory`, which is made. What an earlier tour left is removed.
    explicit Story(const QString &directory);

    /// What a step found: held or not, in words.
    struct Seen
    {
        bool isOk = false;
        QString text;
    };
    /// Plays a step and takes its picture. After a step that did not hold the story goes on, so
    /// that one run shows all that is wrong; a step that `needs` an earlier one says what it saw.
    bool step(const QString &name, const QString &expected, const std::function<Seen()> &play);
    /// Whose screen the pictures show from now on.
    void lookAt(QWidget &mainWindow) { m_shown = &mainWindow; }
    /// A picture in between, without a step.
    QString shoot(const QString &name);

    bool hasHeld() const { return m_failed == 0 && !m_steps.isEmpty(); }
    /// How many held, and which did not.
    QString summary() const;
    /// Writes tour.json; false when that could not be done.
    bool write() const;

private:
    QDir m_directory;
    QPointer<QWidget> m_shown;
    QJsonArray m_steps;
    int m_pictures = 0;
    int m_failed = 0;
};

/// One picture of the main window with every dialog, menu and tooltip that stands over it.
QImage pictureOf(QWidget &mainWindow);

} // namespace deskbell::e2e
