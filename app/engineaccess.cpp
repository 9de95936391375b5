#include <QDir>

#include <algorithm>

#include "app/enginedesk.h"

namespace deskbell::app {

namespace {

constexpr Days keepReceipts{90};

/// The codes that DeskAccess promises, whatever the backend called it.
Error accessError(const Error &error)
{
    const int status = sync::statusOf(error);
    if (status == 401)
        return {"bad-credentials", error.facts};
    if (status == 429)
        return {"too-many-attempts", error.facts};
    if (status >= 500)
        return {"backend-unwell", error.facts};
    return error.code == "timeout" ? Error{"offline", {}} : error;
}

void addKey(std::vector<store::DataKey> &keys, const store::DataKey &key)
{
    const bool isThere =
        std::ranges::any_of(keys, [&](const store::DataKey &other) { return other.id() == key.id(); });
    if (!isThere)
        keys.push_back(key);
}

} // namespace

Engine::Desk::Desk(Engine &engine, const Attempt &attempt, const store::Profile &profile,
                   const store::DataKey &key)
    : entered{profile.actor, QString::fromStdString(attempt.user),
              QString::fromStdString(profile.propertyName), attempt.server},
      account(profile.actor.account),
      wire(std::make_unique<sync::Wire>(attempt.server, engine.m_options.timing)),
      session(*wire, engine.m_options.steady, engine.m_options.timing,
              engine.introduction(attempt, profile.backend)),
      replica(engine.m_options.dataDir + QStringLiteral("/cache.db"), key, attempt.who().server,
              profile.property, engine),
      line({{profile.property, profile.actor.account},
            session,
            replica,
            *engine.m_intent,
            engine,
            engine.m_options.clock,
            engine.m_options.steady,
            engine.m_options.random,
            engine.m_options.timing}),
      picture(profile.actor, replica, *engine.m_intent, engine.m_options.clock,
              engine.m_options.timing.changeSetEvery),
      searcher(picture, replica, *engine.m_intent), inquirer(session, profile.property)
{
}

Engine::Engine(EngineOptions options) : m_options(std::move(options))
{
}

Engine::~Engine() = default;

std::string Engine::stamp() const
{
    // A file name on every system: no colons.
    std::string text = toString(m_options.clock());
    std::erase_if(text, [](char c) { return c == ':' || c == '-' || c == '.'; });
    return text;
}

void Engine::open()
{
    if (openIntent()) {
        const store::LastSignIn last = m_intent->lastSignIn();
        emit opened(QUrl(QString::fromStdString(last.server)), QString::fromStdString(last.user));
    } else {
        emit opened({}, {});
    }
}

bool Engine::openIntent()
{
    if (m_intent)
        return true;
    store::makePrivateFolder(m_options.dataDir);
    auto opened =
        store::IntentStore::open(m_options.dataDir + QStringLiteral("/intent.db"), makeDevice(), stamp());
    if (!opened) {
        noticed(opened.error());
        return false;
    }
    m_intent = std::move(opened->store);
    if (opened->setAside)
        noticed({"intent-set-aside", {{"path", opened->setAside->toStdString()}}});
    return true;
}

DeviceId Engine::makeDevice() const
{
    return DeviceId{makeUuidV7(m_options.clock(), m_options.random)};
}

sync::Introduction Engine::introduction(const Attempt &attempt, std::optional<store::BackendNumber> backend)
{
    return sync::Introduction({m_intent->backends(), attempt.who().server, [this] { return makeDevice(); },
                               backend, attempt.accepted});
}

Expected<std::vector<store::DataKey>> Engine::keysFor(store::BackendNumber backend,
                                                      const std::vector<store::DataKey> &keys) const
{
    std::vector<store::DataKey> own;
    for (const store::DataKey &key : keys) {
        const auto isOfAnother = m_intent->isOfAnother(key, backend);
        if (!isOfAnother)
            return tl::unexpected(isOfAnother.error());
        if (!*isOfAnother)
            own.push_back(key);
    }
    return own;
}

void Engine::signIn(const QUrl &server, const QString &user, const QString &password,
                    const KeychainContent &secrets, const std::optional<std::string> &accepted)
{
    const auto address = sync::Wire::acceptable(server);
    if (!address) {
        emit accessFailed(address.error());
        return;
    }
    if (!openIntent()) {
        emit accessFailed(m_notes.empty() ? Error{"store-failed", {}} : m_notes.begin()->second);
        return;
    }
    const Attempt attempt{*address, user.trimmed().toStdString(), password.toStdString(), secrets, accepted};
    m_signInSession.reset();
    m_signInWire = std::make_unique<sync::Wire>(*address, m_options.timing);
    m_signInSession = std::make_unique<sync::Session>(*m_signInWire, m_options.steady, m_options.timing,
                                                      introduction(attempt, std::nullopt));
    m_signInSession->signIn({attempt.user, attempt.password},
                            [this, attempt](const Expected<protocol::SessionGrant> &grant) {
                                takeGrant(attempt, grant);
                                m_signInSession.release()->deleteLater();
                            });
}

void Engine::takeGrant(const Attempt &attempt, const Expected<protocol::SessionGrant> &grant)
{
    if (!grant) {
        // Only the backend's own refusal keeps a person out; only a person can accept another backend.
        if (sync::isLastingRefusal(grant.error()) || isAboutWho(grant.error()))
            emit accessFailed(accessError(grant.error()));
        else
            enterOffline(attempt, grant.error());
        return;
    }
    if (grant->properties.empty()) {
        emit accessFailed({"no-property", {}});
        return;
    }
    const store::BackendNumber backend = m_signInSession->backend();
    auto found = keysFor(backend, attempt.secrets.keys);
    if (!found) {
        emit accessFailed(found.error());
        return;
    }
    std::vector<store::DataKey> keys = std::move(*found);
    if (const auto known = m_intent->recall(attempt.who(), attempt.password, backend)) {
        for (const store::DataKey &key : known->keys)
            addKey(keys, key);
    }
    if (keys.empty())
        keys.push_back(store::DataKey::random());
    const store::Profile profile{grant->account, grant->properties.front().id, grant->properties.front().name,
                                 backend};
    if (auto kept = m_intent->remember(attempt.who(), attempt.password, keys.front(), profile); !kept) {
        noticed(kept.error());
        emit accessFailed(kept.error());
        return;
    }
    if (!enter(attempt, profile, std::move(keys)))
        return;
    m_desk->session.begin(*grant, m_signInSession->device());
    m_desk->line.start();
}

void Engine::enterOffline(const Attempt &attempt, const Error &why)
{
    const auto known = m_intent->recall(attempt.who(), attempt.password);
    if (!known) {
        // Nobody here can tell whether the password is right: the line is what is missing.
        emit accessFailed(accessError(why));
        return;
    }
    std::vector<store::DataKey> keys = known->keys;
    const auto others = keysFor(known->profile.backend, attempt.secrets.keys);
    for (const store::DataKey &key : others.value_or(std::vector<store::DataKey>()))
        addKey(keys, key);
    if (!enter(attempt, known->profile, std::move(keys)))
        return;
    m_desk->session.holdCredentials({attempt.user, attempt.password});
    m_desk->line.start();
}

void Engine::resume(const KeychainContent &secrets)
{
    const Attempt attempt{QUrl(QString::fromStdString(secrets.server)), secrets.user, {}, secrets};
    if (secrets.keys.empty() || secrets.refreshToken.empty() || !sync::Wire::acceptable(attempt.server) ||
        !openIntent()) {
        emit left();
        return;
    }
    for (const store::DataKey &key : secrets.keys) {
        const auto profile = m_intent->profile(attempt.who(), key);
        if (!profile)
            continue;
        auto keys = keysFor(profile->backend, secrets.keys);
        if (!keys) {
            emit accessFailed(keys.error());
        } else if (enter(attempt, *profile, std::move(*keys))) {
            m_desk->session.resume(secrets.refreshToken);
            m_desk->line.start();
        }
        return;
    }
    emit left();
}

bool Engine::enter(const Attempt &attempt, const store::Profile &profile, std::vector<store::DataKey> keys)
{
    leave();
    m_intent->unlock(keys.front(), keys);
    std::vector<CommandId> unreadable;
    auto ready = m_intent->enter(profile.property, unreadable, profile.backend);
    if (ready && !unreadable.empty()) {
        const auto copy = m_intent->dropUnreadable(unreadable, stamp());
        if (copy)
            noticed({"intent-set-aside", {{"path", copy->toStdString()}}});
        else
            ready = tl::unexpected(copy.error());
    }
    if (ready)
        ready = m_intent->pruneReceipts(m_options.clock() - keepReceipts);
    if (!ready) {
        emit accessFailed(ready.error());
        return false;
    }
    m_secrets = {keys, attempt.who().server, attempt.user, {}};
    m_desk = std::make_unique<Desk>(*this, attempt, profile, keys.front());
    // The board first, then what is looked at closely: it needs the most work to be shown.
    connect(&m_desk->picture, &Picture::changed, this,
            [this](const std::shared_ptr<const models::ChangeSet> &changes) {
                emit changed(changes);
                if (m_isWatchedOther)
                    tellWatched();
            });
    connect(&m_desk->picture, &Picture::touched, this,
            [this](const ReservationId &id) { m_isWatchedOther = m_isWatchedOther || id == m_watched; });
    connect(&m_desk->picture, &Picture::cacheDamaged, this, [this] {
        m_desk->replica.drop();
        m_desk->picture.load();
        m_desk->line.replicaDropped();
    });
    connect(&m_desk->searcher, &Searcher::found, this, &Engine::found);
    connect(&m_desk->inquirer, &Inquirer::healthTold, this, &Engine::healthTold);
    connect(&m_desk->inquirer, &Inquirer::auditTold, this, &Engine::auditTold);
    connect(&m_desk->inquirer, &Inquirer::reconciliationTold, this, &Engine::reconciliationTold);
    connect(&m_desk->inquirer, &Inquirer::accountTold, this, &Engine::accountTold);
    connect(&m_desk->inquirer, &Inquirer::guestDataTold, this, &Engine::guestDataTold);
    connect(&m_desk->inquirer, &Inquirer::passwordChanged, this, &Engine::rememberPassword);
    connect(&m_desk->session, &sync::Session::renewed, this, [this](const QByteArray &refreshToken) {
        m_secrets.refreshToken = refreshToken.toStdString();
        m_notes.erase("sign-in-again");
        emit secretsChanged(m_secrets);
    });
    connect(&m_desk->line, &sync::Line::gaveUp, this, [this](const Error &reason) {
        if (reason.code != "sign-in-again") // that is a note: the work goes on
            emit accessFailed(reason);
    });
    connect(m_desk->wire.get(), &sync::Wire::slownessChanged, this, &Engine::lineChanged);
    connect(&m_desk->session, &sync::Session::ended, this, [this] { noticed({"sign-in-again", {}}); });
    if (auto opened = m_desk->replica.open(); !opened)
        noticed(opened.error());
    emit entered(m_desk->entered);
    m_desk->picture.load();
    tellOutbox();
    lineChanged();
    return true;
}

void Engine::signOut(bool leaveWaiting)
{
    if (!m_desk)
        return;
    const auto waiting = std::ranges::count_if(m_intent->commands(), [this](const store::KeptCommand &kept) {
        return kept.account == m_desk->account && kept.state != store::KeptState::Applied;
    });
    if (waiting > 0 && !leaveWaiting) {
        emit accessFailed({"outbox-not-empty", {{"waiting", std::to_string(waiting)}}});
        return;
    }
    m_desk->session.signOut();
    auto wire = std::move(m_desk->wire);
    m_secrets.refreshToken.clear();
    emit secretsChanged(m_secrets);
    leave();
    retire(std::move(wire));
    auto nothing = std::make_shared<models::ChangeSet>();
    nothing->isReset = true;
    emit changed(std::move(nothing));
    tellLink(); // before the empty outbox, which is not one whose commands are done
    emit outboxTold(std::make_shared<const models::Outbox>());
    emit left();
}

void Engine::rememberPassword(const std::string &password)
{
    const store::LastSignIn who{m_secrets.server, m_secrets.user};
    for (const store::DataKey &key : m_secrets.keys) {
        const auto profile = m_intent->profile(who, key);
        if (!profile)
            continue; // somebody else's
        if (const auto kept = m_intent->remember(who, password, key, *profile); !kept)
            noticed(kept.error());
    }
}

void Engine::leave()
{
    m_watched = {};
    if (!m_desk)
        return;
    m_desk.reset();
    for (const char *ofTheSession : {"sign-in-again", "offline-reason", "backend-restored", "clock-skew"})
        m_notes.erase(ofTheSession);
}

void Engine::retire(std::unique_ptr<sync::Wire> wire)
{
    // It is still telling the backend that the session is over.
    sync::Wire *last = wire.release();
    last->setParent(this);
    QTimer::singleShot(m_options.timing.requestTimeout, last, &QObject::deleteLater);
}

void Engine::noteKeychain(bool isThere)
{
    if (isThere)
        m_notes.erase("keychain-missing");
    else
        m_notes.insert_or_assign("keychain-missing", Error{"keychain-missing", {}});
    lineChanged();
}

} // namespace deskbell::app
