#include "domain/command.h"

namespace deskbell {
std::optional<ReservationId> reservationOf(const CommandArgs &args)
{
    return std::visit(
        [](const auto &command) -> std::optional<ReservationId> {
            if constexpr (requires { command.reservation; })
                return command.reservation;
            else
                return std::nullopt;
        },
        args);
}

std::string laneOf(const CommandArgs &args)
{
    const auto reservation = reservationOf(args);
    return reservation ? toString(*reservation) : "property";
}

} // namespace deskbell
