#include "ui/offering/setupdialog.h"

#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/asker.h"
#include "ui/format.h"
#include "ui/offering/offeringdialog.h"
#include "ui/offering/removedialog.h"
#include "ui/offering/stockdelegate.h"
#include "ui/offering/unitdialog.h"
#include "ui/parts/parts.h"
#include "ui/parts/tables.h"
#include "ui/parts/textkeeper.h"
#include "ui/theme.h"

namespace deskbell::ui {

int mostTaken(const models::Book &book, const OfferingId &id)
{
    const models::OfferingIndex offering = book.find(id);
    if (offering == models::noOffering)
        return 0;
    int most = book.takenOn(offering, book.businessDate());
    if (book.offering(offering).workflow.slotKind == SlotKind::PerNight) {
        const Stay extent = book.extent();
        for (Date night = std::max(extent.arrival, book.businessDate()); night < extent.departure;
             night += Days{1})
            most = std::max(most, book.takenOn(offering, night));
    }
    return most;
}

SetUpDialog::SetUpDialog(const models::Book &book, const House &house, Asker &asker, QWidget *parent)
    : DeskDialog("setUpDialog", parent), m_book(book), m_house(house), m_asker(asker),
      m_model(new models::OfferingsModel(book, std::nullopt, this))
{
    setRoomySize({860, 560});
    buildOfferings();
    body()->addWidget(makeRule(this));
    buildUnits();
    acceptButton()->hide();
    acceptButton()->setDefault(false);
    connect(m_model, &models::OfferingsModel::followed, this, &SetUpDialog::followUnits);
    texts()->keep([this] { say(); });
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    m_table->setFocus();
}

void SetUpDialog::buildOfferings()
{
    m_table = makeTable(this, "setUpTable");
    auto *delegate = new StockDelegate(m_book, this);
    auto *worded = new WordedTable(
        m_model, [delegate](const QModelIndex &index) { return delegate->wordsOf(index); }, this);
    worded->alignRight(models::OfferingsModel::Price);
    m_table->setModel(worded);
    m_table->setItemDelegate(delegate);
    m_table->setColumnHidden(models::OfferingsModel::Free, true);
    auto *sections = m_table->horizontalHeader();
    sections->setSectionResizeMode(QHeaderView::ResizeToContents);
    // Where there is little room the procedure is cut, not the name.
    sections->setSectionResizeMode(models::OfferingsModel::Procedure, QHeaderView::Stretch);
    sections->setMaximumSectionSize(fontMetrics().averageCharWidth() * 40);
    sections->moveSection(models::OfferingsModel::Code, 1);
    body()->addWidget(m_table, 3);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    m_addRooms = makeButton(this, "setUpAddRooms");
    m_addPerformance = makeButton(this, "setUpAddPerformance");
    m_addTitle = makeButton(this, "setUpAddTitle");
    m_change = makeButton(this, "setUpChange");
    m_remove = makeButton(this, "setUpRemove");
    for (QPushButton *add : {m_addRooms, m_addPerformance, m_addTitle}) {
        add->setIcon(icon("plus"));
        row->addWidget(add);
    }
    row->addStretch();
    m_change->setIcon(icon("edit"));
    m_remove->setIcon(icon("trash"));
    row->addWidget(m_remove);
    row->addWidget(m_change);
    body()->addLayout(row);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const auto known = current())
            present(new RemoveDialog(m_house, m_asker, *known, this));
    });
    connect(m_addRooms, &QPushButton::clicked, this,
            [this] { openOffering(OfferingKind::Rooms, std::nullopt); });
    connect(m_addPerformance, &QPushButton::clicked, this,
            [this] { openOffering(OfferingKind::Performance, std::nullopt); });
    connect(m_addTitle, &QPushButton::clicked, this,
            [this] { openOffering(OfferingKind::Title, std::nullopt); });
    const auto change = [this] {
        if (const auto known = current(); known && m_change->isEnabled())
            openOffering(kindOf(known->workflow), known);
    };
    connect(m_change, &QPushButton::clicked, this, change);
    connect(m_table, &QTableView::activated, this, change);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SetUpDialog::followUnits);
}

void SetUpDialog::buildUnits()
{
    m_unitsTitle = makeLabel(this, "section");
    m_units = new QListWidget(this);
    m_units->setObjectName(QStringLiteral("setUpUnits"));
    m_units->setFlow(QListView::LeftToRight);
    m_units->setWrapping(true);
    m_units->setResizeMode(QListView::Adjust);
    m_units->setSpacing(2);
    m_units->setMinimumHeight(90);
    m_addUnit = makeButton(this, "setUpAddUnit");
    m_addUnit->setIcon(icon("plus"));
    m_changeUnit = makeButton(this, "setUpChangeUnit");
    m_changeUnit->setIcon(icon("edit"));
    m_removeUnit = makeButton(this, "setUpRemoveUnit");
    m_removeUnit->setIcon(icon("trash"));
    body()->addWidget(m_unitsTitle);
    body()->addWidget(m_units, 2);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_addUnit);
    row->addStretch();
    row->addWidget(m_removeUnit);
    row->addWidget(m_changeUnit);
    body()->addLayout(row);
    connect(m_removeUnit, &QPushButton::clicked, this, [this] {
        if (const auto unit = currentUnit())
            present(new RemoveDialog(m_house, m_asker, *unit, this));
    });
    connect(m_addUnit, &QPushButton::clicked, this, [this] { openUnit(std::nullopt); });
    connect(m_changeUnit, &QPushButton::clicked, this, &SetUpDialog::changeUnit);
    connect(m_units, &QListWidget::itemActivated, this, &SetUpDialog::changeUnit);
    connect(m_units, &QListWidget::currentRowChanged, this, &SetUpDialog::followRights);
}

