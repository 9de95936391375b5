#include "domain/command.h"

#include "domain/names.h"

namespace deskbell {
namespace {

constexpr std::array<std::string_view, commandTypeCount> commandNames{"make-reservation",
                                                                      "confirm-reservation",
                                                                      "reject-reservation",
                                                                      "cancel-reservation",
                                                                      "move-reservation",
                                                                      "assign-unit",
                                                                      "unassign-unit",
                                                                      "check-in",
                                                                      "check-out",
                                                                      "mark-no-show",
                                                                      "edit-guest",
                                                                      "edit-note",
                                                                      "take-payment",
                                                                      "refund-payment",
                                                                      "record-payment-outcome",
                                                                      "record-refund-outcome",
                                                                      "record-notice-outcome",
                                                                      "advance-business-date",
                                                                      "change-workflow",
                                                                      "assign-any-unit",
                                                                      "put-offering",
                                                                      "put-unit",
                                                                      "expire-reservation",
                                                                      "record-card-outcome",
                                                                      "put-property",
                                                                      "erase-guest"};

} // namespace

std::string_view toString(CommandType type)
{
    return names::nameOf(commandNames, type);
}

std::optional<CommandType> commandTypeNamed(std::string_view name)
{
    return names::valueNamed<CommandType>(commandNames, name);
}

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

PutOffering asItIs(const Offering &offering)
{
    return {offering.id,       offering.code,      offering.name,      std::string(offering.workflow.name),
            offering.capacity, offering.basePrice, offering.maxGuests, offering.order,
            offering.startsAt, offering.sale};
}

PutUnit asItIs(const Unit &unit)
{
    return {unit.id, unit.offering, unit.name, unit.floor, unit.order, unit.sale};
}

} // namespace deskbell
