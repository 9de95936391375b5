#include "ui/reservation/guestdialog.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "domain/command.h"
#include "ui/asker.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/reservation/guestform.h"
#include "ui/subject.h"

namespace deskbell::ui {

GuestDialog::GuestDialog(const House &house, Asker &asker, const Reservation &reservation, QWidget *parent)
    : DeskDialog("guestDialog", parent), m_house(house), m_asker(asker), m_reservation(reservation),
      m_form(new GuestForm(this))
{
    setMinimumWidth(480);
    body()->addWidget(m_form);
    m_form->setGuest(reservation.guest);
    connect(m_form, &GuestForm::edited, this, &GuestDialog::check);
    connect(acceptButton(), &QPushButton::clicked, this, &GuestDialog::submit);
    texts()->keep([this] {
        setHeading(tr("Guest details"), subjectText(m_reservation, m_house));
        acceptButton()->setText(tr("&Save"));
    });
    check();
    m_form->nameField()->setFocus();
}

void GuestDialog::submit()
{
    models::SubmitOptions options;
    options.seenVersion = m_reservation.version;
    if (!isSent() && m_form->problem().isEmpty())
        askOnce(m_asker, EditGuest{m_reservation.id, m_form->guest()}, m_house, options);
}

void GuestDialog::check()
{
    const QString problem = m_form->problem();
    acceptButton()->setEnabled(problem.isEmpty() && !isSent());
    if (problem.isEmpty())
        banner()->clear();
    else
        banner()->tell(Banner::Kind::Bad, problem);
}

} // namespace deskbell::ui
