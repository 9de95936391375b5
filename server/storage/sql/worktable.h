#pragma once

// The work queue. Inside a transaction of the writer. Throws StorageFailure.

#include <optional>
#include <vector>

#include "server/storage/outbox.h"
#include "server/storage/sql/connection.h"

namespace deskbell::server {

std::vector<WorkItem> takeDueWork(Connection &connection, Work work, Instant now,
                                  std::chrono::milliseconds lease, std::size_t limit);
/// Nobody holds anything any more: for who has the file to itself and has just opened it.
void releaseWork(Connection &connection);
bool isHeld(Connection &connection, const Claim &claim);
/// The next work of the payment, taken by nobody or by somebody.
std::optional<WorkItem> readWorkOf(Connection &connection, const PaymentId &payment);
/// Work of the payment that waits for its time, and that nobody holds, is due now.
bool hurryWork(Connection &connection, const PaymentId &payment, Instant now);
/// Settles, puts off or keeps. False when another has the item by now.
bool finishWork(Connection &connection, const Claim &claim);
/// Settles it for good, or does nothing when another has the item by now. Without waiting for the answer.
void settleWork(Connection &connection, const Claim &claim);

std::vector<Backlog> readBacklog(Connection &connection);

} // namespace deskbell::server
