#include "support/backend/fakebackend.h"

#include <QCryptographicHash>
#include <QTcpSocket>
#include <QUrlQuery>

#include <random>

namespace deskbell::testing {

namespace {

std::string_view textOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

Uuid newEpoch()
{
    static std::mt19937_64 random(42);
    return makeUuidV7(demoNow(), [] { return random(); });
}

} // namespace

FakeBackend::FakeBackend(DemoHotel hotel) : m_live(QStringLiteral("fake"), QWebSocketServer::NonSecureMode)
{
    m_state.hotel = std::move(hotel);
    m_state.epoch = newEpoch();
    serverTime = demoNow();
    connect(&m_server, &QTcpServer::newConnection, this, &FakeBackend::accept);
    connect(&m_live, &QWebSocketServer::newConnection, this, &FakeBackend::acceptLive);
    comeUp();
}

FakeBackend::~FakeBackend()
{
    goDown();
}

QUrl FakeBackend::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

void FakeBackend::goDown()
{
    m_server.close();
    for (QTcpSocket *socket : m_inbox.keys()) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
    m_inbox.clear();
    for (QWebSocket *line : m_lines.keys()) {
        line->disconnect(this);
        line->abort();
        line->deleteLater();
    }
    m_lines.clear();
}

void FakeBackend::comeUp()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("no port");
    m_port = m_server.serverPort();
}

void FakeBackend::fail(const QString &what, Fault fault, int times)
{
    m_faults.push_back({what, fault, times});
}

int FakeBackend::requests(const QString &what) const
{
    return static_cast<int>(std::count_if(m_seen.begin(), m_seen.end(),
                                          [&](const QString &seen) { return seen.contains(what); }));
}

protocol::Digest FakeBackend::digest(const std::optional<Window> &window) const
{
    protocol::Digest digest;
    for (const auto &[id, reservation] : m_state.hotel.reservations) {
        if (!window || isSeen(*window, placeOf(reservation)))
            digest.add(id.value, reservation.version);
    }
    return digest;
}

void FakeBackend::endSessions()
{
    m_access.clear();
    m_refresh.clear();
}

void FakeBackend::restore(State state)
{
    m_state = std::move(state);
    m_state.epoch = newEpoch();
    goDown();
    comeUp();
}

void FakeBackend::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        m_inbox.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_inbox.remove(socket);
            socket->deleteLater();
        });
    }
}

void FakeBackend::read(QTcpSocket *socket)
{
    // A live line's request is left in the socket, for the WebSocket server to read.
    QByteArray head = m_inbox[socket].isEmpty() ? socket->peek(8192) : QByteArray();
    if (head.contains("/live") && head.contains("\r\n\r\n") && head.startsWith("GET ")) {
        m_inbox.remove(socket);
        socket->disconnect(this);
        m_seen.push_back(QStringLiteral("GET live"));
        if (isLiveMute)
            shakeHandsAndSleep(socket, head);
        else
            m_live.handleConnection(socket);
        return;
    }
    m_inbox[socket] += socket->readAll();
    for (;;) {
        QByteArray &inbox = m_inbox[socket];
        const qsizetype end = inbox.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QList<QByteArray> lines = inbox.left(end).split('\n');
        const QList<QByteArray> first = lines.front().trimmed().split(' ');
        Request request;
        request.method = first.value(0);
        const QList<QByteArray> target = first.value(1).split('?');
        request.path = QString::fromLatin1(target.value(0));
        request.query = target.value(1);
        qsizetype length = 0;
        for (const QByteArray &line : lines) {
            const QByteArray lower = line.trimmed().toLower();
            if (lower.startsWith("content-length:"))
                length = lower.mid(15).trimmed().toLongLong();
            if (lower.startsWith("authorization: bearer "))
                request.bearer = line.trimmed().mid(22);
        }
        if (inbox.size() < end + 4 + length)
            return;
        request.body = inbox.mid(end + 4, length);
        inbox.remove(0, end + 4 + length);
        const QPointer<QTcpSocket> alive(socket);
        serve(socket, request);
        if (!alive || !m_inbox.contains(socket))
            return;
    }
}

