// Guests at the door: what they order by program, and what their links open.

#include <boost/json.hpp>

#include "protocol/health.h"
#include "server/guestsfixture.h"
#include "server/pages/guestlinks.h"

namespace deskbell::server::testing {
namespace {

namespace json = boost::json;

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

TEST_P(Guests, whereNobodyChargesCardsAnOrderWithOneHoldsNothing)
{
    m_hasCardService = false;
    launch();
    const int free = freePrepaid();
    const RawAnswer refused = send(paidOrder(), 1);
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(codeOf(refused), "cards-not-charged");
    EXPECT_FALSE(refused.header("retry-after").empty());
    EXPECT_EQ(freePrepaid(), free);
    made(send(order(m_hotel.doubles), 2));

    ASSERT_TRUE(m_storage->report({{"house:1", "payment", m_clock.now.load(), {}}}));
    m_later = m_later.load() + std::chrono::milliseconds(600); // what was read is good for a moment
    made(send(paidOrder(), 1));
    EXPECT_NE(freePrepaid(), free);
}

TEST_P(Guests, reportsThatCouldNotBeReadAreNoCardService)
{
    m_hasCardService = false;
    launch();
    m_disk->tamper("ALTER TABLE role_report RENAME TO elsewhere");
    made(send(paidOrder(), 1)); // nobody knows
    m_disk->tamper("ALTER TABLE elsewhere RENAME TO role_report");
    m_later = m_later.load() + std::chrono::milliseconds(600);
    EXPECT_EQ(codeOf(send(paidOrder(), 2)), "cards-not-charged");
}

TEST_P(Guests, whileTheProviderIsOverloadedTicketsArePausedAndTheRestGoesOn)
{
    launch();
    const OfferingId show = opera();
    const ReservationRequest request = order(show, "2026-06-20", "2026-06-20");
    const ReservationMade before = made(send(request, 1));
    project();
    const auto report = [this](const std::string &state, std::int64_t opensInMs) {
        ASSERT_TRUE(m_storage->report(
            {{"house:1", "payment", m_clock.now.load(), encodeBreaker({state, 10, 100, 0, opensInMs})}}));
        // What was read a moment ago is good for a moment.
        m_later = m_later.load() + std::chrono::milliseconds(600);
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
    EXPECT_NE(page.body.find("새 예약 접수를 잠시 멈췄습니다"), std::string::npos);
    const RawAnswer own = get("/my/" + before.token, "Accept-Language: ko\r\n");
    EXPECT_NE(own.body.find("결제가 지연되고 있습니다"), std::string::npos);
    EXPECT_EQ(own.body.find("id=\"pay\""), std::string::npos);
    report("half-open", 0);
    made(send(request, 4));
}

TEST_P(Guests, aWrongAddressIsAPageForPeopleAndAProblemForPrograms)
{
    launch();
    for (const char *path : {"/", "/book", "/book/", "/my", "/nothing/here"}) {
        const RawAnswer page = get(path, "Accept: text/html,*/*\r\nAccept-Language: ko\r\n");
        EXPECT_EQ(page.status, 404) << path;
        EXPECT_NE(page.body.find("페이지를 찾을 수 없습니다"), std::string::npos) << path;
        EXPECT_FALSE(page.header("content-security-policy").empty());
        EXPECT_EQ(codeOf(get(path)), "not-found") << path;
    }
}

TEST_P(Guests, aPerformanceThatHasBegunIsSoldToNoGuest)
{
    launch();
    const OfferingId show = opera(); // at seven in the evening in Lisbon
    ReservationRequest request = order(show, "2026-06-20", "2026-06-20");
    m_clock.now = instant("2026-06-20T17:59:00Z");
    made(send(request, 1));
    m_clock.now = instant("2026-06-20T18:00:00Z");
    const RawAnswer late = send(request, 2);
    EXPECT_EQ(late.status, 422);
    EXPECT_EQ(codeOf(late), "not-then");
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
