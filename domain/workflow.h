#pragma once

// A Workflow says *when* four things happen to a reservation: its stock is taken, it is paid, it is
// confirmed, and it gets its unit; how long stock that is held waits for the guest's money, and what a
// cancellation does first. The state machine follows from it (see decide.h); the presets are data and nothing
// else in the program asks which preset it has.

#include <array>
#include <chrono>
#include <optional>
#include <string_view>

namespace deskbell {

enum class StockTiming { AtRequest, AtConfirmation, AfterPayment };

enum class PaymentTiming {
    None,              ///< nothing is owed, ever
    AtRequest,         ///< synchronously: the hotel sees only what is paid
    AfterRequest,      ///< asynchronously, whatever the state
    AfterConfirmation, ///< the reservation waits to be paid once the manager has said yes
    ByDeparture,       ///< at the desk, at the latest when the guest leaves
};

enum class ConfirmationRule {
    ByManager,
    Automatic, ///< as soon as stock, payment and (if it comes first) the unit are there
};

enum class UnitTiming {
    None,
    ByHotel,            ///< a person at the desk assigns it, any time before check-in
    AtOnce,             ///< chosen by the engine in the moment of confirmation
    BeforeConfirmation, ///< by the assignment worker; the confirmation waits for it
};

/// How many of the stock's slots a reservation takes.
enum class SlotKind { PerNight, Once };

/// What leaving means for the stock: a night slept and a show seen are used, a book comes back.
enum class StockUse { Consumed, Returned };

/// What a cancellation does first with what a paid reservation holds.
enum class CancelOrder {
    ReleaseFirst, ///< it is free at once, and the money follows
    RefundFirst,  ///< it is held until the guest has the money back
};

struct Workflow
{
    std::string_view name;
    StockTiming stock;
    PaymentTiming payment;
    ConfirmationRule confirmation;
    UnitTiming unit;
    SlotKind slotKind;
    StockUse use;
    /// How long stock is held for a guest who has paid nothing yet; zero: until somebody lets it go.
    std::chrono::minutes payWithin{0};
    CancelOrder cancelOrder = CancelOrder::ReleaseFirst;
    /// How many orders that hold stock unpaid one guest may have on the house's pages; 0: any number.
    int mostUnpaid = 0;
    /// The house's pages take no new order while the payment provider takes nothing on.
    bool isPausedByOverload = false;

    friend bool operator==(const Workflow &, const Workflow &) = default;
};

namespace workflows {
inline constexpr Workflow prepaid{
    "prepaid",           StockTiming::AtRequest, PaymentTiming::AtRequest, ConfirmationRule::ByManager,
    UnitTiming::ByHotel, SlotKind::PerNight,     StockUse::Consumed,       std::chrono::minutes(30)};
inline constexpr Workflow onRequest{"on-request",
                                    StockTiming::AtConfirmation,
                                    PaymentTiming::AfterConfirmation,
                                    ConfirmationRule::ByManager,
                                    UnitTiming::ByHotel,
                                    SlotKind::PerNight,
                                    StockUse::Consumed,
                                    std::chrono::hours(24)};
inline constexpr Workflow instant{"instant",
                                  StockTiming::AfterPayment,
                                  PaymentTiming::AtRequest,
                                  ConfirmationRule::Automatic,
                                  UnitTiming::AtOnce,
                                  SlotKind::PerNight,
                                  StockUse::Consumed,
                                  std::chrono::minutes(0),
                                  CancelOrder::RefundFirst};
inline constexpr Workflow ticket{"ticket",
                                 StockTiming::AtRequest,
                                 PaymentTiming::AfterRequest,
                                 ConfirmationRule::Automatic,
                                 UnitTiming::None,
                                 SlotKind::Once,
                                 StockUse::Consumed,
                                 std::chrono::minutes(30),
                                 CancelOrder::ReleaseFirst,
                                 /*mostUnpaid=*/3,
                                 /*isPausedByOverload=*/true};
inline constexpr Workflow loan{"loan",
                               StockTiming::AtRequest,
                               PaymentTiming::None,
                               ConfirmationRule::Automatic,
                               UnitTiming::BeforeConfirmation,
                               SlotKind::Once,
                               StockUse::Returned};
/// What most hotels' own desks do: the manager confirms, the guest pays when leaving.
inline constexpr Workflow payAtHotel{
    "pay-at-hotel",      StockTiming::AtConfirmation, PaymentTiming::ByDeparture, ConfirmationRule::ByManager,
    UnitTiming::ByHotel, SlotKind::PerNight,          StockUse::Consumed};

inline constexpr std::array all{prepaid, onRequest, instant, ticket, loan, payAtHotel};
} // namespace workflows

/// The workflow of that name, if there is one.
constexpr std::optional<Workflow> workflowNamed(std::string_view name)
{
    for (const Workflow &workflow : workflows::all) {
        if (workflow.name == name)
            return workflow;
    }
    return std::nullopt;
}

/// What an offering is to people (docs/adr/0121): it follows from its workflow.
enum class OfferingKind { Rooms, Performance, Title };

/// Nights of a room, a seat that is used up, a copy that comes back.
constexpr OfferingKind kindOf(const Workflow &workflow)
{
    if (workflow.slotKind == SlotKind::PerNight)
        return OfferingKind::Rooms;
    return workflow.use == StockUse::Returned ? OfferingKind::Title : OfferingKind::Performance;
}

} // namespace deskbell
