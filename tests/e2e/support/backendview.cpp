#include "e2e/support/backendview.h"

#include <QDateTime>
#include <QEventLoop>
#include <QNetworkReply>
#include <QRandomGenerator>

namespace deskbell::e2e {

std::uint64_t systemBits()
{
    return QRandomGenerator::system()->generate64();
}

Instant systemNow()
{
    return Instant{std::chrono::milliseconds{QDateTime::currentMSecsSinceEpoch()}};
}

QNetworkRequest BackendView::request(const QString &path) const
{
    QNetworkRequest request(m_base.resolved(QUrl(path)));
    request.setTransferTimeout(30'000);
    if (!m_grant.accessToken.empty())
        request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(m_grant.accessToken));
    return request;
}

BackendView::Answer BackendView::finish(QNetworkReply *reply)
{
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    answer.isReplayed = reply->rawHeader("Idempotent-Replayed") == "true";
    reply->deleteLater();
    return answer;
}

BackendView::Answer BackendView::get(const QString &path)
{
    return finish(m_network.get(request(path)));
}

BackendView::Answer BackendView::remove(const QString &path)
{
    return finish(m_network.deleteResource(request(path)));
}

BackendView::Answer BackendView::post(const QString &path, const QByteArray &body,
                                      const QByteArray &contentType)
{
    QNetworkRequest posted = request(path);
    posted.setHeader(QNetworkRequest::ContentTypeHeader, contentType);
    return finish(m_network.post(posted, body));
}

bool BackendView::signIn(const QString &user, const QString &password)
{
    m_device = DeviceId{makeUuidV7(systemNow(), systemBits)};
    m_grant = {};
    const Answer answer =
        post(QStringLiteral("/v1/session"), QByteArray::fromStdString(protocol::encodeSignIn(
                                                {user.toStdString(), password.toStdString(), m_device})));
    if (answer.status / 100 != 2)
        return false;
    auto grant = protocol::decodeGrant(answer.body.toStdString());
    if (!grant || grant->properties.empty())
        return false;
    m_grant = std::move(*grant);
    return true;
}

PropertyId BackendView::property() const
{
    return m_grant.properties.empty() ? PropertyId{} : m_grant.properties.front().id;
}

std::optional<Truth> BackendView::truth(const Stay &window)
{
    const QString path = QStringLiteral("/v1/properties/%1/snapshot?from=%2&to=%3")
                             .arg(QString::fromStdString(toString(property())),
                                  QString::fromStdString(toString(window.arrival)),
                                  QString::fromStdString(toString(window.departure)));
    const Answer answer = get(path);
    if (answer.status != 200)
        return std::nullopt;
    Truth truth;
    bool isWhole = false;
    for (const QByteArray &line : answer.body.split('\n')) {
        if (line.isEmpty())
            continue;
        auto decoded = protocol::decodeSnapshotLine({line.data(), static_cast<std::size_t>(line.size())});
        if (!decoded)
            return std::nullopt;
        if (auto *end = std::get_if<protocol::SnapshotEnd>(&*decoded)) {
            truth.end = std::move(*end);
            isWhole = true;
            continue;
        }
        auto &row = std::get<protocol::Row>(*decoded);
        if (auto *each = std::get_if<Property>(&row))
            truth.property = std::move(*each);
        else if (auto *offering = std::get_if<Offering>(&row))
            truth.offerings.push_back(std::move(*offering));
        else if (auto *unit = std::get_if<Unit>(&row))
            truth.units.push_back(std::move(*unit));
        else if (auto *stay = std::get_if<Reservation>(&row))
            truth.reservations.emplace(stay->id, std::move(*stay));
    }
    return isWhole ? std::optional(std::move(truth)) : std::nullopt;
}

std::optional<Reservation> BackendView::reservation(const ReservationId &id)
{
    const std::optional<Truth> all = truth();
    if (!all)
        return std::nullopt;
    const auto found = all->reservations.find(id);
    return found == all->reservations.end() ? std::nullopt : std::optional(found->second);
}

Command BackendView::command(const CommandArgs &args, Date businessDate)
{
    Command command;
    command.id = CommandId{makeUuidV7(systemNow(), systemBits)};
    command.n = ++m_n;
    command.lane = laneOf(args);
    command.args = args;
    command.businessDate = businessDate;
    command.madeAt = systemNow();
    command.actor = m_grant.account.name;
    return command;
}

QString BackendView::commandsPath() const
{
    return QStringLiteral("/v1/properties/%1/commands").arg(QString::fromStdString(toString(property())));
}

QByteArray BackendView::batchOf(const Command &command) const
{
    protocol::CommandBatch batch;
    batch.device = m_device;
    batch.commands.push_back(command);
    return QByteArray::fromStdString(protocol::encodeBatch(batch));
}

std::optional<protocol::CommandResult> BackendView::send(const Command &command)
{
    const Answer answer = post(commandsPath(), batchOf(command));
    auto results = protocol::decodeResults(answer.body.toStdString());
    if (answer.status != 200 || !results || results->size() != 1)
        return std::nullopt;
    return results->front();
}

void BackendView::sendSoon(const Command &command)
{
    QNetworkRequest posted = request(commandsPath());
    posted.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    QNetworkReply *reply = m_network.post(posted, batchOf(command));
    QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

} // namespace deskbell::e2e
