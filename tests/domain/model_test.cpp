// Any sequence of commands, sensible or not, keeps what must always hold: stock and units are never
// given twice, money in minus money back is what the ledger says, ends are ends.

#include <algorithm>
#include <random>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/overlay.h"
#include "support/memory_hotel.h"

namespace deskbell::testing {
namespace {

constexpr int nightsAhead = 8;
constexpr std::uint64_t reservationCount = 10;

/// Draws commands about a few reservations of a small, nearly full hotel. What it draws follows
/// from the words given, so that a failing sequence shrinks.
class Draw
{
public:
    Draw(const MemoryHotel &hotel, const std::vector<OfferingId> &offerings, std::uint64_t word,
         std::uint64_t step)
        : m_hotel(hotel), m_offerings(offerings), m_engine(word * 2654435761u + step), m_step(step)
    {
    }

    CommandArgs command();
    Role roleFor(const CommandArgs &args)
    {
        const CommandType type = typeOf(args);
        if (below(20) == 0)
            return static_cast<Role>(below(4));
        return mayDo(Role::Admin, type) ? Role::Admin : Role::System;
    }
    std::uint64_t below(std::uint64_t limit) { return m_engine() % limit; }

private:
    template <typename IdType>
    IdType fresh()
    {
        return idNumbered<IdType>(0x10000 + m_step);
    }
    OfferingId anyOffering() { return m_offerings[below(m_offerings.size())]; }
    std::optional<UnitId> anyUnit(const OfferingId &offering)
    {
        const auto units = m_hotel.unitsOf(offering);
        if (units.empty())
            return std::nullopt;
        return units[below(units.size())];
    }
    Stay anyStay(Date from)
    {
        const Date arrival = from + Days{static_cast<int>(below(4))};
        return {arrival, arrival + Days{static_cast<int>(below(4))}};
    }
    std::vector<std::int64_t> prices(const Workflow &workflow, const Stay &stay)
    {
        const bool isOne = workflow.slotKind == SlotKind::Once || stay.isDayUse();
        std::vector<std::int64_t> all(isOne ? 1 : static_cast<std::size_t>(stay.nights()));
        for (auto &price : all)
            price = static_cast<std::int64_t>(below(4)) * 1000;
        return all;
    }
    CommandArgs make(const ReservationId &id);
    CommandArgs money(const Reservation &now);

