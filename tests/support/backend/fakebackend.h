#pragma once

// A backend in memory behind real sockets, for the tests of the desk's line: FakeTruth behind the
// calls and live lines of the real one, with faults that a test switches on.
// Lives in the test's thread; a desk talks to it over loopback as it would to the real one.

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>
#include <map>
#include <vector>

#include "protocol/session.h"
#include "support/backend/faketruth.h"

class QTcpSocket;

namespace deskbell::testing {

enum class Fault {
    Hang,             ///< nothing is ever answered
    CloseBefore,      ///< the line closes; nothing was done
    CloseAfter,       ///< it was done; the line closes without an answer
    CutAnswer,        ///< half of the answer, then the line closes
    Unavailable,      ///< 503
    UnavailableAfter, ///< it was done, and 502 says otherwise
    BadRequest,       ///< 400, nothing was done
};

/// What somebody between desk and backend answers in the backend's place.
struct Stranger
{
    int status = 200;
    QByteArray type = "text/html";
    QByteArray body = "<html><body>Sign in to this Wi-Fi</body></html>";
    QByteArray more = {}; ///< header lines
};

class FakeBackend : public QObject
{
    Q_OBJECT

public:
    explicit FakeBackend(DemoHotel hotel);
    ~FakeBackend() override;

    QUrl url() const;
    /// The line goes down for everyone and comes back, at the same address.
    void goDown();
    void comeUp();

    /// What becomes of a batch in which a command holds the text `poison`; empty: nothing is poisoned.
    enum class Stomach {
        RefusesIt,   ///< that command cannot be read; the others are carried out
        RefusesAll,  ///< 400 for the batch
        Stumbles,    ///< 500 for the batch
        SaysNonsense ///< carries all out; nobody can read the answer
    };
    Stomach stomach = Stomach::RefusesIt;
    std::string poison;
    /// The next `times` requests whose method and path contain `what` meet the fault.
    void fail(const QString &what, Fault fault, int times = 1);
    /// The same, and somebody else answers: before the backend has seen it, or after it was done.
    void interpose(const QString &what, const Stranger &stranger, int times = 1, bool isDone = false);
    void clearFaults() { m_faults.clear(); }
    int requests(const QString &what) const;
    int effects(const CommandId &id) const { return m_effects.value(toString(id).c_str()); }

    // What is true here
    const DemoHotel &hotel() const { return m_truth.hotel; }
    std::uint64_t seq() const { return m_truth.seq; }
    protocol::Digest digest(const std::optional<Window> &window = {}) const { return m_truth.digest(window); }
    /// Someone else does this; true when the rules allow it.
    bool happen(const CommandArgs &args, Role role = Role::Admin);

    // Live lines
    int liveLines() const;
    bool isLiveMute = false;     ///< new live lines shake hands and then say nothing, not even pong
    bool isTellingInline = true; ///< else only ticks
    bool isDroppingLive = false; ///< changes are committed and nobody is told
    void tellTick();             ///< the clock as it stands, to all

    // Who it is, and who its desks are
    /// From now on it shows this identity, and knows devices by their keys; 0: as before there were any.
    void showIdentity(int number);
    std::map<DeviceId, std::string> deviceKeys; ///< shown last
    std::map<DeviceId, std::uint64_t> marks;    ///< of what is settled at the desk
    bool isForgettingDevices = false;           ///< lets every device in

    // Histories
    FakeTruth backup() const { return m_truth; }
    void restore(FakeTruth truth); ///< under a new epoch
    void forget(const CommandId &id) { m_truth.answers.erase(id); }
    std::optional<bool> knowsCursor; ///< what it says of any; none: it knows nothing of such questions
    void forgetHistory() { m_truth.lowest = m_truth.seq; }

    // Sessions
    int accessSeconds = 900;
    void endAccessTokens() { m_access.clear(); }
    void endSessions();
    /// As if put back to the moment before the last renewal; the tokens given since are nobody's.
    void forgetRenewal();
    /// Desks get a window of dates, as from the real one; else all there is.
    bool isShowingWindows = false;
    /// Runs once, when a snapshot of given dates has been answered: what happens meanwhile.
    std::function<void()> afterSlice;
    std::string snapshotDigestLie; ///< instead of the reservations' digest
    Instant serverTime{};

private:
    struct Request
    {
        QByteArray method;
        QString path;
        QByteArray query;
        QByteArray bearer;
        QByteArray body;
    };
    struct Answer
    {
        int status = 200;
        QByteArray body;
        QByteArray type = "application/json";
        int rows = 0; ///< announced
        QByteArray more = {};
    };
    void accept();
    void read(QTcpSocket *socket);
    void serve(QTcpSocket *socket, const Request &request);
    Answer answer(const Request &request);
    Answer signIn(const Request &request);
    Answer refresh(const Request &request);
    Answer grant(Role role, const std::string &name);
    std::optional<protocol::BackendProof> proofFor(const QByteArray &query) const;
    bool letsIn(const DeviceId &device, const std::optional<protocol::DeviceKey> &key);
    Answer snapshot(const Request &request);
    Answer changes(const Request &request) const;
    Answer commands(const Request &request);
    void commit(protocol::Transaction transaction);
    void acceptLive();
    void tell(QWebSocket *line, const protocol::Transaction &transaction);
    void shakeHandsAndSleep(QTcpSocket *socket, const QByteArray &head);
    static Answer problem(int status, const char *code);

    struct LiveState
    {
        bool isKnown = false;
        bool isResumed = false;
        std::uint64_t seq = 0;
        Window window;
    };
    struct PlannedFault
    {
        QString what;
        Fault fault;
        int times;
        std::optional<Stranger> stranger = {};
    };
    std::optional<PlannedFault> faultOf(const QString &line);

    QTcpServer m_server;
    quint16 m_port = 0;
    QWebSocketServer m_live;
    QHash<QTcpSocket *, QByteArray> m_inbox;
    QHash<QWebSocket *, LiveState> m_lines;
    FakeTruth m_truth;
    std::vector<PlannedFault> m_faults;
    std::vector<QString> m_seen;
    QHash<QString, int> m_effects;
    std::map<QByteArray, std::pair<Role, std::string>> m_access;
    std::map<QByteArray, std::pair<Role, std::string>> m_refresh;
    QByteArray m_spent;     ///< the last that was renewed; good again until its successor has been used
    QByteArray m_successor; ///< of that one
    int m_tokens = 0;
    int m_identity = 0;
};

} // namespace deskbell::testing
