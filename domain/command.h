#pragma once

// Commands: what someone asks for; may be refused. Each is a plain struct of arguments with a descriptor
// (commandspec.h); Command is the envelope that travels and is stored. What a command is about are its lanes:
// in each lane commands are carried out strictly in order.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/command/noticecommands.h"
#include "domain/command/paymentcommands.h"
#include "domain/command/reservationcommands.h"
#include "domain/command/setupcommands.h"
#include "domain/typelist.h"

namespace deskbell {

/// Every command there is.
using Commands =
    TypeList<MakeReservation, ConfirmReservation, RejectReservation, CancelReservation, MoveReservation,
             AssignUnit, UnassignUnit, CheckIn, CheckOut, MarkNoShow, EditGuest, EditNote, TakePayment,
             RefundPayment, RecordPaymentOutcome, RecordRefundOutcome, RecordNoticeOutcome,
             AdvanceBusinessDate, ChangeWorkflow, AssignAnyUnit, PutOffering, PutUnit, ExpireReservation,
             RecordCardOutcome, PutProperty, EraseGuest, SwapUnits>;

using CommandArgs = AnyOf<Commands>;

/// A command without its arguments: its place in the list, so that CommandType(args.index()) holds.
enum class CommandType : std::uint8_t {};
template <>
inline constexpr std::array<std::string_view, Commands::size>
    namesOf<CommandType> = forEachType(Commands(), []<typename Args>() { return Args::spec.name; });

template <typename Args>
constexpr CommandType typeOf()
{
    static_assert(placeIn<Args>(Commands()) < Commands::size, "not in the list of commands");
    return static_cast<CommandType>(placeIn<Args>(Commands()));
}
inline CommandType typeOf(const CommandArgs &args)
{
    return static_cast<CommandType>(args.index());
}

constexpr const CommandSpec &specOf(CommandType type)
{
    constexpr auto specs = forEachType(Commands(), []<typename Args>() { return &Args::spec; });
    return *specs[static_cast<std::size_t>(type)];
}

/// Managers may do all that clerks may, admins all that managers may. Outcomes of payments, refunds
/// and notices come from the system only, which does nothing else than its own commands. Guests make,
/// pay and cancel; what of it is theirs decide() says.
constexpr bool mayDo(Role role, CommandType type)
{
    return specOf(type).givers.include(role);
}

/// The reservation a command is about, the first of several; none for those about the property.
std::optional<ReservationId> reservationOf(const CommandArgs &args);
/// All that it is about and may change, in the order of its arguments.
std::vector<ReservationId> reservationsOf(const CommandArgs &args);

/// The envelope. `madeAt` is for people only: order is never taken from a desk's clock.
struct Command
{
    CommandId id{};
    std::uint64_t n = 0; ///< per desk, +1
    std::string lane;    ///< the first of lanesOf()
    std::vector<CommandId> deps;
    int typeVersion = 1;
    CommandArgs args;
    std::map<std::string, std::uint32_t> base; ///< entity id → version the clerk saw
    Date businessDate{};
    Instant madeAt{};
    std::string actor; ///< display name of who asked, for people; the backend takes the session's
    std::optional<CommandId> supersedes;

    friend bool operator==(const Command &, const Command &) = default;
};

/// The lanes a command belongs to: the ids of its reservations, or "property".
std::vector<std::string> lanesOf(const CommandArgs &args);
/// The first of them, under which it travels.
std::string laneOf(const CommandArgs &args);

/// Longest texts taken from people, in bytes of UTF-8.
inline constexpr std::size_t maxName = 200;
inline constexpr std::size_t maxText = 2000;
inline constexpr std::size_t maxSealedCard = 4000;
inline constexpr int maxQuantity = 100;
/// Of anything in one slot; more is a slip.
inline constexpr int maxCapacity = 1'000'000;

} // namespace deskbell
