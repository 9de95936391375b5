#pragma once

// Commands: what someone asks for; may be refused. Each is a plain struct of arguments; Command is
// the envelope that travels and is stored. A command about a reservation is decided on that
// reservation alone (see decide.h), which is also its lane: in a lane strictly in order.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/property.h"
#include "domain/reservation.h"

namespace deskbell {

/// The card of an order that is paid with it: both are decided as one.
struct OrderPayment
{
    PaymentId payment{};
    Money amount{};
    std::string token; ///< the checkout's paymentKey
    friend bool operator==(const OrderPayment &, const OrderPayment &) = default;
};

struct MakeReservation
{
    ReservationId reservation{};
    OfferingId offering{};
    Stay stay{};
    int quantity = 1;
    Guest guest;
    int adults = 1;
    int children = 0;
    Currency currency{};
    std::vector<std::int64_t> nightlyPrices; ///< one per slot, as Reservation::nightlyPrices
    std::optional<UnitId> wish;
    std::string channel;
    std::string note;
    std::optional<OrderPayment> payment{}; ///< guests only
    std::string card{};                    ///< guests only: one left for later, sealed for the payment worker
    friend bool operator==(const MakeReservation &, const MakeReservation &) = default;
};

struct ConfirmReservation
{
    ReservationId reservation{};
    friend bool operator==(const ConfirmReservation &, const ConfirmReservation &) = default;
};

struct RejectReservation
{
    ReservationId reservation{};
    std::string reason;
    friend bool operator==(const RejectReservation &, const RejectReservation &) = default;
};

struct CancelReservation
{
    ReservationId reservation{};
    std::string reason;
    friend bool operator==(const CancelReservation &, const CancelReservation &) = default;
};

/// To another room, date or offering. Without `unit` the reservation keeps none.
struct MoveReservation
{
    ReservationId reservation{};
    OfferingId offering{};
    Stay stay{};
    std::optional<UnitId> unit;
    std::vector<std::int64_t> nightlyPrices;
    friend bool operator==(const MoveReservation &, const MoveReservation &) = default;
};

struct AssignUnit
{
    ReservationId reservation{};
    UnitId unit{};
    friend bool operator==(const AssignUnit &, const AssignUnit &) = default;
};

/// The assignment worker's: the engine chooses, in the moment in which it is decided.
struct AssignAnyUnit
{
    ReservationId reservation{};
    friend bool operator==(const AssignAnyUnit &, const AssignAnyUnit &) = default;
};

/// The payment worker's: the guest has not paid in time, and the stock is wanted back.
struct ExpireReservation
{
    ReservationId reservation{};
    friend bool operator==(const ExpireReservation &, const ExpireReservation &) = default;
};

struct UnassignUnit
{
    ReservationId reservation{};
    friend bool operator==(const UnassignUnit &, const UnassignUnit &) = default;
};

struct CheckIn
{
    ReservationId reservation{};
    friend bool operator==(const CheckIn &, const CheckIn &) = default;
};

struct CheckOut
{
    ReservationId reservation{};
    friend bool operator==(const CheckOut &, const CheckOut &) = default;
};

struct MarkNoShow
{
    ReservationId reservation{};
    friend bool operator==(const MarkNoShow &, const MarkNoShow &) = default;
};

struct EditGuest
{
    ReservationId reservation{};
    Guest guest;
    friend bool operator==(const EditGuest &, const EditGuest &) = default;
};

/// Erases who the guest was, and every free text about them, from a reservation that is over: here, in its
/// earlier states that the backend keeps, and at every desk.
struct EraseGuest
{
    ReservationId reservation{};
    friend bool operator==(const EraseGuest &, const EraseGuest &) = default;
};

struct EditNote
{
    ReservationId reservation{};
    std::string note;
    friend bool operator==(const EditNote &, const EditNote &) = default;
};

/// Cash and transfers are recorded as taken; a card is charged by the payment worker.
struct TakePayment
{
    ReservationId reservation{};
    PaymentId payment{};
    PaymentMethod method = PaymentMethod::Cash;
    Money amount{};
    std::string token; ///< required for a card: the terminal's paymentKey
    friend bool operator==(const TakePayment &, const TakePayment &) = default;
};

struct RefundPayment
{
    ReservationId reservation{};
    PaymentId payment{};
    RefundId refund{};
    Money amount{};
    std::string reason;
    friend bool operator==(const RefundPayment &, const RefundPayment &) = default;
};

/// From the payment worker: Sent, ProviderBusy, Unknown, Taken or Declined.
struct RecordPaymentOutcome
{
    ReservationId reservation{};
    PaymentId payment{};
    PaymentState outcome = PaymentState::Unknown;
    std::string providerCode;
    std::string token{}; ///< of a charge to a kept card that was taken: its paymentKey
    friend bool operator==(const RecordPaymentOutcome &, const RecordPaymentOutcome &) = default;
};

/// From the payment worker: Unknown, Done or Failed.
struct RecordRefundOutcome
{
    ReservationId reservation{};
    PaymentId payment{};
    RefundId refund{};
    RefundState outcome = RefundState::Unknown;
    std::string providerCode;
    friend bool operator==(const RecordRefundOutcome &, const RecordRefundOutcome &) = default;
};

/// From the payment worker: Kept, Refused or Forgotten.
struct RecordCardOutcome
{
    ReservationId reservation{};
    CardOnFile outcome = CardOnFile::Kept;
    std::string card; ///< of one that is kept: the provider's key for it, sealed
    std::string providerCode;
    friend bool operator==(const RecordCardOutcome &, const RecordCardOutcome &) = default;
};

/// From the notice worker: everything but Queued for the first time. Queued by SMS after Alimtalk is
/// the fallback; `providerCode` then says why.
struct RecordNoticeOutcome
{
    ReservationId reservation{};
    NoticeId notice{};
    NoticeState outcome = NoticeState::Uncertain;
    NoticeWay way = NoticeWay::Alimtalk;
    std::string message;
    std::string providerCode;
    friend bool operator==(const RecordNoticeOutcome &, const RecordNoticeOutcome &) = default;
};

/// The night audit: the property's business date moves by one day.
struct AdvanceBusinessDate
{
    Date to{};
    friend bool operator==(const AdvanceBusinessDate &, const AdvanceBusinessDate &) = default;
};

/// For reservations made from then on.
struct ChangeWorkflow
{
    OfferingId offering{};
    std::string workflow;
    friend bool operator==(const ChangeWorkflow &, const ChangeWorkflow &) = default;
};

/// Sets up what can be reserved, or changes it. What is reserved already keeps its workflow and price;
/// of what is sold nothing can be taken away. With `startsAt` it is a performance.
struct PutOffering
{
    OfferingId offering{};
    std::string code;
    std::string name;
    std::string workflow;
    int capacity = 0;
    std::int64_t basePrice = 0;
    int maxGuests = 1;
    int order = 0;
    std::optional<LocalMinute> startsAt;
    std::optional<SaleState> sale{}; ///< none: as it is
    friend bool operator==(const PutOffering &, const PutOffering &) = default;
};

/// Sets up a room or a branch, or changes it.
struct PutUnit
{
    UnitId unit{};
    OfferingId offering{};
    std::string name;
    int floor = 0;
    int order = 0;
    std::optional<SaleState> sale{}; ///< none: as it is
    friend bool operator==(const PutUnit &, const PutUnit &) = default;
};

/// The command that puts the thing as it is; what is to change is changed in there.
PutOffering asItIs(const Offering &offering);
PutUnit asItIs(const Unit &unit);

/// Corrects what a property is called and where it is, and sets its rules.
struct PutProperty
{
    std::string name;
    std::string timeZone; ///< IANA name
    bool clerksConfirm = false;
    std::optional<bool> isClosed{}; ///< none: as it is
    friend bool operator==(const PutProperty &, const PutProperty &) = default;
};

using CommandArgs =
    std::variant<MakeReservation, ConfirmReservation, RejectReservation, CancelReservation, MoveReservation,
                 AssignUnit, UnassignUnit, CheckIn, CheckOut, MarkNoShow, EditGuest, EditNote, TakePayment,
                 RefundPayment, RecordPaymentOutcome, RecordRefundOutcome, RecordNoticeOutcome,
                 AdvanceBusinessDate, ChangeWorkflow, AssignAnyUnit, PutOffering, PutUnit, ExpireReservation,
                 RecordCardOutcome, PutProperty, EraseGuest>;

/// In the order of CommandArgs' alternatives, so that CommandType(args.index()) holds.
enum class CommandType {
    MakeReservation,
    ConfirmReservation,
    RejectReservation,
    CancelReservation,
    MoveReservation,
    AssignUnit,
    UnassignUnit,
    CheckIn,
    CheckOut,
    MarkNoShow,
    EditGuest,
    EditNote,
    TakePayment,
    RefundPayment,
    RecordPaymentOutcome,
    RecordRefundOutcome,
    RecordNoticeOutcome,
    AdvanceBusinessDate,
    ChangeWorkflow,
    AssignAnyUnit,
    PutOffering,
    PutUnit,
    ExpireReservation,
    RecordCardOutcome,
    PutProperty,
    EraseGuest,
};
inline constexpr int commandTypeCount = 26;
static_assert(std::variant_size_v<CommandArgs> == commandTypeCount);

inline CommandType typeOf(const CommandArgs &args)
{
    return static_cast<CommandType>(args.index());
}
std::string_view toString(CommandType type); ///< "confirm-reservation"
std::optional<CommandType> commandTypeNamed(std::string_view name);

/// The reservation a command is about; none for those about the property.
std::optional<ReservationId> reservationOf(const CommandArgs &args);

/// The envelope. `madeAt` is for people only: order is never taken from a desk's clock.
struct Command
{
    CommandId id{};
    std::uint64_t n = 0; ///< per desk, +1
    std::string lane;    ///< commands of one lane are carried out in order of n
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

/// The lane a command belongs to: its reservation's id, or "property".
std::string laneOf(const CommandArgs &args);

/// Longest texts taken from people, in bytes of UTF-8.
inline constexpr std::size_t maxName = 200;
inline constexpr std::size_t maxText = 2000;
inline constexpr std::size_t maxSealedCard = 4000;
inline constexpr int maxQuantity = 100;
/// Of anything in one slot; more is a slip.
inline constexpr int maxCapacity = 1'000'000;

} // namespace deskbell
