#include "ui/reservation/swapdialog.h"

#include <QListWidgetItem>
#include <QPushButton>

#include <set>

#include "domain/decide.h"
#include "ui/asker.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/parts/textkeeper.h"
#include "ui/subject.h"

namespace deskbell::ui {

SwapDialog::SwapDialog(const House &house, Asker &asker, const Reservation &reservation, QWidget *parent)
    : PickDialog("swapDialog", QStringLiteral("swap"), parent), m_house(house), m_asker(asker),
      m_reservation(reservation)
{
    texts()->keep([this] {
        setHeading(commandName(typeOf<SwapUnits>()),
                   subjectText(m_reservation, m_house) + QStringLiteral(", ") + stayText(m_reservation.stay));
        setNames(tr("Room number"), tr("Reservations to swap rooms with"));
        acceptButton()->setText(tr("&Swap"));
        fill();
    });
}

void SwapDialog::fill()
{
    clear();
    std::set<ReservationId> listed{m_reservation.id};
    for (const Unit &unit : m_house.units(m_reservation.offering)) {
        for (const models::StayRow &other : m_house.staysIn(unit.id, m_reservation.stay)) {
            const auto common = nightsInCommon(m_reservation.stay, m_reservation.state, other.stay,
                                               other.state, m_house.property().businessDate);
            if (!common || !other.can(typeOf<SwapUnits>()) || !listed.insert(other.id).second)
                continue;
            const QString nights = tr("%1 – %2", "from, until")
                                       .arg(shortDateText(common->arrival), shortDateText(common->departure));
            add(tr("%1, %2: %3", "room, guest, nights that both have")
                    .arg(text(unit.name), guestText(other.guest), nights),
                typed(unit.name), other.id.value)
                ->setIcon(icon("bed", Tone::Muted));
        }
    }
    finish(tr("No other reservation of this room type has a room in these nights."));
}

void SwapDialog::submit()
{
    models::SubmitOptions options;
    options.seenVersion = m_reservation.version;
    if (const auto other = chosen(); other && !isSent())
        askOnce(m_asker, SwapUnits{m_reservation.id, ReservationId{*other}}, m_house, options);
}

} // namespace deskbell::ui
