#include "ui/reservation/questiondialog.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/asker.h"
#include "ui/format.h"
#include "ui/parts/clickguard.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/plaintext.h"
#include "ui/reservation/consequences.h"
#include "ui/subject.h"

namespace deskbell::ui {

QuestionDialog::QuestionDialog(CommandType type, const Reservation &reservation, const House &house,
                               Asker &asker, ClickGuard &guard, QWidget *parent)
    : DeskDialog("questionDialog", parent), m_type(type), m_reservation(reservation), m_house(house),
      m_asker(asker), m_guard(guard)
{
    setMinimumWidth(460);
    body()->addStretch();
    preferReject(QStringLiteral("danger"));
    connect(acceptButton(), &QPushButton::clicked, this, &QuestionDialog::submit);
    texts()->keep([this] { say(); });
    m_guard.changed();
}

void QuestionDialog::say()
{
    const Names names = m_house.names(kindOf(m_reservation.workflow));
    const QString heading = m_type == typeOf<MarkNoShow>()      ? tr("Mark as no-show?")
                            : m_type == typeOf<CheckOut>()      ? tr("Check out anyway?")
                            : names.kind == OfferingKind::Title ? tr("Unassign the branch?")
                                                                : tr("Unassign the room?");
    QStringList lines{subjectText(m_reservation, m_house) + QStringLiteral(", ") +
                      stayText(m_reservation.stay)};
    lines << consequences(m_type, m_reservation, names, m_house.property().businessDate,
                          m_asker.desk().actor().role);
    setHeading(heading, lines.join(u'\n'));
    acceptButton()->setText(buttonText(commandName(m_type, names.kind)));
    rejectButton()->setText(tr("&Keep it as it is"));
}

CommandArgs QuestionDialog::args() const
{
    switch (m_type) {
    case typeOf<MarkNoShow>():
        return MarkNoShow{m_reservation.id};
    case typeOf<CheckOut>():
        return CheckOut{m_reservation.id};
    default:
        return UnassignUnit{m_reservation.id};
    }
}

void QuestionDialog::submit()
{
    if (!isSent() && m_guard.takesClicks())
        askOnce(m_asker, args(), m_house);
}

} // namespace deskbell::ui
