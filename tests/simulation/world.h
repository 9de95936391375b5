#pragma once

// A hotel with several desks under a schedule of faults that follows from a seed: the real desks (their
// stores, their line, their overlay) in this process, the real deskbelld over loopback, and between them
// a network that refuses, swallows, delays, cuts and loses answers. Desks are restarted, the backend is
// killed, also between its commit and its answer. A round works, breaks, heals and is checked. The seed
// fixes what is done and what breaks; how the threads and processes run in between it does not
// (docs/adr/0082). Owned by the test or the soak; UI thread.

#include <QTemporaryDir>

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "e2e/support/town.h"
#include "simulation/checker.h"

namespace deskbell::simulation {

/// A bug put in on purpose, to see that it is found.
enum class Sabotage {
    None,
    FreshIdOnRetry, ///< what was not answered is sent again under a new id
    ForgetOutbox,   ///< a desk that is restarted has lost what waited
};

struct Options
{
    std::uint64_t seed = 1;
    int desks = 3;
    int steps = 25; ///< in a round
    Sabotage sabotage = Sabotage::None;
};

struct Tally
{
    int rounds = 0;
    int kept = 0;
    int applied = 0;
    int refused = 0;
    int faults = 0;
};

class World
{
public:
    explicit World(const Options &options);

    /// False when the programs could not be started; why() says so.
    bool build();
    QString why() { return m_town.house().why(); }
    /// Works, breaks, heals. What was found wrong afterwards, one line each.
    std::vector<std::string> round();
    const Tally &tally() const { return m_tally; }

private:
    struct Desk
    {
        e2e::Town::DeskSite *site;
        const char *user;
    };
    int below(int bound) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(bound)); }
    e2e::Front &front(int desk) { return *m_desks[static_cast<std::size_t>(desk)].site->front; }
    e2e::Proxy &line(int desk) { return *m_desks[static_cast<std::size_t>(desk)].site->line; }

    void step();
    void work(int desk);
    std::optional<CommandArgs> wish(int desk);
    void submit(int desk, const CommandArgs &args);
    void breakSomething();
    void restart(int desk);
    void killBackend();
    void sendAgainUnderFreshIds();
    /// A line for each desk that did not come to rest in time.
    std::vector<std::string> heal();
    Fate fateOf(const KeptCommand &kept);
    std::vector<std::string> check();

    Options m_options;
    std::mt19937_64 m_random;
    e2e::Town m_town;
    std::vector<Desk> m_desks;
    std::unique_ptr<e2e::BackendView> m_view;
    e2e::Truth m_before;
    std::vector<ReservationId> m_known; ///< worked on by all desks at once
    std::vector<KeptCommand> m_kept;
    std::vector<CommandArgs> m_unanswered; ///< for the sabotage
    Tally m_tally;
    int m_texts = 0;
};

} // namespace deskbell::simulation
