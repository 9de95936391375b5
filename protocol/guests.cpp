#include "protocol/guests.h"

#include "protocol/read.h"
#include "protocol/write.h"

namespace deskbell::protocol {

void describe(auto &visit, Of<CheckoutPayment> auto &payment)
{
    visit("token", payment.token);
    visit("amount", payment.amount);
}

void describe(auto &visit, Of<CardOffer> auto &card)
{
    visit("customerKey", card.customerKey);
    visit("authKey", card.authKey);
}

void describe(auto &visit, Of<ReservationRequest> auto &request)
{
    visit("property", request.property);
    visit("offering", request.offering);
    visit("stay", request.stay);
    visit.maybe("quantity", request.quantity);
    visit("guest", request.guest);
    visit("adults", request.adults);
    visit.maybe("children", request.children);
    visit.maybe("note", request.note);
    visit.maybe("payment", request.payment);
    visit.maybe("card", request.card);
}

void describe(auto &visit, Of<ReservationMade> auto &made)
{
    visit("reservation", made.reservation);
    visit("code", made.code);
    visit("token", made.token);
    visit("link", made.link);
    visit("seq", made.seq);
}

void describe(auto &visit, Of<GuestEvent> auto &event)
{
    visit("at", event.at);
    visit("what", event.what);
    visit.maybe("detail", event.detail);
}

void describe(auto &visit, Of<GuestMessage> auto &message)
{
    visit("at", message.at);
    visit("kind", message.kind);
    visit("state", message.state);
    visit("way", message.way);
}

void describe(auto &visit, Of<GuestReservation> auto &reservation)
{
    visit("id", reservation.id);
    visit("property", reservation.property);
    visit("version", reservation.version);
    visit.maybe("asOf", reservation.asOf);
    visit("code", reservation.code);
    visit("offering", reservation.offering);
    visit("workflow", reservation.workflow);
    visit("stay", reservation.stay);
    visit.maybe("startsAt", reservation.startsAt);
    visit("quantity", reservation.quantity);
    visit("adults", reservation.adults);
    visit.maybe("children", reservation.children);
    visit.maybe("unit", reservation.unit);
    visit("guest", reservation.guest);
    visit("state", reservation.state);
    visit("canCancel", reservation.canCancel);
    visit("canPay", reservation.canPay);
    visit.maybe("endReason", reservation.endReason);
    visit.maybe("payBy", reservation.payBy);
    visit("history", reservation.history);
    visit.maybe("message", reservation.message);
    visit("payment", reservation.payment);
    visit.maybe("card", reservation.card);
    visit("total", reservation.total);
    visit("paid", reservation.paid);
    visit("due", reservation.due);
    visit("giveBack", reservation.giveBack);
    visit("nightlyPrices", reservation.nightlyPrices);
    visit("payments", reservation.payments);
}

void describe(auto &visit, Of<ManagementLine> auto &line)
{
    visit("id", line.id);
    visit("version", line.version);
    visit("code", line.code);
    visit("guest", line.guest);
    visit.maybe("channel", line.channel);
    visit("offering", line.offering);
    visit("offeringName", line.offeringName);
    visit("workflow", line.workflow);
    visit("stay", line.stay);
    visit("quantity", line.quantity);
    visit("state", line.state);
    visit("isWaitingForAnswer", line.isWaitingForAnswer);
    visit("requestedAt", line.requestedAt);
    visit("holdsStock", line.holdsStock);
    visit.maybe("unit", line.unit);
    visit("free", line.free);
    visit("payment", line.payment);
    visit.maybe("card", line.card);
    visit("isChargeLater", line.isChargeLater);
    visit.maybe("payBy", line.payBy);
    visit("total", line.total);
    visit("paid", line.paid);
}

namespace {

struct ManagementList
{
    std::vector<ManagementLine> lines;
    Instant asOf{};
};

void describe(auto &visit, Of<ManagementList> auto &list)
{
    visit("lines", list.lines);
    visit("asOf", list.asOf);
}

} // namespace

Expected<ReservationRequest> decodeReservationRequest(std::string_view text)
{
    return decoded<ReservationRequest>(text, "bad-reservation-request", Strictness::RefuseUnknown);
}

std::string encodeReservationRequest(const ReservationRequest &request)
{
    return encoded(request);
}

std::string encodeReservationMade(const ReservationMade &made)
{
    return encoded(made);
}

Expected<ReservationMade> decodeReservationMade(std::string_view text)
{
    return decoded<ReservationMade>(text, "bad-guest-reservation", Strictness::SkipUnknown);
}

std::string encodeGuestReservation(const GuestReservation &reservation)
{
    return encoded(reservation);
}

Expected<GuestReservation> decodeGuestReservation(std::string_view text)
{
    return decoded<GuestReservation>(text, "bad-guest-reservation", Strictness::SkipUnknown);
}

std::string encodeManagementLine(const ManagementLine &line)
{
    return encoded(line);
}

Expected<ManagementLine> decodeManagementLine(std::string_view text)
{
    return decoded<ManagementLine>(text, "bad-management-line", Strictness::SkipUnknown);
}

std::string encodeManagementList(const std::vector<ManagementLine> &lines, Instant asOf)
{
    return encoded(ManagementList{lines, asOf});
}

} // namespace deskbell::protocol
