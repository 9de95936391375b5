#include "server/daemon/retention.h"

#include <algorithm>
#include <future>

#include "server/gateway/turns.h"

namespace deskbell::server {
namespace {

/// Other commands come in between.
constexpr std::size_t atATime = 100;
constexpr std::chrono::hours every{1};

} // namespace

Retention::Retention(Storage &storage, Days keep, Surroundings surroundings, const Log &log)
    : m_storage(storage), m_keep(keep), m_surroundings(std::move(surroundings)), m_log(log)
{
}

void Retention::run(const std::function<bool()> &isStopping)
{
    if (m_keep == Days::zero())
        return;
    const auto turn = m_storage.takeTurns({Turns{keyOf({"retention"}), 1, every}}, m_surroundings.now());
    if (!turn || *turn) // another process is at it
        return;
    const auto properties = m_storage.properties();
    for (const protocol::PropertyRef &property : properties.value_or(std::vector<protocol::PropertyRef>())) {
        const auto house = m_storage.house(property.id);
        std::size_t total = 0;
        while (house && !isStopping()) {
            const auto old =
                m_storage.guestsBefore(property.id, house->property.businessDate - m_keep, atATime);
            const auto erased = old ? erase(property.id, *old) : tl::unexpected(old.error());
            if (!erased)
                m_log.warning("guests-not-erased", {{"code", erased.error().code}});
            if (!erased || *erased == 0)
                break;
            total += *erased;
        }
        if (total > 0)
            m_log.info("guests-erased",
                       {{"property", toString(property.id)}, {"reservations", std::to_string(total)}});
    }
}

Expected<std::size_t> Retention::erase(const PropertyId &property,
                                       const std::vector<ReservationId> &reservations)
{
    if (reservations.empty())
        return std::size_t{0};
    CommandRequest request{property, Actor{{}, "retention", Role::System}, {}, {}};
    for (const ReservationId &reservation : reservations) {
        Command &command = request.batch.commands.emplace_back();
        command.id = CommandId{makeUuidV7(m_surroundings.now(), m_surroundings.random)};
        command.args = EraseGuest{reservation};
        command.lane = laneOf(command.args);
        command.madeAt = m_surroundings.now();
        command.actor = request.actor.name;
    }
    const auto promise = std::make_shared<std::promise<Expected<std::vector<protocol::CommandResult>>>>();
    auto answered = promise->get_future();
    m_storage.submit(std::move(request), [promise](auto results) { promise->set_value(std::move(results)); });
    return answered.get().map([](const std::vector<protocol::CommandResult> &results) {
        return static_cast<std::size_t>(
            std::count_if(results.begin(), results.end(), [](const protocol::CommandResult &result) {
                return std::holds_alternative<protocol::Applied>(result.outcome);
            }));
    });
}

} // namespace deskbell::server
