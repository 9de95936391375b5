#include "server/workers/payment/cardflow.h"

namespace deskbell::server {
namespace {

constexpr std::string_view unreadable = "card-unreadable";
/// A provider that will not delete a key, or is not heard, is asked so often; then the key is forgotten
/// here, where it is the only way to use it.
constexpr std::uint32_t mostForgetting = 50;

bool isThere(CardOnFile card)
{
    return card == CardOnFile::Offered || card == CardOnFile::Kept;
}

} // namespace

CardFlow::CardFlow(Backoff backoff, Storage &storage, PaymentGateway &gateway, CircuitBreaker &breaker,
                   CardSource cards, WorkerSurroundings surroundings, const Log &log)
    : m_backoff(backoff), m_storage(storage), m_cards(std::move(cards)),
      m_gateway(gateway, breaker, surroundings.steady),
      m_recorder("payment-worker", storage, std::move(surroundings), log), m_log(log)
{
}

void CardFlow::carryOut(const WorkItem &item)
{
    const auto found = m_recorder.reservationOf(item);
    if (!found)
        return;
    const bool isKeeping = item.work == Work::KeepCard;
    if (!*found || !isThere((*found)->card) || (isKeeping && (*found)->card != CardOnFile::Offered) ||
        (!isKeeping && isCardNeeded(**found)))
        return m_recorder.settle(item, std::nullopt);
    const auto sealed = m_storage.keptCard(item.reservation);
    const auto vault = m_cards();
    if (!sealed || !vault)
        return; // the lease runs out, and it is taken up again
    if (isKeeping)
        keep(item, **found, sealed->value_or(std::string()), *vault);
    else
        forget(item, sealed->value_or(std::string()), *vault);
}

void CardFlow::keep(const WorkItem &item, const Reservation &reservation, const std::string &sealed,
                    const CardVault &vault)
{
    if (!isCardNeeded(reservation))
        return m_recorder.settle(item, std::nullopt); // it has ended: what is next is to forget it
    const auto offered = vault.openOffered(sealed, item.reservation);
    if (!offered)
        return record(item, CardOnFile::Refused, std::string(unreadable));
    // The same key over all tries, so that a card that was kept unheard is the same one.
    const auto answer = m_gateway.keep(*offered, toString(item.subject));
    if (answer && answer->verdict == Verdict::Done)
        record(item, CardOnFile::Kept, answer->code,
               vault.seal(KeptCard{offered->customerKey, answer->billingKey}, item.reservation));
    else if (answer && answer->verdict == Verdict::Refused)
        record(item, CardOnFile::Refused, answer->code);
    else
        tryAgain(item);
}

void CardFlow::forget(const WorkItem &item, const std::string &sealed, const CardVault &vault)
{
    const auto kept = vault.openKept(sealed, item.reservation);
    if (!kept) // nothing was kept at the provider, or nobody can read what it is called there
        return record(item, CardOnFile::Forgotten, {});
    const auto answer = m_gateway.forget(*kept);
    if (answer && answer->verdict == Verdict::Done)
        return record(item, CardOnFile::Forgotten, answer->code);
    if (answer && (answer->verdict == Verdict::Refused || item.attempts >= mostForgetting)) {
        m_log.warning("card-not-deleted",
                      {{"reservation", toString(item.reservation)}, {"code", answer->code}});
        return record(item, CardOnFile::Forgotten, answer->code);
    }
    tryAgain(item);
}

void CardFlow::record(const WorkItem &item, CardOnFile outcome, const std::string &code,
                      const std::string &sealed)
{
    m_log.info("card-answered", {{"reservation", toString(item.reservation)},
                                 {"outcome", std::string(toString(outcome))},
                                 {"code", code}});
    (void)m_recorder.commit(item, RecordCardOutcome{item.reservation, outcome, sealed, code},
                            Claim{item.id, item.fence, std::nullopt, false});
}

void CardFlow::tryAgain(const WorkItem &item)
{
    m_recorder.settle(item, m_recorder.nextTry(item, m_backoff) + m_gateway.resting());
}

} // namespace deskbell::server
