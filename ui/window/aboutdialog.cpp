#include "ui/window/aboutdialog.h"

#include <QCoreApplication>
#include <QPushButton>

#include "ui/parts/textkeeper.h"

namespace deskbell::ui {

AboutDialog::AboutDialog(QWidget *parent) : DeskDialog("aboutDialog", parent)
{
    setMinimumWidth(400);
    acceptButton()->hide();
    texts()->keep([this] {
        setHeading(QStringLiteral("Deskbell"),
                   tr("Version %1. The front desk that keeps working offline: what you enter is kept, shown "
                      "as waiting, and carried out exactly once.")
                       .arg(QCoreApplication::applicationVersion()));
        rejectButton()->setText(tr("C&lose"));
    });
    rejectButton()->setFocus();
}

} // namespace deskbell::ui
