#pragma once

// Values with every member set, and arbitrary ones: what a round trip is tried with.

#include <rapidcheck.h>

#include "domain/text.h"
#include "protocol/changes.h"
#include "protocol/commands.h"

namespace deskbell::protocol::samples {

/// Text as it may come: quotes, backslashes, line breaks, Korean, an emoji; always UTF-8.
inline rc::Gen<std::string> text()
{
    const auto piece =
        rc::gen::element<std::string>("a", "Z", "\"", "\\", "/", "\n", "\t", "\x01", "\x1f", "\x7f", "é",
                                      "김", "🛏", " ", "{", "}", "\u2028", "0", "null", "~");
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const auto &pieces) {
        std::string joined;
        for (const auto &one : pieces)
            joined += one;
        return joined;
    });
}

inline rc::Gen<Uuid> uuid()
{
    return rc::gen::map(rc::gen::container<std::array<std::uint8_t, 16>>(rc::gen::arbitrary<std::uint8_t>()),
                        [](const auto &bytes) { return Uuid{bytes}; });
}

template <typename IdType>
IdType id()
{
    return IdType{*uuid()};
}

inline Date date()
{
    return Date{Days{*rc::gen::inRange(-20000, 300000)}};
}

inline Instant instant()
{
    return Instant{
        std::chrono::milliseconds{*rc::gen::inRange<std::int64_t>(-2'000'000'000'000, 30'000'000'000'000)}};
}

inline LocalMinute localMinute()
{
    return date() + std::chrono::minutes{*rc::gen::inRange(0, 24 * 60)};
}

inline Currency currency()
{
    return *parseCurrency(*rc::gen::element<std::string>("EUR", "KRW", "KWD"));
}

inline Money money()
{
    return {*rc::gen::arbitrary<std::int64_t>(), currency()};
}

template <typename T>
std::optional<T> maybe(T value)
{
    return *rc::gen::arbitrary<bool>() ? std::optional(value) : std::nullopt;
}

inline Stay stay()
{
    return {date(), date()};
}

inline Guest guest()
{
    return {*text(),
            *text(),
            *text(),
            *text(),
            *text(),
            *rc::gen::arbitrary<bool>(),
            *rc::gen::arbitrary<bool>()};
}

template <typename Enum>
Enum oneOf(int count)
{
    return static_cast<Enum>(*rc::gen::inRange(0, count));
}

inline Payment payment()
{
    Payment made{id<PaymentId>(),
                 oneOf<PaymentMethod>(3),
                 money(),
                 oneOf<PaymentState>(paymentStateCount),
                 *text(),
                 *text(),
                 instant(),
                 {},
                 *rc::gen::arbitrary<bool>()};
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        made.refunds.push_back({id<RefundId>(), money(), oneOf<RefundState>(4), *text(), instant()});
    return made;
}

inline Notice notice()
{
    return {id<NoticeId>(),
            oneOf<NoticeKind>(noticeKindCount),
            oneOf<NoticeState>(noticeStateCount),
            oneOf<NoticeWay>(noticeWayCount),
            *text(),
            *text(),
            *text(),
            instant()};
}

inline std::vector<std::int64_t> prices()
{
    return *rc::gen::arbitrary<std::vector<std::int64_t>>();
}

inline Reservation reservation()
{
    Reservation made;
    made.id = id<ReservationId>();
    made.version = *rc::gen::arbitrary<std::uint32_t>();
    made.offering = id<OfferingId>();
    made.workflow = workflows::all[*rc::gen::inRange<std::size_t>(0, workflows::all.size())];
    made.stay = stay();
    made.quantity = *rc::gen::arbitrary<int>();
    made.guest = guest();
    made.adults = *rc::gen::arbitrary<int>();
    made.children = *rc::gen::arbitrary<int>();
    made.currency = currency();
    made.nightlyPrices = prices();
    made.state = oneOf<ReservationState>(reservationStateCount);
    made.isApproved = *rc::gen::arbitrary<bool>();
    made.holdsStock = *rc::gen::arbitrary<bool>();
    made.unit = maybe(id<UnitId>());
    made.wish = maybe(id<UnitId>());
    made.channel = *text();
    made.note = *text();
    made.endReason = *text();
    if (made.unit && *rc::gen::arbitrary<bool>())
        made.earlierUnits = {{id<UnitId>(), made.stay}};
    made.unpaidSince = maybe(instant());
    made.payBy = maybe(instant());
    made.card = oneOf<CardOnFile>(cardOnFileCount);
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        made.payments.push_back(payment());
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        made.notices.push_back(notice());
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
        made.history.push_back({instant(), *text(), *text(), *text()});
    return made;
}

inline Row row()
{
    const auto number = [] { return *rc::gen::arbitrary<int>(); };
    const auto version = *rc::gen::arbitrary<std::uint32_t>();
    switch (*rc::gen::inRange(0, 4)) {
    case 0:
        return Property{id<PropertyId>(),
                        version,
                        *text(),
                        *text(),
                        currency(),
                        date(),
                        *rc::gen::arbitrary<bool>(),
                        *rc::gen::arbitrary<bool>()};
    case 1:
        return Offering{id<OfferingId>(),
                        version,
                        *text(),
                        *text(),
                        workflows::all[*rc::gen::inRange<std::size_t>(0, workflows::all.size())],
                        number(),
                        *rc::gen::arbitrary<std::int64_t>(),
                        number(),
                        number(),
                        maybe(localMinute()),
                        oneOf<SaleState>(saleStateCount)};
    case 2:
        return Unit{id<UnitId>(),
                    version,
                    id<OfferingId>(),
                    *text(),
                    number(),
                    number(),
                    oneOf<SaleState>(saleStateCount)};
    default:
        return reservation();
    }
}

