#include "e2e/support/front.h"

#include <QApplication>
#include <QDir>

#include "app/keychain.h"
#include "app/program.h"
#include "e2e/support/hands.h"
#include "e2e/support/house.h"
#include "ui/access/signinpage.h"
#include "ui/window/mainwindow.h"

namespace deskbell::e2e {

namespace {

class MemoryKeychain : public app::Keychain
{
public:
    void read(const QString &name, std::function<void(std::optional<QByteArray>)> done) override
    {
        const auto found = m_secrets.find(name);
        done(found == m_secrets.end() ? std::nullopt : std::optional(found->second));
    }
    void write(const QString &name, const QByteArray &secret, std::function<void(bool)> done) override
    {
        m_secrets.insert_or_assign(name, secret);
        done(true);
    }

private:
    std::map<QString, QByteArray> m_secrets;
};

} // namespace

std::shared_ptr<app::Keychain> Front::emptyKeychain()
{
    return std::make_shared<MemoryKeychain>();
}

Front::Front(QString folder, QUrl server)
    : m_folder(std::move(folder)), m_server(std::move(server)), m_keychain(emptyKeychain())
{
    QDir().mkpath(m_folder);
}

Front::~Front()
{
    close();
}

void Front::forgetKeychain()
{
    m_keychain = emptyKeychain();
}

ui::MainWindow &Front::window()
{
    return m_program->window();
}

sync::Timing Front::shortTiming()
{
    using std::chrono::milliseconds;
    sync::Timing timing;
    timing.requestTimeout = milliseconds(3'000);
    timing.snapshotStall = milliseconds(5'000);
    timing.backoffFirst = milliseconds(20);
    timing.backoffMost = milliseconds(300);
    timing.liveSilence = milliseconds(2'000);
    timing.livePing = milliseconds(400);
    return timing;
}

void Front::open(bool resumes)
{
    close();
    app::DeskOptions options;
    options.dataDir = m_folder;
    options.keychain = m_keychain;
    options.resumesSession = resumes;
    options.timing = m_timing;
    if (!m_hasWindow) {
        m_bare = app::makeDesk(std::move(options));
        m_desk = m_bare.get();
        m_observed = std::make_unique<Observed>(m_desk->frontDesk());
        return;
    }
    m_program = std::make_unique<app::Program>(
        *qApp, app::ProgramOptions{std::move(options), m_language, ui::Scheme::Light});
    m_desk = &m_program->desk();
    m_observed = std::make_unique<Observed>(m_desk->frontDesk());
    window().signInPage().setServer(m_server);
    window().resize(1600, 900);
    window().show();
    waitFor([this] { return window().isVisible(); });
}

void Front::close()
{
    m_observed.reset();
    m_program.reset();
    m_bare.reset();
    m_desk = nullptr;
}

bool Front::signIn(const char *user, const QString &password)
{
    const QString given = password.isEmpty() ? QLatin1String(House::password) : password;
    if (!m_program) {
        access().signIn(m_server, QLatin1String(user), given);
    } else {
        auto *secret = window().findChild<QWidget *>(QStringLiteral("signInPassword"));
        const bool isTyped =
            type(window().findChild<QWidget *>(QStringLiteral("signInUser")), QLatin1String(user)) &&
            type(secret, given);
        if (!isTyped)
            return false;
        QTest::keyClick(secret, Qt::Key_Return);
    }
    return waitFor([this] { return access().state().isSignedIn; }) && waitForBoard();
}

bool Front::waitForBoard(int timeoutMs)
{
    return waitFor([this] { return m_observed->isComplete() && m_observed->property(); }, timeoutMs);
}

std::optional<Error> Front::submit(const CommandArgs &args, const models::SubmitOptions &options)
{
    std::optional<std::optional<Error>> word;
    CommandId mine;
    QObject context;
    QObject::connect(&desk(), &models::FrontDesk::submitted, &context,
                     [&](const CommandId &id, const std::optional<Error> &refusal) {
                         if (id == mine)
                             word = refusal;
                     });
    mine = desk().submit(args, options);
    if (!waitFor([&] { return word.has_value(); }))
        return Error{"no-word-of-the-desk", {}};
    return *word;
}

bool Front::waitUntilSettled(int timeoutMs)
{
    return waitFor(
        [this] {
            return desk().link().phase == models::LinkPhase::Online && desk().link().waiting == 0 &&
                   desk().outbox().items.empty();
        },
        timeoutMs);
}

} // namespace deskbell::e2e
