// Guests at the door: what they order by program, who goes first when too many come, and what their
// links open.

#include <future>
#include <thread>

#include <boost/json.hpp>

#include "domain/decide.h"
#include "protocol/guests.h"
#include "protocol/health.h"
#include "server/gatewayfixture.h"
#include "server/pages/guestlinks.h"
#include "server/workers/mypage/projector.h"

namespace deskbell::server::testing {
namespace {

using namespace protocol;
namespace json = boost::json;

class Guests : public GatewayTest
{
protected:
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

DESKBELL_ON_EVERY_DATABASE(Guests);

TEST_P(Guests, anOrderIsMadeAtTheHousesPrice)
{
    launch();
    const ReservationMade answer = made(send(order(m_hotel.doubles), 1));
    const auto found = m_storage->reservation(m_hotel.property, answer.reservation);
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->channel, "web");
    EXPECT_EQ((*found)->nightlyPrices, (std::vector<std::int64_t>{10000, 10000}));
    EXPECT_EQ((*found)->state, ReservationState::Requested);
}

TEST_P(Guests, theSameOrderTwiceIsOneAndAnotherUnderItsKeyIsNone)
{
    launch();
    const RawAnswer first = send(order(m_hotel.doubles), 1);
    const RawAnswer again = send(order(m_hotel.doubles), 1);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(again.header("idempotent-replayed"), "true");
    const RawAnswer other = send(order(m_hotel.doubles, "2026-07-01", "2026-07-02"), 1);
    EXPECT_EQ(other.status, 422);
    EXPECT_EQ(codeOf(other), "id-reused");
    EXPECT_EQ(other.body.find("token"), std::string::npos);
}

TEST_P(Guests, anOrderWithACardIsOneWithItsPaymentOrNothing)
{
    launch();
    const ReservationMade answer = made(send(paidOrder(), 1));
    const auto found = m_storage->reservation(m_hotel.property, answer.reservation);
    ASSERT_EQ((*found)->payments.size(), 1u);
    EXPECT_EQ((*found)->payments.front().state, PaymentState::Pending);
    EXPECT_TRUE((*found)->notices.empty()) << "nobody is asked to pay who just has";
    const int free = freePrepaid();
    for (const std::int64_t minor : {1, 20001}) {
        ReservationRequest wrong = paidOrder();
        wrong.payment->amount.minor = minor;
        EXPECT_EQ(codeOf(send(wrong, 100 + static_cast<std::uint64_t>(minor))), "bad-amount");
    }
    EXPECT_EQ(codeOf(send(order(m_hotel.prepaid), 3)), "payment-missing");
    EXPECT_EQ(freePrepaid(), free) << "nothing is held";
}

TEST_P(Guests, anOrderIsNoLargerThanThePagesOffer)
{
    launch();
    ReservationRequest request = order(m_hotel.doubles);
    request.quantity = 10;
    EXPECT_EQ(codeOf(send(request, 1)), "bad-quantity");
    const Date last = date("2026-05-10") + WebLimits{}.furthest;
    request = order(m_hotel.doubles);
    request.stay = {last, last + Days{1}};
    made(send(request, 2));
    request.stay = {last + Days{1}, last + Days{2}};
    EXPECT_EQ(codeOf(send(request, 3)), "bad-stay");
    request.stay = {date("2026-06-01"), date("2026-06-01") + Days{WebLimits{}.nights + 1}};
    EXPECT_EQ(codeOf(send(request, 4)), "bad-stay");
}

TEST_P(Guests, ticketsThatAreNotPaidAreLimitedForOneGuestAndNotForOthers)
{
    launch();
    addAccount("root", Role::Admin, {m_hotel.property});
    WireDesk desk = deskOf("root");
    const auto show = idNumbered<OfferingId>(4711);
    const LocalMinute evening = date("2026-06-20") + std::chrono::hours{19};
    ASSERT_TRUE(is<Applied>(desk.sendOne(
        m_hotel.property,
        desk.commands.command(PutOffering{show, "SHOW", "Opera", "ticket", 100, 9000, 2, 9, evening}))));
    ReservationRequest request = order(show, "2026-06-20", "2026-06-20");
    request.quantity = 4;
    const auto most = static_cast<std::uint64_t>(workflows::ticket.mostUnpaid);
    for (std::uint64_t n = 1; n <= most; ++n)
        made(send(request, n));
    EXPECT_EQ(codeOf(send(request, 50)), "too-many-unpaid");
    request.guest.phone = "+82 10 5555 1234";
    EXPECT_EQ(codeOf(send(request, 51)), "too-many-unpaid") << "the same number, written otherwise";
    request.guest.phone.clear();
    EXPECT_EQ(codeOf(send(request, 52)), "phone-missing");
    request.guest.phone = "010-7777-1234";
    const ReservationMade others = made(send(request, 53));
    ASSERT_TRUE(is<Applied>(desk.sendOne(
        m_hotel.property, desk.commands.command(CancelReservation{others.reservation, "case"}))));
    request.guest.phone = "010-5555-1234";
    EXPECT_EQ(codeOf(send(request, 54)), "too-many-unpaid") << "another's end frees nothing of theirs";
}

TEST_P(Guests, whileTheProviderIsOverloadedTicketsArePausedAndTheRestGoesOn)
{
    launch();
    addAccount("root", Role::Admin, {m_hotel.property});
    WireDesk desk = deskOf("root");
    const auto show = idNumbered<OfferingId>(4711);
    const LocalMinute evening = date("2026-06-20") + std::chrono::hours{19};
    ASSERT_TRUE(is<Applied>(desk.sendOne(
        m_hotel.property,
        desk.commands.command(PutOffering{show, "SHOW", "Opera", "ticket", 100, 9000, 2, 9, evening}))));
    const ReservationRequest request = order(show, "2026-06-20", "2026-06-20");
    const ReservationMade before = made(send(request, 1));
    project();
    const auto report = [this](const std::string &state, std::int64_t opensInMs) {
        ASSERT_TRUE(m_storage->report(
            {{"house:1", "payment", m_clock.now.load(), encodeBreaker({state, 10, 100, 0, opensInMs})}}));
        // What was read a moment ago is good for a moment.
        std::this_thread::sleep_for(std::chrono::milliseconds(600));
    };
    report("open", 12'000);
    const RawAnswer paused = send(request, 2);
    EXPECT_EQ(paused.status, 503);
    EXPECT_EQ(codeOf(paused), "provider-overloaded");
    EXPECT_EQ(paused.header("retry-after"), "12");
    EXPECT_EQ(send(request, 1).status, 201) << "what was accepted is told again";
    made(send(order(m_hotel.doubles), 3));
    const std::string chosen = "/book/" + toString(m_hotel.property) + "/details?offering=" + toString(show) +
                               "&arrival=2026-06-20&departure=2026-06-21&adults=1&children=0&quantity=1";
    const RawAnswer formed = get(chosen);
    ASSERT_EQ(formed.status, 303);
    const std::string cookie = formed.header("set-cookie");
    const RawAnswer page =
        get(formed.header("location"),
            "Accept-Language: ko\r\nCookie: " + cookie.substr(0, cookie.find(';')) + "\r\n");
    EXPECT_EQ(page.status, 503);
    EXPECT_EQ(page.header("retry-after"), "12");
    EXPECT_NE(page.body.find("예약을 잠시 멈췄습니다"), std::string::npos);
    const RawAnswer own = get("/my/" + before.token, "Accept-Language: ko\r\n");
    EXPECT_NE(own.body.find("결제를 잠시 미뤘습니다"), std::string::npos);
    EXPECT_EQ(own.body.find("id=\"pay\""), std::string::npos);
    report("half-open", 0);
    made(send(request, 4));
}

TEST_P(Guests, whatIsNotProjectedYetIsNotToldToBeNow)
{
    launch();
    addAccount("mina", Role::Manager, {m_hotel.property});
    WireDesk desk = deskOf("mina");
    const auto asOf = [&] {
        return std::string(json::parse(desk.get(path("management")).body).at("asOf").as_string());
    };
    const ReservationMade answer = made(send(order(m_hotel.doubles), 1));
    project();
    m_clock.now = m_clock.now.load() + std::chrono::minutes(1);
    EXPECT_EQ(asOf(), deskbell::toString(m_clock.now.load())) << "all there is to know is in it";
    const Instant changed = m_clock.now;
    ASSERT_TRUE(is<Applied>(
        desk.sendOne(m_hotel.property, desk.commands.command(ConfirmReservation{answer.reservation}))));
    m_clock.now = m_clock.now.load() + std::chrono::minutes(10);
    EXPECT_EQ(asOf(), deskbell::toString(changed)) << "the worker was not there since";
    const RawAnswer own = get("/v1/mypage/" + answer.token);
    EXPECT_EQ(own.header("is-current"), "false");
    EXPECT_LT(*decodeGuestReservation(own.body)->asOf, changed);
    project();
    EXPECT_EQ(asOf(), deskbell::toString(m_clock.now.load()));
    EXPECT_EQ(decodeGuestReservation(get("/v1/mypage/" + answer.token).body)->asOf, m_clock.now.load());
}

TEST_P(Guests, whatCannotBeOrderedIsAProblemWithItsCode)
{
    launch();
    const auto code = [&](const ReservationRequest &request, std::uint64_t number) {
        const RawAnswer answer = send(request, number);
        return std::to_string(answer.status) + " " + codeOf(answer);
    };
    EXPECT_EQ(code(order(idNumbered<OfferingId>(99)), 1), "422 unknown-offering");
    EXPECT_EQ(code(order(m_hotel.doubles, "2026-05-01", "2026-05-03"), 2), "422 bad-stay");
    made(send(paidOrder(), 3));
    made(send(paidOrder(), 4));
    EXPECT_EQ(code(paidOrder(), 5), "409 no-stock");
    ReservationRequest elsewhere = order(m_hotel.doubles);
    elsewhere.property = idNumbered<PropertyId>(77);
    EXPECT_EQ(code(elsewhere, 6), "404 unknown-property");
    EXPECT_EQ(codeOf(send("{\"property\":1}", key(7))), "bad-reservation-request");
    EXPECT_EQ(codeOf(send("{", key(8))), "json-malformed");
    EXPECT_EQ(codeOf(send(encodeReservationRequest(order(m_hotel.doubles)), "")), "bad-idempotency-key");
}

TEST_P(Guests, aLinkOpensOnesOwnReservationUntilItIsRevoked)
{
    launch();
    const ReservationMade answer = made(send(order(m_hotel.doubles), 1));
    const std::string own = "/v1/mypage/" + answer.token;
    EXPECT_EQ(codeOf(get(own)), "page-not-ready");
    project();
    const RawAnswer page = get(own);
    ASSERT_EQ(page.status, 200);
    const auto view = decodeGuestReservation(page.body);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->code, answer.code);
    EXPECT_EQ(page.header("is-current"), "true");
    ASSERT_TRUE(m_storage->revokeGuestLinks(answer.reservation));
    EXPECT_EQ(get(own).status, 410);
    const auto links = GuestLinks::make({}, *m_storage, [] { return std::string("https://hotel.example"); });
    const auto fresh = links->linkTo(answer.reservation);
    ASSERT_TRUE(fresh);
    EXPECT_EQ(get("/v1/mypage/" + fresh->substr(fresh->rfind('/') + 1)).status, 200);
}

TEST_P(Guests, aLinkEndsSomeMonthsAfterTheDeparture)
{
    m_guests.links.goodFor = Days{10};
    launch();
    const ReservationMade answer = made(send(order(m_hotel.doubles, "2026-05-10", "2026-05-11"), 1));
    project();
    addAccount("mina", Role::Manager, {m_hotel.property});
    WireDesk desk = deskOf("mina");
    const auto isGood = [&] { return get("/v1/mypage/" + answer.token).status == 200; };
    for (Date day = date("2026-05-11"); day <= date("2026-05-21"); day += Days{1})
        ASSERT_TRUE(
            is<Applied>(desk.sendOne(m_hotel.property, desk.commands.command(AdvanceBusinessDate{day}))));
    EXPECT_TRUE(isGood());
    ASSERT_TRUE(is<Applied>(
        desk.sendOne(m_hotel.property, desk.commands.command(AdvanceBusinessDate{date("2026-05-22")}))));
    EXPECT_FALSE(isGood());
}

TEST_P(Guests, whenTooManyComeGuestsWaitAndDesksGoOn)
{
    m_guests.admission.atOnce = 3;
    m_guests.admission.longestWait = std::chrono::hours(1);
    launch();
    addAccount("mina", Role::Clerk, {m_hotel.property});
    WireDesk desk = deskOf("mina");
    std::promise<void> release = holdWriter();
    constexpr std::uint64_t many = 20;
    std::vector<std::future<RawAnswer>> answers;
    for (std::uint64_t n = 0; n < many; ++n)
        answers.push_back(std::async(std::launch::async, [this, n] {
            return send(order(m_hotel.doubles, "2026-06-01", "2026-06-03"), n);
        }));
    // All but those inside are answered while the writer stands still.
    const auto isAnswered = [](const std::future<RawAnswer> &answer) {
        return answer.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    };
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::count_if(answers.begin(), answers.end(), isAnswered) < static_cast<long>(many) - 3 &&
           std::chrono::steady_clock::now() < until)
        std::this_thread::yield();
    // A guest with a browser is told so in their language; the desk's command is taken.
    const RawAnswer page = get("/book/" + toString(m_hotel.property), "Accept-Language: ko\r\n");
    EXPECT_EQ(page.status, 503);
    EXPECT_FALSE(page.header("retry-after").empty());
    EXPECT_NE(page.body.find("손님이 한꺼번에 몰렸습니다"), std::string::npos);
    auto command = std::async(std::launch::async, [&] {
        return desk.sendOne(m_hotel.property, desk.commands.command(wish(desk)));
    });
    release.set_value();
    EXPECT_TRUE(is<Applied>(command.get()));
    int taken = 0;
    for (auto &answer : answers) {
        const RawAnswer got = answer.get();
        if (got.status == 503) {
            EXPECT_FALSE(got.header("retry-after").empty());
            continue;
        }
        const auto found = m_storage->reservation(m_hotel.property, made(got).reservation);
        EXPECT_TRUE(found && *found) << "accepted and lost";
        ++taken;
    }
    EXPECT_EQ(taken, 3);
}

TEST_P(Guests, oneTelephoneGetsNoMoreMessagesThanAFamilyNeeds)
{
    launch();
    int made = 0;
    RawAnswer last;
    for (std::uint64_t n = 0; n < 20; ++n) {
        ReservationRequest request = order(m_hotel.doubles);
        // However the number is written.
        request.guest.phone = n % 2 == 0 ? "010-5555-1234" : "+82 10 5555 1234";
        last = send(request, n);
        made += last.status == 201;
    }
    EXPECT_EQ(made, 8);
    EXPECT_EQ(last.status, 429);
    EXPECT_EQ(codeOf(last), "too-many-requests");
    EXPECT_GT(std::stoi(last.header("retry-after")), 60);
    // Somebody else at the same address may; and what was ordered is still told.
    ReservationRequest other = order(m_hotel.doubles);
    other.guest.phone = "010-7777-1234";
    EXPECT_EQ(send(other, 100).status, 201);
    EXPECT_EQ(send(order(m_hotel.doubles), 0).status, 201);
}

TEST_P(Guests, oneAddressOrdersNoMoreThanALobbyFullOfGuests)
{
    launch();
    int made = 0;
    const auto sendFrom = [&](std::uint64_t n) {
        ReservationRequest request = order(m_hotel.doubles);
        request.guest.phone = "010-1000-" + std::to_string(1000 + n);
        return send(request, n).status;
    };
    for (std::uint64_t n = 0; n < 50; ++n)
        made += sendFrom(n) == 201;
    EXPECT_EQ(made, 30);
    // Another process has seen none of them, and knows all the same.
    restart();
    EXPECT_EQ(sendFrom(60), 429);
    m_clock.now = m_clock.now.load() + std::chrono::seconds(20);
    restart();
    EXPECT_EQ(sendFrom(61), 201);
}

TEST_P(Guests, onePropertyTakesNoMoreThanItsLimit)
{
    m_guests.limits.perProperty = {3, 0.01, 10};
    launch();
    int made = 0;
    for (std::uint64_t n = 0; n < 6; ++n) {
        ReservationRequest request = order(m_hotel.doubles);
        request.guest.phone = "010-1000-" + std::to_string(1000 + n);
        made += send(request, n).status == 201;
    }
    EXPECT_EQ(made, 3);
}

TEST_P(Guests, whatIsRefusedAThousandTimesIsAFewLinesOfTheAudit)
{
    m_guests.limits.perPhone = m_guests.limits.perAddress = {100'000, 1'000, 10};
    launch();
    const auto entries = [&](std::string_view code) {
        std::vector<AuditEntry> found;
        AuditPage page = m_storage->audit(m_hotel.property, {}).value();
        for (AuditEntry &entry : page.entries) {
            if (entry.code == code)
                found.push_back(std::move(entry));
        }
        return found;
    };
    ReservationRequest impossible = order(m_hotel.doubles, "2026-05-01", "2026-05-03");
    for (std::uint64_t n = 0; n < 120; ++n)
        EXPECT_EQ(send(impossible, n).status, 422);
    restart(); // the end of a process, or of the hour, tells the rest
    const auto told = entries("bad-stay");
    ASSERT_EQ(told.size(), 4u); // 1, 10, 100, 120
    EXPECT_EQ(told.back().reservation.has_value(), true);
    EXPECT_EQ(told.front().changes.front(), (AuditedChange{"requests", "100", "120", false}));
    EXPECT_EQ(told.front().address, "127.0.0.0/24") << "those of a whole network count together";
    EXPECT_EQ(told.back().address, "127.0.0.1") << "the first one is told as it was";
    m_guests.limits.perPhone = {1, 0.001, 10};
    restart();
    for (std::uint64_t n = 200; n < 320; ++n)
        send(order(m_hotel.doubles), n);
    restart();
    EXPECT_EQ(entries("too-many-requests").size(), 4u);
}

TEST_P(Guests, aNameWithALinkOrANumberIsNoName)
{
    launch();
    std::uint64_t n = 0;
    for (const char *name : {"free rooms at casino.com", "전화 010-1234-5678", "https://x.example"}) {
        ReservationRequest request = order(m_hotel.doubles);
        request.guest.name = name;
        const RawAnswer answer = send(request, ++n);
        EXPECT_EQ(answer.status, 422);
        EXPECT_EQ(codeOf(answer), "name-not-plain");
    }
}

TEST_P(Guests, aLinkThatWasTakenBackIsNotGivenAgain)
{
    launch();
    const ReservationMade first = made(send(order(m_hotel.doubles), 1));
    ASSERT_TRUE(m_storage->revokeGuestLinks(first.reservation));
    const ReservationMade again = made(send(order(m_hotel.doubles), 1));
    EXPECT_NE(again.token, first.token);
    EXPECT_EQ(get("/v1/mypage/" + first.token).status, 410);
    project();
    EXPECT_EQ(get("/v1/mypage/" + again.token).status, 200);
}

TEST_P(Guests, overTlsCookiesAreTheHostsOwn)
{
    m_guests.publicUrl = "https://hotel.example";
    launch();
    const RawAnswer page = get("/book/" + toString(m_hotel.property));
    const std::string cookie = page.header("set-cookie");
    EXPECT_TRUE(cookie.starts_with("__Host-deskbell_guest=")) << cookie;
    EXPECT_NE(cookie.find("; Secure"), std::string::npos);
    EXPECT_NE(cookie.find("; Path=/;"), std::string::npos);
    EXPECT_EQ(cookie.find("Domain"), std::string::npos);
    // It is known again, and one without the prefix is not.
    const std::string kept = cookie.substr(0, cookie.find(';'));
    EXPECT_EQ(get("/book/" + toString(m_hotel.property), "Cookie: " + kept + "\r\n").header("set-cookie"),
              "");
    EXPECT_NE(
        get("/book/" + toString(m_hotel.property), "Cookie: " + kept.substr(7) + "\r\n").header("set-cookie"),
        "");
}

TEST_P(Guests, managersSeeRequestsWithWhatIsFreeJustNow)
{
    launch();
    made(send(order(m_hotel.doubles), 1));
    project();
    addAccount("mina", Role::Manager, {m_hotel.property});
    addAccount("anna", Role::Clerk, {m_hotel.property});
    EXPECT_EQ(deskOf("anna", 2).get(path("management")).status, 403);
    WireDesk desk = deskOf("mina");
    const auto lines = [&] {
        const RawAnswer answer = desk.get(path("management"));
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::parse(answer.body).at("lines").as_array();
    };
    ASSERT_EQ(lines().size(), 1u);
    EXPECT_EQ(lines().at(0).at("free").as_int64(), 2);
    EXPECT_TRUE(lines().at(0).at("isWaitingForAnswer").as_bool());
    // Somebody else takes a room of those nights: the line says so at once.
    const MakeReservation other = wish(desk);
    ASSERT_TRUE(is<Applied>(desk.sendOne(m_hotel.property, desk.commands.command(other))));
    ASSERT_TRUE(is<Applied>(
        desk.sendOne(m_hotel.property, desk.commands.command(ConfirmReservation{other.reservation}))));
    EXPECT_EQ(lines().at(0).at("free").as_int64(), 1);
}

TEST_P(Guests, pagesComeWithTheHeadersThatKeepStrangersOut)
{
    launch();
    const RawAnswer page = get("/book/" + toString(m_hotel.property));
    ASSERT_EQ(page.status, 200);
    const std::string policy = page.header("content-security-policy");
    EXPECT_NE(policy.find("default-src 'none'"), std::string::npos);
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
    EXPECT_EQ(page.header("referrer-policy"), "no-referrer");
    EXPECT_EQ(page.header("x-frame-options"), "DENY");
    EXPECT_EQ(page.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(page.header("cache-control"), "no-store");
    const std::string cookie = page.header("set-cookie");
    EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
    EXPECT_NE(cookie.find("SameSite=Lax"), std::string::npos);
}

TEST_P(Guests, nothingOfAGuestIsInTheLog)
{
    launch();
    const ReservationMade answer = made(send(order(m_hotel.doubles), 1));
    project();
    get("/my/" + answer.token);
    get("/my/" + answer.token + "x");
    const std::string said = logged();
    EXPECT_NE(said.find(toString(answer.reservation)), std::string::npos);
    for (const std::string &secret : {answer.token, std::string("Secretname"), std::string("5555")})
        EXPECT_EQ(said.find(secret), std::string::npos);
}

} // namespace
} // namespace deskbell::server::testing
