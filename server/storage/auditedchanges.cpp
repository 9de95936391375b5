#include "server/storage/auditedchanges.h"

#include "domain/codeword.h"

namespace deskbell::server {
namespace {

using protocol::AuditedChange;

std::string textOf(const std::string &value)
{
    return value;
}
std::string textOf(bool value)
{
    return value ? "yes" : "no";
}
template <typename Integer>
requires std::is_integral_v<Integer> std::string textOf(Integer value)
{
    return std::to_string(value);
}
std::string textOf(const Stay &stay)
{
    return toString(stay.arrival) + "/" + toString(stay.departure);
}
std::string textOf(const Workflow &workflow)
{
    return std::string(workflow.name);
}
template <typename Value>
requires requires(const Value &value)
{
    toString(value);
}
std::string textOf(const Value &value)
{
    return std::string(toString(value));
}
template <typename Value>
std::string textOf(const std::optional<Value> &value)
{
    return value ? textOf(*value) : std::string();
}

/// Compares two states of one thing, the earlier of which may not be there.
template <typename Thing>
class Comparison
{
public:
    Comparison(const Thing *before, const Thing &after) : m_before(before), m_after(after) {}

    template <typename Get>
    void tell(const char *field, Get &&get)
    {
        const auto &now = get(m_after);
        if (m_before) {
            const auto &then = get(*m_before);
            if (!(then == now))
                m_changes.push_back({field, textOf(then), textOf(now), false});
            return;
        }
        if (std::string text = textOf(now); !text.empty() && !(now == std::decay_t<decltype(now)>{}))
            m_changes.push_back({field, {}, std::move(text), false});
    }
    template <typename Get>
    void withhold(const char *field, Get &&get)
    {
        const auto &now = get(m_after);
        if (m_before ? !(get(*m_before) == now) : !(now == std::decay_t<decltype(now)>{}))
            m_changes.push_back({field, {}, {}, true});
    }
    void tell(std::string field, std::string then, std::string now)
    {
        if (then != now)
            m_changes.push_back({std::move(field), std::move(then), std::move(now), false});
    }
    std::vector<AuditedChange> take() { return std::move(m_changes); }

private:
    const Thing *m_before;
    const Thing &m_after;
    std::vector<AuditedChange> m_changes;
};

std::string textOf(const Payment &payment)
{
    return std::string(toString(payment.method)) + " " + toString(payment.amount) + " " +
           std::string(toString(payment.state));
}

std::string textOf(const Refund &refund)
{
    return toString(refund.amount) + " " + std::string(toString(refund.state));
}

const Refund *findRefund(const Payment *payment, const RefundId &id)
{
    for (std::size_t i = 0; payment && i < payment->refunds.size(); ++i) {
        if (payment->refunds[i].id == id)
            return &payment->refunds[i];
    }
    return nullptr;
}

void tellMoney(Comparison<Reservation> &comparison, const Reservation *before, const Reservation &after)
{
    for (const Payment &payment : after.payments) {
        const Payment *known = before ? findPayment(*before, payment.id) : nullptr;
        comparison.tell("payment " + toString(payment.id), known ? textOf(*known) : std::string(),
                        textOf(payment));
        for (const Refund &refund : payment.refunds) {
            const Refund *then = findRefund(known, refund.id);
            comparison.tell("refund " + toString(refund.id), then ? textOf(*then) : std::string(),
                            textOf(refund));
        }
    }
}

const Notice *findNotice(const Reservation *reservation, const NoticeId &id)
{
    for (std::size_t i = 0; reservation && i < reservation->notices.size(); ++i) {
        if (reservation->notices[i].id == id)
            return &reservation->notices[i];
    }
    return nullptr;
}

void tellNotices(Comparison<Reservation> &comparison, const Reservation *before, const Reservation &after)
{
    const auto told = [](const Notice &notice) {
        return std::string(toString(notice.kind)) + " " + std::string(toString(notice.way)) + " " +
               std::string(toString(notice.state));
    };
    for (const Notice &notice : after.notices) {
        const Notice *known = findNotice(before, notice.id);
        comparison.tell("notice " + toString(notice.id), known ? told(*known) : std::string(), told(notice));
    }
}

} // namespace

std::vector<AuditedChange> auditedChanges(const Reservation *before, const Reservation &after)
{
    Comparison<Reservation> changes(before, after);
    changes.tell("state", before ? textOf(before->state) : std::string(), textOf(after.state));
    changes.tell("offering", [](const Reservation &each) { return each.offering; });
    changes.tell("workflow", [](const Reservation &each) { return each.workflow; });
    changes.tell("stay", [](const Reservation &each) { return each.stay; });
    changes.tell("quantity", [](const Reservation &each) { return each.quantity; });
    changes.tell("adults", [](const Reservation &each) { return each.adults; });
    changes.tell("children", [](const Reservation &each) { return each.children; });
    changes.tell("price", [](const Reservation &each) { return totalPrice(each); });
    changes.tell("approved", [](const Reservation &each) { return each.isApproved; });
    changes.tell("stock", [](const Reservation &each) { return each.holdsStock; });
    changes.tell("unit", [](const Reservation &each) { return each.unit; });
    changes.tell("wish", [](const Reservation &each) { return each.wish; });
    if (isCodeWord(after.channel))
        changes.tell("channel", [](const Reservation &each) { return each.channel; });
    else
        changes.withhold("channel", [](const Reservation &each) { return each.channel; });
    changes.withhold("guest.name", [](const Reservation &each) { return each.guest.name; });
    changes.withhold("guest.phone", [](const Reservation &each) { return each.guest.phone; });
    changes.withhold("guest.email", [](const Reservation &each) { return each.guest.email; });
    changes.withhold("guest.country", [](const Reservation &each) { return each.guest.country; });
    changes.withhold("guest.language", [](const Reservation &each) { return each.guest.language; });
    changes.tell("guest.notices", [](const Reservation &each) { return each.guest.wantsNotices; });
    changes.withhold("note", [](const Reservation &each) { return each.note; });
    changes.tell("payBy", [](const Reservation &each) { return each.payBy; });
    changes.tell("card", [](const Reservation &each) {
        return each.card == CardOnFile::None ? std::string() : std::string(toString(each.card));
    });
    changes.withhold("endReason", [](const Reservation &each) { return each.endReason; });
    tellMoney(changes, before, after);
    tellNotices(changes, before, after);
    return changes.take();
}

std::vector<AuditedChange> auditedChanges(const Offering *before, const Offering &after)
{
    Comparison<Offering> changes(before, after);
    changes.tell("offering", {}, toString(after.id)); // which one it is about
    changes.tell("code", [](const Offering &each) { return each.code; });
    changes.tell("name", [](const Offering &each) { return each.name; });
    changes.tell("workflow", [](const Offering &each) { return each.workflow; });
    changes.tell("capacity", [](const Offering &each) { return each.capacity; });
    changes.tell("basePrice", [](const Offering &each) { return each.basePrice; });
    changes.tell("maxGuests", [](const Offering &each) { return each.maxGuests; });
    changes.tell("order", [](const Offering &each) { return each.order; });
    changes.tell("startsAt", [](const Offering &each) { return each.startsAt; });
    changes.tell("sale", [](const Offering &each) { return each.sale; });
    return changes.take();
}

std::vector<AuditedChange> auditedChanges(const Unit *before, const Unit &after)
{
    Comparison<Unit> changes(before, after);
    changes.tell("unit", {}, toString(after.id)); // which one it is about
    changes.tell("offering", [](const Unit &each) { return each.offering; });
    changes.tell("name", [](const Unit &each) { return each.name; });
    changes.tell("floor", [](const Unit &each) { return each.floor; });
    changes.tell("order", [](const Unit &each) { return each.order; });
    changes.tell("sale", [](const Unit &each) { return each.sale; });
    return changes.take();
}

std::vector<AuditedChange> auditedChanges(const Property &before, const Property &after)
{
    Comparison<Property> changes(&before, after);
    changes.tell("name", [](const Property &each) { return each.name; });
    changes.tell("timeZone", [](const Property &each) { return each.timeZone; });
    changes.tell("clerksConfirm", [](const Property &each) { return each.clerksConfirm; });
    changes.tell("isClosed", [](const Property &each) { return each.isClosed; });
    changes.tell("businessDate", [](const Property &each) { return each.businessDate; });
    return changes.take();
}

} // namespace deskbell::server
