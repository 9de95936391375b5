#pragma once

// The checkout in the payment provider's own window: where a guest is sent with the amount, and what
// must come back. The order travels sealed in the guest's browser, so an order that was never paid
// was never made. Pure, any thread.

#include <optional>
#include <string>

#include "http/message.h"
#include "protocol/guests.h"

namespace deskbell::server {

struct CheckoutDraft
{
    PropertyId property{};
    ReservationId reservation{};
    PaymentId payment{}; ///< the provider's order
    Money amount{};
    /// What is to be reserved once the card is approved; none when it is reserved already.
    std::optional<protocol::ReservationRequest> booking;
    friend bool operator==(const CheckoutDraft &, const CheckoutDraft &) = default;
};
std::string encodeDraft(const CheckoutDraft &draft);
std::optional<CheckoutDraft> decodeDraft(std::string_view text);

/// The cookie that keeps the draft of this order.
std::string draftCookieName(std::string_view orderId);

struct CheckoutUrls
{
    std::string window;  ///< the provider's
    std::string success; ///< ours
    std::string failure;
};
/// The window's address for this draft: amount, orderId, orderName, successUrl, failUrl.
std::string checkoutUrl(const CheckoutDraft &draft, const CheckoutUrls &urls, const std::string &orderName,
                        std::string_view language);

/// The same for a card that is only left for later: the window asks for no payment.
std::string cardWindowUrl(const CheckoutDraft &draft, const CheckoutUrls &urls, const std::string &orderName,
                          std::string_view language);

/// The card's key, when what came back is about this draft's order and amount.
std::optional<std::string> approvedCard(const CheckoutDraft &draft, const http::Parameters &returned);

/// What the window gave for the draft's card, for the request that is made with it.
std::optional<protocol::CardOffer> offeredCard(const CheckoutDraft &draft, const http::Parameters &returned);
/// Texts as the provider's window gives them.
bool isCardOffer(const protocol::CardOffer &card);

} // namespace deskbell::server
