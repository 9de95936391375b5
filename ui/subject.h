#pragma once

// Subject: in few words which reservation something is about: the guest, the room (or what is reserved), and
// the code that is said on the phone. Every heading, note and confirmation takes it from here. Pure
// functions, UI thread.

#include <QString>

#include "domain/command.h"
#include "models/stayrow.h"
#include "ui/house.h"

namespace deskbell::ui {

/// "Kim Hana, 301, 4KX-9PD"; without a room what is reserved stands in its place.
QString subjectText(const Reservation &reservation, const House &house);
QString subjectText(const models::StayRow &row, const House &house);
/// Where the book does not have it, its code alone.
QString subjectText(const ReservationId &id, const House &house);
/// Of what a command is about. `guest` where the book does not have the reservation. Empty for what is about
/// the property.
QString subjectText(const CommandArgs &args, const House &house, const std::string &guest = {});
/// What was asked for, and of which reservation: "Check in (Kim Hana, 301, 4KX-9PD)".
QString askedText(const CommandArgs &args, const House &house);
/// With the subject as it was: a reservation that is cancelled since has its room no more.
QString askedText(const CommandArgs &args, const House &house, const QString &whom);

} // namespace deskbell::ui
