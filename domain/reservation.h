#pragma once

// The reservation with its folio and payments: the aggregate that commands are decided on and that
// travels as one row. Plain values; changed only by apply() (see decide.h).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/describe.h"
#include "domain/money.h"
#include "domain/names.h"
#include "domain/notice.h"
#include "domain/time.h"
#include "domain/uuid.h"
#include "domain/workflow.h"

namespace deskbell {

enum class ReservationState {
    Requested,            ///< waits for the hotel's answer; no money asked yet
    AwaitingPayment,      ///< waits for the guest's money
    AwaitingConfirmation, ///< paid (or nothing to pay first); waits for the manager
    AwaitingUnit,         ///< waits for the assignment worker
    Confirmed,
    Cancelling, ///< cancelled; keeps what it holds until the guest has the money back
    InHouse,
    Departed,
    Cancelled,
    Rejected,
    NoShow,
};

template <>
inline constexpr std::array<std::string_view, 11> namesOf<ReservationState>{
    "requested",     "awaiting-payment", "awaiting-confirmation",
    "awaiting-unit", "confirmed",        "cancelling",
    "in-house",      "departed",         "cancelled",
    "rejected",      "no-show"};
static_assert(isLast(ReservationState::NoShow));
/// Cancelled, rejected, departed or no-show: nothing more happens to it but money.
constexpr bool isFinal(ReservationState state)
{
    return state >= ReservationState::Departed;
}
/// Not over and no stay yet: something is still to be done about it.
constexpr bool isOpen(ReservationState state)
{
    return state < ReservationState::InHouse;
}

struct Guest
{
    std::string name;
    std::string phone;
    std::string email;
    std::string country;     ///< ISO 3166-1 alpha-3 as far as known, else empty
    std::string language;    ///< BCP 47, "ko" or "en"
    bool isInvented = false; ///< made up by an importer because the source has no names
    bool wantsNotices = true;

    friend bool operator==(const Guest &, const Guest &) = default;
};

void describe(auto &visit, Of<Guest> auto &guest)
{
    visit("name", guest.name);
    visit.maybe("phone", guest.phone);
    visit.maybe("email", guest.email);
    visit.maybe("country", guest.country);
    visit.maybe("language", guest.language);
    visit.maybe("isInvented", guest.isInvented);
    visit("wantsNotices", guest.wantsNotices);
}

enum class PaymentMethod { Cash, Card, Transfer };
template <>
inline constexpr std::array<std::string_view, 3> namesOf<PaymentMethod>{"cash", "card", "transfer"};
static_assert(isLast(PaymentMethod::Transfer));

enum class PaymentState {
    Pending,      ///< accepted; nothing sent to the provider yet
    Sent,         ///< committed as sent before the call to the provider
    ProviderBusy, ///< provider overloaded or down: will be charged later
    Unknown,      ///< sent, outcome not heard: being looked up
    Taken,
    Declined,
    Withdrawn, ///< given up before anything was charged
};
template <>
inline constexpr std::array<std::string_view, 7> namesOf<PaymentState>{
    "pending", "sent", "provider-busy", "unknown", "taken", "declined", "withdrawn"};
static_assert(isLast(PaymentState::Withdrawn));
/// Pending, sent, busy or unknown: the provider may still take the money.
bool isUnderWay(PaymentState state);

enum class RefundState { Requested, Unknown, Done, Failed };
template <>
inline constexpr std::array<std::string_view, 4> namesOf<RefundState>{"requested", "unknown", "done",
                                                                      "failed"};
static_assert(isLast(RefundState::Failed));

struct Refund
{
    RefundId id{};
    Money amount{};
    RefundState state = RefundState::Requested;
    std::string reason;
    Instant at{};

    friend bool operator==(const Refund &, const Refund &) = default;
};

void describe(auto &visit, Of<Refund> auto &refund)
{
    visit("id", refund.id);
    visit("amount", refund.amount);
    visit("state", refund.state);
    visit.maybe("reason", refund.reason);
    visit("at", refund.at);
}

struct Payment
{
    PaymentId id{};
    PaymentMethod method = PaymentMethod::Cash;
    Money amount{};
    PaymentState state = PaymentState::Pending;
    std::string token;        ///< the terminal's or checkout's paymentKey; never a card number
    std::string providerCode; ///< the provider's last code, for people who call it
    Instant at{};
    std::vector<Refund> refunds;
    /// Charged to the card that the guest left with the request; its token is known once it is taken.
    bool isByKeptCard = false;

