#pragma once

// Guests at the door of a running backend: they order by program, look at their links, and nothing of it goes
// by a browser.

#include <future>

#include "domain/decide.h"
#include "protocol/guests.h"
#include "server/gatewayfixture.h"
#include "server/workers/mypage/projector.h"

namespace deskbell::server::testing {

using namespace protocol;

class Guests : public GatewayTest
{
protected:
    Guests() { m_hasCardService = true; }

    std::string key(std::uint64_t number) const { return toString(idNumbered<CommandId>(7'000 + number)); }

    ReservationRequest order(const OfferingId &offering, const char *arrival = "2026-06-01",
                             const char *departure = "2026-06-03") const
    {
        ReservationRequest request;
        request.property = m_hotel.property;
        request.offering = offering;
        request.stay = {date(arrival), date(departure)};
        request.guest.name = "Kim Secretname";
        request.guest.phone = "010-5555-1234";
        request.adults = 2;
        return request;
    }
    /// Two nights of a prepaid room, with a card for all of it.
    ReservationRequest paidOrder() const
    {
        ReservationRequest request = order(m_hotel.prepaid);
        request.payment = CheckoutPayment{"tgen_card", Money{20000, *parseCurrency("EUR")}};
        return request;
    }
    int freePrepaid() const
    {
        const auto stock = m_storage->stock(m_hotel.property, date("2026-06-01"), date("2026-06-02")).value();
        for (const SlotStock &slot : stock) {
            if (slot.offering == m_hotel.prepaid)
                return slot.free;
        }
        return -1;
    }
    RawAnswer send(const std::string &body, const std::string &idempotencyKey) const
    {
        const std::string named = idempotencyKey.empty() ? "" : "Idempotency-Key: " + idempotencyKey + "\r\n";
        return RawClient::ask(m_server->port(), "POST /v1/reservations HTTP/1.1\r\nHost: localhost\r\n"
                                                "Connection: close\r\nContent-Type: application/json\r\n" +
                                                    named + "Content-Length: " + std::to_string(body.size()) +
                                                    "\r\n\r\n" + body);
    }
    RawAnswer send(const ReservationRequest &request, std::uint64_t number) const
    {
        return send(encodeReservationRequest(request), key(number));
    }
    RawAnswer get(const std::string &path, const std::string &more = {}) const
    {
        return RawClient::ask(m_server->port(), "GET " + path +
                                                    " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" +
                                                    more + "\r\n");
    }
    ReservationMade made(const RawAnswer &answer) const
    {
        EXPECT_EQ(answer.status, 201) << answer.body;
        return decodeReservationMade(answer.body).value_or(ReservationMade{});
    }
    /// 100 seats in the evening of 2026-06-20.
    OfferingId opera()
    {
        addAccount("root", Role::Admin, {m_hotel.property});
        WireDesk desk = deskOf("root");
        const auto show = idNumbered<OfferingId>(4711);
        const LocalMinute evening = date("2026-06-20") + std::chrono::hours{19};
        EXPECT_TRUE(is<Applied>(desk.sendOne(
            m_hotel.property,
            desk.commands.command(PutOffering{show, "SHOW", "Opera", "ticket", 100, 9000, 2, 9, evening}))));
        return show;
    }
    /// What the mypage role does, once.
    void project()
    {
        Projector projector(
            *m_storage, [this] { return m_clock.now.load(); }, log());
        const auto items = m_storage->takeWork(Work::Project, m_clock.now, std::chrono::seconds(10), 100);
        ASSERT_TRUE(items);
        if (!items->empty())
            projector.carryOut(*items);
    }
    /// The storage's writer does nothing until the promise is kept.
    std::promise<void> holdWriter()
    {
        std::promise<void> release;
        auto released = std::make_shared<std::shared_future<void>>(release.get_future());
        std::promise<void> held;
        CommandRequest nothing{m_hotel.property, actorWith(Role::System), {}, std::nullopt};
        m_storage->submit(std::move(nothing), [released, &held](const auto &) {
            held.set_value();
            released->wait();
        });
        held.get_future().wait();
        return release;
    }
};

} // namespace deskbell::server::testing
