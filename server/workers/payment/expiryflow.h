#pragma once

// What is done when the time is up in which a guest had to pay: the reservation is let go, unless a
// payment was begun meanwhile. The provider is asked first whether it is there: a guest who could not pay
// because of it gets more time (docs/adr/0115). Holds no state: several threads use one flow at once.

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
