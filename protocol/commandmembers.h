#pragma once

// The members of every command's arguments, as members.h lists those of rows. Internal to protocol/.

#include "domain/command.h"
#include "protocol/members.h"

namespace deskbell::protocol {

void describe(auto &visit, Of<OrderPayment> auto &payment)
{
    visit("payment", payment.payment);
    visit("amount", payment.amount);
    visit("token", payment.token);
}

void describe(auto &visit, Of<MakeReservation> auto &args)
{
    visit("reservation", args.reservation);
    visit("offering", args.offering);
    visit("stay", args.stay);
    visit("quantity", args.quantity);
    visit("guest", args.guest);
    visit("adults", args.adults);
    visit("children", args.children);
    visit("currency", args.currency);
    visit("nightlyPrices", args.nightlyPrices);
    visit.maybe("wish", args.wish);
    visit.maybe("channel", args.channel);
    visit.maybe("note", args.note);
    visit.maybe("payment", args.payment);
    visit.maybe("card", args.card);
}

template <typename T>
concept OnlyReservation =
    Of<T, ConfirmReservation> || Of<T, UnassignUnit> || Of<T, CheckIn> || Of<T, CheckOut> ||
    Of<T, MarkNoShow> || Of<T, AssignAnyUnit> || Of<T, ExpireReservation> || Of<T, EraseGuest>;

void describe(auto &visit, OnlyReservation auto &args)
{
    visit("reservation", args.reservation);
}

template <typename T>
concept WithReason = Of<T, RejectReservation> || Of<T, CancelReservation>;

void describe(auto &visit, WithReason auto &args)
{
    visit("reservation", args.reservation);
    visit.maybe("reason", args.reason);
}

void describe(auto &visit, Of<MoveReservation> auto &args)
{
    visit("reservation", args.reservation);
    visit("offering", args.offering);
    visit("stay", args.stay);
    visit.maybe("unit", args.unit);
    visit("nightlyPrices", args.nightlyPrices);
}

void describe(auto &visit, Of<AssignUnit> auto &args)
{
    visit("reservation", args.reservation);
    visit("unit", args.unit);
}

void describe(auto &visit, Of<EditGuest> auto &args)
{
    visit("reservation", args.reservation);
    visit("guest", args.guest);
}

void describe(auto &visit, Of<EditNote> auto &args)
{
    visit("reservation", args.reservation);
    visit.maybe("note", args.note);
}

void describe(auto &visit, Of<TakePayment> auto &args)
{
    visit("reservation", args.reservation);
    visit("payment", args.payment);
    visit("method", args.method);
    visit("amount", args.amount);
    visit.maybe("token", args.token);
}

void describe(auto &visit, Of<RefundPayment> auto &args)
{
    visit("reservation", args.reservation);
    visit("payment", args.payment);
    visit("refund", args.refund);
    visit("amount", args.amount);
    visit.maybe("reason", args.reason);
}

void describe(auto &visit, Of<RecordPaymentOutcome> auto &args)
{
    visit("reservation", args.reservation);
    visit("payment", args.payment);
    visit("outcome", args.outcome);
    visit.maybe("providerCode", args.providerCode);
    visit.maybe("token", args.token);
}

void describe(auto &visit, Of<RecordCardOutcome> auto &args)
{
    visit("reservation", args.reservation);
    visit("outcome", args.outcome);
    visit.maybe("card", args.card);
    visit.maybe("providerCode", args.providerCode);
}

void describe(auto &visit, Of<RecordRefundOutcome> auto &args)
{
    visit("reservation", args.reservation);
    visit("payment", args.payment);
    visit("refund", args.refund);
    visit("outcome", args.outcome);
    visit.maybe("providerCode", args.providerCode);
}

void describe(auto &visit, Of<RecordNoticeOutcome> auto &args)
{
    visit("reservation", args.reservation);
    visit("notice", args.notice);
    visit("outcome", args.outcome);
    visit.maybe("way", args.way);
    visit.maybe("message", args.message);
    visit.maybe("providerCode", args.providerCode);
}

void describe(auto &visit, Of<AdvanceBusinessDate> auto &args)
{
    visit("to", args.to);
}

void describe(auto &visit, Of<ChangeWorkflow> auto &args)
{
    visit("offering", args.offering);
    visit("workflow", args.workflow);
}

void describe(auto &visit, Of<PutOffering> auto &args)
{
    visit("offering", args.offering);
    visit("code", args.code);
    visit("name", args.name);
    visit("workflow", args.workflow);
    visit("capacity", args.capacity);
    visit("basePrice", args.basePrice);
    visit("maxGuests", args.maxGuests);
    visit("order", args.order);
    visit.maybe("startsAt", args.startsAt);
    visit.maybe("sale", args.sale);
}

void describe(auto &visit, Of<PutUnit> auto &args)
{
    visit("unit", args.unit);
    visit("offering", args.offering);
    visit("name", args.name);
    visit("floor", args.floor);
    visit("order", args.order);
    visit.maybe("sale", args.sale);
}

void describe(auto &visit, Of<PutProperty> auto &args)
{
    visit("name", args.name);
    visit("timeZone", args.timeZone);
    visit.maybe("clerksConfirm", args.clerksConfirm);
    visit.maybe("isClosed", args.isClosed);
}

} // namespace deskbell::protocol
