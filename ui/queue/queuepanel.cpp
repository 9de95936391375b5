#include "ui/queue/queuepanel.h"

#include <QGridLayout>
#include <QIdentityProxyModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/house.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/queue/queuedelegate.h"
#include "ui/queue/queuewords.h"
#include "ui/reservation/actions.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {

/// The lane's rows as one column whose text is the whole row, which is what a screen reader says.
class SpokenRows : public QIdentityProxyModel
{
public:
    SpokenRows(const models::Book &book, const QueueDelegate &delegate, QObject *parent)
        : QIdentityProxyModel(parent), m_book(book), m_delegate(delegate)
    {
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
            const auto stay = QIdentityProxyModel::data(index, models::StayRole).toUInt();
            return m_delegate.sentenceOf(m_book.at(stay));
        }
        return QIdentityProxyModel::data(index, role);
    }

private:
    const models::Book &m_book;
    const QueueDelegate &m_delegate;
};

models::QueueModel::Column dateColumn(models::QueueLane lane)
{
    return models::isOfThoseInHouse(lane) ? models::QueueModel::Departure : models::QueueModel::Arrival;
}

} // namespace

QueuePanel::QueuePanel(const models::Book &book, const House &house, ReservationActions &actions,
                       QWidget *parent)
    : QWidget(parent), m_book(book), m_house(house), m_actions(actions), m_texts(new TextKeeper(this)),
      m_model(new models::QueueModel(book, this))
{
    setObjectName(QStringLiteral("queuePanel"));
    setMinimumWidth(260);
    build();
    connect(m_model, &models::QueueModel::countChanged, this, &QueuePanel::sayCounts);
    connect(&m_book, &models::Book::changed, this, [this](const models::BookDelta &delta) {
        if (delta.isQueueChanged)
            sayCounts();
    });
    // What there is to reserve says what the lanes are called.
    connect(&m_book, &models::Book::structureChanged, this, &QueuePanel::say);
    connect(&m_book, &models::Book::wasReset, this, &QueuePanel::say);
    connect(&m_book, &models::Book::completed, this, &QueuePanel::say);
    connect(&m_book, &models::Book::propertyChanged, this, &QueuePanel::sayCounts);
    m_texts->keep([this] { say(); });
    showLane(models::QueueLane::Requested);
}

QWidget *QueuePanel::buildLanes()
{
    auto *lanes = new QWidget(this);
    auto *grid = new QGridLayout(lanes);
    grid->setContentsMargins(space::s, space::s, space::s, space::s);
    grid->setSpacing(space::xs);
    for (int i = 0; i < models::queueLaneCount; ++i) {
        const auto lane = static_cast<models::QueueLane>(i);
        auto *button = makeButton(lanes, "", "lane");
        button->setObjectName(QStringLiteral("lane%1").arg(i));
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QPushButton::clicked, this, [this, lane] { showLane(lane); });
        m_lanes[static_cast<std::size_t>(i)] = button;
        // What waits for an answer above, who comes and goes below.
        grid->addWidget(button, i / 2, i % 2);
    }
    return lanes;
}

QWidget *QueuePanel::buildFoot()
{
    QVBoxLayout *column = nullptr;
    QFrame *foot = makeFrame(this, "foot", &column);
    column->setContentsMargins(space::m, space::s, space::m, space::s);
    m_count = makeLabel(foot, "muted");
    column->addWidget(m_count);
    auto *row = new QHBoxLayout;
    m_confirm = makeButton(foot, "queueConfirm", "primary");
    m_reject = makeButton(foot, "queueReject");
    const std::pair<QPushButton *, CommandType> buttons[] = {{m_confirm, typeOf<ConfirmReservation>()},
                                                             {m_reject, typeOf<RejectReservation>()}};
    for (const auto &[button, type] : buttons) {
        QAction *action = m_actions.action(type);
        connect(button, &QPushButton::clicked, this, [this, action] {
            if (m_actions.guard().takesClicks())
                action->trigger();
        });
        connect(action, &QAction::changed, this, &QueuePanel::sayCounts);
        row->addWidget(button, 1);
    }
    column->addLayout(row);
    return foot;
}

void QueuePanel::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *frame = new QFrame(this);
    frame->setProperty("role", QStringLiteral("panel"));
    outer->addWidget(frame);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildLanes());

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::s, 0, space::s, space::s);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("queueFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon("filter", Tone::Muted), QLineEdit::LeadingPosition);
    m_sort = makeToolButton(this, "queueSort", icon("sort"));
    m_sort->setPopupMode(QToolButton::InstantPopup);
    m_sort->setMenu(new QMenu(m_sort));
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_sort);
    column->addLayout(bar);
    column->addWidget(makeRule(this));

    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("queueList"));
    auto *delegate = new QueueDelegate(m_book, this);
    auto *spoken = new SpokenRows(m_book, *delegate, this);
    spoken->setSourceModel(m_model);
    m_list->setModel(spoken);
    m_list->setItemDelegate(delegate);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_empty = makeLabel(this, "muted");
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    m_pages = new QStackedLayout;
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    column->addLayout(m_pages, 1);
    column->addWidget(buildFoot());

    connect(m_filter, &QLineEdit::textChanged, m_model, &models::QueueModel::setFilterText);
    connect(m_list, &QListView::customContextMenuRequested, this, &QueuePanel::showMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &QueuePanel::followSelection);
    connect(m_list, &QListView::activated, this, [this] {
        const auto rows = chosen();
        if (!rows.empty())
            emit activated(rows.front().id);
    });
}