    friend bool operator==(const Payment &, const Payment &) = default;
};

void describe(auto &visit, Of<Payment> auto &payment)
{
    visit("id", payment.id);
    visit("method", payment.method);
    visit("amount", payment.amount);
    visit("state", payment.state);
    visit.maybe("token", payment.token);
    visit.maybe("isByKeptCard", payment.isByKeptCard);
    visit.maybe("providerCode", payment.providerCode);
    visit("at", payment.at);
    visit.maybe("refunds", payment.refunds);
}

/// What became of the card that a guest left with a request, to be charged after the hotel's yes. The
/// provider's key for it is the backend's secret and never part of a reservation.
enum class CardOnFile {
    None,
    Offered,   ///< approved in the provider's window; the key for it is being fetched
    Kept,      ///< can be charged
    Refused,   ///< the provider does not let it be kept: the guest pays as without one
    Forgotten, ///< no longer needed, and deleted
};
template <>
inline constexpr std::array<std::string_view, 5> namesOf<CardOnFile>{"none", "offered", "kept", "refused",
                                                                     "forgotten"};
static_assert(isLast(CardOnFile::Forgotten));

/// One line of 'who did what when'. `what` is an event's name, `detail` its telling value (a unit's
/// id, a reason, an amount as toString(Money)).
struct HistoryEntry
{
    Instant at{};
    std::string actor;
    std::string what;
    std::string detail;

    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

void describe(auto &visit, Of<HistoryEntry> auto &entry)
{
    visit("at", entry.at);
    visit.maybe("actor", entry.actor);
    visit("what", entry.what);
    visit.maybe("detail", entry.detail);
}

/// A unit and the nights it is held for.
struct UnitNights
{
    UnitId unit{};
    Stay nights{};

    friend bool operator==(const UnitNights &, const UnitNights &) = default;
};

void describe(auto &visit, Of<UnitNights> auto &held)
{
    visit("unit", held.unit);
    visit("nights", held.nights);
}

/// Who the guest was has been erased.
inline bool isErased(const Guest &guest)
{
    return guest.name.empty();
}

/// What guests made themselves on the house's own pages.
inline constexpr std::string_view webChannel = "web";

struct Reservation
{
    static constexpr std::string_view entityName = "reservation";

    ReservationId id{};
    std::uint32_t version = 0; ///< +1 with each change of the backend's truth
    OfferingId offering{};
    Workflow workflow = workflows::onRequest;
    Stay stay{};
    int quantity = 1; ///< units per night (rooms, seats, copies)
    Guest guest;
    int adults = 1;
    int children = 0;
    Currency currency{};
    /// Minor units, one per night, for all units together. A day use has no night and SlotKind::Once
    /// no nights: exactly one entry. An early departure leaves them as agreed.
    std::vector<std::int64_t> nightlyPrices;
    ReservationState state = ReservationState::Requested;
    bool isApproved = false; ///< the manager has said yes
    bool holdsStock = false;
    std::optional<UnitId> unit; ///< held until the departure; only with stock
    /// The units of the nights before, one after the other, from the arrival to the first night of `unit`:
    /// where a guest in house slept, or will sleep first. Empty for nearly all.
    std::vector<UnitNights> earlierUnits;
    std::optional<UnitId> wish; ///< the unit asked for, assigned with the stock if still free
    std::string channel;        ///< "desk", "web", "ota", …
    std::string note;
    std::string endReason; ///< why it was cancelled or rejected
    /// Since when it holds stock that its guest, who made it, has paid nothing for.
    std::optional<Instant> unpaidSince;
    /// Until when that is held; only while it waits for the guest to pay. Follows from `unpaidSince`, so no
    /// failed try makes it later.
    std::optional<Instant> payBy;
    CardOnFile card = CardOnFile::None;
    std::vector<Payment> payments;
    std::vector<Notice> notices; ///< in the order they were queued
    std::vector<HistoryEntry> history;

