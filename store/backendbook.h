// Which backends this desk has worked with, and as which device it is known to each: what ties an outbox
// and its keys to a backend and not to an address (docs/adr/0165, 0167). Part of intent.db; owned by its
// IntentStore. Data thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/uuid.h"
#include "store/database.h"

namespace deskbell::store {

using BackendNumber = std::int64_t;
inline constexpr BackendNumber firstBackend = 1;

struct KnownBackend
{
    BackendNumber number = firstBackend;
    std::string key;    ///< by which it proves itself; empty: it has proven none
    std::string server; ///< where it was last signed in at; empty: nobody has been there
    DeviceId device{};
    std::string formerKey; ///< the device's, confirmed by the backend
    std::string nextKey;   ///< and the one to be shown next
};

class BackendBook
{
public:
    explicit BackendBook(const Database &database) : m_database(database) {}

    Expected<std::vector<KnownBackend>> all() const;
    Expected<KnownBackend> known(BackendNumber number) const;
    Expected<KnownBackend> add(std::string_view key, std::string_view server, const DeviceId &device);
    /// It is found at this address and has proven this key.
    Expected<void> meet(BackendNumber number, std::string_view key, std::string_view server);
    /// The backend has seen the key that was to be shown next.
    Expected<void> confirmKey(BackendNumber number);
    /// The desk is another device from now on: nothing of the former one's numbers and keys holds.
    Expected<void> renewDevice(BackendNumber number, const DeviceId &device);
    /// A key for this start of the program, at each backend that has confirmed the one before.
    Expected<void> makeKeys();
    /// They are one and the same: what is kept of the former is of the other one from now on, and the former is
    /// at no address any more. May be repeated.
    Expected<void> merge(BackendNumber former, BackendNumber number);
    /// Commands of that backend that are not known to be carried out.
    Expected<std::int64_t> waiting(BackendNumber number) const;
    /// Commands of it that a person has to decide about.
    Expected<std::int64_t> cards(BackendNumber number) const;

private:
    Expected<std::int64_t> count(const char *sql, BackendNumber number) const;
    Expected<std::vector<KnownBackend>> read(Statement &rows) const;

    const Database &m_database;
};

} // namespace deskbell::store
