#pragma once

// What Toss Payments' answers mean for an order: pure functions from a reply to a verdict, kept
// apart from the calls so that every odd answer can be tried without a network.

#include <string>

#include "server/workers/httpclient.h"
#include "server/workers/payment/paymentgateway.h"

namespace deskbell::server::toss {

/// An amount as the API wants it: major units as an exact decimal number, "50000" or "128.50".
std::string amountText(Money amount);

/// Of POST …/confirm.
ProviderAnswer readCharge(const HttpReply &reply, const ChargeOrder &order);
/// Of GET …/orders/{orderId}.
ProviderAnswer readChargeLookUp(const HttpReply &reply, const ChargeOrder &order);
/// Of GET …/{paymentKey} after "already processed": that money may be another order's.
ProviderAnswer readTokenLookUp(const HttpReply &reply, const ChargeOrder &order);
/// Of POST …/{paymentKey}/cancel.
ProviderAnswer readRefund(const HttpReply &reply, const RefundOrder &order);
/// Of GET …/{paymentKey}, for the cancel that carries the refund's id as its reason.
ProviderAnswer readRefundLookUp(const HttpReply &reply, const RefundOrder &order);

/// Of POST …/billing/authorizations/issue.
CardAnswer readKeptCard(const HttpReply &reply, const OfferedCard &card);
/// Of DELETE …/billing/{billingKey}.
ProviderAnswer readForgotten(const HttpReply &reply);

/// What stands in a cancel's reason: the refund's id, by which it is found again. People's own words
/// stay in the house.
std::string cancelReason(const RefundId &refund);

} // namespace deskbell::server::toss
