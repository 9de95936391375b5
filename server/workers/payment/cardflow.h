#pragma once

// What is done with a card that a guest left with a request (docs/adr/0187): the provider's key for it is
// fetched and kept sealed, and deleted there and here once the card is not needed any more. Outcomes go the
// ordinary way of commands, under the fence of the work item. Holds no state of its own: several threads use
// one flow at once.

#include "server/workers/payment/cardvault.h"
#include "server/workers/payment/guardedgateway.h"
#include "server/workers/recorder.h"

namespace deskbell::server {

class CardFlow
{
public:
    CardFlow(Backoff backoff, Storage &storage, PaymentGateway &gateway, CircuitBreaker &breaker,
             CardSource cards, WorkerSurroundings surroundings, const Log &log);

    void carryOut(const WorkItem &item);

private:
    void keep(const WorkItem &item, const Reservation &reservation, const std::string &sealed,
              const CardVault &vault);
    void forget(const WorkItem &item, const std::string &sealed, const CardVault &vault);
    void record(const WorkItem &item, CardOnFile outcome, const std::string &code,
                const std::string &sealed = {});
    void tryAgain(const WorkItem &item);

    const Backoff m_backoff;
    Storage &m_storage;
    const CardSource m_cards;
    const GuardedGateway m_gateway;
    const Recorder m_recorder;
    const Log &m_log;
};

} // namespace deskbell::server
