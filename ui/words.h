#pragma once

// Words: the one word for each state, method, command and event, in the reader's language, as fixed
// in docs/glossary.md. Every screen takes them from here. Pure functions, UI thread.

#include <QString>
#include <QTimeZone>

#include <functional>

#include "domain/command.h"
#include "domain/property.h"
#include "domain/role.h"
#include "models/frontdesk.h"

namespace deskbell::ui {

/// Names of things that codes and facts know by id only. Empty functions give short codes.
struct Names
{
    std::function<QString(const UnitId &)> unit;
    std::function<QString(const OfferingId &)> offering;
    std::function<QString(const ReservationId &)> guest;
    QTimeZone zone = QTimeZone::utc();
    Currency currency{};                     ///< of amounts that are stored without one
    OfferingKind kind = OfferingKind::Rooms; ///< of what is spoken of: rooms, seats or copies

    QString unitName(const UnitId &id) const;
    QString offeringName(const OfferingId &id) const;
    QString guestName(const ReservationId &id) const;
};

QString stateName(ReservationState state);
/// What a person can expect next: one line under the state.
QString stateHint(ReservationState state);
QString methodName(PaymentMethod method);
QString paymentStateName(PaymentState state);
QString refundStateName(RefundState state);
QString noticeKindName(NoticeKind kind, OfferingKind of);
QString noticeStateName(const Notice &notice);
QString noticeWayName(NoticeWay way);
/// The way it goes, with the provider's code where that tells something.
QString noticeDetail(const Notice &notice);
QString outboxStateName(models::OutboxState state);
QString roleName(Role role);
QString workflowName(const std::string &name);
QString confirmationName(ConfirmationRule rule);
/// "45 min", "1 day"; zero: no limit.
QString timeToPayText(std::chrono::minutes time);
QString channelName(const std::string &channel);
QString languageName(const std::string &tag);

/// "301, closed": the name, which says so of what is closed for sale.
QString nameOnSale(const QString &name, SaleState sale);
/// Of a fact or a field: "Room type", "Performance", "Title".
QString offeringLabel(OfferingKind kind);
/// As it stands in a list to choose from: "Standard (STD)", "The Seagull – Fri 12 Aug 2016, 19:30".
QString offeringText(const Offering &offering);
/// "Room", "Branch". Seats have none: empty.
QString unitLabel(OfferingKind kind);
/// "Rooms", "Seats", "Copies".
QString countLabel(OfferingKind kind);
/// "3 nights", "14 days"; a performance has none: empty.
QString lengthText(const Stay &stay, OfferingKind kind);
/// A book that is handed out is not "in house".
QString stateName(ReservationState state, OfferingKind kind);
QString commandName(CommandType type, OfferingKind kind);
/// AssignUnit where there is one already.
QString changeUnitName(OfferingKind kind);
/// "120 seats", "3 copies".
QString countText(int count, OfferingKind kind);
/// What a workflow means for guest and desk, in a sentence or two.
QString workflowExplanation(const std::string &name);

/// What a command asks for, as a label of a button or a row: "Confirm".
QString commandName(CommandType type);
/// What a command asks for with its telling values: "Move to 301, 3 – 6 Aug".
QString commandText(const CommandArgs &args, const Names &names);
/// Why a reservation ended: the engine's own reasons in words, people's as they wrote them.
QString reasonText(const std::string &reason, OfferingKind kind);
/// One line of history: "Confirmed", "Moved to 3 – 6 Aug".
QString historyText(const HistoryEntry &entry, const Names &names);
/// The name, or that it was erased.
QString guestText(std::string_view name);
/// Who it was by the name that history keeps; what the backend calls its own workers made readable.
QString actorText(const std::string &name);
/// Who it was where more than the name is known: an account's name is always a person's.
QString actorText(const Actor &actor);

} // namespace deskbell::ui
