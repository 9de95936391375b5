#include "sync/replica.h"

namespace deskbell::sync {

namespace {

const QString besideSuffix = QStringLiteral(".next");

bool isWorthless(const Error &error)
{
    return error.code == store::failurecode::damaged || error.code == "cache-foreign";
}

} // namespace

Replica::Replica(QString path, const store::DataKey &key, std::string server, PropertyId property,
                 LineWatcher &watcher)
    : m_path(std::move(path)), m_key(key), m_server(std::move(server)), m_property(property),
      m_watcher(watcher)
{
}

Expected<void> Replica::open()
{
    m_store.reset();
    m_state = {};
    store::removeDatabase(m_path + besideSuffix); // of a download that a crash cut off
    auto opened = store::CacheStore::open(m_path, m_key);
    if (opened) {
        const store::CacheState &found = (*opened)->state();
        if (found.server != m_server || found.property != m_property)
            return {};
        const Expected<void> adopted = adopt(std::move(*opened));
        if (!adopted && isWorthless(adopted.error())) {
            drop();
            return {};
        }
        return adopted;
    }
    if (isWorthless(opened.error())) {
        store::removeDatabase(m_path);
        if (opened.error().code == store::failurecode::damaged)
            m_watcher.noticed({"cache-rebuilt", {}});
        return {};
    }
    if (opened.error().code == "cache-missing")
        return {};
    return tl::unexpected(opened.error());
}

Expected<void> Replica::adopt(std::unique_ptr<store::CacheStore> store)
{
    const auto property = store->property();
    if (!property)
        return tl::unexpected(property.error());
    m_businessDate = *property ? std::optional((*property)->businessDate) : std::nullopt;
    m_store = std::move(store);
    m_state = m_store->state();
    return {};
}

Expected<void> Replica::apply(std::span<const protocol::Transaction> transactions, const std::string &cursor,
                              std::uint64_t seq)
{
    if (!m_store)
        return failure("cache-missing");
    return take(m_store->apply(transactions, cursor, seq));
}

Expected<void> Replica::moveWindow(const Window &window, std::span<const protocol::Row> rows,
                                   std::span<const protocol::Transaction> transactions,
                                   const std::string &cursor, std::uint64_t seq)
{
    if (!m_store)
        return failure("cache-missing");
    return take(m_store->moveWindow(window, rows, transactions, cursor, seq));
}

Expected<void> Replica::take(Expected<store::TakenRows> taken)
{
    if (!taken) {
        if (isWorthless(taken.error()))
            drop();
        return tl::unexpected(taken.error());
    }
    m_state = m_store->state();
    for (const Property &property : taken->undated.of<Property>())
        m_businessDate = property.businessDate;
    m_watcher.rowsTaken(*taken);
    return {};
}

void Replica::drop()
{
    m_store.reset();
    m_state = {};
    store::removeDatabase(m_path);
    m_watcher.noticed({"cache-rebuilt", {}});
}

Expected<void> Replica::beginSnapshot(const Uuid &epoch)
{
    auto builder = store::CacheBuilder::create(m_path + besideSuffix, m_key, m_server, m_property, epoch);
    if (!builder)
        return tl::unexpected(builder.error());
    m_builder = std::move(*builder);
    m_watcher.snapshotBegan(!isFilled());
    return {};
}

Expected<void> Replica::addRow(protocol::Row &&row)
{
    if (auto added = m_builder->add(row); !added)
        return added;
    m_watcher.snapshotRow(std::move(row));
    return {};
}

Expected<void> Replica::finishSnapshot(const protocol::SnapshotEnd &end)
{
    if (auto finished = m_builder->finish(end); !finished) {
        giveUpSnapshot();
        return finished;
    }
    m_builder.reset();
    m_store.reset(); // closed before it is replaced
    Expected<void> taken = store::CacheBuilder::swapIn(m_path + besideSuffix, m_path);
    auto opened = store::CacheStore::open(m_path, m_key);
    const Expected<void> adopted = opened ? adopt(std::move(*opened)) : tl::unexpected(opened.error());
    if (!adopted && taken)
        taken = adopted;
    m_watcher.snapshotEnded(taken.has_value());
    return taken;
}

void Replica::giveUpSnapshot()
{
    if (!m_builder)
        return;
    m_builder.reset();
    m_watcher.snapshotEnded(false);
}

} // namespace deskbell::sync
