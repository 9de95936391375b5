#pragma once

// The descriptor of a command: who may give it, and in which states of a reservation it is allowed. Every
// command carries its descriptor as `spec`; the tables of names, roles and states follow from them, and the
// list of commands is in command.h.

#include <optional>
#include <string_view>

#include "domain/describe.h"
#include "domain/reservation.h"
#include "domain/role.h"

namespace deskbell {

/// Who may give a command.
struct Givers
{
    std::optional<Role> least; ///< of people with an account; none: they may not
    bool guests = false;
    bool system = false;

    /// People of that role and above.
    static constexpr Givers atLeast(Role role) { return {role}; }
    static constexpr Givers systemOnly() { return {std::nullopt, false, true}; }
    constexpr Givers andGuests() const { return {least, true, system}; }
    constexpr Givers andSystem() const { return {least, guests, true}; }

    constexpr bool include(Role role) const
    {
        if (role == Role::System)
            return system;
        if (role == Role::Guest)
            return guests;
        return least && role >= *least;
    }
};

/// A set of states.
class States
{
public:
    constexpr States() = default;
    template <std::same_as<ReservationState>... State>
    static constexpr States of(State... states)
    {
        return States((0u | ... | (1u << static_cast<unsigned>(states))));
    }
    static constexpr States where(bool (*isWanted)(ReservationState))
    {
        States found;
        for (int i = 0; i < countOf<ReservationState>; ++i) {
            if (const auto state = static_cast<ReservationState>(i); isWanted(state))
                found = found | of(state);
        }
        return found;
    }
    static constexpr States any() { return ~States(); }

    constexpr bool contains(ReservationState state) const
    {
        return m_bits >> static_cast<unsigned>(state) & 1u;
    }
    friend constexpr States operator|(States a, States b) { return States(a.m_bits | b.m_bits); }
    friend constexpr States operator~(States a) { return States(~a.m_bits); }

private:
    constexpr explicit States(unsigned bits) : m_bits(bits) {}

    unsigned m_bits = 0;
};

/// The stay is still to come, and nobody has called it off.
inline constexpr States expectedStates = States::of(
    ReservationState::Requested, ReservationState::AwaitingPayment, ReservationState::AwaitingConfirmation,
    ReservationState::AwaitingUnit, ReservationState::Confirmed);

struct CommandSpec
{
    std::string_view name; ///< "confirm-reservation": travels, is stored and logged
    Givers givers;
    /// In which every reservation is that it is about. None: it makes the reservation, or is about none.
    States states{};
};

} // namespace deskbell
