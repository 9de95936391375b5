#include "server/storagemodel.h"

#include <rapidcheck.h>

#include "protocol/cursor.h"

namespace deskbell::server::testing {

using namespace protocol;

Follower::Follower(Storage &storage, const PropertyId &property, const Window &window)
    : m_storage(storage), m_property(property), m_window(window)
{
    auto snapshot = readSnapshot(storage, property, window);
    rows = std::move(snapshot.reservations);
    cursor = parseCursor(snapshot.end.cursor).value();
    EXPECT_EQ(snapshot.end.digests[static_cast<std::size_t>(entityOf<Reservation>())], digestOf(rows));
    EXPECT_EQ(snapshot.end.count, snapshot.rows);
}

void Follower::follow(std::size_t limit)
{
    while (true) {
        const auto text = m_storage.changes(cursor, limit);
        ASSERT_TRUE(text) << text.error().code;
        const auto page = decodeChangesPage(*text);
        ASSERT_TRUE(page);
        EXPECT_EQ(encodeChangesPage(*page), *text) << "the page is what the protocol writes";
        EXPECT_LE(page->transactions.size(), limit);
        for (const Transaction &transaction : page->transactions)
            take(transaction);
        EXPECT_EQ(parseCursor(page->cursor)->seq, cursor.seq);
        cursor = parseCursor(page->cursor).value();
        if (page->isUpToDate)
            return;
        ASSERT_FALSE(page->transactions.empty());
    }
}

void Follower::take(const Transaction &transaction)
{
    ASSERT_EQ(transaction.seq, cursor.seq + 1) << "a number was skipped";
    cursor.seq = transaction.seq;
    for (const Row &row : transaction.rows) {
        if (const auto *reservation = std::get_if<Reservation>(&row)) {
            ASSERT_TRUE(isSeen(m_window, placeOf(*reservation)));
            rows[reservation->id.value] = *reservation;
        }
    }
    for (const Leave &leave : transaction.leaves)
        ASSERT_EQ(rows.erase(leave.id), 1u) << "left without having been there";
}

/// Any commands at all, most of them sensible: the model is decide() itself.
CommandArgs anyCommand(const SmallHotel &hotel, const std::vector<ReservationId> &known)
{
    const auto id = *rc::gen::elementOf(known);
    const auto offering = *rc::gen::element(hotel.doubles, hotel.prepaid, hotel.instant);
    const Date arrival = date("2026-05-08") + Days{*rc::gen::inRange(0, 20)};
    const int nights = *rc::gen::inRange(0, 5);
    const std::vector<std::int64_t> prices(static_cast<std::size_t>(std::max(nights, 1)), 5000);
    const Stay stay{arrival, arrival + Days{nights}};
    const auto unit = hotel.room(offering, *rc::gen::inRange(1, 3));
    const auto euro = *parseCurrency("EUR");
    switch (*rc::gen::inRange(0, 14)) {
    case 0:
    case 1: {
        MakeReservation make;
        make.reservation = id;
        make.offering = offering;
        make.stay = stay;
        make.guest.name = "Guest";
        make.currency = euro;
        make.nightlyPrices = prices;
        return make;
    }
    case 2:
    case 3:
        return ConfirmReservation{id};
    case 4:
        return CancelReservation{id, "changed plans"};
    case 5:
        return MoveReservation{id, offering, stay, std::nullopt, prices};
    case 6:
        return MoveReservation{id, offering, stay, unit, prices};
    case 7:
        return AssignUnit{id, unit};
    case 8:
        return CheckIn{id};
    case 9:
        return CheckOut{id};
    case 11:
    case 12:
        return SwapUnits{id, *rc::gen::elementOf(known)};
    case 10:
        return TakePayment{id,
                           {makeNamedUuid(id.value, std::to_string(*rc::gen::inRange(0, 5)))},
                           *rc::gen::element(PaymentMethod::Cash, PaymentMethod::Card),
                           {*rc::gen::element<std::int64_t>(5000, 10000, 20000), euro},
                           "token"};
    default:
        return MarkNoShow{id};
    }
}

} // namespace deskbell::server::testing
