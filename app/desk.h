#pragma once

// One desk, whole: the two ports that the screens know, over a data thread that owns the databases
// and the network. main() makes one and shows windows over it; end-to-end tests make several, each
// in a folder of its own. Lives in the UI thread; its destructor waits until the data thread has
// ended, which leaves every kept command on disk.

#include <QString>

#include <functional>
#include <memory>

#include "domain/uuid.h"
#include "models/deskaccess.h"
#include "models/frontdesk.h"
#include "sync/timing.h"

namespace deskbell::app {

class Keychain;

struct DeskOptions
{
    /// Holds intent.db and cache.db; made when it is not there.
    QString dataDir;
    /// The system's clocks and random numbers unless given.
    std::function<Instant()> clock;
    sync::SteadyClock steady;
    RandomBits random;
    /// The system's keychain unless given (see keychain.h); tests hand in one in memory.
    std::shared_ptr<Keychain> keychain;
    /// Takes up the session that the keychain holds as soon as the event loop runs. Without one,
    /// DeskAccess waits for signIn().
    bool resumesSession = true;
    sync::Timing timing;
};

class Desk
{
public:
    virtual ~Desk() = default;
    virtual models::FrontDesk &frontDesk() = 0;
    virtual models::DeskAccess &access() = 0;
};

/// Never fails: what is wrong with the folder or its files reaches the person as LinkState::notes
/// and as DeskAccess::failed.
std::unique_ptr<Desk> makeDesk(DeskOptions options);

} // namespace deskbell::app
