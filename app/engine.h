// The inside of the data thread: owns both stores and the line, and is the one place where what the
// clerk asks, what the disk keeps and what the backend says meet. The UI thread calls its slots and
// hears its signals through the event queues only.
#pragma once

#include <QObject>
#include <QUrl>

#include <map>
#include <memory>
#include <optional>

#include "app/inquirer.h"
#include "app/picture.h"
#include "app/searcher.h"
#include "models/frontdesk.h"
#include "store/intentstore.h"
#include "sync/line.h"
#include "sync/linewatcher.h"

namespace deskbell::app {

struct EngineOptions
{
    QString dataDir;
    std::function<Instant()> clock;
    sync::SteadyClock steady;
    RandomBits random;
    sync::Timing timing;
};

/// The secrets that the keychain holds for this folder.
struct KeychainContent
{
    std::vector<store::DataKey> keys; ///< the first is the one in use
    std::string server;
    std::string user;
    std::string refreshToken;
};

struct Entered
{
    Actor actor;
    QString user;
    QString propertyName;
    QUrl server;
};

class Engine : public QObject, private sync::LineWatcher
{
    Q_OBJECT

public:
    explicit Engine(EngineOptions options);
    ~Engine() override;

    // Coming and going
    void open();
    /// `accepted`: the key of a backend that is not known here, which the person goes on with.
    void signIn(const QUrl &server, const QString &user, const QString &password,
                const KeychainContent &secrets, const std::optional<std::string> &accepted);
    void resume(const KeychainContent &secrets);
    void signOut(bool leaveWaiting);
    void noteKeychain(bool isThere);

    // The front desk
    void submit(const CommandId &id, const CommandArgs &args, const models::SubmitOptions &options);
    void undo(const CommandId &id);
    void withdraw(const CommandId &id);
    void dismissCard(const CommandId &id);
    void watch(const ReservationId &id);
    void search(const QString &text, quint64 ticket);
    void lookAt(const Window &dates);
    void askHealth();
    void askAudit(const models::AuditQuestion &question, quint64 ticket);
    void askReconciliation(Date day, quint64 ticket);
    void askAccount(const models::AccountRequest &request, quint64 ticket);
    void askGuestData(const ReservationId &reservation, quint64 ticket);
    void reconnectNow();
    void cancelFirstSync();
    void networkLost();

signals:
    void opened(const QUrl &lastServer, const QString &lastUser);
    void entered(const deskbell::app::Entered &who);
    void left();
    void accessFailed(const deskbell::Error &error);
    void secretsChanged(const deskbell::app::KeychainContent &secrets);

    void changed(std::shared_ptr<const deskbell::models::ChangeSet> changes);
    void linkTold(const deskbell::models::LinkState &link);
    void outboxTold(std::shared_ptr<const deskbell::models::Outbox> outbox);
    void submitted(const deskbell::CommandId &id, const std::optional<deskbell::Error> &refusal);
    /// Null: there is nothing to take back.
    void undoableTold(std::shared_ptr<const deskbell::CommandArgs> last);
    void watched(const std::optional<deskbell::models::ReservationDetail> &detail);
    void found(quint64 ticket, const std::vector<deskbell::models::StayRow> &rows);
    void healthTold(const deskbell::Expected<deskbell::models::BackendHealth> &health);
    void auditTold(quint64 ticket, const deskbell::Expected<deskbell::models::AuditPage> &page);
    void reconciliationTold(quint64 ticket,
                            const deskbell::Expected<deskbell::models::Reconciliation> &report);
    void accountTold(quint64 ticket,
                     const deskbell::Expected<std::vector<deskbell::models::DeskSession>> &sessions);
    void guestDataTold(quint64 ticket, const deskbell::Expected<deskbell::models::GuestData> &data);

private:
    struct Attempt;
    struct Desk;

    // engineaccess.cpp
    bool openIntent();
    sync::Introduction introduction(const Attempt &attempt, std::optional<store::BackendNumber> backend);
    Expected<std::vector<store::DataKey>> keysFor(store::BackendNumber backend,
                                                  const std::vector<store::DataKey> &keys) const;
    void takeGrant(const Attempt &attempt, const Expected<protocol::SessionGrant> &grant);
    void enterOffline(const Attempt &attempt, const Error &why);
    bool enter(const Attempt &attempt, const store::Profile &profile, std::vector<store::DataKey> keys);
    void leave();
    /// Who signs in here without a line does so by the new password.
    void rememberPassword(const std::string &password);
    void retire(std::unique_ptr<sync::Wire> wire);
    std::string stamp() const;
    DeviceId makeDevice() const;

    // LineWatcher
    void rowsTaken(const store::TakenRows &rows) override;
    void snapshotBegan(bool isFirst) override;
    void snapshotRow(protocol::Row &&row) override;
    void snapshotEnded(bool isTaken) override;
    void lineChanged() override;
    void outboxChanged() override;
    void noticed(const Error &note) override;

    // enginedesk.cpp
    /// Kept durably and told, or refused.
    bool keep(const CommandId &id, const CommandArgs &args, const models::SubmitOptions &options);
    void refuse(const CommandId &id, const Error &why);
    void tellUndoable();
    Command envelope(const CommandId &id, const CommandArgs &args, const models::SubmitOptions &options);
    void tellOutbox();
    void tellLink();
    void tellWatched();
    models::OutboxItem itemOf(const store::KeptCommand &kept);
    void afterStoreChange(const Expected<void> &done);
    void scheduleTelling();

    EngineOptions m_options;
    std::unique_ptr<store::IntentStore> m_intent;
    std::unique_ptr<sync::Wire> m_signInWire;
    std::unique_ptr<sync::Session> m_signInSession;
    std::unique_ptr<Desk> m_desk; ///< while somebody is signed in
    KeychainContent m_secrets;
    std::map<std::string, Error> m_notes;
    ReservationId m_watched{};
    bool m_haveCommandsChanged = false;
    bool m_isLinkOther = false;
    bool m_isWatchedOther = false; ///< told with the next change set
    bool m_isTellingDue = false;
};

} // namespace deskbell::app
