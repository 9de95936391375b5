#include "ui/offering/unitdialog.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

#include "domain/command/asitis.h"
#include "domain/text.h"
#include "ui/asker.h"
#include "ui/format.h"
#include "ui/offering/roomnames.h"
#include "ui/parts/fieldgrid.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/sentences.h"
#include "ui/theme.h"

namespace deskbell::ui {

UnitDialog::UnitDialog(const House &house, Asker &asker, const Offering &offering, const Subject &subject,
                       QWidget *parent)
    : DeskDialog("unitDialog", parent), m_house(house), m_asker(asker), m_offering(offering),
      m_supersedes(subject.supersedes), m_name(new QLineEdit(this)), m_floor(new QSpinBox(this)),
      m_isClosed(new QCheckBox(this)), m_sellsAll(new QCheckBox(this))
{
    setMinimumWidth(440);
    fill(subject);
    build();
    connect(m_name, &QLineEdit::textChanged, this, &UnitDialog::check);
    connect(acceptButton(), &QPushButton::clicked, this, &UnitDialog::submit);
    m_name->setFocus();
}

void UnitDialog::fill(const Subject &subject)
{
    const std::vector<Unit> units = m_house.units(m_offering.id);
    if (subject.known) {
        m_unit = *subject.known;
    } else if (const auto &from = subject.from) {
        m_unit.id = from->unit;
        m_unit.offering = from->offering;
        m_unit.name = from->name;
        m_unit.floor = from->floor;
        m_unit.order = from->order;
        m_unit.sale = from->sale.value_or(SaleState::Open);
    } else {
        m_unit.id = UnitId{m_asker.desk().newId()};
        m_unit.offering = m_offering.id;
        for (const Unit &other : units) {
            m_unit.order = std::max(m_unit.order, other.order + 1);
            m_unit.floor = other.floor;
        }
    }
    m_isNew =
        std::none_of(units.begin(), units.end(), [this](const Unit &other) { return other.id == m_unit.id; });
}

void UnitDialog::build()
{
    m_name->setObjectName(QStringLiteral("unitName"));
    m_floor->setObjectName(QStringLiteral("unitFloor"));
    m_isClosed->setObjectName(QStringLiteral("unitClosed"));
    m_sellsAll->setObjectName(QStringLiteral("unitSellsAll"));
    limitCharacters(m_name, isMany() ? maxText : maxName);
    m_name->setText(typed(m_unit.name));
    m_floor->setRange(-9, 200);
    m_floor->setValue(m_unit.floor);
    m_isClosed->setChecked(m_unit.sale == SaleState::Closed);
    m_isClosed->setVisible(!m_isNew);
    m_sellsAll->setChecked(true);
    m_sellsAll->hide();
    auto *grid = new FieldGrid;
    QLabel *nameLabel = grid->add(m_name, 0, 0);
    QLabel *floorLabel = grid->add(m_floor, 0, 1);
    grid->setColumnStretch(0, 1);
    const bool isRoom = kind() == OfferingKind::Rooms;
    floorLabel->setVisible(isRoom);
    m_floor->setVisible(isRoom);
    body()->addLayout(grid);
    body()->addWidget(m_isClosed);
    body()->addWidget(m_sellsAll);
    texts()->keep([this, nameLabel, floorLabel, isRoom] {
        nameLabel->setText(isMany() ? tr("&Numbers or names") : isRoom ? tr("&Number or name") : tr("&Name"));
        m_name->setPlaceholderText(isMany() ? tr("for example 301-310, 315") : QString());
        floorLabel->setText(tr("&Floor"));
        m_isClosed->setText(isRoom ? tr("Cl&osed: not assigned to new guests")
                                   : tr("Cl&osed: no longer hands out copies"));
        say();
        check();
    });
}

void UnitDialog::say()
{
    const bool isRoom = kind() == OfferingKind::Rooms;
    setHeading(isRoom ? (m_isNew ? tr("New rooms") : tr("Change the room"))
                      : (m_isNew ? tr("New branch") : tr("Change the branch")),
               text(m_offering.name));
    acceptButton()->setText(m_isNew ? tr("&Add") : tr("&Save"));
}

QStringList UnitDialog::names(QString *problem) const
{
    const QString typedName = m_name->text().trimmed();
    const auto all = isMany() ? roomNames(typedName) : Expected<QStringList>(QStringList{typedName});
    const auto fail = [problem](const QString &why) {
        if (problem)
            *problem = why;
        return QStringList();
    };
    if (!all)
        return fail(all.error().code == "too-many-rooms"
                        ? tr("At most %1 rooms can be added at once.").arg(mostRoomsAtOnce)
                        : tr("%1 ends before it begins.").arg(text(all.error().facts.at("range"))));
    const auto units = m_house.units(m_offering.id);
    for (const QString &name : *all) {
        const bool isDouble = std::any_of(units.begin(), units.end(), [&](const Unit &other) {
            return other.id != m_unit.id && typed(other.name) == name;
        });
        if (isDouble)
            return fail(tr("There is already one called %1.").arg(name));
        if (isBlank(utf8(name)))
            return {};
    }
    return *all;
}

int UnitDialog::roomsAfter(int added) const
{
    const auto units = m_house.units(m_offering.id);
    return added + static_cast<int>(std::count_if(units.begin(), units.end(), [](const Unit &unit) {
               return unit.sale == SaleState::Open;
           }));
}

void UnitDialog::check()
{
    QString problem;
    const QStringList all = names(&problem);
    const int count = static_cast<int>(all.size());
    acceptButton()->setEnabled(!all.isEmpty() && !isSent());
    setInvalid(m_name, !problem.isEmpty());
    const int rooms = roomsAfter(count);
    m_sellsAll->setVisible(isMany() && !m_supersedes && count > 0 && rooms > m_offering.capacity);
    m_sellsAll->setText(tr("&Sell all %1 rooms of this type (%2 so far)")
                            .arg(QLocale().toString(rooms), QLocale().toString(m_offering.capacity)));
    if (!problem.isEmpty())
        banner()->tell(Banner::Kind::Bad, problem);
    else if (count > 1)
        banner()->tell(Banner::Kind::Info,
                       tr("%1 rooms, from %2 to %3").arg(QLocale().toString(count), all.front(), all.back()));
    else
        banner()->clear();
}

std::vector<CommandArgs> UnitDialog::wanted() const
{
    std::vector<CommandArgs> all;
    PutUnit put{m_unit.id, m_offering.id, {}, m_floor->value(), m_unit.order, {}};
    if (m_isClosed->isChecked() != (m_unit.sale == SaleState::Closed))
        put.sale = m_isClosed->isChecked() ? SaleState::Closed : SaleState::Open;
    for (const QString &name : names()) {
        put.name = utf8(name);
        all.emplace_back(put);
        put.unit = UnitId{m_asker.desk().newId()};
        ++put.order;
    }
    if (!m_sellsAll->isHidden() && m_sellsAll->isChecked()) {
        PutOffering sold = asItIs(m_offering);
        sold.capacity = roomsAfter(static_cast<int>(all.size()));
        all.emplace_back(std::move(sold));
    }
    return all;
}

void UnitDialog::submit()
{
    if (isSent() || !acceptButton()->isEnabled())
        return;
    const std::vector<CommandArgs> all = wanted();
    models::SubmitOptions options;
    if (all.size() == 1)
        options.supersedes = m_supersedes;
    if (!m_isNew)
        options.seenVersion = m_unit.version;
    askOnce(m_asker, all, m_house, options);
}

} // namespace deskbell::ui