    const MemoryHotel &m_hotel;
    const std::vector<OfferingId> &m_offerings;
    std::mt19937_64 m_engine;
    std::uint64_t m_step;
};

CommandArgs Draw::make(const ReservationId &id)
{
    const OfferingId offering = anyOffering();
    MakeReservation command = request(m_hotel, id, offering);
    command.stay = anyStay(m_hotel.businessDate);
    command.quantity = below(4) == 0 ? 2 : 1;
    command.nightlyPrices = prices(m_hotel.offering(offering)->workflow, command.stay);
    if (below(2) == 0 && command.quantity == 1)
        command.wish = anyUnit(offering);
    if (below(4) != 0)
        command.guest.phone = "010-1234-5678";
    command.guest.wantsNotices = below(8) != 0;
    return command;
}

CommandArgs Draw::money(const Reservation &now)
{
    const auto fraction = [&](Money whole) {
        return Money{whole.minor / static_cast<std::int64_t>(1 + below(3)), whole.currency};
    };
    if (now.payments.empty() || (below(3) == 0 && chargeable(now).minor > 0))
        return TakePayment{now.id, fresh<PaymentId>(), static_cast<PaymentMethod>(below(3)),
                           fraction(chargeable(now)), "token"};
    const Payment &payment = now.payments[below(now.payments.size())];
    if (isUnderWay(payment.state) && below(4) != 0)
        return RecordPaymentOutcome{now.id, payment.id,
                                    static_cast<PaymentState>(below(countOf<PaymentState>)), ""};
    if (payment.refunds.empty() || below(2) == 0)
        return RefundPayment{now.id, payment.id, fresh<RefundId>(), fraction(payment.amount), ""};
    const Refund &refund = payment.refunds[below(payment.refunds.size())];
    return RecordRefundOutcome{now.id, payment.id, refund.id, static_cast<RefundState>(below(4)), ""};
}

CommandArgs Draw::command()
{
    const auto id = idNumbered<ReservationId>(1 + below(reservationCount));
    const Reservation *now = m_hotel.find(id);
    if (!now)
        return make(id);
    switch (below(16)) {
    case 0:
    case 1:
        return ConfirmReservation{id};
    case 2:
        return below(3) == 0 ? CommandArgs(RejectReservation{id, "full"}) : CommandArgs(CheckIn{id});
    case 3:
        // More often where it takes its time, which begins with a card that was taken.
        return below(now->workflow.cancelOrder == CancelOrder::RefundFirst ? 8 : 2) != 1
                   ? CommandArgs(CancelReservation{id, "ill"})
                   : CommandArgs(CheckOut{id});
    case 4:
    case 5: {
        const Stay stay = anyStay(now->stay.arrival);
        const OfferingId offering = below(2) == 0 ? now->offering : anyOffering();
        const auto unit = below(3) == 0 ? std::nullopt : anyUnit(offering);
        return MoveReservation{id, offering, stay, unit, prices(now->workflow, stay)};
    }
    case 6:
    case 7:
        return AssignUnit{id, anyUnit(now->offering).value_or(UnitId{})};
    case 8:
        return below(2) == 0 ? CommandArgs(UnassignUnit{id}) : CommandArgs(MarkNoShow{id});
    case 9:
        return below(2) == 0 ? CommandArgs(EditNote{id, "note"})
                             : SwapUnits{id, idNumbered<ReservationId>(1 + below(reservationCount))};
    default:
        return money(*now);
    }
}

/// The provider's and the cash box's own count, from the events alone.
struct Ledger
{
    std::map<PaymentId, std::int64_t> taken;
    std::map<PaymentId, std::int64_t> returned;
    std::map<PaymentId, std::int64_t> onTheWayBack; ///< requested or unknown
    std::map<RefundId, std::int64_t> refunds;

    void hear(const Events &events)
    {
        for (const Event &event : events) {
            if (const auto *accepted = std::get_if<PaymentAccepted>(&event))
                amounts[accepted->payment.id] = accepted->payment.amount.minor;
            if (const auto *moved = std::get_if<PaymentMoved>(&event);
                moved && moved->to == PaymentState::Taken) {
                RC_ASSERT(taken.count(moved->payment) == 0u); // never captured twice
                taken[moved->payment] = amounts.at(moved->payment);
            }
            if (const auto *asked = std::get_if<RefundRequested>(&event)) {
                RC_ASSERT(refunds.count(asked->refund.id) == 0u);
                refunds[asked->refund.id] = asked->refund.amount.minor;
                onTheWayBack[asked->payment] += asked->refund.amount.minor;
            }
            if (const auto *refund = std::get_if<RefundMoved>(&event);
                refund && (refund->to == RefundState::Done || refund->to == RefundState::Failed)) {
                const std::int64_t amount = refunds.at(refund->refund);
                onTheWayBack[refund->payment] -= amount;
                returned[refund->payment] += refund->to == RefundState::Done ? amount : 0;
            }
        }
    }
    std::map<PaymentId, std::int64_t> amounts;
};

class World
{
public:
    /// Two offerings of any two workflows, small enough that everyone is in everyone's way.
    explicit World(std::uint64_t word)
    {
        for (const std::uint64_t which : {word % workflows::all.size(), word / 7 % workflows::all.size()}) {
            // As they are, or with other terms.
            Workflow workflow = workflows::all[which];
            if (word / 98 % 3 == 0)
                workflow = withTerms(workflow, {static_cast<ConfirmationRule>(word / 294 % 2),
                                                hasTimeToPay(workflow) ? 60 : 0});
            const int size = static_cast<int>(1 + word / 49 % 2);
            m_offerings.push_back(workflow.unit == UnitTiming::None ? hotel.addOffering(workflow, 0, 3)
                                                                    : hotel.addOffering(workflow, size));
        }
    }

