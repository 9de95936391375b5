// The sign-in screen's end of the data thread, and the way between it and the keychain. UI thread;
// owned by the Desk.
#pragma once

#include "app/engine.h"
#include "app/keychain.h"
#include "models/deskaccess.h"

namespace deskbell::app {

class DeskDeskAccess : public models::DeskAccess
{
    Q_OBJECT

public:
    DeskDeskAccess(Engine &engine, std::shared_ptr<Keychain> keychain, const QString &dataDir);

    /// Takes up the session that the keychain holds, if it does.
    void resume();

    const models::AccessState &state() const override { return m_state; }
    QUrl lastServer() const override { return m_lastServer; }
    QString lastUser() const override { return m_lastUser; }
    void signIn(const QUrl &server, const QString &user, const QString &password) override;
    void signInAtOther(const QUrl &server, const QString &user, const QString &password,
                       const std::string &key) override;
    void signOut(bool leaveWaiting) override;

private:
    void setBusy(bool isBusy);
    void ask(const QUrl &server, const QString &user, const QString &password,
             const std::optional<std::string> &accepted);
    void keep(const KeychainContent &secrets);

    Engine &m_engine;
    SecretBox m_secrets;
    models::AccessState m_state;
    QUrl m_lastServer;
    QString m_lastUser;
};

} // namespace deskbell::app
