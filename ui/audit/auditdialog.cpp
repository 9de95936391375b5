#include "ui/audit/auditdialog.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/audit/operationwords.h"
#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/parts/tables.h"
#include "ui/parts/textkeeper.h"
#include "ui/sentences.h"
#include "ui/subject.h"
#include "ui/theme.h"

namespace deskbell::ui {

using models::AuditModel;

AuditDialog::AuditDialog(const House &house, models::FrontDesk &desk,
                         const std::optional<ReservationId> &about, QWidget *parent)
    : DeskDialog("auditDialog", parent), m_house(house), m_desk(desk), m_about(about),
      m_model(new AuditModel(desk, this)), m_filter(new QComboBox(this)),
      m_again(makeButton(this, "auditAgain")), m_more(makeButton(this, "auditMore")),
      m_table(makeTable(this, "auditTable")), m_state(makeLabel(this, "muted")),
      m_what(new WrappingLabel(this, "title")), m_changes(new QTableWidget(this))
{
    setRoomySize({940, 600});
    build();
    connect(m_model, &AuditModel::stateChanged, this, &AuditDialog::follow);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &AuditDialog::reload);
    connect(m_again, &QPushButton::clicked, this, &AuditDialog::reload);
    connect(m_more, &QPushButton::clicked, m_model, &AuditModel::showMore);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AuditDialog::followEntry);
    askAgainOnline(m_desk, *m_model, [this] { reload(); });
    texts()->keep([this] { say(); });
    reload();
    m_table->setFocus();
}

void AuditDialog::build()
{
    m_filter->setObjectName(QStringLiteral("auditFilter"));
    m_changes->setObjectName(QStringLiteral("auditChanges"));
    m_state->setObjectName(QStringLiteral("auditState"));
    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::s);
    m_again->setIcon(icon("sync"));
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_state);
    bar->addWidget(m_again);
    body()->addLayout(bar);
    m_table->setModel(new WordedTable(
        m_model, [this](const QModelIndex &index) { return wordsOf(index); }, this));
    auto *sections = m_table->horizontalHeader();
    sections->setSectionResizeMode(QHeaderView::ResizeToContents);
    sections->setSectionResizeMode(AuditModel::What, QHeaderView::Stretch);
    body()->addWidget(m_table, 3);
    body()->addWidget(m_more, 0, Qt::AlignLeft);
    body()->addWidget(makeRule(this));
    body()->addWidget(m_what);
    m_changes->setColumnCount(3);
    m_changes->setSelectionMode(QAbstractItemView::SingleSelection);
    m_changes->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_changes->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_changes->setTabKeyNavigation(false);
    m_changes->setShowGrid(false);
    m_changes->verticalHeader()->hide();
    m_changes->horizontalHeader()->setHighlightSections(false);
    m_changes->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_changes->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_changes->setMinimumHeight(104);
    m_table->setMinimumHeight(136); // four entries with their heads
    body()->addWidget(m_changes, 2);
    acceptButton()->hide();
    acceptButton()->setDefault(false);
}

void AuditDialog::say()
{
    setHeading(tr("Audit log"),
               tr("All commands at this property, newest first. Select one to see its changes below."));
    rejectButton()->setText(tr("&Close"));
    m_again->setText(tr("&Refresh"));
    m_more->setText(tr("Show &earlier entries"));
    m_filter->setAccessibleName(tr("Reservation"));
    nameTable(m_table, tr("Audit log"));
    nameTable(m_changes, tr("Changes"));
    m_model->setHeads({tr("When"), tr("Who"), tr("What"), tr("About"), tr("From where")});
    m_changes->setHorizontalHeaderLabels({tr("What changed"), tr("Before"), tr("After")});
    const QSignalBlocker quiet(m_filter);
    const int before = m_filter->count() == 0 ? (m_about ? 1 : 0) : m_filter->currentIndex();
    m_filter->clear();
    m_filter->addItem(tr("All of the property"));
    if (m_about) {
        m_filter->addItem(tr("Only the reservation %1").arg(subjectText(*m_about, m_house)));
    }
    m_filter->setCurrentIndex(before);
    follow();
}

