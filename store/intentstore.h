// intent.db: what only this desk knows. A command is in it before its first byte leaves and before
// the clerk is told that it is kept; it stays until it is applied, refused or withdrawn. Every
// function that changes something is one commit that survives a power cut. What it holds for the
// property entered is also in memory, the same after each commit. Owned and used by the data thread.
#pragma once

#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "domain/command.h"
#include "domain/role.h"
#include "store/backendbook.h"
#include "store/database.h"
#include "store/sealing.h"

namespace deskbell::store {

enum class KeptState {
    Waiting, ///< never sent
    Sent,    ///< sent at least once; the answer is not known
    Applied, ///< the backend did it at receiptSeq; the change itself has not come yet
};

struct KeptCommand
{
    Command command;
    AccountId account{};
    KeptState state = KeptState::Waiting;
    int attempts = 0;
    std::uint64_t receiptSeq = 0;
    Uuid epoch; ///< whose receiptSeq it is
};

/// Refused, or parked behind one that was: waits for a person.
struct Card
{
    Command command;
    AccountId account{};
    Error error;
    std::optional<Reservation> current;
    Instant at{};
    bool isParked = false;
};

struct Receipt
{
    Command command;
    AccountId account{};
    Uuid epoch;
    std::uint64_t seq = 0;
};

/// Who has signed in at this desk before.
struct Profile
{
    Actor actor;
    PropertyId property{};
    std::string propertyName;
    BackendNumber backend = firstBackend; ///< where it is theirs
};

struct LastSignIn
{
    std::string server;
    std::string user;
};

class IntentStore
{
public:
    struct Opened;
    ~IntentStore();
    /// A damaged file is kept aside under a name with `stamp` and a new one begun. `device` names the
    /// desk in a new file. Errors: "newer-file", "store-not-writable", "disk-full", "store-failed".
    static Expected<Opened> open(const QString &path, const DeviceId &device, std::string_view stamp);

    BackendBook &backends() { return m_backends; }
    const QString &path() const { return m_database->path(); }

    LastSignIn lastSignIn() const;
    /// Keeps who signed in and the data key under their password.
    Expected<void> remember(const LastSignIn &who, std::string_view password, const DataKey &key,
                            const Profile &profile, WrapCost cost = {});
    struct Known
    {
        Profile profile;
        std::vector<DataKey> keys;
    };
    /// At one backend, or at the one where they were last. Error "bad-credentials", also for someone who
    /// has never signed in here.
    Expected<Known> recall(const LastSignIn &who, std::string_view password,
                           std::optional<BackendNumber> at = {}) const;
    Expected<Profile> profile(const LastSignIn &who, const DataKey &key) const;

    /// Whether this key is what another backend's people and commands are sealed with.
    Expected<bool> isOfAnother(const DataKey &key, BackendNumber backend) const;

    /// Seals with `key` from now on; opens what any of `others` sealed.
    void unlock(const DataKey &key, std::span<const DataKey> others);
    /// Loads what is kept for a property of a backend. Ids of rows that cannot be read any more are in
    /// `unreadable`.
    Expected<void> enter(const PropertyId &property, std::vector<CommandId> &unreadable,
                         BackendNumber backend = firstBackend);
    /// Removes rows that cannot be read, after a copy of the whole file has been put aside.
    Expected<QString> dropUnreadable(std::span<const CommandId> ids, std::string_view stamp);

    const std::vector<KeptCommand> &commands() const { return m_commands; } ///< in the order of n
    const std::vector<Card> &cards() const { return m_cards; }              ///< oldest first
    const KeptCommand *find(const CommandId &id) const;
    /// Every command of this desk with a smaller n is settled, whoever's and wherever.
    Expected<std::uint64_t> settledBelow() const;

    /// Gives the command its n and keeps it; closes the card it supersedes.
    Expected<void> keep(Command command, const AccountId &account);
    /// The backend counts numbers below `mark` as settled: all that is kept is numbered anew from there on.
    Expected<void> raiseNumbers(std::uint64_t mark);
    /// Before the first byte leaves.
    Expected<void> markSent(std::span<const CommandId> ids);
    struct AppliedAt
    {
        CommandId id{};
        std::uint64_t seq = 0;
    };
    Expected<void> markApplied(std::span<const AppliedAt> applied, const Uuid &epoch, Instant now);
    /// The change has come: what was applied at or before `seq` of this epoch is settled. Those that were.
    Expected<std::vector<CommandId>> settle(std::uint64_t seq, const Uuid &epoch);
    /// Its card and those of `parked` (error "parked"), in one commit.
    Expected<void> refuse(const CommandId &id, const Error &error, const std::optional<Reservation> &current,
                          std::span<const CommandId> parked, Instant now);
    /// False when it was sent already.
    Expected<bool> withdraw(const CommandId &id);
    Expected<void> dismiss(const CommandId &id);

    /// Receipts of other epochs, and of this one beyond `seq`, newest first, and what to do with each: the
    /// backend still has it, or a person is asked.
    Expected<std::vector<Receipt>> receiptsBeyond(const Uuid &epoch, std::uint64_t seq, int limit) const;
    Expected<void> confirmReceipts(const Uuid &formerEpoch, std::uint64_t upToSeq, const Uuid &epoch);
    Expected<void> questionReceipt(const Receipt &receipt, const Error &error, Instant now);
    /// What the backend itself has forgotten by now.
    Expected<void> pruneReceipts(Instant before);

private:
    explicit IntentStore(std::unique_ptr<Database> database)
        : m_database(std::move(database)), m_backends(*m_database)
    {
    }
    static Expected<std::unique_ptr<IntentStore>> openSound(const QString &path);
    static Expected<void> begin(const QString &path, const DeviceId &device);
    Expected<void> loadCommands(std::vector<CommandId> &unreadable);
    Expected<void> loadCards(std::vector<CommandId> &unreadable);
    Expected<std::string> openText(std::int64_t keyId, Bytes sealed, const Uuid &id) const;
    bool hasKey(std::int64_t keyId) const { return m_sealers.contains(keyId); }
    Sealer &sealer() { return m_sealers.at(m_keyId); }
    Expected<void> writeCard(const Card &card);
    KeptCommand *findKept(const CommandId &id);
    std::optional<std::string> metaText(std::string_view name) const;

    std::unique_ptr<Database> m_database;
    BackendBook m_backends;
    BackendNumber m_backend = firstBackend;
    PropertyId m_property{};
    std::int64_t m_keyId = 0;
    std::map<std::int64_t, Sealer> m_sealers;
    std::vector<KeptCommand> m_commands;
    std::vector<Card> m_cards;
};

struct IntentStore::Opened
{
    std::unique_ptr<IntentStore> store;
    /// Where the damaged file went, if it was.
    std::optional<QString> setAside;
};

} // namespace deskbell::store
