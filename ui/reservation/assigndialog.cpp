#include "ui/reservation/assigndialog.h"

#include <QListWidgetItem>
#include <QPushButton>

#include <algorithm>

#include "ui/asker.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/parts/textkeeper.h"
#include "ui/subject.h"

namespace deskbell::ui {

AssignDialog::AssignDialog(const House &house, Asker &asker, const Reservation &reservation, QWidget *parent)
    : PickDialog("assignDialog", QStringLiteral("assign"), parent), m_house(house), m_asker(asker),
      m_reservation(reservation)
{
    texts()->keep([this] {
        const OfferingKind kind = kindOf(m_reservation.workflow);
        const QString about =
            subjectText(m_reservation, m_house) + QStringLiteral(", ") + stayText(m_reservation.stay);
        setHeading(m_reservation.unit ? changeUnitName(kind) : commandName(typeOf<AssignUnit>(), kind),
                   about);
        const bool isRooms = kind == OfferingKind::Rooms;
        setNames(isRooms ? tr("Room number") : tr("Branch"), isRooms ? tr("Free rooms") : tr("Branches"));
        acceptButton()->setText(m_reservation.unit ? tr("C&hange") : tr("&Assign"));
        fill();
    });
}

void AssignDialog::fill()
{
    clear();
    const bool isRoom = kindOf(m_reservation.workflow) == OfferingKind::Rooms;
    std::vector<Unit> free = m_house.freeUnits(m_reservation.offering, m_reservation.stay, m_reservation.id);
    std::stable_partition(free.begin(), free.end(),
                          [&](const Unit &unit) { return m_reservation.wish == unit.id; });
    for (const Unit &unit : free) {
        if (m_reservation.unit == unit.id)
            continue;
        const bool isWish = m_reservation.wish == unit.id;
        const bool isToday = m_reservation.stay.arrival <= m_house.property().businessDate;
        const bool isOccupied = isToday && m_house.occupant(unit.id);
        QListWidgetItem *item = add(isOccupied ? tr("%1, still occupied").arg(text(unit.name))
                                    : isWish   ? tr("%1, preferred").arg(text(unit.name))
                                               : text(unit.name),
                                    typed(unit.name), unit.id.value);
        if (isWish || isRoom)
            item->setIcon(icon(isWish ? "check" : "bed", isWish ? Tone::Good : Tone::Muted));
    }
    finish(isRoom
               ? tr("No room of this type is free for the whole stay. Move this reservation or another one.")
               : tr("No other branch hands out this title."));
}

void AssignDialog::submit()
{
    models::SubmitOptions options;
    options.seenVersion = m_reservation.version;
    if (const auto wanted = chosen(); wanted && !isSent())
        askOnce(m_asker, AssignUnit{m_reservation.id, UnitId{*wanted}}, m_house, options);
}

} // namespace deskbell::ui
