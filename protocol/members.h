#pragma once

// The members of everything that travels, each listed once and used both ways: a visitor writes them
// or reads them, so that the two cannot drift apart. visit(name, member) is always there;
// visit.maybe(name, member) is left out when it holds its type's default. Internal to protocol/.

#include <concepts>

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
    visit.maybe("isByKeptCard", payment.isByKeptCard);
    visit.maybe("providerCode", payment.providerCode);
    visit("at", payment.at);
    visit.maybe("refunds", payment.refunds);
}

void describe(auto &visit, Of<Notice> auto &notice)
{
    visit("id", notice.id);
    visit("kind", notice.kind);
    visit("state", notice.state);
    visit.maybe("way", notice.way);
    visit.maybe("message", notice.message);
    visit.maybe("providerCode", notice.providerCode);
    visit.maybe("fallbackCode", notice.fallbackCode);
    visit("at", notice.at);
}

void describe(auto &visit, Of<UnitNights> auto &held)
{
    visit("unit", held.unit);
    visit("nights", held.nights);
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
    visit.maybe("clerksConfirm", property.clerksConfirm);
    visit.maybe("isClosed", property.isClosed);
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
    visit.maybe("startsAt", offering.startsAt);
    visit.maybe("sale", offering.sale);
}

void describe(auto &visit, Of<Unit> auto &unit)
{
    visit("id", unit.id);
    visit("version", unit.version);
    visit("offering", unit.offering);
    visit("name", unit.name);
    visit("floor", unit.floor);
    visit("order", unit.order);
    visit.maybe("sale", unit.sale);
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
    visit.maybe("earlierUnits", reservation.earlierUnits);
    visit.maybe("wish", reservation.wish);
    visit.maybe("channel", reservation.channel);
    visit.maybe("note", reservation.note);
    visit.maybe("endReason", reservation.endReason);
    visit.maybe("unpaidSince", reservation.unpaidSince);
    visit.maybe("payBy", reservation.payBy);
    visit.maybe("card", reservation.card);
    visit.maybe("payments", reservation.payments);
    visit.maybe("notices", reservation.notices);
    visit.maybe("history", reservation.history);
}

} // namespace deskbell::protocol
