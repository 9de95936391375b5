#pragma once

// How the backend is, and who did what: what the line's view and the audit's show. Both are asked of
// the backend when a person looks, and only while the line is up; nothing of it is kept at the desk.
// Values; they cross from the data thread by queued calls.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/expected.h"
#include "domain/reservation.h"
#include "domain/role.h"

namespace deskbell::models {

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

struct BackendHealth
{
    Instant at{};
    std::vector<BackendRole> roles;
    std::vector<BackendQueue> queues;
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

} // namespace deskbell::models