void SetUpDialog::say()
{
    setHeading(tr("What can be reserved"),
               tr("Room types with their rooms, performances with their seats, titles to lend. Changes apply "
                  "to reservations made afterwards."));
    rejectButton()->setText(tr("&Close"));
    nameTable(m_table, tr("What can be reserved"));
    m_units->setAccessibleName(tr("Rooms or branches of the selected entry"));
    m_addRooms->setText(tr("Add a &room type…"));
    m_addPerformance->setText(tr("Add a &performance…"));
    m_addTitle->setText(tr("Add a &title…"));
    m_change->setText(tr("C&hange…"));
    m_changeUnit->setText(tr("Cha&nge…"));
    m_remove->setText(tr("&Delete…"));
    m_removeUnit->setText(tr("De&lete…"));
    m_model->setHeads(
        {tr("Name"), tr("When"), tr("Free"), tr("How many"), tr("Procedure"), tr("Price"), tr("Code")});
    followUnits();
}

std::optional<Offering> SetUpDialog::current() const
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid() || index.row() >= m_model->rowCount())
        return std::nullopt;
    return m_book.offering(m_model->offeringAt(index.row()));
}

void SetUpDialog::followUnits()
{
    const auto known = current();
    const bool hasUnits = known && known->workflow.unit != UnitTiming::None;
    const bool isRooms = known && kindOf(known->workflow) == OfferingKind::Rooms;
    const int before = m_units->currentRow();
    int open = 0;
    m_units->clear();
    if (hasUnits) {
        for (const Unit &unit : m_house.units(known->id)) {
            open += unit.sale == SaleState::Open ? 1 : 0;
            m_units->addItem(nameOnSale(text(unit.name), unit.sale));
        }
        m_units->setCurrentRow(std::min(before, m_units->count() - 1));
    }
    const QString name = known ? text(known->name) : QString();
    m_unitsTitle->setText(
        !known      ? tr("Select an entry in the list above.")
        : !hasUnits ? tr("%1 has neither rooms nor branches.").arg(name)
        : isRooms && open != known->capacity
            ? tr("Rooms of %1: %2 open, %3 sold a night")
                  .arg(name, QLocale().toString(open), QLocale().toString(known->capacity))
        : isRooms ? tr("Rooms of %1 (%2)").arg(name, QString::number(m_units->count()))
                  : tr("Branches that hand out %1 (%2)").arg(name, QString::number(m_units->count())));
    m_addUnit->setText(isRooms || !hasUnits ? tr("Add roo&ms…") : tr("Add a &branch…"));
    m_units->setEnabled(hasUnits);
    followRights();
}

void SetUpDialog::followRights()
{
    const bool isAdmin = m_asker.desk().actor().role == Role::Admin;
    const auto known = current();
    const bool hasUnits = known && known->workflow.unit != UnitTiming::None;
    for (QPushButton *button : {m_addRooms, m_addTitle, m_addUnit, m_changeUnit, m_removeUnit})
        button->setToolTip(isAdmin ? QString() : tr("Only an administrator can do this."));
    m_addRooms->setEnabled(isAdmin);
    m_addTitle->setEnabled(isAdmin);
    m_change->setEnabled(known && (isAdmin || known->startsAt));
    m_remove->setEnabled(m_change->isEnabled());
    m_addUnit->setEnabled(isAdmin && hasUnits);
    m_changeUnit->setEnabled(isAdmin && hasUnits && m_units->currentRow() >= 0);
    m_removeUnit->setEnabled(m_changeUnit->isEnabled());
}

void SetUpDialog::openOffering(OfferingKind kind, const std::optional<Offering> &known)
{
    OfferingDialog::Subject subject{kind, known, known ? mostTaken(m_book, known->id) : 0, {}, {}};
    present(new OfferingDialog(m_house, m_asker, subject, this));
}

std::optional<Unit> SetUpDialog::currentUnit() const
{
    const auto known = current();
    const int row = m_units->currentRow();
    const auto units = known ? m_house.units(known->id) : std::vector<Unit>();
    if (row < 0 || row >= static_cast<int>(units.size()))
        return std::nullopt;
    return units[static_cast<std::size_t>(row)];
}

void SetUpDialog::changeUnit()
{
    if (const auto unit = currentUnit(); unit && m_changeUnit->isEnabled())
        openUnit(unit);
}

void SetUpDialog::present(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SetUpDialog::openUnit(const std::optional<Unit> &known)
{
    const auto offering = current();
    if (!offering)
        return;
    present(new UnitDialog(m_house, m_asker, *offering, {known, std::nullopt, std::nullopt}, this));
}

} // namespace deskbell::ui
