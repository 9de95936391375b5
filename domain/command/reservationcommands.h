#pragma once

// Commands about a reservation and its stay. Each is a plain struct with its descriptor; see
// commandspec.h.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/command/commandspec.h"

namespace deskbell {

/// The card of an order that is paid with it: both are decided as one.
struct OrderPayment
{
    PaymentId payment{};
    Money amount{};
    std::string token; ///< the checkout's paymentKey
    friend bool operator==(const OrderPayment &, const OrderPayment &) = default;
};

void describe(auto &visit, Of<OrderPayment> auto &payment)
{
    visit("payment", payment.payment);
    visit("amount", payment.amount);
    visit("token", payment.token);
}

struct MakeReservation
{
    static constexpr CommandSpec spec{"make-reservation", Givers::atLeast(Role::Clerk).andGuests()};

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

void describe(auto &visit, Of<MakeReservation> auto &args)
{
    visit("reservation", args.reservation);
    visit("offering", args.offering);
    visit("stay", args.stay);
    visit("quantity", args.quantity);
    visit("guest", args.guest);
    visit("adults", args.adults);
    visit("children", args.children);
    visit("currency", args.currency);
    visit("nightlyPrices", args.nightlyPrices);
    visit.maybe("wish", args.wish);
    visit.maybe("channel", args.channel);
    visit.maybe("note", args.note);
    visit.maybe("payment", args.payment);
    visit.maybe("card", args.card);
}

struct ConfirmReservation
{
    static constexpr CommandSpec spec{
        "confirm-reservation", Givers::atLeast(Role::Manager),
        States::of(ReservationState::Requested, ReservationState::AwaitingConfirmation)};

    ReservationId reservation{};
    friend bool operator==(const ConfirmReservation &, const ConfirmReservation &) = default;
};

void describe(auto &visit, Of<ConfirmReservation> auto &args)
{
    visit("reservation", args.reservation);
}

struct RejectReservation
{
    static constexpr CommandSpec spec{
        "reject-reservation", Givers::atLeast(Role::Manager),
        States::of(ReservationState::Requested, ReservationState::AwaitingConfirmation)};

    ReservationId reservation{};
    std::string reason;
    friend bool operator==(const RejectReservation &, const RejectReservation &) = default;
};

void describe(auto &visit, Of<RejectReservation> auto &args)
{
    visit("reservation", args.reservation);
    visit.maybe("reason", args.reason);
}

struct CancelReservation
{
    static constexpr CommandSpec spec{"cancel-reservation", Givers::atLeast(Role::Clerk).andGuests(),
                                      expectedStates | States::of(ReservationState::Cancelling)};

    ReservationId reservation{};
    std::string reason;
    friend bool operator==(const CancelReservation &, const CancelReservation &) = default;
};

void describe(auto &visit, Of<CancelReservation> auto &args)
{
    visit("reservation", args.reservation);
    visit.maybe("reason", args.reason);
}

/// To another room, date or offering. Without `unit` the reservation keeps none.
struct MoveReservation
{
    static constexpr CommandSpec spec{"move-reservation", Givers::atLeast(Role::Clerk),
                                      expectedStates | States::of(ReservationState::InHouse)};

    ReservationId reservation{};
    OfferingId offering{};
    Stay stay{};
    std::optional<UnitId> unit;
    std::vector<std::int64_t> nightlyPrices;
    friend bool operator==(const MoveReservation &, const MoveReservation &) = default;
};

void describe(auto &visit, Of<MoveReservation> auto &args)
{
    visit("reservation", args.reservation);
    visit("offering", args.offering);
    visit("stay", args.stay);
    visit.maybe("unit", args.unit);
    visit("nightlyPrices", args.nightlyPrices);
}

struct AssignUnit
{
    static constexpr CommandSpec spec{"assign-unit", Givers::atLeast(Role::Clerk).andSystem(),
                                      expectedStates | States::of(ReservationState::InHouse)};

    ReservationId reservation{};
    UnitId unit{};
    friend bool operator==(const AssignUnit &, const AssignUnit &) = default;
};

void describe(auto &visit, Of<AssignUnit> auto &args)
{
    visit("reservation", args.reservation);
    visit("unit", args.unit);
}

/// The assignment worker's: the engine chooses, in the moment in which it is decided.
struct AssignAnyUnit
{
    static constexpr CommandSpec spec{"assign-any-unit", Givers::systemOnly(),
                                      States::of(ReservationState::AwaitingUnit)};

