#pragma once

// A second pair of eyes on the backend: signs in over the wire like any client and reads what is
// true there, to compare it with what a desk shows. Also gives commands as another desk would.
// Synchronous for the test that calls it, by an inner event loop, so that proxies and desks in the
// same thread go on. Owned by the test.

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QString>
#include <QUrl>

#include <map>
#include <optional>
#include <vector>

#include "protocol/changes.h"
#include "protocol/commands.h"
#include "protocol/session.h"

namespace deskbell::e2e {

/// The backend's rows of one consistent view.
struct Truth
{
    Property property;
    std::vector<Offering> offerings;
    std::vector<Unit> units;
    std::map<ReservationId, Reservation> reservations;
    protocol::SnapshotEnd end;
};

class BackendView
{
public:
    explicit BackendView(QUrl base) : m_base(std::move(base)) {}

    struct Answer
    {
        int status = 0; ///< 0: no answer came
        QByteArray body;
        bool isReplayed = false;
    };
    Answer get(const QString &path);
    Answer post(const QString &path, const QByteArray &body,
                const QByteArray &contentType = "application/json");

    Answer remove(const QString &path);

    /// True when the backend gave a session; its first property is the one talked about.
    bool signIn(const QString &user, const QString &password);
    const protocol::SessionGrant &grant() const { return m_grant; }
    PropertyId property() const;

    /// All rows of a window of dates; without one, from long ago to far ahead.
    std::optional<Truth> truth(const Stay &window = everything);
    static constexpr Stay everything{Date{Days{7'305}}, Date{Days{80'353}}}; ///< 1990 to 2190
    std::optional<Reservation> reservation(const ReservationId &id);

    Command command(const CommandArgs &args, Date businessDate);
    /// Sends one command as this view's own desk.
    std::optional<protocol::CommandResult> send(const Command &command);
    /// Sends it and does not wait for the answer.
    void sendSoon(const Command &command);

private:
    Answer finish(class QNetworkReply *reply);
    QNetworkRequest request(const QString &path) const;
    QString commandsPath() const;
    QByteArray batchOf(const Command &command) const;

    QUrl m_base;
    QNetworkAccessManager m_network;
    protocol::SessionGrant m_grant;
    DeviceId m_device{};
    std::uint64_t m_n = 0;
};

/// Random bits of the system, for ids.
std::uint64_t systemBits();
Instant systemNow();

} // namespace deskbell::e2e
