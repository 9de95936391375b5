#include "ui/reservation/guestdialog.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/reservation/guestform.h"

namespace deskbell::ui {

GuestDialog::GuestDialog(const Guest &guest, QWidget *parent)
    : DeskDialog("guestDialog", parent), m_form(new GuestForm(this))
{
    setMinimumWidth(480);
    body()->addWidget(m_form);
    m_form->setGuest(guest);
    connect(m_form, &GuestForm::edited, this, &GuestDialog::check);
    connect(acceptButton(), &QPushButton::clicked, this, &QDialog::accept);
    texts()->keep([this] {
        setHeading(tr("Guest's data"));
        acceptButton()->setText(tr("&Save"));
    });
    check();
    m_form->nameField()->setFocus();
}

Guest GuestDialog::guest() const
{
    return m_form->guest();
}

void GuestDialog::check()
{
    const QString problem = m_form->problem();
    acceptButton()->setEnabled(problem.isEmpty());
    if (problem.isEmpty())
        banner()->clear();
    else
        banner()->tell(Banner::Kind::Bad, problem);
}

} // namespace deskbell::ui
