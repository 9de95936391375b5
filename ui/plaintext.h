#pragma once

// Plain text: what people typed is shown exactly and never interpreted: not as markup, not as a mnemonic,
// not as a text direction for the words around it. Every screen takes such texts through text() (format.h)
// or shown(); PlainTextGuard covers what Qt would interpret by itself. Pure functions, UI thread.

#include <QObject>
#include <QString>

class QApplication;

namespace deskbell::ui {

/// A typed text as it is shown, alone or in a sentence: without characters that turn the direction of what
/// follows, and isolated where it is written from right to left. Not for fields, searches and comparisons.
QString shown(const QString &typed);
/// What shown() adds taken out again.
QString withoutIsolates(const QString &shown);
/// For buttons, menus and tabs: '&' marks no key.
QString buttonText(const QString &words);
/// For a window's title, where Qt gives "[*]" a meaning.
QString titleText(const QString &words);
/// Puts values for %1, %2 …, all at once: a value that has %2 in it stays as it is.
QString filled(const QString &words, const QStringList &values);

/// Watches the whole application: labels, message boxes and tooltips show text, not markup, and what is
/// copied has no isolates. One for the application, however often it is asked for.
class PlainTextGuard : public QObject
{
    Q_OBJECT

public:
    static void install(QApplication &application);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit PlainTextGuard(QApplication &application);
};

} // namespace deskbell::ui
