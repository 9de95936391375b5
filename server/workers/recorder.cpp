#include "server/workers/recorder.h"

#include <future>
#include <memory>

namespace deskbell::server {

Recorder::Recorder(std::string actor, Storage &storage, WorkerSurroundings surroundings, const Log &log)
    : m_actor(std::move(actor)), m_storage(storage), m_surroundings(std::move(surroundings)), m_log(log)
{
}

Instant Recorder::nextTry(const WorkItem &item, const Backoff &backoff) const
{
    return now() + backoff.after(item.attempts, m_surroundings.unitRandom());
}

Expected<std::optional<Reservation>> Recorder::reservationOf(const WorkItem &item) const
{
    auto found = m_storage.reservation(item.property, item.reservation);
    if (!found)
        m_log.error("work-unreadable",
                    {{"reservation", toString(item.reservation)}, {"code", found.error().code}});
    return found;
}

Expected<void> Recorder::commit(const WorkItem &item, CommandArgs args, const Claim &claim) const
{
    CommandRequest request;
    request.property = item.property;
    request.actor = {AccountId{}, m_actor, Role::System};
    request.claim = claim;
    Command &command = request.batch.commands.emplace_back();
    command.id = CommandId{makeUuidV7(m_surroundings.now(), m_surroundings.random)};
    command.lane = laneOf(args);
    command.args = std::move(args);
    command.madeAt = m_surroundings.now();
    command.actor = m_actor;

    // Shared: the writer's thread may still be inside set_value() when the answer is read here.
    const auto promise = std::make_shared<std::promise<Expected<std::vector<protocol::CommandResult>>>>();
    auto answered = promise->get_future();
    m_storage.submit(std::move(request), [promise](auto results) { promise->set_value(std::move(results)); });
    const auto results = answered.get();
    const Facts about{{"work", std::string(toString(item.work))},
                      {"reservation", toString(item.reservation)}};
    if (!results) {
        m_log.warning("outcome-not-recorded", {{"work", about.at("work")},
                                               {"reservation", about.at("reservation")},
                                               {"code", results.error().code}});
        return tl::unexpected(results.error());
    }
    const protocol::Outcome &outcome = results->front().outcome;
    if (std::holds_alternative<protocol::Applied>(outcome))
        return {};
    const auto *refused = std::get_if<protocol::Refused>(&outcome);
    Error error = refused ? refused->error : Error{"not-carried-out", {}};
    m_log.warning(
        "outcome-refused",
        {{"work", about.at("work")}, {"reservation", about.at("reservation")}, {"code", error.code}});
    return tl::unexpected(std::move(error));
}

void Recorder::settle(const WorkItem &item, std::optional<Instant> againAt) const
{
    const auto held = m_storage.finishWork(Claim{item.id, item.fence, againAt, false});
    if (!held)
        m_log.warning("work-not-settled",
                      {{"reservation", toString(item.reservation)}, {"code", held.error().code}});
}

} // namespace deskbell::server
