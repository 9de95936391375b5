#include "domain/event.h"

#include <array>
#include <cassert>

namespace deskbell {
namespace {

/// In the order of Event's alternatives; the moves are named by where they go.
constexpr std::array<std::string_view, 25> eventNames{"reservation-requested",
                                                      "stock-taken",
                                                      "stock-released",
                                                      "request-approved",
                                                      "reservation-confirmed",
                                                      "reservation-rejected",
                                                      "reservation-cancelled",
                                                      "unit-assigned",
                                                      "unit-unassigned",
                                                      "reservation-moved",
                                                      "guest-checked-in",
                                                      "guest-checked-out",
                                                      "guest-did-not-show",
                                                      "guest-edited",
                                                      "note-edited",
                                                      "payment-accepted",
                                                      "payment-",
                                                      "refund-requested",
                                                      "refund-",
                                                      "notice-queued",
                                                      "notice-",
                                                      "cancellation-begun",
                                                      "card-",
                                                      "guest-erased",
                                                      "units-swapped"};
static_assert(std::variant_size_v<Event> == eventNames.size());

} // namespace

std::string eventName(const Event &event)
{
    std::string name(eventNames[event.index()]);
    if (const auto *payment = std::get_if<PaymentMoved>(&event))
        name += toString(payment->to);
    else if (const auto *refund = std::get_if<RefundMoved>(&event))
        name += toString(refund->to);
    else if (const auto *notice = std::get_if<NoticeMoved>(&event))
        name += toString(notice->to);
    else if (const auto *card = std::get_if<CardMoved>(&event))
        name += toString(card->to);
    return name;
}

} // namespace deskbell
