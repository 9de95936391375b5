#pragma once

// The daily reconciliation: reads every property's ledger and the provider's list of the day, looks up the
// payments on which the two differ, several at once, and stores a report for every property. Its own
// thread makes the report of each day once it is over, late if necessary; an operator can request any day.
// Owned by the daemon.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <set>
#include <thread>

#include "server/log/log.h"
#include "server/storage/storage.h"
#include "server/workers/payment/reconcile.h"

namespace deskbell::server {

class Reconciler
{
public:
    struct Settings
    {
        std::chrono::minutes lookEvery{10}; ///< whether a report is missing
        /// After the provider's midnight, so that what was under way then has come to rest.
        std::chrono::minutes afterMidnight{30};
        /// So many days before yesterday are made up for, when this process or the provider was away.
        Days catchUp{6};
        /// The provider takes charges at the same time.
        std::size_t lookUpsAtOnce = 4;
    };

    Reconciler(Settings settings, Storage &storage, ProviderBooks &books, std::function<Instant()> now,
               const Log &log);
    ~Reconciler(); ///< stops
    Reconciler(const Reconciler &) = delete;
    Reconciler &operator=(const Reconciler &) = delete;

    void start();
    void stop();

    /// Makes and keeps the reports of a day, one for each property. Waits for the provider. Errors:
    /// "provider-not-answering", "provider-not-understood", "storage-…"; nothing is kept then.
    Expected<std::vector<protocol::Reconciliation>> make(Date day);
    /// Yesterday's, and those that were missed since the first one lately, unless they are there or it is
    /// too early. Error: as make(), and the rest waits for the next time.
    Expected<void> makeWhatIsDue();
    /// The day before today, at the provider.
    Date yesterday() const;

private:
    struct Books;
    struct Known;
    /// Made under a clock that was ahead: the day may not have been over.
    bool isAhead(const std::string &report) const;
    /// Oldest first.
    Expected<std::set<Date>> daysMissing(Date last);
    Expected<void> readLedger(const PropertyId &property, Date day, Books &books);
    /// What moved at the provider, as far as its list of the day tells.
    Expected<void> readList(Date day, Books &books);
    /// Whatever the ledger and the list do not agree about.
    Expected<void> lookUp(Books &books);
    Expected<void> compareOne(const Known &known, protocol::Reconciliation &report);
    Expected<std::optional<LedgerPayment>> again(const LedgerPayment &ledger);
    void run();

    const Settings m_settings;
    Storage &m_storage;
    ProviderBooks &m_books;
    const std::function<Instant()> m_now;
    const Log &m_log;
    std::mutex m_making; ///< one at a time
    std::mutex m_mutex;
    std::condition_variable m_stopped;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace deskbell::server
