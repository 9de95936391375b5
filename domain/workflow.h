#pragma once

// A Workflow says *when* four things happen to a reservation: its stock is taken, it is paid, it is
// confirmed, and it gets its unit; how long stock that is held waits for the guest's money, and what a
// cancellation does first. The state machine follows from it (see decide.h); the presets are data and nothing
// else in the program asks which preset it has. Offerings and reservations have theirs by value: it stays
// what it was when they were made. Its name says which preset it began as (docs/adr/0203).

#include <array>
#include <cassert>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/describe.h"
#include "domain/names.h"

namespace deskbell {

enum class StockTiming { AtRequest, AtConfirmation, AfterPayment };
template <>
inline constexpr std::array<std::string_view, 3> namesOf<StockTiming>{"at-request", "at-confirmation",
                                                                      "after-payment"};
static_assert(isLast(StockTiming::AfterPayment));

enum class PaymentTiming {
    None,              ///< nothing is owed, ever
    AtRequest,         ///< synchronously: the hotel sees only what is paid
    AfterRequest,      ///< asynchronously, whatever the state
    AfterConfirmation, ///< the reservation waits to be paid once the manager has said yes
    ByDeparture,       ///< at the desk, at the latest when the guest leaves
};
template <>
inline constexpr std::array<std::string_view, 5> namesOf<PaymentTiming>{"none", "at-request", "after-request",
                                                                        "after-confirmation", "by-departure"};
static_assert(isLast(PaymentTiming::ByDeparture));

enum class ConfirmationRule {
    ByManager,
    Automatic, ///< as soon as stock, payment and (if it comes first) the unit are there
};
template <>
inline constexpr std::array<std::string_view, 2> namesOf<ConfirmationRule>{"by-manager", "automatic"};
static_assert(isLast(ConfirmationRule::Automatic));

enum class UnitTiming {
    None,
    ByHotel,            ///< a person at the desk assigns it, any time before check-in
    AtOnce,             ///< chosen by the engine in the moment of confirmation
    BeforeConfirmation, ///< by the assignment worker; the confirmation waits for it
};
template <>
inline constexpr std::array<std::string_view, 4> namesOf<UnitTiming>{"none", "by-hotel", "at-once",
                                                                     "before-confirmation"};
static_assert(isLast(UnitTiming::BeforeConfirmation));

/// How many of the stock's slots a reservation takes.
enum class SlotKind { PerNight, Once };
template <>
inline constexpr std::array<std::string_view, 2> namesOf<SlotKind>{"per-night", "once"};
static_assert(isLast(SlotKind::Once));

/// What leaving means for the stock: a night slept and a show seen are used, a book comes back.
enum class StockUse { Consumed, Returned };
template <>
inline constexpr std::array<std::string_view, 2> namesOf<StockUse>{"consumed", "returned"};
static_assert(isLast(StockUse::Returned));

/// What a cancellation does first with what a paid reservation holds.
enum class CancelOrder {
    ReleaseFirst, ///< it is free at once, and the money follows
    RefundFirst,  ///< it is held until the guest has the money back
};
template <>
inline constexpr std::array<std::string_view, 2> namesOf<CancelOrder>{"release-first", "refund-first"};
static_assert(isLast(CancelOrder::RefundFirst));

/// A short word of ASCII, such as "prepaid".
class WorkflowName
{
public:
    static constexpr std::size_t longest = 23;

    constexpr WorkflowName() = default;
    /// `name` is no longer than that; asserted.
    constexpr explicit WorkflowName(std::string_view name) : m_size(static_cast<std::uint8_t>(name.size()))
    {
        assert(name.size() <= longest);
        for (std::size_t i = 0; i < name.size(); ++i)
            m_characters[i] = name[i];
    }
    constexpr WorkflowName(const char *name) : WorkflowName(std::string_view(name)) {}

