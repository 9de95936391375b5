#include "sandbox/ledger.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace deskbell::sandbox {

RC_GTEST_PROP(Ledger, neverGivesBackMoreThanWasTaken,
              (const std::vector<std::tuple<std::uint8_t, std::uint8_t, std::uint16_t>> &steps))
{
    Ledger ledger([] { return TimePoint{}; }, [n = std::uint64_t{0}]() mutable { return ++n; }, "KRW");
    std::int64_t taken = 0;
    std::int64_t given = 0;
    for (const auto &[action, which, size] : steps) {
        const std::string key = "tdesk_" + std::to_string(which % 4);
        const std::int64_t amount = size;
        if (action % 3 == 0) {
            if (ledger.confirm(key, "order", amount))
                taken += amount;
        } else {
            const Payment *before = ledger.find(key);
            const std::int64_t left = before ? before->balance() : 0;
            const auto wanted = action % 3 == 1 ? std::optional(amount + 1) : std::nullopt;
            if (ledger.cancel(key, "reason", wanted)) {
                given += wanted.value_or(left);
                RC_ASSERT(wanted.value_or(left) <= left);
            }
        }
        const Totals totals = ledger.totals();
        RC_ASSERT(totals.taken == taken);
        RC_ASSERT(totals.cancelled == given);
        RC_ASSERT(totals.balance == taken - given);
        RC_ASSERT(totals.balance >= 0);
    }
}

} // namespace deskbell::sandbox
