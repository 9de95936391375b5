#include "app/keychain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>

#include <qt6keychain/keychain.h>

namespace deskbell::app {

namespace {

constexpr int patienceMs = 8000; // a keyring may ask the person for its password meanwhile

/// Answers once: with the job, or with nothing when the keyring does not answer.
template <typename Job, typename Answer>
void run(Job *job, Answer answer)
{
    job->setInsecureFallback(false);
    auto *guard = new QObject;
    QObject::connect(job, &QKeychain::Job::finished, guard, [job, guard, answer] {
        guard->deleteLater();
        answer(job);
    });
    QTimer::singleShot(patienceMs, guard, [guard, answer] {
        guard->deleteLater();
        answer(static_cast<Job *>(nullptr));
    });
    job->start();
}

class SystemKeychain : public Keychain
{
public:
    void read(const QString &name, std::function<void(std::optional<QByteArray>)> done) override
    {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(name);
        run(job, [done = std::move(done)](QKeychain::ReadPasswordJob *finished) {
            done(finished && !finished->error() ? std::optional(finished->binaryData()) : std::nullopt);
        });
    }
    void write(const QString &name, const QByteArray &secret, std::function<void(bool)> done) override
    {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setKey(name);
        job->setBinaryData(secret);
        run(job, [done = std::move(done)](QKeychain::WritePasswordJob *finished) {
            done(finished && !finished->error());
        });
    }

private:
    const QString service = QStringLiteral("deskbell");
};

QByteArray encode(const KeychainContent &content)
{
    QJsonArray keys;
    for (const store::DataKey &key : content.keys) {
        const auto bytes = key.bytes();
        keys.append(QString::fromLatin1(
            QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()))
                .toBase64()));
    }
    return QJsonDocument(
               QJsonObject{{QStringLiteral("keys"), keys},
                           {QStringLiteral("server"), QString::fromStdString(content.server)},
                           {QStringLiteral("user"), QString::fromStdString(content.user)},
                           {QStringLiteral("refreshToken"), QString::fromStdString(content.refreshToken)}})
        .toJson(QJsonDocument::Compact);
}

KeychainContent decode(const QByteArray &secret)
{
    const QJsonObject object = QJsonDocument::fromJson(secret).object();
    KeychainContent content;
    for (const QJsonValue &key : object[QLatin1String("keys")].toArray()) {
        const QByteArray bytes = QByteArray::fromBase64(key.toString().toLatin1());
        const auto read =
            store::DataKey::fromBytes({reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                                       static_cast<std::size_t>(bytes.size())});
        if (read)
            content.keys.push_back(*read);
    }
    content.server = object[QLatin1String("server")].toString().toStdString();
    content.user = object[QLatin1String("user")].toString().toStdString();
    content.refreshToken = object[QLatin1String("refreshToken")].toString().toStdString();
    return content;
}

} // namespace

std::shared_ptr<Keychain> makeSystemKeychain()
{
    return std::make_shared<SystemKeychain>();
}

SecretBox::SecretBox(std::shared_ptr<Keychain> keychain, const QString &dataDir)
    : m_keychain(std::move(keychain))
{
    const QByteArray path = QDir(dataDir).absolutePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16);
    m_name = QStringLiteral("desk-") + QString::fromLatin1(hash);
}

void SecretBox::load(std::function<void(const KeychainContent &)> done)
{
    m_keychain->read(m_name, [done = std::move(done)](const std::optional<QByteArray> &secret) {
        done(secret ? decode(*secret) : KeychainContent());
    });
}

void SecretBox::save(const KeychainContent &content, std::function<void(bool)> done)
{
    load([keychain = m_keychain, name = m_name, content,
          done = std::move(done)](const KeychainContent &before) {
        KeychainContent merged = content;
        for (const store::DataKey &key : before.keys) {
            const bool isThere = std::ranges::any_of(
                merged.keys, [&](const store::DataKey &other) { return other.id() == key.id(); });
            if (!isThere)
                merged.keys.push_back(key);
        }
        const QByteArray secret = encode(merged);
        keychain->write(name, secret, [keychain, name, secret, done](bool) {
            // What the write said does not matter: what can be read does.
            keychain->read(name,
                           [secret, done](const std::optional<QByteArray> &back) { done(back == secret); });
        });
    });
}

} // namespace deskbell::app
