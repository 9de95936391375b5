#include "domain/overlay.h"

namespace deskbell {

Overlaid overlay(const Reservation *truth, std::span<const Command> pending, const Context &context)
{
    Overlaid result;
    if (truth)
        result.seen = *truth;
    for (const Command &command : pending) {
        Actor actor = context.actor;
        if (!command.actor.empty())
            actor.name = command.actor;
        const Context asked{command.madeAt, actor, context.businessDate, context.availability};
        const Reservation *current = result.seen ? &*result.seen : nullptr;
        const auto events = decide(current, command.args, asked);
        if (!events) {
            if (!result.conflict)
                result.conflict = events.error();
            continue;
        }
        result.seen = applyAll(current, *events, actor, command.madeAt);
        ++result.waiting;
    }
    return result;
}

} // namespace deskbell