void FakeBackend::serve(QTcpSocket *socket, const Request &request)
{
    const QString line = QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path;
    m_seen.push_back(line);
    std::optional<Fault> fault;
    for (PlannedFault &planned : m_faults) {
        if (planned.times > 0 && line.contains(planned.what)) {
            --planned.times;
            fault = planned.fault;
            break;
        }
    }
    if (fault == Fault::Hang)
        return;
    if (fault == Fault::CloseBefore) {
        socket->abort();
        return;
    }
    Answer made = fault == Fault::Unavailable  ? problem(503, "server-busy")
                  : fault == Fault::BadRequest ? problem(400, "bad-command-batch")
                                               : answer(request);
    if (fault == Fault::CloseAfter) {
        socket->abort();
        return;
    }
    if (fault == Fault::UnavailableAfter)
        made = problem(502, "bad-gateway");
    QByteArray out = "HTTP/1.1 " + QByteArray::number(made.status) + " X\r\nContent-Type: " + made.type +
                     (made.rows > 0 ? "\r\nDeskbell-Rows: " + QByteArray::number(made.rows) : QByteArray()) +
                     "\r\nContent-Length: " + QByteArray::number(made.body.size()) + "\r\n\r\n";
    if (fault == Fault::CutAnswer) {
        socket->write(out + made.body.left(made.body.size() / 2));
        socket->disconnectFromHost();
        return;
    }
    socket->write(out + made.body);
}

FakeBackend::Answer FakeBackend::problem(int status, const char *code)
{
    return {status, QByteArray("{\"code\":\"") + code + "\",\"status\":" + QByteArray::number(status) + "}",
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
                         {m_state.epoch,
                          1,
                          1,
                          serverTime,
                          {{m_state.hotel.property.id, m_state.lowest, m_state.seq}}}))};
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
        const auto known = m_state.answers.find(CommandId{id.value_or(Uuid{})});
        const protocol::CommandResult none{CommandId{id.value_or(Uuid{})}, protocol::NotKnown{}};
        return {200, QByteArray::fromStdString(
                         protocol::encodeResult(known == m_state.answers.end() ? none : known->second))};
    }
    return problem(404, "not-found");
}

FakeBackend::Answer FakeBackend::signIn(const Request &request)
{
    const auto who = protocol::decodeSignIn(textOf(request.body));
    if (!who)
        return problem(400, "bad-session-message");
    if (who->password != "right")
        return problem(401, "bad-credentials");
    return grant(who->user == "manager" ? Role::Manager : Role::Clerk, who->user);
}

FakeBackend::Answer FakeBackend::grant(Role role, const std::string &name)
{
    protocol::SessionGrant grant;
    grant.accessToken = "access-" + std::to_string(++m_tokens);
    grant.accessExpiresInS = accessSeconds;
    grant.refreshToken = "refresh-secret-" + std::to_string(m_tokens);
    grant.account = {AccountId{makeNamedUuid({}, name)}, name, role};
    grant.properties = {{m_state.hotel.property.id, m_state.hotel.property.name}};
    m_access[QByteArray::fromStdString(grant.accessToken)] = {role, name};
    m_refresh[QByteArray::fromStdString(grant.refreshToken)] = {role, name};
    return {200, QByteArray::fromStdString(protocol::encodeGrant(grant))};
}

FakeBackend::Answer FakeBackend::refresh(const Request &request)
{
    const auto token = protocol::decodeRefresh(textOf(request.body));
    const auto known = m_refresh.find(QByteArray::fromStdString(token.value_or("")));
    if (known == m_refresh.end())
        return problem(401, "refresh-refused");
    const auto [role, name] = known->second;
    m_refresh.erase(known);
    return grant(role, name);
}

std::string FakeBackend::cursorAt(std::uint64_t seq, const Window &window) const
{
    const std::string dates =
        window == Window{} ? "" : toString(window.from) + "." + toString(window.to) + ".";
    return toString(m_state.epoch) + "." + dates + std::to_string(seq);
}

Window FakeBackend::windowIn(const QString &cursor)
{
    const auto date = [&](int part) {
        return parseDate(cursor.section(QLatin1Char('.'), part, part).toStdString()).value_or(Date{});
    };
    return {date(1), date(2)};
}

