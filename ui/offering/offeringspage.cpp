#include "ui/offering/offeringspage.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/format.h"
#include "ui/offering/stockdelegate.h"
#include "ui/parts/parts.h"
#include "ui/parts/tables.h"
#include "ui/parts/textkeeper.h"
#include "ui/plaintext.h"
#include "ui/reservation/actions.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {
/// Below this only what tells one from another has room.
constexpr int narrowWidth = 560;
} // namespace

using models::OfferingsModel;
using models::QueueModel;

OfferingsPage::OfferingsPage(const models::Book &book, const House &house, ReservationActions &actions,
                             QWidget *parent)
    : QWidget(parent), m_book(book), m_house(house), m_actions(actions), m_texts(new TextKeeper(this)),
      m_offerings(new OfferingsModel(book, SlotKind::Once, this)), m_holders(new QueueModel(book, this))
{
    setObjectName(QStringLiteral("offeringsPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildOfferings());
    splitter->addWidget(buildHolders());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    column->addWidget(splitter);
    m_holders->showOffering(models::noOffering);
    m_holders->sort(QueueModel::MadeAt, Qt::DescendingOrder);
    connect(m_offerings, &OfferingsModel::followed, this, &OfferingsPage::followOffering);
    connect(&m_book, &models::Book::structureChanged, this, &OfferingsPage::followHouse);
    connect(&m_book, &models::Book::wasReset, this, &OfferingsPage::followHouse);
    connect(&m_book, &models::Book::completed, this, &OfferingsPage::followHouse);
    connect(m_offerings, &QAbstractItemModel::modelReset, this, &OfferingsPage::countChanged);
    connect(m_offerings, &QAbstractItemModel::rowsInserted, this, &OfferingsPage::countChanged);
    connect(m_offerings, &QAbstractItemModel::rowsRemoved, this, &OfferingsPage::countChanged);
    m_texts->keep([this] { say(); });
    followOffering();
}

QWidget *OfferingsPage::buildOfferings()
{
    auto *frame = new QFrame(this);
    frame->setProperty("role", QStringLiteral("panel"));
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::l, space::m, space::m, space::s);
    m_title = makeLabel(frame, "title");
    m_add = makeButton(frame, "pageAddPerformance");
    m_add->setIcon(icon("plus"));
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_add);
    column->addLayout(head);
    m_offeringTable = makeTable(frame, "offeringTable");
    m_stock = new StockDelegate(m_book, this);
    auto *worded = new WordedTable(
        m_offerings, [this](const QModelIndex &index) { return m_stock->wordsOf(index); }, this);
    worded->alignRight(OfferingsModel::Price);
    m_offeringTable->setModel(worded);
    m_offeringTable->setItemDelegate(m_stock);
    m_offeringTable->setColumnHidden(OfferingsModel::Capacity, true);
    m_offeringTable->setColumnHidden(OfferingsModel::Code, true);
    auto *sections = m_offeringTable->horizontalHeader();
    sections->setSectionResizeMode(QHeaderView::ResizeToContents);
    sections->setSectionResizeMode(OfferingsModel::Name, QHeaderView::Stretch);
    sections->setMinimumSectionSize(60);
    column->addWidget(m_offeringTable, 1);
    connect(m_add, &QPushButton::clicked, this, &OfferingsPage::performanceAsked);
    connect(m_offeringTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &OfferingsPage::followOffering);
    connect(m_offeringTable, &QTableView::activated, this, [this] {
        if (current() != models::noOffering)
            emit reserveAsked(m_book.offering(current()).id);
    });
    return frame;
}

