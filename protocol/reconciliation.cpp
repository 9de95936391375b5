#include "protocol/reconciliation.h"

#include "protocol/read.h"
#include "protocol/write.h"

namespace deskbell::protocol {

void describe(auto &visit, Of<Difference> auto &difference)
{
    visit("kind", difference.kind);
    visit("order", difference.order);
    visit.maybe("reservation", difference.reservation);
    visit.maybe("refund", difference.refund);
    visit.maybe("ledger", difference.ledger);
    visit.maybe("provider", difference.provider);
}

void describe(auto &visit, Of<Reconciliation> auto &report)
{
    visit("property", report.property);
    visit("day", report.day);
    visit("madeAt", report.madeAt);
    visit("payments", report.payments);
    visit("refunds", report.refunds);
    visit("differences", report.differences);
}

std::string encodeReconciliation(const Reconciliation &report)
{
    std::string text;
    Writer out(text);
    write(out, report);
    return text;
}

Expected<Reconciliation> decodeReconciliation(std::string_view text)
{
    return parseJson(text, {64u << 20, 16}).and_then([](const json::value &value) {
        return readWhole<Reconciliation>(value, "bad-reconciliation", Strictness::SkipUnknown);
    });
}

} // namespace deskbell::protocol
