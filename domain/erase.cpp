// Erasing who a guest was.

#include <algorithm>

#include "domain/codeword.h"
#include "domain/draft.h"

namespace deskbell {
namespace {

/// Free text that a person may have written about the guest; the engine's own reasons are codes.
void eraseText(std::string &text)
{
    if (text != refusal::noStock && text != refusal::notPaidInTime && text != refusal::cardDeclined)
        text.clear();
}

/// Where a code belongs, programs let any text through.
std::string codeOnly(const std::string &text)
{
    return isCodeWord(text) ? text : std::string();
}

bool isRefundUnderWay(const Payment &payment)
{
    return std::any_of(payment.refunds.begin(), payment.refunds.end(), [](const Refund &refund) {
        return refund.state == RefundState::Requested || refund.state == RefundState::Unknown;
    });
}

} // namespace

Reservation withoutGuest(Reservation reservation)
{
    Guest &guest = reservation.guest;
    guest = Guest{{}, {}, {}, codeOnly(guest.country), codeOnly(guest.language), guest.isInvented, false};
    reservation.channel = codeOnly(reservation.channel);
    reservation.note.clear();
    eraseText(reservation.endReason);
    for (Payment &payment : reservation.payments) {
        // The provider knows a card's charge by its key; anything else was written by somebody.
        if (payment.method != PaymentMethod::Card || payment.token.find(' ') != std::string::npos)
            payment.token.clear();
        for (Refund &refund : payment.refunds)
            eraseText(refund.reason);
    }
    for (Notice &notice : reservation.notices)
        notice.message.clear();
    for (HistoryEntry &entry : reservation.history) {
        if (entry.what == "reservation-rejected" || entry.what == "reservation-cancelled" ||
            entry.what == "cancellation-begun")
            eraseText(entry.detail);
    }
    return reservation;
}

Expected<void> checkNotErased(const Reservation &reservation)
{
    if (isErased(reservation.guest))
        return refuse(refusal::guestErased, {{"reservation", toString(reservation.id)}});
    return {};
}

Expected<void> carryOut(Draft &draft, const EraseGuest &)
{
    const Reservation &now = draft.now();
    if (auto erased = checkNotErased(now); !erased)
        return erased;
    for (const Payment &payment : now.payments) {
        if (isUnderWay(payment.state) || isRefundUnderWay(payment))
            return refuse(refusal::paymentUnderWay, {{"payment", toString(payment.id)}});
    }
    if (const Money open = owed(now); now.state == ReservationState::Departed && open.minor > 0)
        return refuse(refusal::folioNotSettled, {{"owed", toString(open)}});
    const std::vector<Notice> notices = now.notices;
    for (const Notice &notice : notices) {
        if (!isSettled(notice.state)) // nobody is left to ask about
            draft.add(NoticeMoved{notice.id, NoticeState::Withdrawn, notice.way, {}, {}});
    }
    draft.add(GuestErased{});
    return {};
}

} // namespace deskbell
