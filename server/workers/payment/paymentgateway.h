#pragma once

// The port to the payment provider. One implementation speaks a provider's wire format
// (tossgateway.h), tests bring their own. Calls wait for the answer: they are made on the payment
// worker's own threads only, from several at once.

#include <string>

#include "domain/reservation.h"
#include "server/workers/payment/cardvault.h"

namespace deskbell::server {

struct ChargeOrder
{
    PaymentId payment{}; ///< also the key by which the provider knows the same order again
    std::string token;   ///< empty for a kept card, whose charge gets one
    Money amount;
    std::optional<KeptCard> card{}; ///< charged instead of what the token stands for
    std::string name{};             ///< what the provider tells the guest that it is for
};

struct RefundOrder
{
    ChargeOrder charge; ///< what was taken
    RefundId refund{};  ///< also the key by which the provider knows the same order again
    Money amount;
};

/// What the provider says of an order.
enum class Verdict {
    Done,     ///< the money has moved, exactly as ordered
    Refused,  ///< it has not and will not by this order
    Busy,     ///< it has not, because the order was not taken on: may be sent later
    NotThere, ///< a look-up only: never happened, may be sent (again)
    Unknown,  ///< not heard, or not understood: look up before anything else
};

struct ProviderAnswer
{
    Verdict verdict = Verdict::Unknown;
    std::string code;    ///< the provider's own, or ours in lower case ("no-answer"); for people
    std::string token{}; ///< of a payment that was found: its paymentKey
};

/// Done with the key that the card is charged by, Refused, Busy or Unknown.
struct CardAnswer
{
    Verdict verdict = Verdict::Unknown;
    std::string code;
    std::string billingKey{};
};

class PaymentGateway
{
public:
    virtual ~PaymentGateway() = default;
    /// Done, Refused, Busy or Unknown.
    virtual ProviderAnswer charge(const ChargeOrder &order) = 0;
    /// Done, Refused, NotThere or Unknown.
    virtual ProviderAnswer lookUp(const ChargeOrder &order) = 0;
    virtual ProviderAnswer refund(const RefundOrder &order) = 0;
    virtual ProviderAnswer lookUp(const RefundOrder &order) = 0;
    /// The key for a card that the window approved; the same one when asked again for the same card.
    virtual CardAnswer keep(const OfferedCard &card, const std::string &orderKey) = 0;
    /// Done also when there is no such key any more.
    virtual ProviderAnswer forget(const KeptCard &card) = 0;
    /// The process ends: calls under way come back soon, as Unknown. From any thread.
    virtual void abandon() = 0;
};

} // namespace deskbell::server
