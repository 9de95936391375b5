#pragma once

// Commands about payments, refunds and cards, and those that record the providers' answers. Each is a plain
// struct with its descriptor; see commandspec.h.

#include <string>

#include "domain/command/commandspec.h"

namespace deskbell {

/// Cash and transfers are recorded as taken; a card is charged by the payment worker.
struct TakePayment
{
    static constexpr CommandSpec spec{
        "take-payment", Givers::atLeast(Role::Clerk).andGuests(),
        ~States::of(ReservationState::Cancelling, ReservationState::Cancelled, ReservationState::Rejected)};

    ReservationId reservation{};
    PaymentId payment{};
    PaymentMethod method = PaymentMethod::Cash;
    Money amount{};
    std::string token; ///< required for a card: the terminal's paymentKey
    friend bool operator==(const TakePayment &, const TakePayment &) = default;
};

void describe(auto &visit, Of<TakePayment> auto &args)
{
    visit("reservation", args.reservation);
    visit("payment", args.payment);
    visit("method", args.method);
    visit("amount", args.amount);
    visit.maybe("token", args.token);
}

struct RefundPayment
{
    static constexpr CommandSpec spec{"refund-payment", Givers::atLeast(Role::Manager), States::any()};

    ReservationId reservation{};
    PaymentId payment{};
    RefundId refund{};
    Money amount{};
    std::string reason;
    friend bool operator==(const RefundPayment &, const RefundPayment &) = default;
};

void describe(auto &visit, Of<RefundPayment> auto &args)
{
    visit("reservation", args.reservation);
    visit("payment", args.payment);
    visit("refund", args.refund);
    visit("amount", args.amount);
    visit.maybe("reason", args.reason);
}

/// From the payment worker: Sent, ProviderBusy, Unknown, Taken or Declined.
struct RecordPaymentOutcome
{
    static constexpr CommandSpec spec{"record-payment-outcome", Givers::systemOnly(), States::any()};

    ReservationId reservation{};
    PaymentId payment{};
    PaymentState outcome = PaymentState::Unknown;
    std::string providerCode;
    std::string token{}; ///< of a charge to a kept card that was taken: its paymentKey
    friend bool operator==(const RecordPaymentOutcome &, const RecordPaymentOutcome &) = default;
};

void describe(auto &visit, Of<RecordPaymentOutcome> auto &args)
{
    visit("reservation", args.reservation);
    visit("payment", args.payment);
    visit("outcome", args.outcome);
    visit.maybe("providerCode", args.providerCode);
    visit.maybe("token", args.token);
}

/// From the payment worker: Unknown, Done or Failed.
struct RecordRefundOutcome
{
    static constexpr CommandSpec spec{"record-refund-outcome", Givers::systemOnly(), States::any()};

    ReservationId reservation{};
    PaymentId payment{};
    RefundId refund{};
    RefundState outcome = RefundState::Unknown;
    std::string providerCode;
    friend bool operator==(const RecordRefundOutcome &, const RecordRefundOutcome &) = default;
};

void describe(auto &visit, Of<RecordRefundOutcome> auto &args)
{
    visit("reservation", args.reservation);
    visit("payment", args.payment);
    visit("refund", args.refund);
    visit("outcome", args.outcome);
    visit.maybe("providerCode", args.providerCode);
}

/// From the payment worker: Kept, Refused or Forgotten.
struct RecordCardOutcome
{
    static constexpr CommandSpec spec{"record-card-outcome", Givers::systemOnly(), States::any()};

    ReservationId reservation{};
    CardOnFile outcome = CardOnFile::Kept;
    std::string card; ///< of one that is kept: the provider's key for it, sealed
    std::string providerCode;
    friend bool operator==(const RecordCardOutcome &, const RecordCardOutcome &) = default;
};

void describe(auto &visit, Of<RecordCardOutcome> auto &args)
{
    visit("reservation", args.reservation);
    visit("outcome", args.outcome);
    visit.maybe("card", args.card);
    visit.maybe("providerCode", args.providerCode);
}

} // namespace deskbell
