#pragma once

// What is done with one piece of payment work, from taking it up to its end or its next try. A charge
// is committed as sent before the provider hears of it; an outcome not heard makes it unknown, and
// what is unknown, or was found sent after a crash, is looked up before anything else is tried. All
// outcomes go the ordinary way of commands, under the fence of the work item. Several threads use one
// flow at once.

#include <chrono>
#include <optional>
#include <string>

#include "server/workers/payment/cardvault.h"
#include "server/workers/payment/guardedgateway.h"
#include "server/workers/recorder.h"
#include "server/workers/settling.h"

namespace deskbell::server {

class PaymentFlow
{
public:
    struct Settings
    {
        Backoff backoff;
        /// A charge of an ended reservation that is not found is given up only this long after it was
        /// sent: until then it may be on its way to the provider yet.
        std::chrono::milliseconds settleTime{60'000};
    };

    /// `cards` opens what is charged to a card that a guest left.
    PaymentFlow(Settings settings, Storage &storage, PaymentGateway &gateway, CircuitBreaker &breaker,
                CardSource cards, WorkerSurroundings surroundings, const Log &log);

    void carryOut(const WorkItem &item);

private:
    struct Charge;
    struct Reversal;

    void carryOutCharge(const WorkItem &item, const Reservation &reservation);
    void carryOutRefund(const WorkItem &item, const Reservation &reservation);
    void send(const Charge &charge);
    void lookUp(const Charge &charge);
    void record(const Charge &charge, const ProviderAnswer &answer);
    void record(const Reversal &reversal, const ProviderAnswer &answer);
    void notFound(const Charge &charge);
    /// The card that it is charged to. False: it cannot be yet, or never will, and that is recorded.
    bool findCard(Charge &charge);

    Instant nextTry(const WorkItem &item) const { return m_recorder.nextTry(item, m_settings.backoff); }
    /// What was refused is not soon allowed: the first wait is as long as the longest of other tries.
    Instant seldom(const WorkItem &item, std::uint32_t refused) const;
    Instant afterBreaker(const WorkItem &item) const { return nextTry(item) + m_gateway.resting(); }
    /// Settles the item without `againAt`. False when the outcome was not recorded: another worker has
    /// the item, the reservation has moved on, or storage failed.
    bool commit(const WorkItem &item, CommandArgs outcome, std::optional<Instant> againAt);
    /// Goes on holding the item. False as above.
    bool commitSent(const Charge &charge);

    const Settings m_settings;
    Storage &m_storage;
    const CardSource m_cards;
    const GuardedGateway m_gateway;
    Settling m_settling;
    const Recorder m_recorder;
    const Log &m_log;
};

} // namespace deskbell::server
