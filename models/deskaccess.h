#pragma once

// The port of the sign-in screen: into the desk and out of it. Implemented by app/; lives in the UI
// thread, answers are signals.

#include <QObject>
#include <QString>
#include <QUrl>

#include <optional>
#include <vector>

#include "domain/expected.h"
#include "domain/property.h"

namespace deskbell::models {

struct AccessState
{
    bool isSignedIn = false;
    bool isBusy = false;
    /// No system keychain: the person stays signed in for this session only.
    bool isSessionOnly = false;
    QString userName;
    QString propertyName;
};

class DeskAccess : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual const AccessState &state() const = 0;
    /// Server and user of the last sign-in, to be proposed.
    virtual QUrl lastServer() const = 0;
    virtual QString lastUser() const = 0;

    /// Plain HTTP is refused for anything but loopback ("tls-required"). Other codes: "offline",
    /// "not-the-backend", "bad-credentials", "too-many-attempts" (retryAfterS), "protocol-too-old", …
    /// Unless the backend itself refuses, who has signed in here before gets in to what is stored.
    /// "other-backend" (server, known, waiting, key): whoever answers there is not one that this desk has
    /// worked with, nothing has been sent, and a person has to say so before anything is.
    virtual void signIn(const QUrl &server, const QString &user, const QString &password) = 0;
    /// Refused with "outbox-not-empty" (waiting) unless `leaveWaiting`: the commands stay on this
    /// desk and are sent after the next sign-in of the same person.
    virtual void signOut(bool leaveWaiting = false) = 0;
    /// signIn(), knowing that it is another backend, of this `key`. What waits for those that are known
    /// stays here for them.
    virtual void signInAtOther(const QUrl &server, const QString &user, const QString &password,
                               const std::string &key) = 0;

signals:
    void stateChanged();
    void failed(const deskbell::Error &error);
};

} // namespace deskbell::models
