#include "server/workers/payment/expiryflow.h"

namespace deskbell::server {

ExpiryFlow::ExpiryFlow(Settings settings, Storage &storage, PaymentGateway &gateway, CircuitBreaker &breaker,
                       WorkerSurroundings surroundings, const Log &log)
    : m_settings(settings), m_gateway(gateway, breaker, surroundings.steady),
      m_recorder("payment-worker", storage, std::move(surroundings), log), m_log(log)
{
}

void ExpiryFlow::carryOut(const WorkItem &item)
{
    const auto found = m_recorder.reservationOf(item);
    if (!found)
        return;
    const Instant now = m_recorder.now();
    if (!*found || !(*found)->payBy)
        return m_recorder.settle(item, std::nullopt);
    if (const auto left = *(*found)->payBy - now; left > std::chrono::milliseconds::zero()) {
        // Each time that it waits anew has work of its own.
        const std::chrono::milliseconds allTime = (*found)->workflow.payWithin;
        const auto most = longestWait(Work::Expire) - std::chrono::hours(1);
        if (left <= allTime && allTime > most) // longer than work waits at once: looked at again
            return m_recorder.settle(item, std::min(*(*found)->payBy, now + most));
        if (left <= allTime)
            return m_recorder.settle(item, std::nullopt);
        // Set by a clock that was ahead: from here the guest has all the time once, by the clock as it is
        // now.
        if (item.attempts == 1)
            return m_recorder.settle(item, now + allTime);
    }
    if (!isProviderThere(**found)) {
        m_log.warning("expiry-put-off", {{"reservation", toString(item.reservation)}});
        return m_recorder.settle(item, now + m_settings.grace);
    }
    // Refused when a payment has just begun: then there is nothing more to do, either.
    if (m_recorder.commit(item, ExpireReservation{item.reservation},
                          Claim{item.id, item.fence, std::nullopt, false}))
        m_log.info("reservation-expired", {{"reservation", toString(item.reservation)}});
}

bool ExpiryFlow::isProviderThere(const Reservation &reservation)
{
    // An order that nobody has made: that it does not exist is an answer.
    const ChargeOrder order{PaymentId{makeNamedUuid(reservation.id.value, "expiry")}, {}, owed(reservation)};
    const auto answer = m_gateway.lookUp(order);
    return answer && !GuardedGateway::isFailure(answer->verdict);
}

} // namespace deskbell::server