void QueuePanel::say()
{
    setAccessibleName(tr("Queue"));
    m_kind = m_house.kind();
    m_filter->setPlaceholderText(filterHint(m_kind));
    m_filter->setAccessibleName(tr("Filter the queue"));
    m_sort->setToolTip(tr("Sort the queue"));
    m_sort->setAccessibleName(tr("Sort the queue"));
    m_list->setAccessibleName(tr("Reservations in the queue"));
    m_sort->menu()->clear();
    for (const models::QueueModel::Column column :
         {dateColumn(lane()), models::QueueModel::Guest, models::QueueModel::Owed,
          models::QueueModel::UnitName, models::QueueModel::MadeAt}) {
        const QString name = sortName(column, m_kind);
        if (name.isEmpty())
            continue;
        QAction *action = m_sort->menu()->addAction(name, this, [this, column] { sortBy(column); });
        action->setCheckable(true);
        action->setChecked(m_model->sortColumn() == column);
    }
    sayCounts();
}

void QueuePanel::sortBy(int column)
{
    // The same again turns it round; most owed and newest come first.
    const bool isDescendingFirst = column == models::QueueModel::Owed || column == models::QueueModel::MadeAt;
    Qt::SortOrder order = isDescendingFirst ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (m_model->sortColumn() == column && m_model->sortOrder() == order)
        order = order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    m_model->sort(column, order);
    say();
}

void QueuePanel::sayCounts()
{
    const QLocale locale;
    for (int i = 0; i < models::queueLaneCount; ++i) {
        const auto lane = static_cast<models::QueueLane>(i);
        const QString name = laneName(lane, m_kind);
        QPushButton *button = m_lanes[static_cast<std::size_t>(i)];
        button->setVisible(!name.isEmpty());
        button->setText(
            tr("%1  %2", "lane and how many are in it").arg(name, locale.toString(m_book.count(lane))));
    }
    const int shown = m_model->rowCount();
    const int inLane = m_book.count(m_model->lane());
    const int selected = static_cast<int>(m_list->selectionModel()->selectedIndexes().size());
    m_count->setText(selected > 1      ? tr("%n chosen", nullptr, selected)
                     : shown == inLane ? tr("%n reservation(s)", nullptr, shown)
                                       : tr("%1 of %2").arg(QString::number(shown), QString::number(inLane)));
    m_empty->setText(inLane > 0 ? tr("Nothing in this tab matches the filter.")
                                : tr("There are no reservations in this tab at the moment."));
    m_pages->setCurrentIndex(shown > 0 ? 0 : 1);
    const std::pair<QPushButton *, CommandType> buttons[] = {{m_confirm, typeOf<ConfirmReservation>()},
                                                             {m_reject, typeOf<RejectReservation>()}};
    const bool isAnswered = lane() == models::QueueLane::Requested || lane() == models::QueueLane::ToPay ||
                            lane() == models::QueueLane::AwaitingConfirmation;
    for (const auto &[button, type] : buttons) {
        const QAction *action = m_actions.action(type);
        const auto can = std::count_if(m_actions.targets().begin(), m_actions.targets().end(),
                                       [t = type](const models::StayRow &row) { return row.can(t); });
        button->setText(can > 1
                            ? tr("%1 (%2)", "what, how many").arg(action->iconText(), QString::number(can))
                            : action->iconText());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled() && selected > 0);
        button->setVisible(isAnswered);
    }
}

void QueuePanel::showLane(models::QueueLane lane)
{
    m_model->setLane(lane);
    const int sorted = m_model->sortColumn();
    if (sorted == models::QueueModel::Arrival || sorted == models::QueueModel::Departure)
        m_model->sort(dateColumn(lane), Qt::AscendingOrder);
    say();
    m_lanes[static_cast<std::size_t>(lane)]->setChecked(true);
    m_list->clearSelection();
    sayCounts();
}

std::vector<models::StayRow> QueuePanel::chosen() const
{
    std::vector<models::StayRow> rows;
    const QModelIndex current = m_list->currentIndex();
    for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes()) {
        models::StayRow row = m_book.row(m_model->stayAt(index.row()));
        if (index == current)
            rows.insert(rows.begin(), std::move(row));
        else
            rows.push_back(std::move(row));
    }
    return rows;
}

void QueuePanel::follow(const ReservationId &id)
{
    m_isFollowing = true;
    const int row = m_model->rowOf(id);
    const auto chosenRows = m_list->selectionModel()->selectedIndexes();
    if (row < 0) {
        m_list->clearSelection();
    } else if (chosenRows.size() != 1 || chosenRows.front().row() != row) {
        m_list->setCurrentIndex(m_list->model()->index(row, 0));
    }
    m_isFollowing = false;
    sayCounts();
}

void QueuePanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void QueuePanel::followSelection()
{
    if (!m_isFollowing)
        emit chosenChanged();
    sayCounts();
}

void QueuePanel::showMenu(const QPoint &at)
{
    if (!m_list->indexAt(at).isValid())
        return;
    QMenu menu(this);
    m_actions.fillMenu(menu, true);
    menu.exec(m_list->viewport()->mapToGlobal(at));
}

} // namespace deskbell::ui
