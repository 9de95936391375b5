#pragma once

// Program: the desk with its window, put together: the ports over the data thread, the book of
// reservations that the screens show, the card terminal, language and look. main() makes one from
// the command line; end-to-end tests and the tour make their own. UI thread.

#include <QSettings>

#include <memory>

#include "app/demoterminal.h"
#include "app/desk.h"
#include "models/book.h"
#include "ui/languages.h"
#include "ui/theme.h"

class QApplication;

namespace deskbell::ui {
class MainWindow;
}

namespace deskbell::app {

struct ProgramOptions
{
    DeskOptions desk;
    QString language;                 ///< empty: as last time, at first the system's
    std::optional<ui::Scheme> scheme; ///< none: as last time, at first the system's
};

class Program
{
public:
    /// Settings are kept beside the databases, in settings.ini of the data folder.
    Program(QApplication &application, ProgramOptions options);
    ~Program();
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    Desk &desk() { return *m_desk; }
    models::Book &book() { return m_book; }
    ui::MainWindow &window() { return *m_window; }

private:
    void useLanguage(const QString &tag);
    void useScheme(ui::Scheme scheme);

    QApplication &m_application;
    QSettings m_settings;
    ui::Languages m_languages;
    std::unique_ptr<Desk> m_desk;
    models::Book m_book;
    DemoTerminal m_terminal;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace deskbell::app