QWidget *OfferingsPage::buildHolders()
{
    auto *frame = new QFrame(this);
    frame->setProperty("role", QStringLiteral("panel"));
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::l, space::m, space::m, space::s);
    head->setSpacing(space::s);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    m_name = new ElidedLabel(frame);
    m_name->setProperty("role", QStringLiteral("title"));
    m_name->setObjectName(QStringLiteral("offeringShown"));
    m_detail = new ElidedLabel(frame);
    m_detail->setProperty("role", QStringLiteral("muted"));
    names->addWidget(m_name);
    names->addWidget(m_detail);
    head->addLayout(names, 1);
    m_change = makeButton(frame, "pageChange");
    m_change->setIcon(icon("edit"));
    m_reserve = makeButton(frame, "pageReserve");
    m_reserve->setIcon(icon("plus"));
    head->addWidget(m_change);
    head->addWidget(m_reserve);
    column->addLayout(head);
    m_holderTable = makeTable(frame, "holderTable");
    auto *delegate = new HolderDelegate(m_book, this);
    // Whose row goes leaves nobody else chosen; this has to hear of it before the table does.
    connect(m_holders, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                const int row = m_holderTable->currentIndex().row();
                m_isChosenGoing = row >= first && row <= last;
                m_isFollowing = true;
            });
    auto *worded = new WordedTable(
        m_holders, [delegate](const QModelIndex &index) { return delegate->wordsOf(index); }, this);
    worded->alignRight(QueueModel::Owed);
    m_holderTable->setModel(worded);
    m_holderTable->setItemDelegate(delegate);
    m_holderTable->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *sections = m_holderTable->horizontalHeader();
    for (int i = 0; i < QueueModel::ColumnCount; ++i)
        m_holderTable->setColumnHidden(i, true);
    for (const int shown : {QueueModel::State, QueueModel::Guest, QueueModel::Quantity, QueueModel::UnitName,
                            QueueModel::Arrival, QueueModel::Departure, QueueModel::Owed})
        m_holderTable->setColumnHidden(shown, false);
    sections->moveSection(sections->visualIndex(QueueModel::Quantity), 2);
    sections->moveSection(sections->visualIndex(QueueModel::UnitName), 3);
    sections->setSectionResizeMode(QHeaderView::ResizeToContents);
    sections->setSectionResizeMode(QueueModel::Guest, QHeaderView::Stretch);
    sections->setMinimumSectionSize(96);
    sections->setSortIndicator(-1, Qt::AscendingOrder);
    m_holderTable->setSortingEnabled(true);
    m_empty = makeLabel(frame, "muted");
    m_empty->setAlignment(Qt::AlignCenter);
    m_pages = new QStackedLayout;
    m_pages->addWidget(m_holderTable);
    m_pages->addWidget(m_empty);
    column->addLayout(m_pages, 1);
    connect(m_holders, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (m_isChosenGoing)
            m_holderTable->selectionModel()->clear();
        m_isFollowing = false;
    });
    connect(m_change, &QPushButton::clicked, this,
            [this] { emit changeAsked(m_book.offering(current()).id); });
    connect(m_reserve, &QPushButton::clicked, this,
            [this] { emit reserveAsked(m_book.offering(current()).id); });
    connect(m_holderTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &OfferingsPage::followHolder);
    connect(m_holderTable, &QTableView::customContextMenuRequested, this, &OfferingsPage::showMenu);
    connect(m_holderTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        emit activated(m_book.at(m_holders->stayAt(index.row())).id);
    });
    connect(m_holders, &QueueModel::countChanged, this,
            [this](int shown, int) { m_pages->setCurrentIndex(shown > 0 ? 0 : 1); });
    return frame;
}

void OfferingsPage::say()
{
    setAccessibleName(tr("Performances and titles"));
    m_empty->setText(tr("Nobody has reserved it yet."));
    nameTable(m_offeringTable, tr("Performances and titles"));
    nameTable(m_holderTable, tr("Its reservations"));
    m_offerings->setHeads(
        {tr("Name"), tr("When"), tr("Free"), tr("How many"), tr("Procedure"), tr("Price"), tr("Code")});
    m_holders->setHeads({tr("State"),
                         tr("Guest"),
                         tr("From"),
                         tr("Until"),
                         {},
                         {},
                         tr("Branch"),
                         {},
                         {},
                         tr("Owed"),
                         {},
                         {},
                         tr("How many")});
    followHouse();
    followOffering();
}

void OfferingsPage::setMaySetUp(bool may)
{
    m_maySetUp = may;
    followOffering();
}

models::OfferingIndex OfferingsPage::current() const
{
    const QModelIndex index = m_offeringTable->currentIndex();
    return index.isValid() && index.row() < m_offerings->rowCount() ? m_offerings->offeringAt(index.row())
                                                                    : models::noOffering;
}

