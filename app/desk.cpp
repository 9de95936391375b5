#include "app/desk.h"

#include <QNetworkInformation>
#include <QRandomGenerator>
#include <QThread>

#include <mutex>

#include "app/deskdeskaccess.h"
#include "app/deskfrontdesk.h"
#include "app/engine.h"
#include "app/keychain.h"

namespace deskbell::app {

namespace {

Instant systemNow()
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

class WholeDesk : public Desk
{
public:
    explicit WholeDesk(DeskOptions options)
        : m_engine(
              new Engine({options.dataDir, options.clock, options.steady, options.random, options.timing})),
          m_frontDesk(*m_engine, options.clock, options.random),
          m_access(*m_engine, options.keychain, options.dataDir)
    {
        m_thread.setObjectName(QStringLiteral("data"));
        m_engine->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
        m_thread.start();
        QMetaObject::invokeMethod(m_engine, [engine = m_engine] { engine->open(); });
        followNetwork();
        if (options.resumesSession)
            QMetaObject::invokeMethod(
                &m_access, [this] { m_access.resume(); }, Qt::QueuedConnection);
    }
    ~WholeDesk() override
    {
        m_thread.quit();
        m_thread.wait();
    }

    models::FrontDesk &frontDesk() override { return m_frontDesk; }
    models::DeskAccess &access() override { return m_access; }

private:
    void followNetwork()
    {
        if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
            return; // the line finds out by itself, later
        QObject::connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged,
                         &m_frontDesk, [engine = m_engine](QNetworkInformation::Reachability reachability) {
                             const bool isLost =
                                 reachability == QNetworkInformation::Reachability::Disconnected;
                             QMetaObject::invokeMethod(engine, [engine, isLost] {
                                 if (isLost)
                                     engine->networkLost();
                                 else
                                     engine->reconnectNow();
                             });
                         });
    }

    QThread m_thread;
    Engine *m_engine; // lives in the thread and goes with it
    DeskFrontDesk m_frontDesk;
    DeskDeskAccess m_access;
};

} // namespace

std::unique_ptr<Desk> makeDesk(DeskOptions options)
{
    if (!options.clock)
        options.clock = systemNow;
    if (!options.steady)
        options.steady = std::chrono::steady_clock::now;
    if (!options.random) {
        options.random = [] { return QRandomGenerator::system()->generate64(); };
    } else {
        // Handed in for one thread; a desk has two.
        options.random = [mutex = std::make_shared<std::mutex>(), random = std::move(options.random)] {
            const std::lock_guard lock(*mutex);
            return random();
        };
    }
    if (!options.keychain)
        options.keychain = makeSystemKeychain();
    return std::make_unique<WholeDesk>(std::move(options));
}

} // namespace deskbell::app
