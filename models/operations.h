#pragma once

// The backend's health, the audit log, and the payment reconciliation, for the screens that show them.
// All are questions to the backend, asked when a person looks and only while connected; nothing is
// stored at the desk. Values; they cross from the data thread by queued calls.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/expected.h"
#include "domain/reservation.h"
#include "domain/role.h"

namespace deskbell::models {

/// Nothing was heard of the backend: worth asking again when the line is back, unlike its own no.
inline bool isUnheard(const Error &error)
{
    return error.code == "offline" || error.code == "timeout";
}

enum class BreakerState { Closed, HalfOpen, Open };

/// Of a role that calls a provider: whether it is called at present.
struct Breaker
{
    BreakerState state = BreakerState::Closed;
    std::uint64_t calls = 0; ///< that the percentages are of
    int failurePercent = 0;
    int slowPercent = 0;
    std::int64_t opensInMs = 0; ///< until a probe is let through
    friend bool operator==(const Breaker &, const Breaker &) = default;
};

/// One role of one of the backend's processes.
struct BackendRole
{
    std::string process;
    std::string role; ///< "gateway", "payment", "hotel", "notice", "mypage"
    bool isGone = false;
    Instant seenAt{};
    std::optional<Breaker> breaker;
    friend bool operator==(const BackendRole &, const BackendRole &) = default;
};

struct BackendQueue
{
    std::string work; ///< "charge"
    std::uint64_t waiting = 0;
    std::optional<std::int64_t> dueForS; ///< of what has been due longest
    friend bool operator==(const BackendQueue &, const BackendQueue &) = default;
};

/// The latest day whose card payments were compared with the payment provider's books.
struct ReconciledDay
{
    Date day{};
    Instant madeAt{};
    std::uint64_t differences = 0;
    friend bool operator==(const ReconciledDay &, const ReconciledDay &) = default;
};

struct BackendHealth
{
    Instant at{};
    std::vector<BackendRole> roles;
    std::vector<BackendQueue> queues;
    std::optional<ReconciledDay> reconciled; ///< managers are told
    friend bool operator==(const BackendHealth &, const BackendHealth &) = default;
};

struct AuditQuestion
{
    std::optional<ReservationId> reservation;
    std::optional<std::uint64_t> before; ///< the next page
};

struct AuditChange
{
    std::string field;
    std::string before;
    std::string after;
    bool isWithheld = false; ///< it changed; what it was and is stays in the reservation
    friend bool operator==(const AuditChange &, const AuditChange &) = default;
};

struct AuditEntry
{
    std::uint64_t number = 0;
    Instant at{};
    std::string type; ///< of the command, "confirm-reservation"
    bool isRefused = false;
    std::string code; ///< why
    Actor actor;
    std::string channel; ///< "desk", "guest", "worker"
    std::string address;
    std::optional<ReservationId> reservation;
    std::vector<AuditChange> changes;
    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};

/// The latest first.
struct AuditPage
{
    std::vector<AuditEntry> entries;
    std::optional<std::uint64_t> next; ///< AuditQuestion::before of the next page; none at the end
    friend bool operator==(const AuditPage &, const AuditPage &) = default;
};

/// One thing about which the two books do not agree; raw, as the backend tells it.
struct BookDifference
{
    std::string kind;  ///< "missing-in-ledger", "amount-differs", …
    std::string order; ///< the payment's id, by which the provider knows it; or a stranger's
    std::optional<ReservationId> reservation;
    std::optional<RefundId> refund; ///< when it is about that and not about the payment itself
    std::string ledger;             ///< "20000 EUR taken"; empty when that side has nothing
    std::string provider;           ///< "20000 EUR DONE"
    friend bool operator==(const BookDifference &, const BookDifference &) = default;
};

/// A day's card payments and refunds, compared.
struct Reconciliation
{
    Date day{};
    Instant madeAt{};
    std::uint64_t payments = 0; ///< compared
    std::uint64_t refunds = 0;  ///< compared
    std::vector<BookDifference> differences;
    friend bool operator==(const Reconciliation &, const Reconciliation &) = default;
};

} // namespace deskbell::models
