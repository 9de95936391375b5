#include "app/program.h"

#include <QApplication>
#include <QDir>

#include "ui/window/mainwindow.h"

namespace deskbell::app {

namespace {
const QString languageKey = QStringLiteral("language");
const QString schemeKey = QStringLiteral("scheme");
} // namespace

Program::Program(QApplication &application, ProgramOptions options)
    : m_application(application),
      m_settings(QDir(options.desk.dataDir).filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
{
    const bool isDark = m_settings.value(schemeKey).toString() == QLatin1String("dark");
    const ui::Scheme last = !m_settings.contains(schemeKey) ? ui::systemScheme()
                            : isDark                        ? ui::Scheme::Dark
                                                            : ui::Scheme::Light;
    const ui::Scheme scheme = options.scheme.value_or(last);
    QString tag = options.language;
    if (!ui::Languages::tags().contains(tag))
        tag = m_settings.value(languageKey).toString();
    if (!ui::Languages::tags().contains(tag))
        tag = ui::Languages::proposed();
    m_languages.use(tag);
    ui::applyTheme(m_application, scheme);

    m_desk = makeDesk(std::move(options.desk));
    QObject::connect(&m_desk->frontDesk(), &models::FrontDesk::changed, &m_book, &models::Book::apply);
    m_window = std::make_unique<ui::MainWindow>(
        ui::MainWindow::Ports{m_desk->frontDesk(), m_desk->access(), m_terminal, m_book});
    m_window->setLanguage(tag);
    m_window->setScheme(scheme);
    m_window->restore(m_settings);
    QObject::connect(m_window.get(), &ui::MainWindow::languageChosen, m_window.get(),
                     [this](const QString &chosen) { useLanguage(chosen); });
    QObject::connect(m_window.get(), &ui::MainWindow::schemeChosen, m_window.get(),
                     [this](ui::Scheme chosen) { useScheme(chosen); });
}

Program::~Program()
{
    m_window->keep(m_settings);
    // The window first: it reads the book and the desk until it is gone.
    m_window.reset();
}

void Program::useLanguage(const QString &tag)
{
    if (!m_languages.use(tag))
        return;
    m_settings.setValue(languageKey, tag);
    m_window->setLanguage(tag);
}

void Program::useScheme(ui::Scheme scheme)
{
    ui::applyTheme(m_application, scheme);
    m_settings.setValue(schemeKey,
                        scheme == ui::Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    m_window->setScheme(scheme);
}

} // namespace deskbell::app
