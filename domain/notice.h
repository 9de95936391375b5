#pragma once

// Notices: what a guest is told about a change of their reservation, one each, kept on the reservation
// with what has become of it. Queued by decide() with an id that follows from the reservation and
// the notice's place, so that it is the same however often it is decided; moved on by the notice
// worker's outcomes only.

#include <optional>
#include <string>
#include <string_view>

#include "domain/describe.h"
#include "domain/names.h"
#include "domain/time.h"
#include "domain/uuid.h"

namespace deskbell {

using NoticeId = Id<struct NoticeTag>;

/// The first ones are the states that the reservation has come to, in ReservationState's order; the
/// others tell what has changed within a state.
enum class NoticeKind {
    Requested,
    AwaitingPayment,
    AwaitingConfirmation,
    AwaitingUnit,
    Confirmed,
    Cancelling,
    InHouse,
    Departed,
    Cancelled,
    Rejected,
    NoShow,
    Moved,           ///< other dates, another offering, another price
    PaymentPending,  ///< the payment provider is busy: charged later
    PaymentDeclined, ///< nothing was taken
    Paid,
    Refunded,
};
template <>
inline constexpr std::array<std::string_view, 16> namesOf<NoticeKind>{
    "requested",       "awaiting-payment", "awaiting-confirmation",
    "awaiting-unit",   "confirmed",        "cancelling",
    "in-house",        "departed",         "cancelled",
    "rejected",        "no-show",          "moved",
    "payment-pending", "payment-declined", "paid",
    "refunded"};
static_assert(isLast(NoticeKind::Refunded));

enum class NoticeState {
    Queued,    ///< waits to be sent
    Sent,      ///< committed as sent before the provider is called
    Uncertain, ///< sent; whether it was received is not known: looked up, never sent again
    Accepted,  ///< the provider has it; the result is yet to come
    Delivered,
    Failed,    ///< for good, by every way there is
    Withdrawn, ///< not sent: the guest has asked for none since
};
template <>
inline constexpr std::array<std::string_view, 7> namesOf<NoticeState>{
    "queued", "sent", "uncertain", "accepted", "delivered", "failed", "withdrawn"};
static_assert(isLast(NoticeState::Withdrawn));
/// Delivered, failed or withdrawn: nothing more happens to it.
bool isSettled(NoticeState state);

/// The way that it goes, or went last.
enum class NoticeWay {
    Alimtalk,
    Sms,  ///< by which a notice goes whose Alimtalk has failed for good
    File, ///< of development: appended to a file
};
template <>
inline constexpr std::array<std::string_view, 3> namesOf<NoticeWay>{"alimtalk", "sms", "file"};
static_assert(isLast(NoticeWay::File));

struct Notice
{
    NoticeId id{};
    NoticeKind kind = NoticeKind::Requested;
    NoticeState state = NoticeState::Queued;
    NoticeWay way = NoticeWay::Alimtalk;
    std::string message;      ///< the provider's name for it, as long as there is something to ask about
    std::string providerCode; ///< the provider's last code, for people who call it
    std::string fallbackCode; ///< why the Alimtalk failed; not empty when it fell back to SMS
    Instant at{};             ///< when it came into this state

    friend bool operator==(const Notice &, const Notice &) = default;
};

void describe(auto &visit, Of<Notice> auto &notice)
{
    visit("id", notice.id);
    visit("kind", notice.kind);
    visit("state", notice.state);
    visit.maybe("way", notice.way);
    visit.maybe("message", notice.message);
    visit.maybe("providerCode", notice.providerCode);
    visit.maybe("fallbackCode", notice.fallbackCode);
    visit("at", notice.at);
}

} // namespace deskbell