inline CommandArgs args(CommandType type)
{
    const auto which = id<ReservationId>();
    switch (type) {
    case CommandType::MakeReservation:
        return MakeReservation{which,
                               id<OfferingId>(),
                               stay(),
                               *rc::gen::arbitrary<int>(),
                               guest(),
                               2,
                               1,
                               currency(),
                               prices(),
                               maybe(id<UnitId>()),
                               *text(),
                               *text(),
                               maybe(OrderPayment{id<PaymentId>(), money(), *text()}),
                               *text()};
    case CommandType::ConfirmReservation:
        return ConfirmReservation{which};
    case CommandType::RejectReservation:
        return RejectReservation{which, *text()};
    case CommandType::CancelReservation:
        return CancelReservation{which, *text()};
    case CommandType::MoveReservation:
        return MoveReservation{which, id<OfferingId>(), stay(), maybe(id<UnitId>()), prices()};
    case CommandType::AssignUnit:
        return AssignUnit{which, id<UnitId>()};
    case CommandType::UnassignUnit:
        return UnassignUnit{which};
    case CommandType::CheckIn:
        return CheckIn{which};
    case CommandType::CheckOut:
        return CheckOut{which};
    case CommandType::MarkNoShow:
        return MarkNoShow{which};
    case CommandType::EditGuest:
        return EditGuest{which, guest()};
    case CommandType::EditNote:
        return EditNote{which, *text()};
    case CommandType::TakePayment:
        return TakePayment{which, id<PaymentId>(), oneOf<PaymentMethod>(3), money(), *text()};
    case CommandType::RefundPayment:
        return RefundPayment{which, id<PaymentId>(), id<RefundId>(), money(), *text()};
    case CommandType::RecordPaymentOutcome:
        return RecordPaymentOutcome{which, id<PaymentId>(), oneOf<PaymentState>(paymentStateCount), *text(),
                                    *text()};
    case CommandType::RecordRefundOutcome:
        return RecordRefundOutcome{which, id<PaymentId>(), id<RefundId>(), oneOf<RefundState>(4), *text()};
    case CommandType::RecordCardOutcome:
        return RecordCardOutcome{which, oneOf<CardOnFile>(cardOnFileCount), *text(), *text()};
    case CommandType::RecordNoticeOutcome:
        return RecordNoticeOutcome{
            which,   id<NoticeId>(), oneOf<NoticeState>(noticeStateCount), oneOf<NoticeWay>(noticeWayCount),
            *text(), *text()};
    case CommandType::AdvanceBusinessDate:
        return AdvanceBusinessDate{date()};
    case CommandType::AssignAnyUnit:
        return AssignAnyUnit{which};
    case CommandType::ExpireReservation:
        return ExpireReservation{which};
    case CommandType::PutOffering:
        return PutOffering{id<OfferingId>(),
                           *text(),
                           *text(),
                           *text(),
                           *rc::gen::arbitrary<int>(),
                           *rc::gen::arbitrary<std::int64_t>(),
                           *rc::gen::arbitrary<int>(),
                           *rc::gen::arbitrary<int>(),
                           maybe(localMinute()),
                           maybe(oneOf<SaleState>(saleStateCount))};
    case CommandType::PutUnit:
        return PutUnit{id<UnitId>(),
                       id<OfferingId>(),
                       *text(),
                       *rc::gen::arbitrary<int>(),
                       *rc::gen::arbitrary<int>(),
                       maybe(oneOf<SaleState>(saleStateCount))};
    case CommandType::PutProperty:
        return PutProperty{*text(), *text(), *rc::gen::arbitrary<bool>(), maybe(*rc::gen::arbitrary<bool>())};
    case CommandType::EraseGuest:
        return EraseGuest{which};
    case CommandType::ChangeWorkflow:
        return ChangeWorkflow{id<OfferingId>(), *text()};
    }
    return {};
}

inline Command command()
{
    Command made;
    made.id.value = makeNamedUuid(*uuid(), "never null");
    made.n = *rc::gen::arbitrary<std::uint64_t>();
    made.args = args(oneOf<CommandType>(commandTypeCount));
    made.lane = laneOf(made.args);
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        made.deps.push_back(id<CommandId>());
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        made.base[toString(*uuid())] = *rc::gen::arbitrary<std::uint32_t>();
    made.businessDate = date();
    made.madeAt = instant();
    made.actor = "Kim Ji-won";
    made.supersedes = maybe(id<CommandId>());
    return made;
}

inline Transaction transaction()
{
    Transaction made;
    made.seq = *rc::gen::arbitrary<std::uint64_t>();
    made.at = instant();
    made.command = maybe(id<CommandId>());
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        made.rows.push_back(row());
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        made.leaves.push_back({oneOf<Entity>(entityCount), *uuid()});
    return made;
}

} // namespace deskbell::protocol::samples