void OfferingsPage::followOffering()
{
    if (current() == models::noOffering && m_offerings->rowCount() > 0) {
        m_offeringTable->setCurrentIndex(m_offeringTable->model()->index(0, 0));
        return; // comes back by the signal
    }
    const models::OfferingIndex which = current();
    if (which != m_shown) {
        m_shown = which;
        m_holders->showOffering(which);
    }
    const bool isOne = which != models::noOffering;
    m_add->setVisible(m_maySetUp);
    m_change->setVisible(isOne && m_maySetUp);
    m_reserve->setVisible(isOne);
    m_pages->setCurrentIndex(m_holders->rowCount() > 0 ? 0 : 1);
    m_name->setFullText(isOne ? shown(m_book.offeringName(which)) : QString());
    if (!isOne) {
        m_detail->setFullText({});
        return;
    }
    const Offering &offering = m_book.offering(which);
    const OfferingKind kind = kindOf(offering.workflow);
    const int taken = m_book.takenOn(which, m_book.businessDate());
    const QString taking = tr("%1, %2 taken", "120 seats, 82 taken")
                               .arg(countText(offering.capacity, kind), QLocale().toString(taken));
    m_detail->setFullText(offering.startsAt
                              ? tr("%1 · %2", "when, how many").arg(minuteText(*offering.startsAt), taking)
                              : taking);
    m_reserve->setText(kind == OfferingKind::Title ? tr("&Lend a copy…") : tr("Reserve &seats…"));
    followHolderColumns();
}

void OfferingsPage::followHolderColumns()
{
    // Branches and the day of return are a loan's.
    const bool isTitle =
        m_shown != models::noOffering && kindOf(m_book.offering(m_shown).workflow) == OfferingKind::Title;
    m_holderTable->setColumnHidden(QueueModel::UnitName, !isTitle);
    m_holderTable->setColumnHidden(QueueModel::Arrival, !isTitle || m_isNarrow);
    m_holderTable->setColumnHidden(QueueModel::Departure, !isTitle);
    m_holderTable->setColumnHidden(QueueModel::Quantity, isTitle && m_isNarrow);
    m_holderTable->setColumnHidden(QueueModel::Owed, isTitle);
}

void OfferingsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (std::exchange(m_isNarrow, width() < narrowWidth) != m_isNarrow)
        followHouse();
}

void OfferingsPage::followHouse()
{
    // The tab above says it, too.
    m_title->setVisible(!m_isNarrow);
    const auto kind = m_house.kind();
    m_title->setText(kind == OfferingKind::Performance ? tr("Performances")
                     : kind == OfferingKind::Title     ? tr("Titles to lend")
                                                       : tr("Performances and titles"));
    m_offeringTable->setColumnHidden(OfferingsModel::When, kind == OfferingKind::Title);
    const std::pair<QPushButton *, QString> buttons[] = {{m_add, tr("Add a &performance…")},
                                                         {m_change, tr("&Change…")}};
    for (const auto &[button, words] : buttons) {
        const QString plain = QString(words).remove(u'&');
        button->setText(m_isNarrow && button == m_change ? QString() : words);
        button->setAccessibleName(plain);
        button->setToolTip(button->text().isEmpty() ? plain : QString());
    }
    m_offeringTable->setColumnHidden(OfferingsModel::Procedure, m_isNarrow);
    m_offeringTable->setColumnHidden(OfferingsModel::Price, m_isNarrow);
    m_stock->showBars(!m_isNarrow);
    m_offeringTable->resizeColumnToContents(OfferingsModel::Free);
    followHolderColumns();
}

void OfferingsPage::followHolder()
{
    const QModelIndex index = m_holderTable->currentIndex();
    if (!m_isFollowing && index.isValid() && index.row() < m_holders->rowCount())
        emit chosen(m_book.at(m_holders->stayAt(index.row())).id);
}

void OfferingsPage::follow(const ReservationId &id)
{
    const models::StayHandle stay = m_book.find(id);
    if (stay == models::noStay) {
        m_holderTable->clearSelection();
        return;
    }
    const int offering = m_offerings->rowOf(m_book.at(stay).offering);
    if (offering < 0)
        return;
    m_isFollowing = true;
    if (m_offeringTable->currentIndex().row() != offering)
        m_offeringTable->setCurrentIndex(m_offeringTable->model()->index(offering, 0));
    const int row = m_holders->rowOf(stay);
    if (row >= 0 && m_holderTable->currentIndex().row() != row)
        m_holderTable->setCurrentIndex(m_holderTable->model()->index(row, QueueModel::State));
    m_isFollowing = false;
}

void OfferingsPage::showMenu(const QPoint &at)
{
    if (!m_holderTable->indexAt(at).isValid())
        return;
    QMenu menu(this);
    m_actions.fillMenu(menu, true);
    menu.exec(m_holderTable->viewport()->mapToGlobal(at));
}

} // namespace deskbell::ui
