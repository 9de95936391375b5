#include "ui/offering/unitdialog.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

#include "domain/text.h"
#include "ui/asker.h"
#include "ui/format.h"
#include "ui/parts/fieldgrid.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/sentences.h"
#include "ui/theme.h"

namespace deskbell::ui {

UnitDialog::UnitDialog(const House &house, Asker &asker, const Offering &offering, const Subject &subject,
                       QWidget *parent)
    : DeskDialog("unitDialog", parent), m_house(house), m_asker(asker), m_offering(offering),
      m_supersedes(subject.supersedes), m_name(new QLineEdit(this)), m_floor(new QSpinBox(this))
{
    setMinimumWidth(380);
    const std::vector<Unit> units = house.units(offering.id);
    if (subject.known) {
        m_unit = *subject.known;
    } else if (const auto &from = subject.from) {
        m_unit.id = from->unit;
        m_unit.offering = from->offering;
        m_unit.name = from->name;
        m_unit.floor = from->floor;
        m_unit.order = from->order;
    } else {
        m_unit.id = UnitId{asker.desk().newId()};
        m_unit.offering = offering.id;
        for (const Unit &other : units) {
            m_unit.order = std::max(m_unit.order, other.order + 1);
            m_unit.floor = other.floor;
        }
    }
    m_isNew =
        std::none_of(units.begin(), units.end(), [this](const Unit &other) { return other.id == m_unit.id; });
    m_name->setObjectName(QStringLiteral("unitName"));
    m_floor->setObjectName(QStringLiteral("unitFloor"));
    limitCharacters(m_name, maxName);
    m_name->setText(typed(m_unit.name));
    m_floor->setRange(-9, 200);
    m_floor->setValue(m_unit.floor);
    auto *grid = new FieldGrid;
    QLabel *nameLabel = grid->add(m_name, 0, 0);
    QLabel *floorLabel = grid->add(m_floor, 0, 1);
    grid->setColumnStretch(0, 1);
    const bool isRoom = kind() == OfferingKind::Rooms;
    floorLabel->setVisible(isRoom);
    m_floor->setVisible(isRoom);
    body()->addLayout(grid);
    connect(m_name, &QLineEdit::textChanged, this, &UnitDialog::check);
    connect(acceptButton(), &QPushButton::clicked, this, &UnitDialog::submit);
    texts()->keep([this, nameLabel, floorLabel] {
        nameLabel->setText(kind() == OfferingKind::Rooms ? tr("&Number or name") : tr("&Name"));
        floorLabel->setText(tr("&Floor"));
        say();
        check();
    });
    m_name->setFocus();
}

void UnitDialog::say()
{
    const bool isRoom = kind() == OfferingKind::Rooms;
    setHeading(isRoom ? (m_isNew ? tr("New room") : tr("Change the room"))
                      : (m_isNew ? tr("New branch") : tr("Change the branch")),
               text(m_offering.name));
    acceptButton()->setText(m_isNew ? tr("&Add it") : tr("&Save"));
}

void UnitDialog::check()
{
    const QString name = m_name->text().trimmed();
    const auto units = m_house.units(m_offering.id);
    const bool isDouble = std::any_of(units.begin(), units.end(), [&](const Unit &other) {
        return other.id != m_unit.id && typed(other.name) == name;
    });
    acceptButton()->setEnabled(!isBlank(utf8(name)) && !isDouble && !isSent());
    setInvalid(m_name, isDouble);
    if (isDouble)
        banner()->tell(Banner::Kind::Bad, tr("There is one of this name already."));
    else
        banner()->clear();
}

void UnitDialog::submit()
{
    if (isSent() || !acceptButton()->isEnabled())
        return;
    const PutUnit put{m_unit.id, m_offering.id, utf8(m_name->text().trimmed()), m_floor->value(),
                      m_unit.order};
    models::SubmitOptions options;
    options.supersedes = m_supersedes;
    askOnce(m_asker, put, m_house, options);
}

} // namespace deskbell::ui
