#pragma once

// FakeDeskAccess: the sign-in port in memory: takes the password "deskbell" from anyone. UI thread.

#include "models/deskaccess.h"

#include <string>
#include <vector>

namespace deskbell::testing {

class FakeDeskAccess : public models::DeskAccess
{
    Q_OBJECT

public:
    using models::DeskAccess::DeskAccess;
    const models::AccessState &state() const override { return m_state; }
    QUrl lastServer() const override { return QUrl(QStringLiteral("https://desk.seaside.example")); }
    QString lastUser() const override { return QStringLiteral("hana"); }
    void signIn(const QUrl &server, const QString &user, const QString &password) override;
    void signInAtOther(const QUrl &server, const QString &user, const QString &password,
                       const std::string &key) override;
    void signOut(bool leaveWaiting = false) override;

    void setState(const models::AccessState &state);
    void failNext(Error error) { m_failure = std::move(error); }
    /// What signOut() finds in the outbox.
    int waiting = 0;
    /// The keys of backends that were gone on with.
    std::vector<std::string> others;

private:
    models::AccessState m_state;
    std::optional<Error> m_failure;
};

} // namespace deskbell::testing
