#include "server/storage/followingwork.h"

#include <algorithm>

namespace deskbell::server {
namespace {

class Following
{
public:
    Following(const PropertyId &property, const Reservation *before, const Reservation &after)
        : m_property(property), m_before(before), m_after(after)
    {
    }

    std::vector<WorkItem> all()
    {
        for (const Payment &payment : m_after.payments) {
            if (payment.method == PaymentMethod::Card)
                addCardMoves(payment);
        }
        for (const Notice &notice : m_after.notices) {
            if (!m_before || !findNotice(*m_before, notice.id))
                add(Work::Notify, notice.id.value);
        }
        if (isNewly(ReservationState::AwaitingUnit))
            add(Work::Assign, {});
        if (m_after.payBy && (!m_before || m_before->payBy != m_after.payBy))
            add(Work::Expire, {}).dueAt = m_after.payBy;
        addCardWork();
        if (hasGuestPage(m_after))
            add(Work::Project, m_after.id.value);
        return std::move(m_items);
    }

private:
    WorkItem &add(Work work, const Uuid &subject)
    {
        WorkItem &item = m_items.emplace_back();
        item.work = work;
        item.property = m_property;
        item.reservation = m_after.id;
        item.subject = subject;
        return item;
    }

    bool isNewly(ReservationState state) const
    {
        return m_after.state == state && (!m_before || m_before->state != state);
    }

    /// One after the other: what is forgotten has been kept before.
    void addCardWork()
    {
        const Uuid subject = makeNamedUuid(m_after.id.value, "card");
        if (!m_before && m_after.card == CardOnFile::Offered)
            add(Work::KeepCard, subject);
        const bool isThere = m_after.card == CardOnFile::Offered || m_after.card == CardOnFile::Kept;
        const bool isNews = !m_before || isCardNeeded(*m_before) || m_before->card != m_after.card;
        if (isThere && !isCardNeeded(m_after) && isNews)
            add(Work::ForgetCard, subject);
    }

    /// The card's money that is wanted moved and was not known of before.
    void addCardMoves(const Payment &payment)
    {
        const Payment *known = m_before ? findPayment(*m_before, payment.id) : nullptr;
        if (!known && payment.state == PaymentState::Pending)
            add(Work::Charge, payment.id.value);
        for (const Refund &refund : payment.refunds) {
            const bool isKnown =
                known && std::any_of(known->refunds.begin(), known->refunds.end(),
                                     [&](const Refund &other) { return other.id == refund.id; });
            if (!isKnown && refund.state == RefundState::Requested)
                add(Work::Refund, payment.id.value).refund = refund.id;
        }
    }

    const PropertyId m_property;
    const Reservation *const m_before;
    const Reservation &m_after;
    std::vector<WorkItem> m_items;
};

} // namespace

std::vector<WorkItem> workFollowing(const PropertyId &property, const Reservation *before,
                                    const Reservation &after)
{
    return Following(property, before, after).all();
}

bool hasGuestPage(const Reservation &reservation)
{
    return reservation.channel == webChannel;
}

} // namespace deskbell::server