    constexpr std::string_view text() const { return {m_characters.data(), m_size}; }
    constexpr operator std::string_view() const { return text(); }
    friend constexpr bool operator==(const WorkflowName &, const WorkflowName &) = default;
    template <std::convertible_to<std::string_view> Text>
    friend constexpr bool operator==(const WorkflowName &a, const Text &b)
    {
        return a.text() == std::string_view(b);
    }

private:
    std::array<char, longest> m_characters{};
    std::uint8_t m_size = 0;
};

struct Workflow
{
    WorkflowName name;
    StockTiming stock = StockTiming::AtConfirmation;
    PaymentTiming payment = PaymentTiming::AfterConfirmation;
    ConfirmationRule confirmation = ConfirmationRule::ByManager;
    UnitTiming unit = UnitTiming::ByHotel;
    SlotKind slotKind = SlotKind::PerNight;
    StockUse use = StockUse::Consumed;
    /// How long stock is held for a guest who has paid nothing yet; zero: until somebody lets it go.
    std::chrono::minutes payWithin{0};
    CancelOrder cancelOrder = CancelOrder::ReleaseFirst;
    /// How many orders that hold stock unpaid one guest may have on the house's pages; 0: any number.
    int mostUnpaid = 0;
    /// The house's pages take no new order while the payment provider takes nothing on.
    bool isPausedByOverload = false;

    friend constexpr bool operator==(const Workflow &, const Workflow &) = default;
};

void describe(auto &visit, Of<Workflow> auto &workflow)
{
    visit("name", workflow.name);
    visit("stock", workflow.stock);
    visit("payment", workflow.payment);
    visit("confirmation", workflow.confirmation);
    visit("unit", workflow.unit);
    visit("slotKind", workflow.slotKind);
    visit("use", workflow.use);
    visit("payWithin", workflow.payWithin);
    visit("cancelOrder", workflow.cancelOrder);
    visit("mostUnpaid", workflow.mostUnpaid);
    visit("isPausedByOverload", workflow.isPausedByOverload);
}

// What a preset says never changes: rows that are exactly a preset travel and are stored under its name
// alone. What is wanted otherwise is a new preset.
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

/// Exactly as the preset of its name.
constexpr bool isPreset(const Workflow &workflow)
{
    return workflowNamed(workflow.name) == workflow;
}

/// Nobody is charged before the manager has said yes.
constexpr bool chargesAfterAnswer(const Workflow &workflow)
{
    return workflow.payment == PaymentTiming::AfterConfirmation &&
           workflow.confirmation == ConfirmationRule::ByManager;
}

/// What an admin adjusts of a preset, for an offering; the rest is what makes it this preset.
struct WorkflowTerms
{
    ConfirmationRule confirmation = ConfirmationRule::ByManager;
    int payWithinMinutes = 0; ///< 0: stock is held until somebody releases it
    friend bool operator==(const WorkflowTerms &, const WorkflowTerms &) = default;
};

void describe(auto &visit, Of<WorkflowTerms> auto &terms)
{
    visit("confirmation", terms.confirmation);
    visit("payWithinMinutes", terms.payWithinMinutes);
}

constexpr int mostPayWithinMinutes = 30 * 24 * 60;

constexpr WorkflowTerms termsOf(const Workflow &workflow)
{
    return {workflow.confirmation, static_cast<int>(workflow.payWithin.count())};
}
constexpr Workflow withTerms(Workflow workflow, const WorkflowTerms &terms)
{
    workflow.confirmation = terms.confirmation;
    workflow.payWithin = std::chrono::minutes(terms.payWithinMinutes);
    return workflow;
}
/// Whether stock ever waits for a guest's money, so that there is a time to set.
constexpr bool hasTimeToPay(const Workflow &workflow)
{
    const bool waits = workflow.payment == PaymentTiming::AtRequest ||
                       workflow.payment == PaymentTiming::AfterRequest ||
                       workflow.payment == PaymentTiming::AfterConfirmation;
    return waits && workflow.stock != StockTiming::AfterPayment;
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
