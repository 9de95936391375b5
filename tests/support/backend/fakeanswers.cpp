// What the backend in memory answers to each call, by what is true there.

#include <QUrlQuery>

#include <sodium.h>

#include "support/backend/fakebackend.h"

namespace deskbell::testing {

namespace {

std::string_view textOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

FakeBackend::Answer FakeBackend::problem(int status, const char *code)
{
    return {status,
            QByteArray("{\"type\":\"about:blank\",\"title\":\"X\",\"status\":") + QByteArray::number(status) +
                ",\"code\":\"" + code + "\"}",
            "application/problem+json"};
}

FakeBackend::Answer FakeBackend::answer(const Request &request)
{
    if (request.path == QLatin1String("/v1/session") && request.method == "POST")
        return signIn(request);
    if (request.path == QLatin1String("/v1/session/refresh"))
        return refresh(request);
    if (request.path == QLatin1String("/v1/hello"))
        return {200, QByteArray::fromStdString(protocol::encodeHello(
                         {m_truth.epoch,
                          1,
                          1,
                          serverTime,
                          {{m_truth.hotel.property.id, m_truth.lowest, m_truth.seq}},
                          proofFor(request.query),
                          request.query.contains("cursor=") ? knowsCursor : std::nullopt}))};
    if (!m_access.contains(request.bearer))
        return problem(401, "token-refused");
    if (request.path == QLatin1String("/v1/session")) {
        m_access.erase(request.bearer);
        return {204, {}};
    }
    if (request.path.endsWith(QLatin1String("/snapshot")))
        return snapshot(request);
    if (request.path.endsWith(QLatin1String("/changes")))
        return changes(request);
    if (request.path.endsWith(QLatin1String("/commands")))
        return commands(request);
    if (request.path.startsWith(QLatin1String("/v1/commands/"))) {
        const auto id = parseUuid(request.path.section(QLatin1Char('/'), -1).toStdString());
        const auto known = m_truth.answers.find(CommandId{id.value_or(Uuid{})});
        const protocol::CommandResult none{CommandId{id.value_or(Uuid{})}, protocol::NotKnown{}};
        return {200, QByteArray::fromStdString(
                         protocol::encodeResult(known == m_truth.answers.end() ? none : known->second))};
    }
    return problem(404, "not-found");
}

FakeBackend::Answer FakeBackend::signIn(const Request &request)
{
    const auto who = protocol::decodeSignIn(textOf(request.body));
    if (!who)
        return problem(400, "bad-session-message");
    if (who->password != "right")
        return problem(401, "sign-in-refused");
    if (!letsIn(who->device, who->deviceKey))
        return problem(409, "device-taken");
    return grant(who->user == "manager" ? Role::Manager : Role::Clerk, who->user);
}

void FakeBackend::showIdentity(int number)
{
    m_identity = number;
}

std::optional<protocol::BackendProof> FakeBackend::proofFor(const QByteArray &query) const
{
    const QString challenge =
        QUrlQuery(QString::fromLatin1(query)).queryItemValue(QStringLiteral("challenge"));
    if (m_identity == 0 || challenge.isEmpty())
        return std::nullopt;
    std::array<unsigned char, crypto_sign_SEEDBYTES> seed{};
    seed.front() = static_cast<unsigned char>(m_identity);
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> key{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    crypto_sign_seed_keypair(key.data(), secret.data(), seed.data());
    const std::string statement = protocol::helloStatement(challenge.toStdString());
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char *>(statement.data()),
                         statement.size(), secret.data());
    const auto text = [](const auto &bytes) {
        return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()))
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
            .toStdString();
    };
    return protocol::BackendProof{text(key), text(signature)};
}

bool FakeBackend::letsIn(const DeviceId &device, const std::optional<protocol::DeviceKey> &key)
{
    if (m_identity == 0 || isForgettingDevices)
        return true;
    const auto known = deviceKeys.find(device);
    if (known != deviceKeys.end() && (!key || (known->second != key->former && known->second != key->next)))
        return false;
    deviceKeys[device] = key ? key->next : std::string();
    return true;
}

FakeBackend::Answer FakeBackend::grant(Role role, const std::string &name)
{
    protocol::SessionGrant grant;
    grant.accessToken = "access-" + std::to_string(++m_tokens);
    grant.accessExpiresInS = accessSeconds;
    grant.refreshToken = "refresh-secret-" + std::to_string(m_tokens);
    grant.account = {AccountId{makeNamedUuid({}, name)}, name, role};
    grant.properties = {{m_truth.hotel.property.id, m_truth.hotel.property.name}};
    m_access[QByteArray::fromStdString(grant.accessToken)] = {role, name};
    m_refresh[QByteArray::fromStdString(grant.refreshToken)] = {role, name};
    return {200, QByteArray::fromStdString(protocol::encodeGrant(grant))};
}

FakeBackend::Answer FakeBackend::refresh(const Request &request)
{
    const auto asked = protocol::decodeRefresh(textOf(request.body));
    const auto presented = asked ? QByteArray::fromStdString(asked->refreshToken) : QByteArray();
    const bool wasLost = presented == m_spent && m_refresh.contains(m_successor);
    const auto known = m_refresh.find(wasLost ? m_successor : presented);
    if (known == m_refresh.end())
        return problem(401, "refresh-refused");
    if (asked->device && !letsIn(*asked->device, asked->deviceKey))
        return problem(409, "device-taken");
    const auto [role, name] = known->second;
    m_refresh.erase(known);
    const Answer granted = grant(role, name);
    m_spent = presented;
    m_successor = "refresh-secret-" + QByteArray::number(m_tokens);
    return granted;
}