    void step(std::uint64_t word)
    {
        Draw draw(hotel, m_offerings, word, m_step++);
        if (draw.below(25) == 0) {
            hotel.businessDate += Days{1};
            return;
        }
        const CommandArgs command = draw.command();
        const ReservationId id = *reservationOf(command);
        const auto before = hotel.find(id) ? std::optional(*hotel.find(id)) : std::nullopt;
        const auto events = hotel.submit(command, draw.roleFor(command));
        if (events) {
            RC_ASSERT(!events->empty());
            ledger.hear(*events);
            checkEnds(before, *hotel.find(id));
            checkNotices(before, *hotel.find(id));
            checkRoomMoves(before, *hotel.find(id));
        } else {
            RC_ASSERT(!events.error().code.empty());
        }
        checkHotel();
    }

    MemoryHotel hotel;
    Ledger ledger;
    const std::vector<OfferingId> &offerings() const { return m_offerings; }

private:
    static void checkEnds(const std::optional<Reservation> &before, const Reservation &after)
    {
        if (before && isFinal(before->state))
            RC_ASSERT(after.state == before->state);
        if (before && before->state == ReservationState::InHouse)
            RC_ASSERT(
                (after.state == ReservationState::InHouse || after.state == ReservationState::Departed));
        if (before && before->state == ReservationState::Confirmed)
            RC_ASSERT(after.state != ReservationState::AwaitingPayment);
    }
    /// A guest has a unit in every night of the stay, one after the other, and what was slept stays.
    void checkRoomMoves(const std::optional<Reservation> &before, const Reservation &after) const
    {
        const auto held = unitNights(after);
        for (std::size_t i = 0; i < held.size(); ++i) {
            RC_ASSERT(held[i].nights.arrival == (i == 0 ? after.stay.arrival : held[i - 1].nights.departure));
            RC_ASSERT((i == 0 || held[i].unit != held[i - 1].unit));
            RC_ASSERT((i + 1 == held.size() || held[i].nights.nights() > 0));
        }
        RC_ASSERT((held.empty() || held.back().nights.departure == after.stay.departure));
        if (!before || before->state != ReservationState::InHouse ||
            after.workflow.slotKind == SlotKind::Once)
            return;
        const Date over = std::min(before->stay.departure, hotel.businessDate);
        for (Date night = after.stay.arrival; night < over; night += Days{1})
            RC_ASSERT((unitIn(*before, night) == unitIn(after, night)));
    }
    static std::optional<UnitId> unitIn(const Reservation &reservation, Date night)
    {
        for (const auto &[unit, nights] : unitNights(reservation)) {
            if (nights.contains(night))
                return unit;
        }
        return std::nullopt;
    }
    /// Who wants to know hears of every change of state, in one notice for a change; nobody else anything.
    /// That a payment is awaited is no news to who is paying already.
    static void checkNotices(const std::optional<Reservation> &before, const Reservation &after)
    {
        const std::size_t known = before ? before->notices.size() : 0;
        const bool isReached = after.guest.wantsNotices && !after.guest.phone.empty();
        const bool hasChanged = !before || before->state != after.state;
        RC_ASSERT((after.notices.size() == known || after.notices.size() == known + 1));
        RC_ASSERT((isReached || after.notices.empty()));
        const bool isPaying = after.state == ReservationState::AwaitingPayment && owed(after).minor > 0 &&
                              chargeable(after).isZero();
        if (isReached && hasChanged && !isPaying) {
            RC_ASSERT(after.notices.size() == known + 1);
            RC_ASSERT(toString(after.notices.back().kind) == toString(after.state));
        }
        std::set<NoticeId> ids;
        for (const Notice &notice : after.notices)
            RC_ASSERT(ids.insert(notice.id).second);
    }
    void checkHotel() const
    {
        std::set<std::pair<UnitId, Date>> nights;
        std::set<UnitId> occupied;
        std::map<OfferingId, int> kept; // tonight, by overstays: more than there is where tonight is sold
        for (const auto &[id, reservation] : hotel.reservations()) {
            checkReservation(reservation);
            if (reservation.workflow.slotKind == SlotKind::Once)
                continue;
            // One guest a room, but for one who was to move on to it by plan.
            const auto present = presentUnit(reservation, hotel.businessDate);
            if (present && reservation.earlierUnits.empty())
                RC_ASSERT(occupied.insert(present->unit).second);
            if (isOverstay(reservation, hotel.businessDate))
                kept[reservation.offering] += reservation.quantity;
            for (const auto &[unit, held] : unitNights(reservation)) {
                for (Date night = held.arrival; night < held.departure; night += Days{1})
                    RC_ASSERT(nights.insert({unit, night}).second); // one guest a night
            }
        }
        for (const OfferingId &offering : m_offerings) {
            // A night that is over may have been sold and slept in by one who stayed over.
            for (int day = 0; day <= 4 * nightsAhead; ++day)
                RC_ASSERT(hotel.free(offering, hotel.businessDate + Days{day}) +
                              (day == 0 ? kept[offering] : 0) >=
                          0);
            RC_ASSERT(hotel.free(offering, onlySlot) >= 0);
        }
    }
    void checkReservation(const Reservation &reservation) const
    {
        using enum ReservationState;
        const ReservationState state = reservation.state;
        if (reservation.unit)
            RC_ASSERT((reservation.holdsStock && reservation.quantity == 1));
        if (state == Cancelled || state == Rejected || state == NoShow)
            RC_ASSERT((!reservation.holdsStock && !reservation.unit));
        if (state == Confirmed || state == InHouse)
            RC_ASSERT(reservation.holdsStock);
        if (state == Departed)
            RC_ASSERT(reservation.holdsStock == (reservation.workflow.use == StockUse::Consumed));
        RC_ASSERT(progress(reservation) == state);
        checkMoney(reservation);
    }
    void checkMoney(const Reservation &reservation) const
    {
        const auto sum = [](const std::map<PaymentId, std::int64_t> &of, const PaymentId &id) {
            const auto found = of.find(id);
            return found == of.end() ? 0 : found->second;
        };
        const bool isOver = reservation.state == ReservationState::Cancelled ||
                            reservation.state == ReservationState::Rejected;
        std::int64_t net = 0;
        for (const Payment &payment : reservation.payments) {
            const std::int64_t taken = sum(ledger.taken, payment.id);
            const std::int64_t gone = sum(ledger.returned, payment.id) + sum(ledger.onTheWayBack, payment.id);
            RC_ASSERT(gone >= 0);
            RC_ASSERT(gone <= taken); // never more back than was taken
            RC_ASSERT(refundable(payment).minor == taken - gone);
            const bool hasFailed =
                std::any_of(payment.refunds.begin(), payment.refunds.end(),
                            [](const Refund &r) { return r.state == RefundState::Failed; });
            if (isOver && !hasFailed && payment.method == PaymentMethod::Card)
                RC_ASSERT(gone == taken); // all of it back, once
            if (isOver)
                RC_ASSERT(
                    (payment.state != PaymentState::Pending && payment.state != PaymentState::ProviderBusy));
            net += taken - sum(ledger.returned, payment.id);
        }
        RC_ASSERT(paidNet(reservation).minor == net);
    }

