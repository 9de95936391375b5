#pragma once

// Events: what has become true of one reservation, past tense. decide() makes them, apply() carries
// them into the reservation and its history.

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/reservation.h"

namespace deskbell {

/// `initial` is complete but for state, version and history.
struct ReservationRequested
{
    Reservation initial;
};
struct StockTaken
{
};
struct StockReleased
{
};
struct RequestApproved
{
};
struct ReservationConfirmed
{
};
struct ReservationRejected
{
    std::string reason;
};
/// `reason` is the person's text; "no-stock" when the engine gave the money back by itself,
/// "not-paid-in-time" when it let the stock go, "card-declined" when what had to be paid first was not.
struct ReservationCancelled
{
    std::string reason;
};
/// What it holds is kept until the guest has the money back; then it is cancelled.
struct CancellationBegun
{
    std::string reason;
};
struct UnitAssigned
{
    UnitId unit{};
    Date from{}; ///< the first night in it, for a guest in house; not after the arrival: all nights
};
struct UnitUnassigned
{
};
/// `units`: all that it has after an exchange with another, one after the other.
struct UnitsSwapped
{
    ReservationId with{};
    std::vector<UnitNights> units;
    Date from{}; ///< the first night in a unit of the other's
};
struct ReservationMoved
{
    OfferingId offering{};
    Stay stay{};
    std::optional<UnitId> unit;
    std::vector<std::int64_t> nightlyPrices;
    Date unitFrom{}; ///< as UnitAssigned::from
};
struct GuestCheckedIn
{
};
/// Leaving before the last night gives the nights from `on` back; the agreed price stays.
struct GuestCheckedOut
{
    Date on{};
};
struct GuestDidNotShow
{
};
struct GuestEdited
{
    Guest guest;
};
struct GuestErased
{
};
struct NoteEdited
{
    std::string note;
};
struct PaymentAccepted
{
    Payment payment;
};
/// To Sent, ProviderBusy, Unknown, Taken, Declined or Withdrawn.
struct PaymentMoved
{
    PaymentId payment{};
    PaymentState to = PaymentState::Unknown;
    std::string providerCode;
    std::string token{}; ///< where it becomes known only now
};
struct RefundRequested
{
    PaymentId payment{};
    Refund refund;
};
/// To Unknown, Done or Failed.
struct RefundMoved
{
    PaymentId payment{};
    RefundId refund{};
    RefundState to = RefundState::Unknown;
    std::string providerCode;
};
/// To Kept, Refused or Forgotten.
struct CardMoved
{
    CardOnFile to = CardOnFile::Kept;
};
struct NoticeQueued
{
    Notice notice;
};
/// To any state but the first time's Queued. `message` is the provider's name for it, if it has one.
struct NoticeMoved
{
    NoticeId notice{};
    NoticeState to = NoticeState::Uncertain;
    NoticeWay way = NoticeWay::Alimtalk;
    std::string message;
    std::string providerCode;
};

using Event =
    std::variant<ReservationRequested, StockTaken, StockReleased, RequestApproved, ReservationConfirmed,
                 ReservationRejected, ReservationCancelled, UnitAssigned, UnitUnassigned, ReservationMoved,
                 GuestCheckedIn, GuestCheckedOut, GuestDidNotShow, GuestEdited, NoteEdited, PaymentAccepted,
                 PaymentMoved, RefundRequested, RefundMoved, NoticeQueued, NoticeMoved, CancellationBegun,
                 CardMoved, GuestErased, UnitsSwapped>;
using Events = std::vector<Event>;

/// "reservation-requested"; a payment's, a refund's and a notice's move name the state they move to:
/// "payment-taken", "refund-done". The word history shows and notices are keyed by.
std::string eventName(const Event &event);

} // namespace deskbell
