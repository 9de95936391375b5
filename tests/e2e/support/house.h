#pragma once

// One hotel of a test, complete but for its desks: a folder, a backend with an imported hotel and
// its accounts, a payment provider that can be made to fail, each a real process on a free loopback
// port. Owned by the test; all of it ends and its folder goes with it.

#include <QTemporaryDir>
#include <QUrl>

#include <map>
#include <memory>
#include <optional>

#include "e2e/support/backendview.h"
#include "e2e/support/program.h"

namespace deskbell::e2e {

struct Charge
{
    QString paymentKey;
    QString orderId;
    QString status;
    qint64 total = 0;
    qint64 balance = 0;
};

/// What the ledger of a provider holds, and a fault to switch on there.
std::vector<Charge> ledgerOf(const QUrl &provider);
bool setFaultAt(const QUrl &provider, const QByteArray &json);

class House
{
public:
    static constexpr const char *clerk = "clerk";
    static constexpr const char *manager = "manager";
    static constexpr const char *admin = "admin";
    static constexpr const char *password = "a long enough password";

    House();
    ~House();

    /// The demonstration hotel, imported as of its busy day, with the accounts clerk, clerk2,
    /// manager and admin. False when a program failed; why() says so.
    bool furnish();
    /// The same over a generated workload, and without a payment provider.
    bool furnishWorkload(const QString &folder);
    /// For the next import and start: another version's.
    void setBackendProgram(const QString &path);
    bool startBackend();
    /// For the next startBackend().
    void setAccessTokenSeconds(int seconds) { m_accessSeconds = seconds; }
    /// For the next startBackend(): what the process does, comma separated; empty: everything.
    void setRoles(const QString &roles) { m_roles = roles; }
    bool startSandbox();
    Program &backend() { return m_backend; }
    Program &sandbox() { return m_sandbox; }
    quint16 backendPort() const { return m_backendPort; }
    QUrl backendUrl() const;
    QUrl sandboxUrl() const;
    QString databasePath() const { return m_folder.filePath(QStringLiteral("house.db")); }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    const QString &why() const { return m_why; }

    /// Another client of the backend, past every proxy.
    std::unique_ptr<BackendView> view(const char *user = manager);

    // The payment provider
    bool setFault(const QByteArray &json);
    bool clearFaults();
    /// What the provider's ledger holds.
    std::vector<Charge> ledger();
    /// Requests that reached POST /v1/payments/confirm.
    int confirmations();

private:
    bool import(const QStringList &source);
    bool writeConfig();
    bool fail(const QString &what, const QString &output);

    QTemporaryDir m_folder;
    QString m_backendProgram = QStringLiteral(DESKBELLD_PROGRAM);
    Program m_backend;
    Program m_sandbox;
    quint16 m_backendPort = 0;
    quint16 m_sandboxPort = 0;
    int m_accessSeconds = 900;
    QString m_roles;
    QString m_why;
};

} // namespace deskbell::e2e
