#include "domain/auditedchanges.h"

#include <algorithm>

#include "domain/codeword.h"

namespace deskbell {
namespace {

std::string textOf(const std::string &value)
{
    return value;
}
std::string textOf(bool value)
{
    return value ? "yes" : "no";
}
std::string textOf(std::integral auto value)
{
    return std::to_string(value);
}
std::string textOf(const Currency &currency)
{
    return std::string(currency.text());
}
std::string textOf(const Stay &stay)
{
    return toString(stay.arrival) + "/" + toString(stay.departure);
}
std::string textOf(const UnitNights &held)
{
    return toString(held.unit) + ' ' + textOf(held.nights);
}
std::string textOf(const WorkflowName &name)
{
    return std::string(name.text());
}
std::string textOf(std::chrono::minutes minutes)
{
    return std::to_string(minutes.count());
}
std::string textOf(const Payment &payment)
{
    return std::string(toString(payment.method)) + " " + toString(payment.amount) + " " +
           std::string(toString(payment.state));
}
std::string textOf(const Refund &refund)
{
    return toString(refund.amount) + " " + std::string(toString(refund.state));
}
std::string textOf(const Notice &notice)
{
    return std::string(toString(notice.kind)) + " " + std::string(toString(notice.way)) + " " +
           std::string(toString(notice.state));
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
template <typename Value>
std::string textOf(const std::vector<Value> &values)
{
    std::string text;
    for (const Value &value : values)
        text += (text.empty() ? "" : ", ") + textOf(value);
    return text;
}

template <typename T>
concept HasId = Described<T> && requires(const T &value)
{
    value.id;
};

/// Compares two states of one thing, the earlier of which may not have been there.
class Comparison
{
public:
    Comparison(bool isNew, bool withholdsTexts) : m_isNew(isNew), m_withholdsTexts(withholdsTexts) {}

    void change(std::string field, std::string before, std::string after)
    {
        if (before != after)
            m_changes.push_back({std::move(field), std::move(before), std::move(after), false});
    }

    template <Described T>
    void compare(const T &before, const T &after, const std::string &prefix = {})
    {
        describeBoth(before, after, [&](std::string_view name, const auto &then, const auto &now) {
            if (prefix.empty() && (name == "id" || name == "version"))
                return;
            compareMember(prefix + std::string(name), then, now);
        });
    }

    std::vector<AuditedChange> take() { return std::move(m_changes); }

private:
    template <typename T>
    void compareMember(std::string field, const T &before, const T &after)
    {
        // A new one begins in some state, though it be the first.
        const bool isBeginning = m_isNew && std::same_as<T, ReservationState>;
        if (before == after && !isBeginning)
            return;
        if (withholds(field, before) || withholds(field, after))
            m_changes.push_back({std::move(field), {}, {}, true});
        else
            change(std::move(field), m_isNew ? std::string() : textOf(before), textOf(after));
    }
    void compareMember(std::string field, const Guest &before, const Guest &after)
    {
        compare(before, after, field + '.');
    }
    // The name, and what can be adjusted where it is otherwise than before or than in the preset of that
    // name.
    void compareMember(const std::string &field, const Workflow &before, const Workflow &after)
    {
        compareMember(field, before.name, after.name);
        const bool isSame = !m_isNew && before.name == after.name;
        const Workflow base = isSame ? before : workflowNamed(after.name).value_or(after);
        compareMember(field + ".confirmation", base.confirmation, after.confirmation);
        compareMember(field + ".payWithin", base.payWithin, after.payWithin);
    }
    // Of several, each is told by itself: "payments" as "payment 0190…".
    template <HasId T>
    void compareMember(const std::string &field, const std::vector<T> &before, const std::vector<T> &after)
    {
        const std::string each = field.substr(0, field.size() - 1) + ' ';
        for (const T &now : after) {
            const auto then = std::ranges::find(before, now.id, &T::id);
            const bool isKnown = then != before.end();
            change(each + toString(now.id), isKnown ? textOf(*then) : std::string(), textOf(now));
            if constexpr (requires { now.refunds; }) {
                static const std::vector<Refund> none;
                compareMember("refunds", isKnown ? then->refunds : none, now.refunds);
            }
        }
    }
    // The audit tells by itself who did what, and of prices their sum.
    void compareMember(const std::string &, const std::vector<HistoryEntry> &,
                       const std::vector<HistoryEntry> &)
    {
    }
    void compareMember(const std::string &, const std::vector<std::int64_t> &,
                       const std::vector<std::int64_t> &)
    {
    }

    template <typename T>
    bool withholds(std::string_view field, const T &value) const
    {
        if constexpr (std::same_as<T, std::string>)
            return m_withholdsTexts && !(field == "channel" && isCodeWord(value));
        else
            return false;
    }

    bool m_isNew;
    bool m_withholdsTexts;
    std::vector<AuditedChange> m_changes;
};

} // namespace

std::vector<AuditedChange> auditedChanges(const Reservation *before, const Reservation &after)
{
    static const Reservation none;
    Comparison comparison(!before, /*withholdsTexts=*/true);
    comparison.compare(before ? *before : none, after);
    comparison.change("price", before ? toString(totalPrice(*before)) : std::string(),
                      toString(totalPrice(after)));
    return comparison.take();
}

std::vector<AuditedChange> auditedChanges(const UndatedRow *before, const UndatedRow &after)
{
    return std::visit(
        [&]<typename Kind>(const Kind &now) {
            static const Kind none;
            Comparison comparison(!before, /*withholdsTexts=*/false);
            if constexpr (!std::same_as<Kind, Property>)
                comparison.change(std::string(Kind::entityName), {}, toString(now.id));
            comparison.compare(before ? std::get<Kind>(*before) : none, now);
            return comparison.take();
        },
        after);
}

} // namespace deskbell
