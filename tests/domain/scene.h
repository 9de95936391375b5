// One hotel with one offering and one reservation, brought by commands to a state: what the tests of the
// transitions begin with.
#pragma once

#include <array>

#include <gtest/gtest.h>

#include "support/memory_hotel.h"

namespace deskbell::testing {

/// One hotel with one offering of the workflow and one reservation, brought by commands to a state.
class Scene
{
public:
    explicit Scene(const Workflow &workflow) : m_offering(m_hotel.addOffering(workflow, 2))
    {
        auto make = request(m_hotel, id, m_offering);
        make.channel = webChannel;
        must(make, Role::Clerk);
    }

    void bringTo(ReservationState wanted);
    CommandArgs usual(CommandType type) const;
    Expected<Events> submit(const CommandArgs &command)
    {
        return m_hotel.submit(command, mayDo(Role::Admin, typeOf(command)) ? Role::Admin : Role::System);
    }
    const Reservation &now() const { return *m_hotel.find(id); }
    MemoryHotel &hotel() { return m_hotel; }

    const ReservationId id = idNumbered<ReservationId>(1);

private:
    void must(const CommandArgs &command, Role role = Role::Admin)
    {
        const auto done = m_hotel.submit(command, role);
        ASSERT_TRUE(done) << toString(typeOf(command)) << ": " << done.error().code;
    }
    void pay()
    {
        if (chargeable(now()).minor > 0)
            must(usual(typeOf<TakePayment>()));
    }
    void confirm();

    MemoryHotel m_hotel;
    OfferingId m_offering;
};

inline constexpr std::array paymentStates{
    PaymentState::Pending, PaymentState::Sent,     PaymentState::ProviderBusy, PaymentState::Unknown,
    PaymentState::Taken,   PaymentState::Declined, PaymentState::Withdrawn};

} // namespace deskbell::testing
