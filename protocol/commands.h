#pragma once

// Commands on the wire: the batch a desk sends, the answers it gets, and the hash by which the
// backend knows the same command when it comes twice.
//   POST /v1/properties/{p}/commands
//   {"device":"…","settledBelow":17,"commands":[{"id":"…","n":18,"lane":"…","deps":[],
//     "type":"confirm-reservation","typeVersion":1,"args":{…},"base":{"<id>":3},
//     "businessDate":"2016-08-03","madeAt":"…Z","actor":"…","supersedes":"…"}]}
//   {"results":[{"id":"…","outcome":"applied","seq":4711}]}

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/command.h"
#include "protocol/json.h"

namespace deskbell::protocol {

inline constexpr std::size_t maxCommandsPerBatch = 50;

struct CommandBatch
{
    DeviceId device{};
    /// Every command of this device with a smaller n is settled at the desk: never executed again.
    std::uint64_t settledBelow = 0;
    std::vector<Command> commands;
    friend bool operator==(const CommandBatch &, const CommandBatch &) = default;
};

/// A command of a batch that tells its id and nothing else that can be relied on.
struct UnreadableCommand
{
    std::size_t place = 0; ///< among all of the batch, from 0
    CommandId id{};
    Error error; ///< "bad-command"
};

/// A batch as it came in: the commands that can be read, in order, and those that cannot.
struct ReceivedBatch
{
    CommandBatch batch;
    std::vector<UnreadableCommand> unreadable;
};

std::string encodeCommand(const Command &command);
Expected<Command> decodeCommand(const json::value &value);
Expected<Command> decodeCommand(std::string_view text);
std::string encodeBatch(const CommandBatch &batch);
/// Error "bad-command-batch" when the batch as a whole cannot be read, or a command in it does not
/// even tell its id.
Expected<ReceivedBatch> decodeBatch(std::string_view text);

/// SHA-256 (hexadecimal) of the canonical JSON (keys sorted, no spaces) of
/// (type, typeVersion, args, base, businessDate).
std::string canonicalHash(const Command &command);

struct Applied
{
    std::uint64_t seq = 0;
    friend bool operator==(const Applied &, const Applied &) = default;
};
/// Settled for good. `current` is the reservation's row as the backend has it, for the clerk's card.
struct Refused
{
    Error error;
    std::optional<Reservation> current;
    friend bool operator==(const Refused &, const Refused &) = default;
};
/// Waits for a command that is not applied (or was refused).
struct Blocked
{
    CommandId dep{};
    friend bool operator==(const Blocked &, const Blocked &) = default;
};
struct RetryLater
{
    std::uint32_t afterMs = 0;
    friend bool operator==(const RetryLater &, const RetryLater &) = default;
};
/// GET /v1/commands/{id} of a command the backend has never seen.
struct NotKnown
{
    friend bool operator==(const NotKnown &, const NotKnown &) = default;
};
/// Same id, other content (422): no effect.
struct IdReused
{
    friend bool operator==(const IdReused &, const IdReused &) = default;
};
/// Older than what the desk has said is settled (410): never executed under this number. `mark` is the
/// lowest that is good; 0: not told.
struct Outdated
{
    std::uint64_t mark = 0;
    friend bool operator==(const Outdated &, const Outdated &) = default;
};
using Outcome = std::variant<Applied, Refused, Blocked, RetryLater, NotKnown, IdReused, Outdated>;

struct CommandResult
{
    CommandId id{};
    Outcome outcome;
    bool isReplayed = false; ///< the stored answer of an earlier delivery
    friend bool operator==(const CommandResult &, const CommandResult &) = default;
};

/// "applied", "refused", "blocked", "retry", "unknown", "id-reused", "outdated".
std::string encodeResult(const CommandResult &result);
Expected<CommandResult> decodeResult(const json::value &value);
std::string encodeResults(const std::vector<CommandResult> &results);
Expected<std::vector<CommandResult>> decodeResults(std::string_view text);

} // namespace deskbell::protocol
