#include "ui/audit/reconciliationdialog.h"

#include <QCalendarWidget>
#include <QClipboard>
#include <QDateEdit>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/audit/reconciliationwords.h"
#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/parts/tables.h"
#include "ui/parts/textkeeper.h"
#include "ui/sentences.h"
#include "ui/subject.h"
#include "ui/theme.h"

namespace deskbell::ui {

using models::isUnheard;
using models::ReconciliationModel;

ReconciliationDialog::ReconciliationDialog(const House &house, models::FrontDesk &desk, Date day, Date today,
                                           QWidget *parent)
    : DeskDialog("reconciliationDialog", parent), m_house(house), m_desk(desk), m_today(today),
      m_last(std::max(day, today)), m_model(new ReconciliationModel(desk, this)),
      m_earlier(makeToolButton(this, "reconciliationEarlier", icon("left"))),
      m_later(makeToolButton(this, "reconciliationLater", icon("right"))), m_day(new QDateEdit(this)),
      m_again(makeButton(this, "reconciliationAgain")), m_compared(new WrappingLabel(this, "muted")),
      m_verdict(new Banner(this)), m_differences(new QWidget(this)),
      m_table(makeTable(m_differences, "reconciliationTable")),
      m_what(new WrappingLabel(m_differences, "title")), m_advice(new WrappingLabel(m_differences)),
      m_order(new WrappingLabel(m_differences, "muted")),
      m_copy(makeButton(m_differences, "reconciliationCopy")),
      m_go(makeButton(m_differences, "reconciliationGo"))
{
    setRoomySize({940, 560});
    m_verdict->setObjectName(QStringLiteral("reconciliationVerdict"));
    body()->addLayout(buildBar());
    body()->addWidget(m_verdict);
    buildDifferences();
    body()->addWidget(m_differences, 1);
    body()->addStretch();
    acceptButton()->hide();
    acceptButton()->setDefault(false);
    connect(m_model, &ReconciliationModel::stateChanged, this, &ReconciliationDialog::follow);
    connect(&m_desk, &models::FrontDesk::healthTold, this, [this](const auto &health) {
        m_health = health ? std::optional(*health) : std::nullopt;
        followVerdict();
    });
    askAgainOnline(m_desk, *m_model, [this] { goTo(m_model->day()); });
    texts()->keep([this] { say(); });
    goTo(day);
    m_day->setFocus();
}

QLayout *ReconciliationDialog::buildBar()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::s);
    m_day->setObjectName(QStringLiteral("reconciliationDay"));
    m_day->setCalendarPopup(true);
    m_day->setDateRange(QDate(1990, 1, 1), qDate(m_last));
    m_day->setKeyboardTracking(false);
    m_day->setMinimumWidth(170);
    m_compared->setObjectName(QStringLiteral("reconciliationCompared"));
    m_again->setIcon(icon("sync"));
    bar->addWidget(m_earlier);
    bar->addWidget(m_day);
    bar->addWidget(m_later);
    bar->addSpacing(space::s);
    bar->addWidget(m_compared, 1);
    bar->addWidget(m_again);
    connect(m_earlier, &QToolButton::clicked, this, [this] { goTo(m_model->day() - Days{1}); });
    connect(m_later, &QToolButton::clicked, this, [this] { goTo(m_model->day() + Days{1}); });
    connect(m_day, &QDateEdit::dateChanged, this, [this](QDate day) { goTo(domainDate(day)); });
    connect(m_again, &QPushButton::clicked, this, [this] { goTo(m_model->day()); });
    return bar;
}

void ReconciliationDialog::buildDifferences()
{
    auto *column = new QVBoxLayout(m_differences);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_table->setModel(new WordedTable(
        m_model, [this](const QModelIndex &index) { return wordsOf(index); }, this));
    auto *sections = m_table->horizontalHeader();
    sections->setSectionResizeMode(QHeaderView::ResizeToContents);
    sections->setSectionResizeMode(ReconciliationModel::Provider, QHeaderView::Stretch);
    m_table->hideColumn(ReconciliationModel::Order); // stands below, in full
    m_what->setObjectName(QStringLiteral("reconciliationWhat"));
    m_advice->setObjectName(QStringLiteral("reconciliationAdvice"));
    m_order->setObjectName(QStringLiteral("reconciliationOrder"));
    column->addWidget(m_table, 1);
    column->addWidget(makeRule(m_differences));
    column->addWidget(m_what);
    column->addWidget(m_advice);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_order, 1);
    row->addWidget(m_copy);
    row->addWidget(m_go);
    column->addLayout(row);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ReconciliationDialog::followDifference);
    connect(m_table, &QTableView::activated, this, &ReconciliationDialog::choose);
    connect(m_go, &QPushButton::clicked, this, &ReconciliationDialog::choose);
    connect(m_copy, &QPushButton::clicked, this, &ReconciliationDialog::copyOrder);
}

