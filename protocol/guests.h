#pragma once

// What guests and the backend say to each other, and the two read views that the mypage worker keeps:
// the guest's (ReservationList: lodging, progress, payment) and the manager's (ManagementList: request,
// availability, payment). Views are derived from a reservation by readviews.h of the backend; here they
// are values that are stored and travel.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/reservation.h"
#include "protocol/json.h"

namespace deskbell::protocol {

using deskbell::toString; // an overload here would hide those of dates, which have no namespace of ours

/// A card that the checkout has approved and that nobody has charged yet.
struct CheckoutPayment
{
    std::string token;
    Money amount{};
    friend bool operator==(const CheckoutPayment &, const CheckoutPayment &) = default;
};

/// A card that the provider's window approved for being charged later.
struct CardOffer
{
    std::string customerKey;
    std::string authKey;
    friend bool operator==(const CardOffer &, const CardOffer &) = default;
};

/// POST /v1/reservations. The price is the house's; `total`, when given, is what the guest was shown.
struct ReservationRequest
{
    PropertyId property{};
    OfferingId offering{};
    Stay stay{};
    int quantity = 1;
    Guest guest;
    int adults = 1;
    int children = 0;
    std::string note;
    std::optional<CheckoutPayment> payment;
    std::optional<CardOffer> card;
    friend bool operator==(const ReservationRequest &, const ReservationRequest &) = default;
};
/// Error: "bad-reservation-request".
Expected<ReservationRequest> decodeReservationRequest(std::string_view text);
std::string encodeReservationRequest(const ReservationRequest &request);

/// The answer to it. `token` opens the guest's own page.
struct ReservationMade
{
    ReservationId reservation{};
    std::string code; ///< for people: "7K2-M9Q"
    std::string token;
    std::string link;
    std::uint64_t seq = 0;
    friend bool operator==(const ReservationMade &, const ReservationMade &) = default;
};
std::string encodeReservationMade(const ReservationMade &made);
Expected<ReservationMade> decodeReservationMade(std::string_view text);

/// Where the money stands, in one word.
enum class PaymentProgress {
    None,      ///< nothing is owed
    AtHotel,   ///< owed at the desk, when leaving
    NotYet,    ///< asked for once the hotel has said yes
    Due,       ///< the guest can pay now
    UnderWay,  ///< accepted, the provider's answer is awaited
    Later,     ///< the provider is overloaded: charged later by itself (Pending)
    LookedUp,  ///< sent, and the outcome is being looked up
    Declined,  ///< not taken; the guest may try again
    Paid,      ///< all of it
    Refunding, ///< on its way back
    Refunded,
};

} // namespace deskbell::protocol

template <>
inline constexpr std::array<std::string_view, 11> deskbell::namesOf<deskbell::protocol::PaymentProgress>{
    "none",      "at-hotel", "not-yet", "due",       "under-way", "later",
    "looked-up", "declined", "paid",    "refunding", "refunded"};

namespace deskbell::protocol {

static_assert(isLast(PaymentProgress::Refunded));

/// One thing that happened, as a guest may know it: an event's name, and its telling value where that
/// is theirs to know (a unit's name, an amount).
struct GuestEvent
{
    Instant at{};
    std::string what;
    std::string detail;
    friend bool operator==(const GuestEvent &, const GuestEvent &) = default;
};

/// What became of a message to the guest.
struct GuestMessage
{
    Instant at{}; ///< when it came into this state
    NoticeKind kind = NoticeKind::Requested;
    NoticeState state = NoticeState::Queued;
    NoticeWay way = NoticeWay::Alimtalk;
    friend bool operator==(const GuestMessage &, const GuestMessage &) = default;
};

/// One line of a guest's ReservationList; their page is made of it.
struct GuestReservation
{
    ReservationId id{};
    PropertyId property{};
    std::uint32_t version = 0;   ///< of the reservation it was made of
    std::optional<Instant> asOf; ///< when it was true; of answers, not of what is stored
    std::string code;

    // Lodging
    std::string offering; ///< its name
    Workflow workflow = workflows::onRequest;
    Stay stay{};
    std::optional<LocalMinute> startsAt; ///< of a performance
    int quantity = 1;
    int adults = 1;
    int children = 0;
    std::string unit; ///< its name, once it is given
    Guest guest;

    // Progress
    ReservationState state = ReservationState::Requested;
    bool canCancel = false;
    bool canPay = false;
    std::string endReason;
    std::optional<Instant> payBy; ///< as the reservation's
    std::vector<GuestEvent> history;
    std::optional<GuestMessage> message; ///< the latest

    // Payment
    PaymentProgress payment = PaymentProgress::None;
    CardOnFile card = CardOnFile::None;
    Money total{};
    Money paid{};     ///< taken and not given back
    Money due{};      ///< what can be paid now
    Money giveBack{}; ///< to the card, when it is cancelled before the day of arrival
    std::vector<std::int64_t> nightlyPrices;
    std::vector<Payment> payments; ///< without tokens and codes

    friend bool operator==(const GuestReservation &, const GuestReservation &) = default;
};
std::string encodeGuestReservation(const GuestReservation &reservation);
/// Error: "bad-guest-reservation".
Expected<GuestReservation> decodeGuestReservation(std::string_view text);

/// One line of the manager's ManagementList.
struct ManagementLine
{
    ReservationId id{};
    std::uint32_t version = 0;
    std::string code;

    // Request
    std::string guest;
    std::string channel;
    OfferingId offering{};
    std::string offeringName;
    Workflow workflow = workflows::onRequest;
    Stay stay{};
    int quantity = 1;
    ReservationState state = ReservationState::Requested;
    bool isWaitingForAnswer = false; ///< the manager's
    Instant requestedAt{};

    // Availability
    bool holdsStock = false;
    std::string unit;
    /// What is left in its scarcest slot beside what it holds itself; as of the answer, not of the change.
    int free = 0;

    // Payment
    PaymentProgress payment = PaymentProgress::None;
    CardOnFile card = CardOnFile::None;
    /// The provider was overloaded and it is charged by itself, or the kept card was declined and the guest
    /// is asked to pay otherwise: nothing to do but know.
    bool isChargeLater = false;
    std::optional<Instant> payBy; ///< as the reservation's
    Money total{};
    Money paid{};

    friend bool operator==(const ManagementLine &, const ManagementLine &) = default;
};
std::string encodeManagementLine(const ManagementLine &line);
/// Error: "bad-management-line".
Expected<ManagementLine> decodeManagementLine(std::string_view text);
/// {"lines":[…],"asOf":"…"}: every change until then is in them.
std::string encodeManagementList(const std::vector<ManagementLine> &lines, Instant asOf);

} // namespace deskbell::protocol
