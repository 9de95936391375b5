// The provider's payment window, as guests see it: the shop sends them here with what to pay, and they
// go back with a key of a card that was approved, or with why not. Nothing is taken here; that is the
// shop's confirmation. A card that the provider would not take is refused in the window, as in the real
// one. Owned by main() or a test; safe on the server's io threads.
#pragma once

#include "http/responder.h"
#include "http/router.h"
#include "sandbox/ledger.h"

#include <functional>
#include <mutex>
#include <string>

namespace deskbell::sandbox {

/// What a guest agreed to pay, by the key that the shop gets.
struct CheckoutSession
{
    std::string paymentKey;
    std::string orderId;
    std::int64_t amount = 0; ///< minor units
};

/// A key that begins so belongs to a card that its issuer will decline.
inline constexpr std::string_view decliningKey = "tgen_declined_";

class CheckoutWindow
{
public:
    /// `opened` is told of each approved card, on an io thread.
    CheckoutWindow(std::string currency, Clock clock, Random random,
                   std::function<void(const CheckoutSession &)> opened)
        : m_currency(std::move(currency)), m_clock(std::move(clock)), m_random(std::move(random)),
          m_opened(std::move(opened))
    {
    }

    void addRoutes(http::Router &router);

private:
    void show(const http::Request &request, const http::Responder &responder) const;
    void decide(const http::Request &request, const http::Responder &responder);
    /// Back to the shop with a card, which is left for later or pays at once.
    std::string withCard(const http::Parameters &form, bool isDeclined);
    std::string withPayment(const http::Parameters &form, CheckoutSession session, bool isDeclined);
    std::string newKey(std::string_view beginning);

    const std::string m_currency;
    const Clock m_clock;
    std::mutex m_mutex;
    const Random m_random;
    const std::function<void(const CheckoutSession &)> m_opened;
};

} // namespace deskbell::sandbox