    ReservationId reservation{};
    friend bool operator==(const AssignAnyUnit &, const AssignAnyUnit &) = default;
};

void describe(auto &visit, Of<AssignAnyUnit> auto &args)
{
    visit("reservation", args.reservation);
}

struct UnassignUnit
{
    static constexpr CommandSpec spec{"unassign-unit", Givers::atLeast(Role::Clerk), expectedStates};

    ReservationId reservation{};
    friend bool operator==(const UnassignUnit &, const UnassignUnit &) = default;
};

void describe(auto &visit, Of<UnassignUnit> auto &args)
{
    visit("reservation", args.reservation);
}

/// Two stays exchange their units for the nights that both have, of guests in house from tonight on. Given
/// again it takes itself back.
struct SwapUnits
{
    static constexpr CommandSpec spec{"swap-units", Givers::atLeast(Role::Clerk),
                                      expectedStates | States::of(ReservationState::InHouse)};

    ReservationId reservation{};
    ReservationId other{};
    friend bool operator==(const SwapUnits &, const SwapUnits &) = default;
};

void describe(auto &visit, Of<SwapUnits> auto &args)
{
    visit("reservation", args.reservation);
    visit("other", args.other);
}

/// The payment worker's: the guest has not paid in time, and the stock is wanted back.
struct ExpireReservation
{
    static constexpr CommandSpec spec{"expire-reservation", Givers::systemOnly(),
                                      States::of(ReservationState::AwaitingPayment)};

    ReservationId reservation{};
    friend bool operator==(const ExpireReservation &, const ExpireReservation &) = default;
};

void describe(auto &visit, Of<ExpireReservation> auto &args)
{
    visit("reservation", args.reservation);
}

struct CheckIn
{
    static constexpr CommandSpec spec{"check-in", Givers::atLeast(Role::Clerk),
                                      States::of(ReservationState::Confirmed)};

    ReservationId reservation{};
    friend bool operator==(const CheckIn &, const CheckIn &) = default;
};

void describe(auto &visit, Of<CheckIn> auto &args)
{
    visit("reservation", args.reservation);
}

struct CheckOut
{
    static constexpr CommandSpec spec{"check-out", Givers::atLeast(Role::Clerk),
                                      States::of(ReservationState::InHouse)};

    ReservationId reservation{};
    friend bool operator==(const CheckOut &, const CheckOut &) = default;
};

void describe(auto &visit, Of<CheckOut> auto &args)
{
    visit("reservation", args.reservation);
}

struct MarkNoShow
{
    static constexpr CommandSpec spec{"mark-no-show", Givers::atLeast(Role::Clerk),
                                      States::of(ReservationState::Confirmed)};

    ReservationId reservation{};
    friend bool operator==(const MarkNoShow &, const MarkNoShow &) = default;
};

void describe(auto &visit, Of<MarkNoShow> auto &args)
{
    visit("reservation", args.reservation);
}

struct EditGuest
{
    static constexpr CommandSpec spec{"edit-guest", Givers::atLeast(Role::Clerk).andGuests(),
                                      States::any()}; // misspelt is found after the departure, too

    ReservationId reservation{};
    Guest guest;
    friend bool operator==(const EditGuest &, const EditGuest &) = default;
};

void describe(auto &visit, Of<EditGuest> auto &args)
{
    visit("reservation", args.reservation);
    visit("guest", args.guest);
}

/// Erases who the guest was, and every free text about them, from a reservation that is over: here, in its
/// earlier states that the backend keeps, and at every desk.
struct EraseGuest
{
    static constexpr CommandSpec spec{"erase-guest", Givers::atLeast(Role::Manager).andSystem(),
                                      States::where(isFinal)};

    ReservationId reservation{};
    friend bool operator==(const EraseGuest &, const EraseGuest &) = default;
};

void describe(auto &visit, Of<EraseGuest> auto &args)
{
    visit("reservation", args.reservation);
}

struct EditNote
{
    static constexpr CommandSpec spec{"edit-note", Givers::atLeast(Role::Clerk).andGuests(), States::any()};

    ReservationId reservation{};
    std::string note;
    friend bool operator==(const EditNote &, const EditNote &) = default;
};

void describe(auto &visit, Of<EditNote> auto &args)
{
    visit("reservation", args.reservation);
    visit.maybe("note", args.note);
}

} // namespace deskbell
