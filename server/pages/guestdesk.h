#pragma once

// What guests can do, by page or by API: see what is free, order, pay, cancel. Orders are ordinary
// commands, given by Role::Guest; their ids follow from the reservation's, so that the same order sent
// twice is one order. Owned by Pages; safe from any thread, its calls read the storage.

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "domain/decide.h"
#include "protocol/guests.h"
#include "server/gateway/authenticator.h"
#include "server/pages/cardservice.h"
#include "server/pages/guestlimits.h"
#include "server/pages/guestlinks.h"
#include "server/pages/refusedguests.h"
#include "server/workers/payment/cardvault.h"

namespace deskbell::server {

/// What a guest looks for. Shows and titles have no dates to choose.
struct Wish
{
    Stay stay;
    int adults = 2;
    int children = 0;
    int quantity = 1;
};

/// An offering as it can be had.
struct Choice
{
    Offering offering;
    Stay stay;
    int free = 0;
    std::vector<std::int64_t> prices; ///< one a slot, for the whole quantity
    Money total;
};

/// The code of what the limits hold off, and for how long it was.
inline constexpr std::string_view tooManyRequests = "too-many-requests";
std::optional<std::chrono::milliseconds> waitIn(const Error &error);

/// An order with its own ids.
struct GuestOrder
{
    PropertyId property{};
    ReservationId reservation{};
    std::vector<Command> commands;
    std::string request;        ///< for the log
    std::string address;        ///< of the network, for the audit
    std::vector<Turns> turns{}; ///< that are taken with it
};

class GuestDesk
{
public:
    GuestDesk(Storage &storage, GuestLinks links, const CardVault &cards, const GuestLimits::Settings &limits,
              const GatewaySurroundings &surroundings, const Log &log)
        : m_storage(storage), m_links(std::move(links)), m_cards(cards), m_surroundings(surroundings),
          m_log(log), m_cardService(storage, m_surroundings), m_limits(limits),
          m_refused(storage, surroundings)
    {
    }

    /// As it was a moment ago at most. Errors: "unknown-property", "storage-…".
    Expected<std::shared_ptr<const House>> house(const PropertyId &property);
    /// Rooms that are free for the wish and large enough, shows and titles with something left; in the
    /// board's order. Errors: "storage-…".
    Expected<std::vector<Choice>> choices(const House &house, const Wish &wish);
    /// One of them, also when nothing is left of it.
    Expected<std::optional<Choice>> choice(const House &house, const OfferingId &offering, const Wish &wish);

    /// What the guest's page shows: the view that is kept of it; made here and now of reservations that
    /// nobody keeps one of. None as long as the worker was not there.
    std::optional<protocol::GuestReservation> viewOf(const GuestRecord &record);

    /// Whether any process of the house charges cards.
    bool chargesCards() { return m_cardService.isThere(); }
    /// How long nothing new is taken in of such offerings, because the payment provider takes nothing on.
    std::chrono::seconds pauseOf(const Workflow &workflow);
    /// A card that the provider's window approved, as a request brings it.
    std::string sealed(const OfferedCard &card, const ReservationId &reservation) const
    {
        return m_cards.seal(card, reservation);
    }

    /// A performance that has begun, by the property's clocks, is sold to no guest.
    bool hasBegun(const House &house, const Offering &offering) const;
    /// Guests' reservations of it are taken.
    bool isOnSale(const House &house, const Offering &offering) const;

    Command make(const MakeReservation &args) const;
    Command pay(const ReservationId &reservation, const PaymentId &payment, Money amount,
                const std::string &token) const;
    /// `id` of the asking; without one each asking is one of its own.
    Command cancel(const ReservationId &reservation, std::optional<CommandId> id = {}) const;
    /// Of what the guest has ordered: their own words about themselves.
    Command correct(CommandArgs args) const;
    /// Whether this many orders (or cancellations) may come from there: how long to wait if not. Asked
    /// once for each, before it is submitted with turnsOf().
    std::optional<std::chrono::milliseconds> mustWait(CommandType type, const GuestLimits::Asking &asking,
                                                      const ReservationId &reservation);
    std::vector<Turns> turnsOf(const GuestLimits::Asking &asking) const { return m_limits.turnsOf(asking); }
    /// `done` is called once, on the writer's thread. Error besides the storage's: tooManyRequests.
    void submit(GuestOrder order, CommandsDone done);

    /// Nobody comes any more.
    void close() { m_refused.close(); }

    Storage &storage() { return m_storage; }
    const GuestLinks &links() const { return m_links; }

private:
    struct Kept
    {
        std::shared_ptr<const House> house;
        std::chrono::steady_clock::time_point at;
    };
    Command command(const CommandId &id, CommandArgs args) const;

    Storage &m_storage;
    const GuestLinks m_links;
    const CardVault m_cards;
    const GatewaySurroundings m_surroundings;
    const Log &m_log;
    CardService m_cardService;
    GuestLimits m_limits;
    RefusedGuests m_refused;
    std::mutex m_mutex;
    std::map<PropertyId, Kept> m_houses;
};

/// What is offered for the wish, from the house and its stock as read, whatever the time of day.
std::optional<Choice> choiceOf(const House &house, const Offering &offering,
                               const std::vector<SlotStock> &stock, const Wish &wish);

} // namespace deskbell::server
