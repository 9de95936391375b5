// What the backend tells about itself and its books: health, audit, reconciliation.

#include <gtest/gtest.h>

#include "protocol/audit.h"
#include "protocol/health.h"
#include "protocol/reconciliation.h"
#include "support/memory_hotel.h"

using namespace deskbell;
using namespace deskbell::protocol;
using deskbell::testing::date;
using deskbell::testing::idNumbered;
using deskbell::testing::instant;

namespace {

TEST(HealthMessage, comesBackAsItWasSent)
{
    Health health;
    health.at = instant("2026-05-10T09:00:00Z");
    health.roles.push_back({"backoffice:4711", "payment", false, instant("2026-05-10T08:59:58Z"),
                            BreakerHealth{"open", 20, 55, 10, 21'500}});
    health.roles.push_back({"attic:12", "gateway", true, instant("2026-05-10T08:00:00Z"), std::nullopt});
    health.queues.push_back({"charge", 3, 12});
    health.queues.push_back({"refund", 0, std::nullopt});
    EXPECT_EQ(decodeHealth(encodeHealth(health)), health) << "nothing is said of the books";
    health.reconciled = {date("2026-05-09"), instant("2026-05-09T15:30:00Z"), 2};
    EXPECT_EQ(decodeHealth(encodeHealth(health)), health);
    EXPECT_EQ(decodeBreaker(encodeBreaker(*health.roles[0].breaker)), *health.roles[0].breaker);
}

TEST(HealthMessage, namesNobodyKnowsAreSkippedAndBrokenOnesRefused)
{
    EXPECT_TRUE(decodeHealth(R"({"at":"2026-05-10T09:00:00Z","roles":[],"queues":[],"mood":"fine"})"));
    for (const char *text : {"", "[]", "{}", R"({"at":"yesterday","roles":[],"queues":[]})",
                             R"({"at":"2026-05-10T09:00:00Z","roles":[{"process":"x"}],"queues":[]})"})
        EXPECT_FALSE(decodeHealth(text)) << text;
}

TEST(AuditMessage, comesBackAsItWasSent)
{
    AuditEntry entry;
    entry.number = 17;
    entry.at = instant("2026-05-10T09:00:00Z");
    entry.command = idNumbered<CommandId>(1);
    entry.type = "confirm-reservation";
    entry.outcome = "applied";
    entry.seq = 99;
    entry.actor = {idNumbered<AccountId>(2), "김지원", Role::Manager};
    entry.channel = "desk";
    entry.address = "192.0.2.7";
    entry.device = idNumbered<DeviceId>(3);
    entry.reservation = idNumbered<ReservationId>(4);
    entry.changes = {{"state", "requested", "confirmed", false}, {"guest.name", "", "", true}};
    AuditEntry refused;
    refused.number = 16;
    refused.outcome = "refused";
    refused.code = "no-stock";
    const AuditPage page{{entry, refused}, 16};
    EXPECT_EQ(decodeAuditPage(encodeAuditPage(page)), page);
    EXPECT_EQ(decodeAuditedChanges(encodeAuditedChanges(entry.changes)), entry.changes);
    EXPECT_FALSE(decodeAuditPage("{}"));
}

TEST(ReconciliationMessage, comesBackAsItWasSent)
{
    Reconciliation report;
    report.property = idNumbered<PropertyId>(1);
    report.day = date("2026-05-10");
    report.madeAt = instant("2026-05-11T00:10:00Z");
    report.payments = 3;
    report.refunds = 1;
    report.differences = {{"missing-in-ledger", "order-9", std::nullopt, std::nullopt, "", "700 KRW DONE"},
                          {"amount-differs", toString(idNumbered<PaymentId>(2)), idNumbered<ReservationId>(4),
                           idNumbered<RefundId>(5), "5000 KRW", "4000 KRW"}};
    EXPECT_EQ(decodeReconciliation(encodeReconciliation(report)), report);
    EXPECT_FALSE(decodeReconciliation(R"({"day":"2026-05-10"})"));
}

} // namespace
