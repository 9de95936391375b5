#include "ui/offering/removedialog.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "domain/command/asitis.h"
#include "ui/asker.h"
#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"

namespace deskbell::ui {

namespace {

template <typename Put>
Put removed(Put put)
{
    put.sale = SaleState::Removed;
    return put;
}

} // namespace

RemoveDialog::RemoveDialog(const House &house, Asker &asker, const Offering &offering, QWidget *parent)
    : RemoveDialog(house, asker, offering.name, removed(asItIs(offering)), offering.version, parent)
{
}

RemoveDialog::RemoveDialog(const House &house, Asker &asker, const Unit &unit, QWidget *parent)
    : RemoveDialog(house, asker, unit.name, removed(asItIs(unit)), unit.version, parent)
{
}

RemoveDialog::RemoveDialog(const House &house, Asker &asker, std::string name, CommandArgs args,
                           std::uint32_t version, QWidget *parent)
    : DeskDialog("removeDialog", parent), m_house(house), m_asker(asker)
{
    setMinimumWidth(440);
    auto *what = new WrappingLabel(this, "muted");
    body()->addWidget(what);
    body()->addStretch();
    preferReject(QStringLiteral("danger"));
    texts()->keep([this, what, name = std::move(name)] {
        setHeading(tr("Delete %1?").arg(text(name)));
        what->setText(tr("It is removed from every list. Past reservations keep its name. It can only be "
                         "deleted while it has no open reservations."));
        acceptButton()->setText(tr("&Delete"));
        rejectButton()->setText(tr("&Keep it"));
    });
    connect(acceptButton(), &QPushButton::clicked, this, [this, args = std::move(args), version] {
        models::SubmitOptions options;
        options.seenVersion = version;
        if (!isSent())
            askOnce(m_asker, args, m_house, options);
    });
}

} // namespace deskbell::ui
