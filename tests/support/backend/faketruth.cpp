#include "support/backend/faketruth.h"

#include <random>

namespace deskbell::testing {

void FakeTruth::beginEpoch()
{
    static std::mt19937_64 random(42);
    epoch = makeUuidV7(demoNow(), [] { return random(); });
}

protocol::Digest FakeTruth::digest(const std::optional<Window> &window) const
{
    protocol::Digest digest;
    for (const auto &[id, reservation] : hotel.reservations) {
        if (!window || isSeen(*window, placeOf(reservation)))
            digest.add(id.value, reservation.version);
    }
    return digest;
}

std::string FakeTruth::cursorAt(std::uint64_t at, const Window &window) const
{
    const std::string dates =
        window == Window{} ? "" : toString(window.from) + "." + toString(window.to) + ".";
    return toString(epoch) + "." + dates + std::to_string(at);
}

Window FakeTruth::windowIn(const std::string &cursor)
{
    const auto dateAfter = [&](std::size_t dot) {
        return dot == std::string::npos
                   ? Date{}
                   : parseDate(std::string_view(cursor).substr(dot + 1, 10)).value_or(Date{});
    };
    const std::size_t first = cursor.find('.');
    const std::size_t second = first == std::string::npos ? first : cursor.find('.', first + 1);
    return {dateAfter(first), dateAfter(second)};
}

protocol::Transaction FakeTruth::seenThrough(const protocol::Transaction &transaction, const Window &window)
{
    if (window == Window{})
        return transaction;
    protocol::Transaction seen = transaction;
    seen.rows.clear();
    for (const protocol::Row &row : transaction.rows) {
        const auto *reservation = std::get_if<Reservation>(&row);
        if (!reservation || isSeen(window, placeOf(*reservation)))
            seen.rows.push_back(row);
        else
            seen.leaves.push_back({entityOf<Reservation>(), reservation->id.value});
    }
    return seen;
}

Expected<protocol::Transaction> FakeTruth::carryOut(const CommandArgs &args, const Actor &actor, Instant now)
{
    return testing::carryOut(hotel, args, actor, now).map([&](Decision &&decision) {
        protocol::Transaction transaction;
        transaction.seq = seq + 1;
        transaction.at = now;
        transaction.rows = std::move(decision.after);
        return transaction;
    });
}

protocol::CommandResult FakeTruth::decideOn(const Command &command, Role role,
                                            const std::function<void(protocol::Transaction)> &commit)
{
    if (const auto known = answers.find(command.id); known != answers.end()) {
        protocol::CommandResult again = known->second;
        again.isReplayed = true;
        return again;
    }
    for (const CommandId &dep : command.deps) {
        const auto known = answers.find(dep);
        if (known == answers.end() || !std::holds_alternative<protocol::Applied>(known->second.outcome))
            return {command.id, protocol::Blocked{dep}};
    }
    const Actor actor{AccountId{}, command.actor, role};
    auto done = carryOut(command.args, actor, command.madeAt);
    protocol::CommandResult result{command.id, {}};
    if (done) {
        done->command = command.id;
        result.outcome = protocol::Applied{done->seq};
        answers[command.id] = result;
        commit(std::move(*done));
        return result;
    }
    protocol::Refused refused{done.error(), {}};
    if (const auto about = reservationOf(command.args)) {
        if (const auto at = hotel.reservations.find(*about); at != hotel.reservations.end())
            refused.current = at->second;
    }
    result.outcome = refused;
    answers[command.id] = result;
    return result;
}

} // namespace deskbell::testing
