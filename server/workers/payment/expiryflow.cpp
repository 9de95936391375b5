#include "server/workers/payment/expiryflow.h"

namespace deskbell::server {

ExpiryFlow::ExpiryFlow(Settings settings, Storage &storage, PaymentGateway &gateway, CircuitBreaker &breaker,
                       WorkerSurroundings surroundings, const Log &log)
    : m_settings(settings), m_storage(storage), m_gateway(gateway), m_breaker(breaker),
      m_surroundings(std::move(surroundings)), m_recorder("payment-worker", storage, m_surroundings, log),
      m_log(log)
{
}

void ExpiryFlow::carryOut(const WorkItem &item)
{
    const auto found = m_storage.reservation(item.property, item.reservation);
    if (!found) {
        m_log.error("work-unreadable",
                    {{"reservation", toString(item.reservation)}, {"code", found.error().code}});
        return; // its lease runs out, and it is taken up again
    }
    const Instant now = m_surroundings.now();
    // Each time that it waits anew has work of its own.
    if (!*found || !(*found)->payBy || now < *(*found)->payBy)
        return m_recorder.settle(item, std::nullopt);
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
    const auto begun = m_surroundings.steady();
    const auto permit = m_breaker.acquire(begun);
    if (!permit)
        return false;
    // An order that nobody has made: that it does not exist is an answer.
    const ChargeOrder order{PaymentId{makeNamedUuid(reservation.id.value, "expiry")}, {}, owed(reservation)};
    const Verdict verdict = m_gateway.lookUp(order).verdict;
    const bool isThere = verdict != Verdict::Busy && verdict != Verdict::Unknown;
    const auto ended = m_surroundings.steady();
    m_breaker.record(*permit, !isThere, std::chrono::ceil<CircuitBreaker::Duration>(ended - begun), ended);
    return isThere;
}

} // namespace deskbell::server
