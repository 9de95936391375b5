#pragma once

// Commands over the wire: a gateway at which people of every role work, one of them in another house.

#include "server/gatewayfixture.h"

namespace deskbell::server::testing {

class CommandTest : public GatewayTest
{
protected:
    void SetUp() override
    {
        launch();
        addAccount("anna", Role::Clerk, {m_hotel.property});
        addAccount("mona", Role::Manager, {m_hotel.property});
        addAccount("otto", Role::Manager, {m_elsewhere});
        addAccount("adam", Role::Admin, {m_hotel.property, m_elsewhere});
    }
    static std::vector<protocol::CommandResult> resultsOf(const RawAnswer &answer)
    {
        EXPECT_EQ(answer.status, 200) << answer.body;
        return protocol::decodeResults(answer.body).value_or(std::vector<protocol::CommandResult>());
    }
    void expectNothingChanged(std::uint64_t before) { EXPECT_EQ(seq(), before); }
};

} // namespace deskbell::server::testing
