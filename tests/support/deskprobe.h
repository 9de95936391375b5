// A whole desk in a folder of its own, with what it told kept for the test to look at: a keychain in
// memory, a clock that begins at the demonstration's moment, and waits short enough for tests. Header
// only; for tests that link app/.
#pragma once

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <map>
#include <random>

#include "app/desk.h"
#include "app/keychain.h"
#include "support/backend/fakebackend.h"

namespace deskbell::testing {

class MemoryKeychain : public app::Keychain
{
public:
    void read(const QString &name, std::function<void(std::optional<QByteArray>)> done) override
    {
        done(!isLocked && secrets.contains(name) ? std::optional(secrets[name]) : std::nullopt);
    }
    void write(const QString &name, const QByteArray &secret, std::function<void(bool)> done) override
    {
        if (!isLocked)
            secrets[name] = secret;
        done(true); // as a locked keyring does
    }
    bool isLocked = false;
    QHash<QString, QByteArray> secrets;
};

inline sync::Timing shortTiming()
{
    using std::chrono::milliseconds;
    sync::Timing timing;
    timing.requestTimeout = milliseconds(400);
    timing.snapshotStall = milliseconds(400);
    timing.backoffFirst = milliseconds(5);
    timing.backoffMost = milliseconds(60);
    timing.liveSilence = milliseconds(500);
    timing.livePing = milliseconds(100);
    timing.reassureEvery = milliseconds(300);
    timing.pollEvery = milliseconds(100);
    timing.liveRetry = milliseconds(100);
    timing.slowAfter = milliseconds(100);
    return timing;
}

class DeskProbe
{
public:
    explicit DeskProbe(QString folder, sync::Timing waits = shortTiming())
        : dir(std::move(folder)), timing(waits)
    {
        elapsed.start();
    }

    void open(bool resumesSession = false)
    {
        app::DeskOptions options;
        options.dataDir = dir;
        options.clock = [this] {
            return demoNow() + std::chrono::milliseconds(elapsed.elapsed()) + clockOff.load();
        };
        options.random = [random = std::make_shared<std::mt19937_64>(seed)] { return (*random)(); };
        options.keychain = keychain;
        options.resumesSession = resumesSession;
        options.timing = timing;
        ++seed; // a restarted program does not make the same ids again
        desk = app::makeDesk(options);
        models::FrontDesk &front = desk->frontDesk();
        QObject::connect(&front, &models::FrontDesk::changed, &front,
                         [this](const models::ChangeSet &changes) {
                             if (changes.isReset) {
                                 rows.clear();
                                 ++resets;
                             }
                             for (const models::StayRow &row : changes.stays)
                                 rows[row.id] = row;
                             for (const ReservationId &id : changes.gone)
                                 rows.erase(id);
                             for (const Property &changed : changes.undated.of<Property>())
                                 property = changed;
                             isComplete = changes.isComplete;
                             ++changeSets;
                         });
        QObject::connect(
            &front, &models::FrontDesk::submitted, &front,
            [this](const CommandId &id, const std::optional<Error> &refusal) { answers[id] = refusal; });
        QObject::connect(&front, &models::FrontDesk::watched, &front,
                         [this](const std::optional<models::ReservationDetail> &seen) { detail = seen; });
        QObject::connect(&front, &models::FrontDesk::found, &front,
                         [this](quint64, const std::vector<models::StayRow> &hits) { found = hits; });
        QObject::connect(&front, &models::FrontDesk::linkChanged, &front, [this, &front] {
            mostExpected = std::max(mostExpected, front.link().rowsExpected);
        });
        QObject::connect(&desk->access(), &models::DeskAccess::failed, &front, [this](const Error &error) {
            accessError = error.code;
            accessFacts = error.facts;
        });
    }
    void close() { desk.reset(); }

    bool signIn(const QUrl &server, const QString &user = QStringLiteral("clerk"),
                const QString &password = QStringLiteral("right"))
    {
        accessError.clear();
        desk->access().signIn(server, user, password);
        return QTest::qWaitFor([this] { return desk->access().state().isSignedIn || !accessError.empty(); },
                               10000) &&
               accessError.empty();
    }
    bool waitOnline()
    {
        return QTest::qWaitFor([this] { return phase() == models::LinkPhase::Online && isComplete; }, 10000);
    }
    /// Kept or refused; the refusal's code, empty when kept.
    std::string ask(const CommandArgs &args, models::SubmitOptions options = {})
    {
        lastId = desk->frontDesk().submit(args, options);
        if (!QTest::qWaitFor([this] { return answers.contains(lastId); }, 10000))
            return "no-answer";
        return answers[lastId] ? answers[lastId]->code : std::string();
    }
    bool waitSettled()
    {
        return QTest::qWaitFor([this] { return desk->frontDesk().outbox().items.empty(); }, 10000);
    }
    bool waitCards(std::size_t count)
    {
        return QTest::qWaitFor([=, this] { return desk->frontDesk().outbox().cards.size() == count; }, 10000);
    }
    bool waitNote(const char *code)
    {
        return QTest::qWaitFor([=, this] { return hasNote(code); }, 10000);
    }
    bool hasNote(const std::string &code) const
    {
        const auto &notes = desk->frontDesk().link().notes;
        return std::any_of(notes.begin(), notes.end(), [&](const Error &note) { return note.code == code; });
    }
    models::LinkPhase phase() const { return desk->frontDesk().link().phase; }
    const models::Outbox &outbox() const { return desk->frontDesk().outbox(); }
    const std::optional<Window> &loaded() const { return desk->frontDesk().link().loaded; }
    /// The same reservations in the same states as the backend has, for the dates that are loaded.
    bool agreesWith(const FakeBackend &backend) const
    {
        auto truth = backend.hotel().reservations;
        if (loaded())
            std::erase_if(truth,
                          [this](const auto &entry) { return !isSeen(*loaded(), placeOf(entry.second)); });
        if (truth.size() != rows.size())
            return false;
        return std::all_of(truth.begin(), truth.end(), [&](const auto &entry) {
            const auto row = rows.find(entry.first);
            if (row == rows.end())
                return false;
            const Reservation &r = entry.second;
            return row->second.state == r.state && row->second.unit == r.unit.value_or(UnitId{}) &&
                   row->second.stay == r.stay && row->second.guest == r.guest.name &&
                   row->second.waiting == 0 && row->second.owed == owed(r).minor;
        });
    }
    bool waitAgrees(const FakeBackend &backend)
    {
        return QTest::qWaitFor([&] { return agreesWith(backend); }, 10000);
    }

    QString dir;
    sync::Timing timing;
    QElapsedTimer elapsed;
    std::atomic<std::chrono::milliseconds> clockOff{std::chrono::milliseconds(0)}; ///< put wrong, or right
    std::uint64_t seed = std::random_device()();
    std::shared_ptr<MemoryKeychain> keychain = std::make_shared<MemoryKeychain>();
    std::unique_ptr<app::Desk> desk;
    std::map<ReservationId, models::StayRow> rows;
    std::map<CommandId, std::optional<Error>> answers;
    std::optional<models::ReservationDetail> detail;
    std::optional<std::vector<models::StayRow>> found;
    Property property;
    std::string accessError;
    Facts accessFacts;
    CommandId lastId{};
    bool isComplete = false;
    int resets = 0;
    int changeSets = 0;
    std::int64_t mostExpected = 0; ///< rows announced by a first sync
};

} // namespace deskbell::testing
