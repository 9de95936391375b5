#include "support/desk/fakedeskaccess.h"

#include <QTimer>

namespace deskbell::testing {

void FakeDeskAccess::signIn(const QUrl &, const QString &user, const QString &password)
{
    m_state.isBusy = true;
    emit stateChanged();
    QTimer::singleShot(0, this, [this, user, password] {
        m_state.isBusy = false;
        if (m_failure || password != QLatin1String("deskbell")) {
            const Error error = m_failure.value_or(Error{"bad-credentials", {}});
            m_failure.reset();
            emit stateChanged();
            emit failed(error);
            return;
        }
        m_state.isSignedIn = true;
        m_state.userName = user;
        m_state.propertyName = QStringLiteral("Seaside Resort");
        emit stateChanged();
    });
}

void FakeDeskAccess::signInAtOther(const QUrl &server, const QString &user, const QString &password,
                                   const std::string &key)
{
    others.push_back(key);
    signIn(server, user, password);
}

void FakeDeskAccess::signOut(bool leaveWaiting)
{
    if (waiting > 0 && !leaveWaiting) {
        emit failed(Error{"outbox-not-empty", {{"waiting", std::to_string(waiting)}}});
        return;
    }
    m_state = {};
    emit stateChanged();
}

void FakeDeskAccess::setState(const models::AccessState &state)
{
    m_state = state;
    emit stateChanged();
}

} // namespace deskbell::testing
