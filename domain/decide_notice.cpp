// What the guest is told: at most one notice for one decision, the state's when the state has
// changed, else the money's. And what becomes of it, as the notice worker says.

#include <algorithm>

#include "domain/draft.h"
#include "domain/text.h"

namespace deskbell {
namespace {

template <typename... States>
constexpr unsigned to(States... states)
{
    return (0u | ... | (1u << static_cast<unsigned>(states)));
}

using enum NoticeState;

/// Notice state × outcome. A notice is always committed as sent before the provider is called. Queued
/// again means: certainly not taken on, or to be sent by another way.
constexpr std::array<unsigned, countOf<NoticeState>> outcomesAfter{
    to(Sent, Failed, Withdrawn),                        // Queued
    to(Queued, Uncertain, Accepted, Delivered, Failed), // Sent
    to(Queued, Accepted, Delivered, Failed),            // Uncertain
    to(Queued, Uncertain, Delivered, Failed),           // Accepted
    to(),                                               // Delivered
    to(),                                               // Failed
    to(),                                               // Withdrawn
};

/// The way changes before anything was sent, or to SMS after the Alimtalk has failed for good. What
/// the provider has accepted is queued again only so: by the same way it would be a second message.
bool isWayPossible(const Notice &notice, const RecordNoticeOutcome &command)
{
    if (notice.state == Queued)
        return notice.way == command.way || notice.way != NoticeWay::Sms;
    if (notice.way == command.way)
        return notice.state != Accepted || command.outcome != Queued;
    return command.outcome == Queued && notice.way == NoticeWay::Alimtalk && command.way == NoticeWay::Sms;
}

bool wantsNotice(const Reservation &reservation)
{
    const Guest &guest = reservation.guest;
    return guest.wantsNotices && !guest.isInvented && !isBlank(guest.phone);
}

int refundsDone(const Payment &payment)
{
    return static_cast<int>(std::count_if(payment.refunds.begin(), payment.refunds.end(),
                                          [](const Refund &r) { return r.state == RefundState::Done; }));
}

/// What has happened to the money, as far as a guest wants to know.
std::optional<NoticeKind> moneyNews(const Reservation &before, const Reservation &after)
{
    for (const Payment &payment : after.payments) {
        const Payment *known = findPayment(before, payment.id);
        const PaymentState was = known ? known->state : PaymentState::Pending;
        if (payment.state == PaymentState::Taken && was != PaymentState::Taken)
            return NoticeKind::Paid;
        if (payment.state == PaymentState::Declined && was != PaymentState::Declined)
            return NoticeKind::PaymentDeclined;
        if (refundsDone(payment) > (known ? refundsDone(*known) : 0))
            return NoticeKind::Refunded;
        if (payment.state == PaymentState::ProviderBusy && was != PaymentState::ProviderBusy)
            return NoticeKind::PaymentPending;
    }
    return std::nullopt;
}

std::optional<NoticeKind> newsOf(const Reservation *before, const Reservation &after)
{
    // Who pays with the order, or has left a card for it, need not do anything: what comes of it is news.
    const bool isPaying = after.state == ReservationState::AwaitingPayment && owed(after).minor > 0 &&
                          chargeable(after).isZero();
    if (!before && isPaying)
        return std::nullopt;
    if (!before || (before->state != after.state && !isPaying))
        return static_cast<NoticeKind>(after.state);
    if (before->stay != after.stay || before->offering != after.offering ||
        before->nightlyPrices != after.nightlyPrices)
        return NoticeKind::Moved;
    auto news = moneyNews(*before, after);
    // A provider that is busy, or a card that is declined, again and again is one piece of news.
    const bool isRepeated = news == NoticeKind::PaymentPending || news == NoticeKind::PaymentDeclined;
    if (isRepeated && !after.notices.empty() && after.notices.back().kind == *news)
        news.reset();
    return news;
}

} // namespace

void queueNotice(Draft &draft)
{
    const Reservation &after = draft.now();
    const auto kind = newsOf(draft.before(), after);
    if (!kind || !wantsNotice(after))
        return;
    Notice notice;
    notice.id.value = makeNamedUuid(after.id.value, "notice-" + std::to_string(after.notices.size() + 1));
    notice.kind = *kind;
    notice.at = draft.context().now;
    draft.add(NoticeQueued{std::move(notice)});
}

Expected<void> carryOut(Draft &draft, const RecordNoticeOutcome &command)
{
    const Notice *notice = findNotice(draft.now(), command.notice);
    if (!notice)
        return refuse(refusal::unknownNotice, {{"notice", toString(command.notice)}});
    if ((outcomesAfter[static_cast<std::size_t>(notice->state)] & to(command.outcome)) == 0 ||
        !isWayPossible(*notice, command))
        return refuse(refusal::wrongState, {{"state", std::string(toString(notice->state))},
                                            {"command", std::string(toString(command.outcome))},
                                            {"notice", toString(command.notice)}});
    if (auto code = checkText("providerCode", command.providerCode, maxName); !code)
        return code;
    if (auto message = checkText("message", command.message, maxName); !message)
        return message;
    draft.add(
        NoticeMoved{command.notice, command.outcome, command.way, command.message, command.providerCode});
    return {};
}

} // namespace deskbell
