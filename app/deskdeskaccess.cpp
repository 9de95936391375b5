#include "app/deskdeskaccess.h"

#include <QPointer>

namespace deskbell::app {

DeskDeskAccess::DeskDeskAccess(Engine &engine, std::shared_ptr<Keychain> keychain, const QString &dataDir)
    : m_engine(engine), m_secrets(std::move(keychain), dataDir)
{
    connect(&engine, &Engine::opened, this, [this](const QUrl &server, const QString &user) {
        m_lastServer = server;
        m_lastUser = user;
        emit stateChanged();
    });
    connect(&engine, &Engine::entered, this, [this](const Entered &who) {
        m_state.isSignedIn = true;
        m_state.isBusy = false;
        m_state.userName = QString::fromStdString(who.actor.name);
        m_state.propertyName = who.propertyName;
        m_lastServer = who.server;
        m_lastUser = who.user;
        emit stateChanged();
    });
    connect(&engine, &Engine::left, this, [this] {
        m_state = {};
        emit stateChanged();
    });
    connect(&engine, &Engine::accessFailed, this, [this](const Error &error) {
        setBusy(false);
        emit failed(error);
    });
    connect(&engine, &Engine::secretsChanged, this, &DeskDeskAccess::keep);
}

void DeskDeskAccess::setBusy(bool isBusy)
{
    m_state.isBusy = isBusy;
    emit stateChanged();
}

void DeskDeskAccess::resume()
{
    setBusy(true);
    m_secrets.load([self = QPointer(this)](const KeychainContent &secrets) {
        if (self)
            QMetaObject::invokeMethod(&self->m_engine,
                                      [engine = &self->m_engine, secrets] { engine->resume(secrets); });
    });
}

void DeskDeskAccess::signIn(const QUrl &server, const QString &user, const QString &password)
{
    ask(server, user, password, std::nullopt);
}

void DeskDeskAccess::signInAtOther(const QUrl &server, const QString &user, const QString &password,
                                   const std::string &key)
{
    ask(server, user, password, key);
}

void DeskDeskAccess::ask(const QUrl &server, const QString &user, const QString &password,
                         const std::optional<std::string> &accepted)
{
    if (m_state.isBusy)
        return;
    setBusy(true);
    m_secrets.load([self = QPointer(this), server, user, password, accepted](const KeychainContent &secrets) {
        if (!self)
            return;
        QMetaObject::invokeMethod(&self->m_engine,
                                  [engine = &self->m_engine, server, user, password, accepted, secrets] {
                                      engine->signIn(server, user, password, secrets, accepted);
                                  });
    });
}

void DeskDeskAccess::signOut(bool leaveWaiting)
{
    QMetaObject::invokeMethod(&m_engine,
                              [engine = &m_engine, leaveWaiting] { engine->signOut(leaveWaiting); });
}

void DeskDeskAccess::keep(const KeychainContent &secrets)
{
    m_secrets.save(secrets, [self = QPointer(this)](bool isThere) {
        if (!self)
            return;
        self->m_state.isSessionOnly = self->m_state.isSignedIn && !isThere;
        emit self->stateChanged();
        QMetaObject::invokeMethod(&self->m_engine,
                                  [engine = &self->m_engine, isThere] { engine->noteKeychain(isThere); });
    });
}

} // namespace deskbell::app
