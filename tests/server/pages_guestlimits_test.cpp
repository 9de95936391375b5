// What guests may not have: more than the pages offer, more than one guest needs, more messages than a
// family, names that advertise.

#include <future>
#include <thread>

#include "server/guestsfixture.h"

namespace deskbell::server::testing {
namespace {

class LimitedGuests : public Guests
{
};

DESKBELL_ON_EVERY_DATABASE(LimitedGuests);

TEST_P(LimitedGuests, anOrderIsNoLargerThanThePagesOffer)
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

TEST_P(LimitedGuests, ticketsThatAreNotPaidAreLimitedForOneGuestAndNotForOthers)
{
    launch();
    const OfferingId show = opera();
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
    WireDesk root = deskOf("root", 2);
    ASSERT_TRUE(is<Applied>(root.sendOne(
        m_hotel.property, root.commands.command(CancelReservation{others.reservation, "case"}))));
    request.guest.phone = "010-5555-1234";
    EXPECT_EQ(codeOf(send(request, 54)), "too-many-unpaid") << "another's end frees nothing of theirs";
}

TEST_P(LimitedGuests, whenTooManyComeGuestsWaitAndDesksGoOn)
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
    EXPECT_NE(page.body.find("접속이 많아 잠시 지연되고 있습니다"), std::string::npos);
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

TEST_P(LimitedGuests, oneTelephoneGetsNoMoreMessagesThanAFamilyNeeds)
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

TEST_P(LimitedGuests, oneAddressOrdersNoMoreThanALobbyFullOfGuests)
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

TEST(GuestLimits, aSiteWithManyAddressesHasALimitOfItsOwn)
{
    GuestLimits::Settings settings;
    settings.perSite = {10, 0.01, 100};
    GuestLimits limits(settings);
    const auto now = std::chrono::steady_clock::now();
    const auto taken = [&](const std::string &before, const std::string &after) {
        int count = 0;
        for (int n = 0; n < 20; ++n) {
            const std::string number = std::to_string(n + 1);
            const GuestLimits::Asking asking{PropertyId{}, before + number + after,
                                             "010-1000-" + std::to_string(1000 + n)};
            EXPECT_EQ(limits.turnsOf(asking).size(), asking.address.find(':') == std::string::npos ? 3u : 4u);
            count += !limits.mustWait(asking, now);
        }
        return count;
    };
    EXPECT_EQ(taken("2001:db8:7:", "::5"), 10);
    EXPECT_EQ(taken("2001:db8:8:", "::5"), 10) << "another site has its own";
    EXPECT_EQ(taken("192.0.2.", ""), 20) << "an IPv4 address is a site";
}

TEST_P(LimitedGuests, onePropertyTakesNoMoreThanItsLimit)
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

TEST_P(LimitedGuests, whatIsRefusedAThousandTimesIsAFewLinesOfTheAudit)
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

TEST_P(LimitedGuests, aNameWithALinkOrANumberIsNoName)
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

} // namespace
} // namespace deskbell::server::testing
