#include "e2e/support/house.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace deskbell::e2e {

namespace {

const QString propertyName = QStringLiteral("Harbour Hotel");
const QString sandboxKey = QStringLiteral("test_sk_e2e");
const QString listeningPattern = QStringLiteral("listening on [^\\s]*127\\.0\\.0\\.1:(\\d+)");
const QString demoHotel = QStringLiteral(DESKBELL_SOURCE_DIR "/resources/demo_hotel.csv");

} // namespace

House::House() : m_backend(m_backendProgram), m_sandbox(QStringLiteral(DESKBELL_SANDBOX_PROGRAM))
{
}

House::~House()
{
    m_backend.stop();
    m_sandbox.stop();
}

void House::setBackendProgram(const QString &path)
{
    m_backendProgram = path;
    m_backend.setPath(path);
}

bool House::fail(const QString &what, const QString &output)
{
    m_why = what + QStringLiteral(": ") + output;
    return false;
}

bool House::furnish()
{
    return import({QStringLiteral("--csv"), demoHotel, QStringLiteral("--as-of"),
                   QStringLiteral("2026-05-15")}) &&
           startSandbox() && startBackend();
}

bool House::furnishWorkload(const QString &folder)
{
    return import({QStringLiteral("--workload"), folder}) && startBackend();
}

bool House::import(const QStringList &source)
{
    const Program::Result imported =
        Program::run(m_backendProgram, QStringList{QStringLiteral("import")} + source +
                                           QStringList{QStringLiteral("--property"), propertyName,
                                                       QStringLiteral("--db"), databasePath()});
    if (!imported.isSuccess)
        return fail(QStringLiteral("import"), imported.output);
    const std::pair<const char *, const char *> accounts[] = {
        {clerk, "clerk"}, {"clerk2", "clerk"}, {manager, "manager"}, {admin, "admin"}};
    for (const auto &[user, role] : accounts) {
        const Program::Result added =
            Program::run(m_backendProgram,
                         {QStringLiteral("account"), QStringLiteral("add"), QLatin1String(user),
                          QStringLiteral("--role"), QLatin1String(role), QStringLiteral("--property"),
                          propertyName, QStringLiteral("--db"), databasePath()},
                         QByteArray(password) + '\n');
        if (!added.isSuccess)
            return fail(QStringLiteral("account add"), added.output);
    }
    return true;
}

bool House::startSandbox()
{
    // On the port it had: the backend knows where its provider is.
    m_sandbox.setEnvironment(QStringLiteral("DESKBELL_SANDBOX_SECRET_KEY"), sandboxKey);
    const bool isUp = m_sandbox.start({QStringLiteral("--port"), QString::number(m_sandboxPort),
                                       QStringLiteral("--currency"), QStringLiteral("EUR"),
                                       QStringLiteral("--ledger"), path(QStringLiteral("ledger.jsonl"))},
                                      listeningPattern);
    m_sandboxPort = m_sandbox.captured().toUShort();
    return isUp || fail(QStringLiteral("sandbox"), m_sandbox.output());
}

bool House::writeConfig()
{
    // Waits of a test: what an operator counts in minutes is seen in seconds.
    QFile secret(path(QStringLiteral("payment.key")));
    QFile config(path(QStringLiteral("deskbelld.toml")));
    if (!secret.open(QIODevice::WriteOnly) || !config.open(QIODevice::WriteOnly))
        return false;
    secret.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    secret.write(sandboxKey.toUtf8());
    config.write(QStringLiteral("[payment]\n"
                                "url = \"http://127.0.0.1:%1\"\n"
                                "secret-file = \"%2\"\n"
                                "look-every-ms = 100\n"
                                "timeout-ms = 1500\n"
                                "retry-first-ms = 50\n"
                                "retry-most-ms = 500\n"
                                "settle-ms = 300\n"
                                "breaker.open-ms = 1000\n"
                                "[limits]\n"
                                "live-ping-ms = 400\n"
                                "[sign-in]\n"
                                "access-s = %3\n"
                                "user-burst = 1000\n"
                                "address-burst = 1000\n")
                     .arg(m_sandboxPort)
                     .arg(secret.fileName())
                     .arg(m_accessSeconds)
                     .toUtf8());
    return config.flush();
}

bool House::startBackend()
{
    if (!writeConfig())
        return fail(QStringLiteral("configuration"), path(QStringLiteral("deskbelld.toml")));
    QStringList arguments{QStringLiteral("serve"),
                          QStringLiteral("--db"),
                          databasePath(),
                          QStringLiteral("--listen"),
                          QStringLiteral("127.0.0.1:0"),
                          QStringLiteral("--config"),
                          path(QStringLiteral("deskbelld.toml"))};
    if (!m_roles.isEmpty())
        arguments << QStringLiteral("--roles=") + m_roles;
    const bool isUp = m_backend.start(arguments, listeningPattern);
    m_backendPort = m_backend.captured().toUShort();
    return isUp || fail(QStringLiteral("backend"), m_backend.output());
}

QUrl House::backendUrl() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_backendPort));
}

std::unique_ptr<BackendView> House::view(const char *user)
{
    auto view = std::make_unique<BackendView>(backendUrl());
    return view->signIn(QLatin1String(user), QLatin1String(password)) ? std::move(view) : nullptr;
}

QUrl House::sandboxUrl() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_sandboxPort));
}

namespace {

/// The provider speaks in euros, the folio in cents.
qint64 minorUnits(const QJsonValue &amount)
{
    return qRound64(amount.toDouble() * 100);
}

QJsonObject readLedger(const QUrl &provider)
{
    return QJsonDocument::fromJson(BackendView(provider).get(QStringLiteral("/_sandbox/ledger")).body)
        .object();
}

} // namespace

std::vector<Charge> ledgerOf(const QUrl &provider)
{
    std::vector<Charge> charges;
    const QJsonArray payments = readLedger(provider).value(QStringLiteral("payments")).toArray();
    for (const QJsonValue &each : payments) {
        const QJsonObject payment = each.toObject();
        charges.push_back({payment.value(QStringLiteral("paymentKey")).toString(),
                           payment.value(QStringLiteral("orderId")).toString(),
                           payment.value(QStringLiteral("status")).toString(),
                           minorUnits(payment.value(QStringLiteral("totalAmount"))),
                           minorUnits(payment.value(QStringLiteral("balanceAmount")))});
    }
    return charges;
}

bool setFaultAt(const QUrl &provider, const QByteArray &json)
{
    return BackendView(provider).post(QStringLiteral("/_sandbox/faults"), json).status == 201;
}

bool House::setFault(const QByteArray &json)
{
    return setFaultAt(sandboxUrl(), json);
}

bool House::clearFaults()
{
    return BackendView(sandboxUrl()).remove(QStringLiteral("/_sandbox/faults")).status == 204;
}

std::vector<Charge> House::ledger()
{
    return ledgerOf(sandboxUrl());
}

int House::confirmations()
{
    return readLedger(sandboxUrl())
        .value(QStringLiteral("callCounts"))
        .toObject()
        .value(QStringLiteral("confirm"))
        .toInt();
}

} // namespace deskbell::e2e
