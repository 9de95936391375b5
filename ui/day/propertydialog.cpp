#include "ui/day/propertydialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

#include "domain/text.h"
#include "ui/asker.h"
#include "ui/format.h"
#include "ui/parts/fieldgrid.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/plaintext.h"

namespace deskbell::ui {

PropertyDialog::PropertyDialog(const House &house, Asker &asker, QWidget *parent)
    : DeskDialog("propertyDialog", parent), m_house(house), m_asker(asker), m_name(new QLineEdit(this)),
      m_zone(new QComboBox(this)), m_clerksConfirm(new QCheckBox(this)), m_isClosed(new QCheckBox(this)),
      m_seen(house.property().version)
{
    setMinimumWidth(480);
    const Property &now = house.property();
    m_name->setObjectName(QStringLiteral("propertyName"));
    m_name->setText(typed(now.name));
    limitCharacters(m_name, maxName);
    m_zone->setObjectName(QStringLiteral("propertyZone"));
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromLatin1(zone));
    if (m_zone->findText(text(now.timeZone)) < 0)
        m_zone->addItem(text(now.timeZone));
    m_zone->setCurrentText(text(now.timeZone));
    m_clerksConfirm->setObjectName(QStringLiteral("propertyClerksConfirm"));
    m_clerksConfirm->setChecked(now.clerksConfirm);
    m_isClosed->setObjectName(QStringLiteral("propertyClosed"));
    m_isClosed->setChecked(now.isClosed);
    auto *grid = new FieldGrid;
    QLabel *const labels[] = {grid->add(m_name, 0, 0), grid->add(m_zone, 1, 0)};
    body()->addLayout(grid);
    body()->addWidget(m_clerksConfirm);
    body()->addWidget(m_isClosed);
    body()->addStretch();
    connect(m_name, &QLineEdit::textChanged, this, &PropertyDialog::check);
    connect(acceptButton(), &QPushButton::clicked, this, &PropertyDialog::submit);
    texts()->keep([this, name = labels[0], zone = labels[1]] {
        setHeading(tr("Property"), tr("Changes apply to all desks and the guests' pages at once."));
        acceptButton()->setText(tr("&Save"));
        name->setText(tr("&Name"));
        zone->setText(tr("&Time zone"));
        m_clerksConfirm->setText(tr("C&lerks may confirm reservations that they took"));
        m_isClosed->setText(tr("Cl&osed: takes no new reservations, at the desk or from guests"));
    });
    check();
    m_name->setFocus();
}

void PropertyDialog::check()
{
    const bool isNamed = !isBlank(utf8(m_name->text()));
    acceptButton()->setEnabled(isNamed && !isSent());
    if (isNamed)
        banner()->clear();
    else
        banner()->tell(Banner::Kind::Bad, tr("The property needs a name."));
}

void PropertyDialog::submit()
{
    if (isSent())
        return;
    models::SubmitOptions options;
    options.seenVersion = m_seen;
    askOnce(m_asker,
            PutProperty{utf8(m_name->text().trimmed()), utf8(m_zone->currentText()),
                        m_clerksConfirm->isChecked(), m_isClosed->isChecked()},
            m_house, options);
}

} // namespace deskbell::ui