void AuditDialog::reload()
{
    m_model->show(m_filter->currentIndex() == 1 ? m_about : std::nullopt);
}

void AuditDialog::follow()
{
    m_again->setEnabled(!m_model->isBusy());
    m_more->setEnabled(m_model->hasMore() && !m_model->isBusy());
    const int rows = m_model->rowCount();
    m_state->setText(m_model->isBusy() ? tr("Asking the backend…")
                     : rows > 0        ? tr("%n entry(s)", nullptr, rows)
                                       : tr("Nothing yet."));
    if (const auto &error = m_model->error()) {
        m_state->clear();
        banner()->tell(
            Banner::Kind::Warn,
            models::isUnheard(*error)
                ? tr("The audit log is kept at the backend. You can read it when the connection is restored.")
                : sentence(*error, m_house.names()));
    } else {
        banner()->clear();
    }
    if (rows > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    followEntry();
}

QString AuditDialog::subjectOf(const models::AuditEntry &entry) const
{
    if (entry.reservation)
        return subjectText(*entry.reservation, m_house);
    // What is set up is told first (the unit before its offering), and who is signed out likewise.
    const std::string first = entry.changes.empty() ? std::string() : entry.changes.front().field;
    const bool isOne = first == "unit" || first == "offering";
    if (isOne || first == "session") {
        const models::AuditChange &change = entry.changes.front();
        const std::string &value = change.after.empty() ? change.before : change.after;
        return auditValueText(first, value, m_house.names(kindOfEntry(entry)));
    }
    return first == "password" ? QString() : text(m_house.property().name);
}

OfferingKind AuditDialog::kindOfEntry(const models::AuditEntry &entry) const
{
    if (const auto row = entry.reservation ? m_house.row(*entry.reservation) : std::nullopt)
        return m_house.kindOf(row->offering);
    for (const models::AuditChange &change : entry.changes) {
        if (change.field != "offering")
            continue;
        if (const auto id = parseUuid(change.after))
            return m_house.kindOf(OfferingId{*id});
    }
    return OfferingKind::Rooms;
}

QString AuditDialog::wordsOf(const QModelIndex &index) const
{
    const models::AuditEntry &entry = m_model->entry(index.row());
    switch (index.column()) {
    case AuditModel::At:
        return instantText(entry.at, m_house.names().zone);
    case AuditModel::Who:
        return actorText(entry.actor);
    case AuditModel::What: {
        const QString what = auditTypeText(entry.type, kindOfEntry(entry));
        return entry.isRefused ? tr("%1 – refused").arg(what) : what;
    }
    case AuditModel::About:
        return subjectOf(entry);
    case AuditModel::Origin:
        return auditOriginText(entry);
    default:
        return {};
    }
}

void AuditDialog::followEntry()
{
    const QModelIndex index = m_table->currentIndex();
    const bool isOne = index.isValid() && index.row() < m_model->rowCount();
    m_changes->setRowCount(0);
    if (!isOne) {
        m_what->clear();
        return;
    }
    const models::AuditEntry &entry = m_model->entry(index.row());
    const Names names = m_house.names(kindOfEntry(entry));
    const QString what = auditTypeText(entry.type, names.kind);
    m_what->setText(
        entry.isRefused ? tr("%1 was refused: %2").arg(what, sentence(Error{entry.code, {}}, names))
        : entry.changes.empty()
            ? tr("%1 changed nothing.").arg(what)
            : tr("%1, by %2, %3").arg(what, actorText(entry.actor), instantText(entry.at, names.zone)));
    m_changes->setRowCount(static_cast<int>(entry.changes.size()));
    int row = 0;
    for (const models::AuditChange &change : entry.changes) {
        const QString before =
            change.isWithheld ? tr("(not recorded)") : auditValueText(change.field, change.before, names);
        const QString after = change.isWithheld && !entry.reservation ? tr("changed")
                              : change.isWithheld                     ? tr("changed; see the reservation")
                                                  : auditValueText(change.field, change.after, names);
        const QString cells[] = {auditFieldName(change.field), before, after};
        for (int column = 0; column < 3; ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setToolTip(cells[column]);
            m_changes->setItem(row, column, item);
        }
        ++row;
    }
}

} // namespace deskbell::ui
