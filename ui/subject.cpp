#include "ui/subject.h"

#include <QCoreApplication>
#include <QStringList>

#include "ui/format.h"

namespace deskbell::ui {

namespace {

struct Subject
{
    Q_DECLARE_TR_FUNCTIONS(Subject)
};

QString joined(const QString &guest, const QString &where, const ReservationId &id)
{
    QStringList parts{guest, where, text(shortCode(id))};
    parts.removeAll(QString());
    return parts.join(Subject::tr(", ", "between a guest, a room and a reservation's code"));
}

QString whereOf(const std::optional<UnitId> &unit, const OfferingId &offering, const Names &names)
{
    return unit ? names.unitName(*unit) : names.offeringName(offering);
}

} // namespace

QString subjectText(const Reservation &reservation, const House &house)
{
    const Names names = house.names(kindOf(reservation.workflow));
    const auto units = unitNights(reservation);
    const UnitNights *tonight = heldOn(units, house.property().businessDate);
    const auto unit = tonight ? std::optional(tonight->unit) : std::nullopt;
    return joined(guestText(reservation.guest.name), whereOf(unit, reservation.offering, names),
                  reservation.id);
}

QString subjectText(const models::StayRow &row, const House &house)
{
    const Names names = house.names(house.kindOf(row.offering));
    const auto unit = row.unitOn(house.property().businessDate);
    return joined(guestText(row.guest), whereOf(unit, row.offering, names), row.id);
}

QString subjectText(const ReservationId &id, const House &house)
{
    const auto row = house.row(id);
    return row ? subjectText(*row, house) : text(shortCode(id));
}

QString subjectText(const CommandArgs &args, const House &house, const std::string &guest)
{
    const auto id = reservationOf(args);
    if (!id)
        return {};
    // What is reserved is told by the command itself.
    if (const auto *make = std::get_if<MakeReservation>(&args))
        return joined(text(make->guest.name), {}, *id);
    const auto row = house.row(*id);
    return row ? subjectText(*row, house) : joined(text(guest), {}, *id);
}

QString askedText(const CommandArgs &args, const House &house)
{
    return askedText(args, house, subjectText(args, house));
}

QString askedText(const CommandArgs &args, const House &house, const QString &whom)
{
    const QString what = commandText(args, house.names(args));
    return whom.isEmpty() ? what
                          : Subject::tr("%1 (%2)", "what was asked, of which reservation").arg(what, whom);
}

} // namespace deskbell::ui
