// This desk's copy of the property: cache.db, and the one beside it while a snapshot comes in. A copy
// that is damaged, of another property or of another key is dropped and fetched again; nothing is
// lost with it. Owned by the engine; data thread.
#pragma once

#include <QString>

#include <memory>
#include <span>

#include "protocol/changes.h"
#include "store/cachestore.h"
#include "sync/linewatcher.h"

namespace deskbell::sync {

class Replica
{
public:
    Replica(QString path, const store::DataKey &key, std::string server, PropertyId property,
            LineWatcher &watcher);

    /// Opens what is there. A damaged file is removed and noticed; after that, and where nothing or a
    /// stranger's copy is there, isFilled() is false. Errors: the disk's.
    Expected<void> open();
    bool isFilled() const { return m_store != nullptr; }
    store::CacheStore *cache() { return m_store.get(); }
    const store::CacheState &state() const { return m_state; }
    /// The property's, as last applied.
    const std::optional<Date> &businessDate() const { return m_businessDate; }

    /// Whole transactions and the cursor after them. A damaged file is dropped: then isFilled() is
    /// false afterwards and the error "store-damaged".
    Expected<void> apply(std::span<const protocol::Transaction> transactions, const std::string &cursor,
                         std::uint64_t seq);
    /// One step of the window of dates; see CacheStore::moveWindow().
    Expected<void> moveWindow(const Window &window, std::span<const protocol::Row> rows,
                              std::span<const protocol::Transaction> transactions, const std::string &cursor,
                              std::uint64_t seq);
    /// Someone found the file damaged while reading.
    void drop();

    Expected<void> beginSnapshot(const Uuid &epoch);
    Expected<void> addRow(protocol::Row &&row);
    Expected<void> finishSnapshot(const protocol::SnapshotEnd &end);
    void giveUpSnapshot();

private:
    Expected<void> adopt(std::unique_ptr<store::CacheStore> store);
    Expected<void> take(Expected<store::TakenRows> taken);

    QString m_path;
    store::DataKey m_key;
    std::string m_server;
    PropertyId m_property;
    LineWatcher &m_watcher;
    std::unique_ptr<store::CacheStore> m_store;
    std::unique_ptr<store::CacheBuilder> m_builder;
    store::CacheState m_state;
    std::optional<Date> m_businessDate;
};

} // namespace deskbell::sync