void ReconciliationDialog::say()
{
    setHeading(tr("Payment reconciliation"), tr("Each day's card payments and refunds: the folios here "
                                                "compared with the payment provider's records."));
    rejectButton()->setText(tr("&Close"));
    m_again->setText(tr("&Refresh"));
    m_copy->setText(tr("Copy the &order number"));
    m_go->setText(tr("&Go to the reservation"));
    m_day->setAccessibleName(tr("Day"));
    m_day->setLocale(QLocale());
    m_day->setDisplayFormat(tr("ddd d MMM yyyy", "date pattern of a field"));
    m_day->calendarWidget()->setLocale(QLocale());
    for (const auto &[button, words] :
         {std::pair(m_earlier, tr("The day before")), std::pair(m_later, tr("The day after"))}) {
        button->setAccessibleName(words);
        button->setToolTip(words);
    }
    nameTable(m_table, tr("Differences"));
    m_model->setHeads(
        {tr("What differs"), tr("Reservation"), tr("Here"), tr("At the provider"), tr("Order number")});
    follow();
}

void ReconciliationDialog::goTo(Date day)
{
    const QSignalBlocker quiet(m_day);
    m_day->setDate(qDate(day));
    m_model->show(day);
}

void ReconciliationDialog::follow()
{
    const Date day = m_model->day();
    m_again->setEnabled(!m_model->isBusy());
    m_later->setEnabled(day < m_last);
    if (m_model->isBusy())
        m_compared->setText(tr("Asking the backend…"));
    else
        m_compared->clear();
    followReport();
    // Why a day was not compared follows from how the backend is.
    if (m_model->error() && m_model->error()->code == "not-reconciled" && day < m_today)
        m_desk.askHealth();
    followVerdict();
}

void ReconciliationDialog::followReport()
{
    const int count = m_model->rowCount();
    m_differences->setVisible(count > 0);
    if (const auto &report = m_model->report())
        m_compared->setText(comparedText(*report, m_house.names().zone));
    if (count > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    followDifference();
}

void ReconciliationDialog::followVerdict()
{
    if (const auto &error = m_model->error())
        tellError(*error);
    else if (const auto &report = m_model->report(); !report)
        m_verdict->clear();
    else if (const int count = m_model->rowCount(); count > 0)
        m_verdict->tell(Banner::Kind::Warn, tr("%n difference(s) to resolve.", nullptr, count));
    else if (report->payments + report->refunds == 0)
        m_verdict->tell(Banner::Kind::Good,
                        tr("Everything agrees: neither side has card payments of this day."));
    else
        m_verdict->tell(Banner::Kind::Good, tr("Everything agrees."));
}

void ReconciliationDialog::tellError(const Error &error)
{
    if (isUnheard(error))
        m_verdict->tell(
            Banner::Kind::Warn,
            tr("The results are kept at the backend. You can read them when the connection is restored."));
    else if (error.code == "role-not-allowed")
        m_verdict->tell(Banner::Kind::Bad, tr("Only managers may see this."));
    else if (error.code == "not-reconciled")
        m_verdict->tell(Banner::Kind::Info,
                        notReconciledText(m_model->day(), m_today, m_health ? &*m_health : nullptr));
    else
        m_verdict->tell(Banner::Kind::Bad, sentence(error, m_house.names()));
}

const models::BookDifference *ReconciliationDialog::chosen() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->difference(index.row()) : nullptr;
}

void ReconciliationDialog::followDifference()
{
    const models::BookDifference *one = chosen();
    m_go->setEnabled(one && one->reservation);
    m_copy->setEnabled(one);
    m_what->setText(one ? differenceName(*one) : QString());
    m_advice->setText(one ? differenceAdvice(*one) : QString());
    m_order->setText(one ? tr("Order number at the provider: %1").arg(text(one->order)) : QString());
}

void ReconciliationDialog::choose()
{
    const models::BookDifference *one = chosen();
    if (!one || !one->reservation)
        return;
    const ReservationId id = *one->reservation;
    accept();
    emit reservationChosen(id);
}

void ReconciliationDialog::copyOrder()
{
    if (const models::BookDifference *one = chosen())
        QGuiApplication::clipboard()->setText(typed(one->order));
}

QString ReconciliationDialog::wordsOf(const QModelIndex &index) const
{
    const models::BookDifference &one = m_model->difference(index.row());
    switch (index.column()) {
    case ReconciliationModel::Kind:
        return differenceName(one);
    case ReconciliationModel::About:
        return one.reservation ? subjectText(*one.reservation, m_house)
                               : tr("none here", "reservation that a charge is of");
    case ReconciliationModel::Ledger:
        return ledgerText(one);
    case ReconciliationModel::Provider:
        return providerText(one);
    case ReconciliationModel::Order:
        return text(one.order);
    default:
        return {};
    }
}

} // namespace deskbell::ui
