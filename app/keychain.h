// Stores secrets between two runs: in the system's keychain, or in memory for tests. A locked keyring
// answers "not there" to a read and success to a delete, so only what was written and read back
// counts as stored. UI thread, where the system's keychain answers.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

#include "app/engine.h"

namespace deskbell::app {

class Keychain
{
public:
    virtual ~Keychain() = default;
    /// None: not there, or no keychain.
    virtual void read(const QString &name, std::function<void(std::optional<QByteArray>)> done) = 0;
    virtual void write(const QString &name, const QByteArray &secret, std::function<void(bool)> done) = 0;
};

/// Of the operating system, through QtKeychain; never a plain file.
std::shared_ptr<Keychain> makeSystemKeychain();

/// A folder's secrets, as one entry of the keychain.
class SecretBox
{
public:
    SecretBox(std::shared_ptr<Keychain> keychain, const QString &dataDir);

    void load(std::function<void(const KeychainContent &)> done);
    /// Keys that the entry has and `content` does not are kept. False when it did not stay there.
    void save(const KeychainContent &content, std::function<void(bool)> done);

private:
    std::shared_ptr<Keychain> m_keychain;
    QString m_name;
};

} // namespace deskbell::app