    std::vector<OfferingId> m_offerings;
    std::uint64_t m_step = 0;
};

RC_GTEST_PROP(AnySequence, keepsStockUnitsMoneyAndEnds, ())
{
    const auto words =
        *rc::gen::container<std::vector<std::uint64_t>>(200, rc::gen::arbitrary<std::uint64_t>());
    World world(words[0]);
    for (const std::uint64_t word : words)
        world.step(word);
}

/// The properties above say nothing about what the drawn commands never reach.
TEST(AnySequence, reachesEveryStateAndCarriesOutEveryCommand)
{
    std::mt19937_64 engine(20261121);
    std::set<ReservationState> states;
    std::set<std::string> told;
    for (int round = 0; round < 200; ++round) {
        World world(engine());
        for (int i = 0; i < 200; ++i) {
            world.step(engine());
            for (const auto &[id, reservation] : world.hotel.reservations())
                states.insert(reservation.state);
        }
        for (const auto &[id, reservation] : world.hotel.reservations()) {
            for (const HistoryEntry &entry : reservation.history)
                told.insert(entry.what + (entry.detail == "no-stock" ? " no-stock" : ""));
        }
    }
    EXPECT_EQ(states.size(), static_cast<std::size_t>(countOf<ReservationState>));
    for (const char *event : {"reservation-requested",
                              "request-approved",
                              "reservation-confirmed",
                              "reservation-rejected",
                              "reservation-cancelled",
                              "reservation-cancelled no-stock",
                              "unit-assigned",
                              "unit-unassigned",
                              "reservation-moved",
                              "guest-checked-in",
                              "guest-checked-out",
                              "guest-did-not-show",
                              "payment-accepted",
                              "payment-taken",
                              "payment-declined",
                              "payment-unknown",
                              "payment-withdrawn",
                              "payment-provider-busy",
                              "refund-requested",
                              "refund-done",
                              "refund-failed",
                              "refund-unknown",
                              "note-edited"})
        EXPECT_TRUE(told.count(event)) << event;
}

RC_GTEST_PROP(AnySequence, theOverlayOfWhatIsQueuedIsWhatTheBackendMakesOfIt, ())
{
    const auto words =
        *rc::gen::container<std::vector<std::uint64_t>>(60, rc::gen::arbitrary<std::uint64_t>());
    World world(words[0]);
    for (std::size_t i = 0; i + 8 < words.size(); ++i)
        world.step(words[i]);
    // A lane of one reservation, drawn as a clerk would go on from what the desk shows.
    const auto id = idNumbered<ReservationId>(1 + words[0] % reservationCount);
    const Context context = world.hotel.context(Role::Admin);
    std::vector<Command> queue;
    MemoryHotel desk = world.hotel;
    for (std::size_t i = words.size() - 8; i < words.size(); ++i) {
        Draw draw(desk, world.offerings(), words[i], 1000 + i);
        const CommandArgs args = draw.command();
        if (reservationOf(args) != id || !desk.submit(args, Role::Admin))
            continue;
        Command command;
        command.args = args;
        command.madeAt = world.hotel.now;
        queue.push_back(command);
    }
    Overlay overlay(world.hotel);
    for (const Command &command : queue)
        overlay.lay(command, context);
    const auto laid = overlay.reservations().find(id);
    const Reservation *truth = world.hotel.find(id);
    const Overlaid seen = laid != overlay.reservations().end()
                              ? laid->second
                              : Overlaid{truth ? std::optional(*truth) : std::nullopt, 0, {}};
    RC_ASSERT(!seen.conflict);
    RC_ASSERT(seen.waiting == static_cast<int>(queue.size()));
    MemoryHotel backend = world.hotel;
    for (const Command &command : queue)
        RC_ASSERT(backend.submit(command.args, Role::Admin).has_value());
    const Reservation *settled = backend.find(id);
    RC_ASSERT((settled != nullptr) == seen.seen.has_value());
    if (settled) {
        Reservation expected = *settled;
        expected.version = seen.seen->version; // the backend's own count
        RC_ASSERT(*seen.seen == expected);
    }
}

} // namespace
} // namespace deskbell::testing