protocol::Transaction FakeBackend::seenThrough(const protocol::Transaction &transaction,
                                               const Window &window) const
{
    if (window == Window{})
        return transaction;
    protocol::Transaction seen = transaction;
    seen.rows.clear();
    for (const protocol::Row &row : transaction.rows) {
        const auto *reservation = std::get_if<Reservation>(&row);
        if (!reservation || isSeen(window, placeOf(*reservation)))
            seen.rows.push_back(row);
        else
            seen.leaves.push_back({protocol::Entity::Reservation, reservation->id.value});
    }
    return seen;
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
        window = {m_state.hotel.property.businessDate - Days{asked("back").toInt()},
                  m_state.hotel.property.businessDate + Days{asked("ahead").toInt()}};
    protocol::SnapshotEnd end{cursorAt(m_state.seq, window), m_state.seq, 0, {}};
    if (isShowingWindows)
        end.window = window;
    std::array<protocol::Digest, protocol::entityCount> digests;
    const auto add = [&](const protocol::Row &row) {
        body += QByteArray::fromStdString(protocol::encodeRow(row)) + '\n';
        digests[row.index()].add(protocol::idOf(row), protocol::versionOf(row));
        ++end.count;
    };
    add(m_state.hotel.property);
    for (const Offering &offering : m_state.hotel.offerings)
        add(offering);
    for (const Unit &unit : m_state.hotel.units)
        add(unit);
    for (const auto &[id, reservation] : m_state.hotel.reservations) {
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
    Window window = windowIn(after);
    if (query.hasQueryItem(QStringLiteral("from")))
        window = {*parseDate(query.queryItemValue(QStringLiteral("from")).toStdString()),
                  *parseDate(query.queryItemValue(QStringLiteral("to")).toStdString())};
    const std::uint64_t seq = after.section(QLatin1Char('.'), -1).toULongLong();
    const QString epoch = after.section(QLatin1Char('.'), 0, 0);
    if (epoch.toStdString() != toString(m_state.epoch) || seq < m_state.lowest)
        return problem(410, "cursor-gone");
    protocol::ChangesPage page;
    page.seq = seq;
    constexpr std::size_t most = 3; // several pages are the ordinary case
    for (const protocol::Transaction &transaction : m_state.transactions) {
        if (transaction.seq <= seq)
            continue;
        if (page.transactions.size() == most) {
            page.isUpToDate = false;
            break;
        }
        page.transactions.push_back(seenThrough(transaction, window));
        page.seq = transaction.seq;
    }
    page.cursor = cursorAt(page.seq, window);
    return {200, QByteArray::fromStdString(protocol::encodeChangesPage(page))};
}

FakeBackend::Answer FakeBackend::commands(const Request &request)
{
    const auto received = protocol::decodeBatch(textOf(request.body));
    const bool isPoisoned = !poison.empty() && request.body.contains(poison.c_str());
    if (!received || !received->unreadable.empty() || (isPoisoned && stomach == Stomach::RefusesAll))
        return problem(400, "bad-command-batch");
    if (isPoisoned && stomach == Stomach::Stumbles)
        return problem(500, "internal");
    const auto [role, name] = m_access.at(request.bearer);
    std::vector<protocol::CommandResult> results;
    for (const Command &command : received->batch.commands) {
        const bool isUnreadable = isPoisoned && stomach == Stomach::RefusesIt &&
                                  protocol::encodeCommand(command).find(poison) != std::string::npos;
        if (isUnreadable)
            results.push_back({command.id, protocol::Refused{{"bad-command", {}}, {}}, false});
        else
            results.push_back(decideOn(command, role));
    }
    if (isPoisoned && stomach == Stomach::SaysNonsense)
        return {200, "[17]"};
    return {200, QByteArray::fromStdString(protocol::encodeResults(results))};
}

protocol::CommandResult FakeBackend::decideOn(const Command &command, Role role)
{
    if (const auto known = m_state.answers.find(command.id); known != m_state.answers.end()) {
        protocol::CommandResult again = known->second;
        again.isReplayed = true;
        return again;
    }
    for (const CommandId &dep : command.deps) {
        const auto known = m_state.answers.find(dep);
        if (known == m_state.answers.end() ||
            !std::holds_alternative<protocol::Applied>(known->second.outcome))
            return {command.id, protocol::Blocked{dep}};
    }
    const Actor actor{AccountId{}, command.actor, role};
    auto done = carryOut(command.args, actor, command.madeAt);
    protocol::CommandResult result{command.id, {}};
    if (done) {
        done->command = command.id;
        m_effects[toString(command.id).c_str()] += 1;
        result.outcome = protocol::Applied{done->seq};
        m_state.answers[command.id] = result;
        commit(std::move(*done));
        return result;
    }
    protocol::Refused refused{done.error(), {}};
    if (const auto about = reservationOf(command.args)) {
        if (const auto at = m_state.hotel.reservations.find(*about); at != m_state.hotel.reservations.end())
            refused.current = at->second;
    }
    result.outcome = refused;
    m_state.answers[command.id] = result;
    return result;
}

Expected<protocol::Transaction> FakeBackend::carryOut(const CommandArgs &args, const Actor &actor,
                                                      Instant now)
{
    const HotelAvailability availability(m_state.hotel);
    const Context context{now, actor, m_state.hotel.property.businessDate, availability};
    protocol::Transaction transaction;
    transaction.seq = m_state.seq + 1;
    transaction.at = now;
    if (const auto *advance = std::get_if<AdvanceBusinessDate>(&args)) {
        auto property = decide(m_state.hotel.property, *advance, context);
        if (!property)
            return tl::unexpected(property.error());
        property->version = m_state.hotel.property.version + 1;
        m_state.hotel.property = *property;
        transaction.rows.emplace_back(*property);
        return transaction;
    }
    const ReservationId id = *reservationOf(args);
    const auto at = m_state.hotel.reservations.find(id);
    const Reservation *current = at == m_state.hotel.reservations.end() ? nullptr : &at->second;
    const auto events = decide(current, args, context);
    if (!events)
        return tl::unexpected(events.error());
    Reservation next = applyAll(current, *events, actor, now);
    next.version = (current ? current->version : 0) + 1;
    m_state.hotel.reservations[id] = next;
    transaction.rows.emplace_back(next);
    return transaction;
}

void FakeBackend::commit(protocol::Transaction transaction)
{
    m_state.seq = transaction.seq;
    m_state.transactions.push_back(transaction);
    if (isDroppingLive)
        return;
    for (QWebSocket *line : m_lines.keys())
        tell(line, transaction);
}

bool FakeBackend::happen(const CommandArgs &args, Role role)
{
    auto done = carryOut(args, {AccountId{}, "Somebody", role}, demoNow());
    if (!done)
        return false;
    commit(std::move(*done));
    return true;
}

int FakeBackend::liveLines() const
{
    return static_cast<int>(
        std::count_if(m_lines.begin(), m_lines.end(), [](const LiveState &line) { return line.isResumed; }));
}

void FakeBackend::tellTick()
{
    for (QWebSocket *line : m_lines.keys())
        line->sendTextMessage(QString::fromStdString(protocol::encodeLive(protocol::LiveTick{m_state.seq})));
}

void FakeBackend::tell(QWebSocket *line, const protocol::Transaction &transaction)
{
    LiveState &state = m_lines[line];
    if (!state.isResumed)
        return;
    const bool isNext = isTellingInline && state.seq + 1 == transaction.seq;
    state.seq = transaction.seq;
    const protocol::LiveMessage message =
        isNext ? protocol::LiveMessage(protocol::LiveTransaction{seenThrough(transaction, state.window),
                                                                 cursorAt(transaction.seq, state.window)})
               : protocol::LiveMessage(protocol::LiveTick{transaction.seq});
    line->sendTextMessage(QString::fromStdString(protocol::encodeLive(message)));
}

void FakeBackend::acceptLive()
{
    while (QWebSocket *line = m_live.nextPendingConnection()) {
        m_lines.insert(line, {});
        connect(line, &QWebSocket::textMessageReceived, this, [this, line](const QString &text) {
            const auto message = protocol::decodeLive(text.toStdString());
            LiveState &state = m_lines[line];
            if (message && std::holds_alternative<protocol::LiveAuth>(*message)) {
                const auto token = QByteArray::fromStdString(std::get<protocol::LiveAuth>(*message).token);
                state.isKnown = m_access.contains(token);
                if (!state.isKnown)
                    line->close(static_cast<QWebSocketProtocol::CloseCode>(protocol::closeUnauthorized));
            } else if (message && std::holds_alternative<protocol::LiveResume>(*message) && state.isKnown) {
                const QString cursor =
                    QString::fromStdString(std::get<protocol::LiveResume>(*message).cursor);
                state.seq = cursor.section(QLatin1Char('.'), -1).toULongLong();
                state.window = windowIn(cursor);
                state.isResumed = true;
                if (state.seq < m_state.seq) {
                    state.seq = m_state.seq;
                    line->sendTextMessage(
                        QString::fromStdString(protocol::encodeLive(protocol::LiveTick{m_state.seq})));
                }
            }
        });
        connect(line, &QWebSocket::disconnected, this, [this, line] {
            m_lines.remove(line);
            line->deleteLater();
        });
    }
}

void FakeBackend::shakeHandsAndSleep(QTcpSocket *socket, const QByteArray &head)
{
    QByteArray key;
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith("sec-websocket-key:"))
            key = line.mid(18).trimmed();
    }
    const QByteArray accept =
        QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1)
            .toBase64();
    socket->setParent(this);
    socket->readAll();
    socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  "Sec-WebSocket-Accept: " +
                  accept + "\r\n\r\n");
}

} // namespace deskbell::testing
