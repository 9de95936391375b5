#pragma once

// Random messages: what a round trip is tried with.

#include <rapidcheck.h>

#include "protocol/changes.h"
#include "protocol/commands.h"
#include "support/randomvalues.h"

namespace deskbell::protocol::samples {

using random::text;
using random::uuid;

template <typename IdType>
IdType id()
{
    return random::any<IdType>();
}

inline Instant instant()
{
    return random::any<Instant>();
}

inline Date date()
{
    return random::any<Date>();
}

template <typename T>
std::optional<T> maybe(T value)
{
    return *rc::gen::arbitrary<bool>() ? std::optional(value) : std::nullopt;
}

template <typename Enum>
Enum oneOf(int count)
{
    return static_cast<Enum>(*rc::gen::inRange(0, count));
}

inline Reservation reservation()
{
    return random::any<Reservation>();
}

inline Row row()
{
    return random::row();
}

inline CommandArgs args(CommandType type)
{
    return visitType(static_cast<std::size_t>(type), Commands(),
                     []<typename Args>() -> CommandArgs { return random::any<Args>(); });
}

inline Command command()
{
    Command made;
    made.id.value = makeNamedUuid(*uuid(), "never null");
    made.n = *rc::gen::arbitrary<std::uint64_t>();
    made.args = args(random::any<CommandType>());
    made.lane = laneOf(made.args);
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        made.deps.push_back(id<CommandId>());
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        made.base[toString(*uuid())] = *rc::gen::arbitrary<std::uint32_t>();
    made.businessDate = date();
    made.madeAt = instant();
    made.actor = "Kim Ji-won";
    made.supersedes = maybe(id<CommandId>());
    return made;
}

inline Transaction transaction()
{
    Transaction made;
    made.seq = *rc::gen::arbitrary<std::uint64_t>();
    made.at = instant();
    made.command = maybe(id<CommandId>());
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        made.rows.push_back(row());
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        made.leaves.push_back({random::any<Entity>(), *uuid()});
    return made;
}

} // namespace deskbell::protocol::samples