FakeBackend::Answer FakeBackend::snapshot(const Request &request)
{
    QByteArray body;
    const QUrlQuery query(QString::fromLatin1(request.query));
    const auto asked = [&](const char *name) { return query.queryItemValue(QLatin1String(name)); };
    Window window;
    if (isShowingWindows && !asked("from").isEmpty())
        window = {*parseDate(asked("from").toStdString()), *parseDate(asked("to").toStdString())};
    else if (isShowingWindows)
        window = {m_truth.hotel.property.businessDate - Days{asked("back").toInt()},
                  m_truth.hotel.property.businessDate + Days{asked("ahead").toInt()}};
    protocol::SnapshotEnd end{m_truth.cursorAt(m_truth.seq, window), m_truth.seq, 0, {}};
    if (isShowingWindows)
        end.window = window;
    std::array<protocol::Digest, protocol::entityCount> digests;
    const auto add = [&](const protocol::Row &row) {
        body += QByteArray::fromStdString(protocol::encodeRow(row)) + '\n';
        digests[row.index()].add(protocol::idOf(row), protocol::versionOf(row));
        ++end.count;
    };
    add(m_truth.hotel.property);
    for (const Offering &offering : m_truth.hotel.offerings)
        add(offering);
    for (const Unit &unit : m_truth.hotel.units)
        add(unit);
    for (const auto &[id, reservation] : m_truth.hotel.reservations) {
        if (!isShowingWindows || isSeen(window, placeOf(reservation)))
            add(reservation);
    }
    for (std::size_t i = 0; i < digests.size(); ++i)
        end.digests[i] = digests[i].text();
    if (!snapshotDigestLie.empty())
        end.digests.back() = snapshotDigestLie;
    body += QByteArray::fromStdString(protocol::encodeSnapshotEnd(end)) + '\n';
    if (!asked("from").isEmpty() && afterSlice)
        std::exchange(afterSlice, nullptr)();
    return {200, body, "application/x-ndjson", static_cast<int>(end.count)};
}

FakeBackend::Answer FakeBackend::changes(const Request &request) const
{
    const QUrlQuery query(QString::fromLatin1(request.query));
    const QString after = query.queryItemValue(QStringLiteral("after"), QUrl::FullyDecoded);
    Window window = FakeTruth::windowIn(after.toStdString());
    if (query.hasQueryItem(QStringLiteral("from")))
        window = {*parseDate(query.queryItemValue(QStringLiteral("from")).toStdString()),
                  *parseDate(query.queryItemValue(QStringLiteral("to")).toStdString())};
    const std::uint64_t seq = after.section(QLatin1Char('.'), -1).toULongLong();
    const QString epoch = after.section(QLatin1Char('.'), 0, 0);
    if (epoch.toStdString() != toString(m_truth.epoch) || seq < m_truth.lowest)
        return problem(410, "cursor-gone");
    protocol::ChangesPage page;
    page.seq = seq;
    constexpr std::size_t most = 3; // several pages are the ordinary case
    for (const protocol::Transaction &transaction : m_truth.transactions) {
        if (transaction.seq <= seq)
            continue;
        if (page.transactions.size() == most) {
            page.isUpToDate = false;
            break;
        }
        page.transactions.push_back(FakeTruth::seenThrough(transaction, window));
        page.seq = transaction.seq;
    }
    page.cursor = m_truth.cursorAt(page.seq, window);
    return {200, QByteArray::fromStdString(protocol::encodeChangesPage(page))};
}

FakeBackend::Answer FakeBackend::commands(const Request &request)
{
    const auto received = protocol::decodeBatch(textOf(request.body));
    const bool isPoisoned = !poison.empty() && request.body.contains(poison.c_str());
    if (!received || !received->unreadable.empty() || (isPoisoned && stomach == Stomach::RefusesAll))
        return problem(400, "bad-command-batch");
    if (isPoisoned && stomach == Stomach::Stumbles)
        return problem(500, "internal-error");
    const auto [role, name] = m_access.at(request.bearer);
    std::uint64_t &mark = marks[received->batch.device];
    mark = std::max(mark, received->batch.settledBelow);
    std::vector<protocol::CommandResult> results;
    for (const Command &command : received->batch.commands) {
        if (command.n < mark && !m_truth.answers.contains(command.id)) {
            results.push_back({command.id, protocol::Outdated{mark}, false});
            continue;
        }
        const bool isUnreadable = isPoisoned && stomach == Stomach::RefusesIt &&
                                  protocol::encodeCommand(command).find(poison) != std::string::npos;
        if (isUnreadable)
            results.push_back({command.id, protocol::Refused{{"bad-command", {}}, {}}, false});
        else
            results.push_back(m_truth.decideOn(command, role, [&](protocol::Transaction transaction) {
                m_effects[toString(command.id).c_str()] += 1;
                commit(std::move(transaction));
            }));
    }
    if (isPoisoned && stomach == Stomach::SaysNonsense)
        return {200, "[17]"};
    return {200, QByteArray::fromStdString(protocol::encodeResults(results))};
}

} // namespace deskbell::testing
