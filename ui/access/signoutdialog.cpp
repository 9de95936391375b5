#include "ui/access/signoutdialog.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"

namespace deskbell::ui {

SignOutDialog::SignOutDialog(int waiting, QWidget *parent) : DeskDialog("signOutDialog", parent)
{
    setMinimumWidth(420);
    body()->addStretch(); // the banner is as high as its words
    connect(acceptButton(), &QPushButton::clicked, this, &QDialog::accept);
    texts()->keep([this, waiting] {
        setHeading(tr("Sign out?"), tr("The next person signs in with their own name."));
        acceptButton()->setText(tr("&Sign out"));
        if (waiting > 0)
            banner()->tell(Banner::Kind::Warn,
                           tr("%n entry(ies) still wait to be sent. They stay on this desk "
                              "and are sent after your next sign-in here.",
                              nullptr, waiting));
    });
}

} // namespace deskbell::ui
