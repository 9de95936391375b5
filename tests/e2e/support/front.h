#pragma once

// One front desk of a test: the real desk over its own folder in this process, and the real main
// window over it where the test wants one. close() and open() again is a restart. Owned by the test;
// UI thread.

#include <QString>
#include <QUrl>

#include <memory>

#include "app/desk.h"
#include "e2e/support/observed.h"

namespace deskbell::app {
class Program;
}
namespace deskbell::ui {
class MainWindow;
}

namespace deskbell::e2e {

class Front
{
public:
    /// `folder` holds the desk's databases, `server` is where it finds the backend (a proxy).
    Front(QString folder, QUrl server);
    ~Front();

    /// Waits of a test: short, so that what a person waits minutes for is seen in seconds.
    static sync::Timing shortTiming();
    /// A keychain in memory with nothing in it.
    static std::shared_ptr<app::Keychain> emptyKeychain();
    void setTiming(const sync::Timing &timing) { m_timing = timing; }
    /// The next open() finds a system without a keychain entry, as after a reinstall.
    void forgetKeychain();

    /// The next open() shows the main window, too.
    void useWindow(const QString &language = QStringLiteral("en"))
    {
        m_hasWindow = true;
        m_language = language;
    }
    /// Makes the desk. `resumes`: the keychain's session is taken up.
    void open(bool resumes = true);
    /// Ends it as the program does.
    void close();

    /// By the port, or, with a window, by typing; true when the house is there.
    bool signIn(const char *user, const QString &password = {});
    bool waitForBoard(int timeoutMs = 30'000);

    models::FrontDesk &desk() { return m_desk->frontDesk(); }
    models::DeskAccess &access() { return m_desk->access(); }
    Observed &seen() const { return *m_observed; }
    ui::MainWindow &window();
    app::Program &program() { return *m_program; }
    const QString &folder() const { return m_folder; }
    const QUrl &server() const { return m_server; }

    /// Submits and waits for the desk's word: kept (no error) or refused at once.
    std::optional<Error> submit(const CommandArgs &args, const models::SubmitOptions &options = {});
    template <typename T>
    T newId()
    {
        return T{desk().newId()};
    }
    bool waitUntilSettled(int timeoutMs = 30'000);

private:
    QString m_folder;
    QUrl m_server;
    sync::Timing m_timing = shortTiming();
    std::shared_ptr<app::Keychain> m_keychain;
    std::unique_ptr<app::Desk> m_bare;       ///< a desk alone,
    std::unique_ptr<app::Program> m_program; ///< or one with its window
    app::Desk *m_desk = nullptr;
    std::unique_ptr<Observed> m_observed;
    bool m_hasWindow = false;
    QString m_language;
};

} // namespace deskbell::e2e
