#pragma once

// Handles the end of a guest's time to pay: the reservation is released, unless a payment has been
// started meanwhile. First it checks that the provider is available: a guest who could not pay because of
// an outage gets more time (docs/adr/0115). Stateless: several threads use one flow at once.

#include <chrono>

#include "server/workers/payment/guardedgateway.h"
#include "server/workers/recorder.h"

namespace deskbell::server {

class ExpiryFlow
{
public:
    struct Settings
    {
        /// What a guest gets each time that the provider is found away when the time is up.
        std::chrono::milliseconds grace{600'000};
    };

    ExpiryFlow(Settings settings, Storage &storage, PaymentGateway &gateway, CircuitBreaker &breaker,
               WorkerSurroundings surroundings, const Log &log);

    void carryOut(const WorkItem &item);

private:
    bool isProviderThere(const Reservation &reservation);

    const Settings m_settings;
    const GuardedGateway m_gateway;
    const Recorder m_recorder;
    const Log &m_log;
};

} // namespace deskbell::server
