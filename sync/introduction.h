// The mutual authentication of desk and backend before anything else is exchanged: the backend proves
// that it is the one that the outbox and its keys belong to; the desk proves that it is a known device
// (docs/adr/0165, 0167). Owned by a Session; data thread.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "protocol/session.h"
#include "store/backendbook.h"
#include "sync/wire.h"

namespace deskbell::sync {

class Introduction
{
public:
    struct Parts
    {
        store::BackendBook &book;
        std::string server;
        std::function<DeviceId()> makeDevice;
        /// The one that it must be; none: whichever of those that are known it turns out to be.
        std::optional<store::BackendNumber> backend = std::nullopt;
        /// The key of one that is not known, which a person has said to go on with.
        std::optional<std::string> accepted = std::nullopt;
    };
    explicit Introduction(Parts parts) : m_parts(std::move(parts)) {}

    /// The backend has shown who it is, since the last doubt.
    bool isMade() const { return m_isMade; }
    void doubt() { m_isMade = false; }
    QString question();
    /// Errors: "other-backend" (facts: server, known, waiting, key), "backend-unproven", "store-…", and what
    /// Reply says of an answer that is no backend's.
    Expected<void> take(const Reply &answer);

    /// Of the backend that has shown itself.
    store::BackendNumber backend() const { return m_known.number; }
    const DeviceId &device() const { return m_known.device; }
    /// None for a backend that does not know of keys.
    std::optional<protocol::DeviceKey> deviceKey() const;
    /// It has let the desk in.
    Expected<void> granted();
    /// The device is taken, or its numbers are spent: the desk is another one from now on.
    Expected<void> renewDevice();

private:
    Expected<store::KnownBackend> recognise();
    Expected<store::KnownBackend> unknown(const std::vector<store::KnownBackend> &all) const;

    Parts m_parts;
    std::string m_challenge;
    std::string m_key; ///< shown by the backend; empty: it has none
    store::KnownBackend m_known;
    bool m_isMade = false;
};

} // namespace deskbell::sync
