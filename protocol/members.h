#pragma once

// The members of everything that travels, each listed once and used both ways: a visitor writes them
// or reads them, so that the two cannot drift apart. visit(name, member) is always there;
// visit.maybe(name, member) is left out when it holds its type's default. Internal to protocol/.

#include <concepts>

#include "domain/command.h"
#include "domain/property.h"
#include "domain/reservation.h"
#include "domain/role.h"

namespace deskbell::protocol {

template <typename T, typename Described>
concept Of = std::same_as<std::remove_const_t<T>, Described>;

void describe(auto &visit, Of<Stay> auto &stay)
{
    visit("arrival", stay.arrival);
    visit("departure", stay.departure);
}

void describe(auto &visit, Of<Money> auto &money)
{
    visit("minor", money.minor);
    visit("currency", money.currency);
}

void describe(auto &visit, Of<Guest> auto &guest)
{
    visit("name", guest.name);
    visit.maybe("phone", guest.phone);
    visit.maybe("email", guest.email);
    visit.maybe("country", guest.country);
    visit.maybe("language", guest.language);
    visit.maybe("isInvented", guest.isInvented);
    visit("wantsNotices", guest.wantsNotices);
}

void describe(auto &visit, Of<Refund> auto &refund)
{
    visit("id", refund.id);
    visit("amount", refund.amount);
    visit("state", refund.state);
    visit.maybe("reason", refund.reason);
    visit("at", refund.at);
}

void describe(auto &visit, Of<Payment> auto &payment)
{
    visit("id", payment.id);
    visit("method", payment.method);
    visit("amount", payment.amount);
    visit("state", payment.state);
    visit.maybe("token", payment.token);
    visit.maybe("providerCode", payment.providerCode);
    visit("at", payment.at);
    visit.maybe("refunds", payment.refunds);
}

void describe(auto &visit, Of<HistoryEntry> auto &entry)
{
    visit("at", entry.at);
    visit.maybe("actor", entry.actor);
    visit("what", entry.what);
    visit.maybe("detail", entry.detail);
}

// Rows

void describe(auto &visit, Of<Property> auto &property)
{
    visit("id", property.id);
    visit("version", property.version);
    visit("name", property.name);
    visit("timeZone", property.timeZone);
    visit("currency", property.currency);
    visit("businessDate", property.businessDate);
}

void describe(auto &visit, Of<Offering> auto &offering)
{
    visit("id", offering.id);
    visit("version", offering.version);
    visit("code", offering.code);
    visit("name", offering.name);
    visit("workflow", offering.workflow);
    visit("capacity", offering.capacity);
    visit("basePrice", offering.basePrice);
    visit("maxGuests", offering.maxGuests);
    visit("order", offering.order);
}

void describe(auto &visit, Of<Unit> auto &unit)
{
    visit("id", unit.id);
    visit("version", unit.version);
    visit("offering", unit.offering);
    visit("name", unit.name);
    visit("floor", unit.floor);
    visit("order", unit.order);
}

void describe(auto &visit, Of<Reservation> auto &reservation)
{
    visit("id", reservation.id);
    visit("version", reservation.version);
    visit("offering", reservation.offering);
    visit("workflow", reservation.workflow);
    visit("stay", reservation.stay);
    visit("quantity", reservation.quantity);
    visit("guest", reservation.guest);
    visit("adults", reservation.adults);
    visit.maybe("children", reservation.children);
    visit("currency", reservation.currency);
    visit("nightlyPrices", reservation.nightlyPrices);
    visit("state", reservation.state);
    visit.maybe("isApproved", reservation.isApproved);
    visit.maybe("holdsStock", reservation.holdsStock);
    visit.maybe("unit", reservation.unit);
    visit.maybe("wish", reservation.wish);
    visit.maybe("channel", reservation.channel);
    visit.maybe("note", reservation.note);
    visit.maybe("endReason", reservation.endReason);
    visit.maybe("payments", reservation.payments);
    visit.maybe("history", reservation.history);
}

// Arguments of commands

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
}

template <typename T>
concept OnlyReservation = Of<T, ConfirmReservation> || Of<T, UnassignUnit> || Of<T, CheckIn> ||
    Of<T, CheckOut> || Of<T, MarkNoShow>;

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
}

void describe(auto &visit, Of<RecordRefundOutcome> auto &args)
{
    visit("reservation", args.reservation);
    visit("payment", args.payment);
    visit("refund", args.refund);
    visit("outcome", args.outcome);
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

} // namespace deskbell::protocol