    friend bool operator==(const Reservation &, const Reservation &) = default;
};

void describe(auto &visit, Of<Reservation> auto &reservation)
{
    visit("id", reservation.id);
    visit("version", reservation.version);
    visit("offering", reservation.offering);
    visit("workflow", reservation.workflow);
    visit("stay", reservation.stay);
    visit("quantity", reservation.quantity);
    visit("guest", reservation.guest);
    visit("adults", reservation.adults);
    visit.maybe("children", reservation.children);
    visit("currency", reservation.currency);
    visit("nightlyPrices", reservation.nightlyPrices);
    visit("state", reservation.state);
    visit.maybe("isApproved", reservation.isApproved);
    visit.maybe("holdsStock", reservation.holdsStock);
    visit.maybe("unit", reservation.unit);
    visit.maybe("earlierUnits", reservation.earlierUnits);
    visit.maybe("wish", reservation.wish);
    visit.maybe("channel", reservation.channel);
    visit.maybe("note", reservation.note);
    visit.maybe("endReason", reservation.endReason);
    visit.maybe("unpaidSince", reservation.unpaidSince);
    visit.maybe("payBy", reservation.payBy);
    visit.maybe("card", reservation.card);
    visit.maybe("payments", reservation.payments);
    visit.maybe("notices", reservation.notices);
    visit.maybe("history", reservation.history);
}

/// The nights of the present unit: those of the stay, or what the last room move left of them.
Stay nightsOfUnit(const Reservation &reservation);
/// Every unit of the stay with its nights, the present one last; empty without one.
std::vector<UnitNights> unitNights(const Reservation &reservation);
/// In house past the departure: the guest has the unit, and with it the stock, tonight as well.
bool isOverstay(const Reservation &reservation, Date businessDate);
/// The stay, and of an overstay everything until tomorrow.
Stay heldStay(const Reservation &reservation, Date businessDate);
/// The one of the night that begins on that date, of several that they have one after the other; of other
/// dates the first or the last. Null without one.
const UnitNights *heldOn(const std::vector<UnitNights> &unitNights, Date date);
/// What a guest in house has now; nothing before they come.
std::optional<UnitNights> presentUnit(const Reservation &reservation, Date businessDate);
/// The nights of `stay` in which a reservation would have the unit: all, unless its guest is in house and
/// has one (`present`). Nights that are over are not moved, and who moves twice a day never slept in between.
Stay nightsIn(const UnitId &unit, const Stay &stay, const std::optional<UnitNights> &present,
              Date businessDate);

/// Folio. All in the reservation's currency.
Money totalPrice(const Reservation &reservation);
/// Taken minus refunds done.
Money paidNet(const Payment &payment);
Money paidNet(const Reservation &reservation);
/// What may still be charged: price − taken − under way + refunds done; 0 for cancelled and rejected
/// reservations, for those of a workflow without payment, never below 0.
Money chargeable(const Reservation &reservation);
/// What the guest still owes: price − paidNet, never below 0, and 0 as above.
Money owed(const Reservation &reservation);
/// What has been paid beyond the price, or for what is called off, and is not on its way back.
Money credit(const Reservation &reservation);
/// Made by the guest, and holds stock for them; nothing was taken of them and nothing is under way:
/// whatever happens next, it is the guest who has to do it. Never of a workflow that gives no time for it.
bool isWaitingForGuest(const Reservation &reservation);
/// The same, whatever is under way: stock of a guest's own that no money has been taken for.
bool isHeldUnpaid(const Reservation &reservation);
/// Cancelled or rejected, also while it is being cancelled: nothing is charged any more, and what is
/// taken yet goes back.
bool isCalledOff(ReservationState state);
/// The card that the guest left may still be charged, or must be heard of first.
bool isCardNeeded(const Reservation &reservation);
/// Something was taken, also when it has gone back since.
bool wasPaid(const std::vector<Payment> &payments);
/// What can be given back of one payment: taken − refunds not failed.
Money refundable(const Payment &payment);

/// Without who the guest was and without what people wrote about them. Where they came from, what they had
/// and what was paid stays, for the figures and the books.
Reservation withoutGuest(Reservation reservation);

const Payment *findPayment(const Reservation &reservation, const PaymentId &id);
const Notice *findNotice(const Reservation &reservation, const NoticeId &id);

} // namespace deskbell
