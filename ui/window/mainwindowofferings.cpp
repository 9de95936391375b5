// The middle of the main window: the rooms' board, and the performances and titles behind a tab where
// there are some; what sets them up, who did what, and how the books compare.

#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/access/passworddialog.h"
#include "ui/access/sessionsdialog.h"
#include "ui/asker.h"
#include "ui/audit/auditdialog.h"
#include "ui/audit/reconciliationdialog.h"
#include "ui/board/board.h"
#include "ui/day/closedaydialog.h"
#include "ui/day/propertydialog.h"
#include "ui/format.h"
#include "ui/offering/offeringdialog.h"
#include "ui/offering/offeringspage.h"
#include "ui/offering/setupdialog.h"
#include "ui/offering/unitdialog.h"
#include "ui/parts/textkeeper.h"
#include "ui/queue/queuepanel.h"
#include "ui/reservation/actions.h"
#include "ui/reservation/currentreservation.h"
#include "ui/reservation/guestdatadialog.h"
#include "ui/window/emptyhouse.h"
#include "ui/window/mainwindow.h"
#include "ui/window/topbar.h"

namespace deskbell::ui {

QWidget *MainWindow::buildMiddle()
{
    m_middle = new QWidget(m_splitter);
    auto *column = new QVBoxLayout(m_middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs = new QTabBar(m_middle);
    m_tabs->setObjectName(QStringLiteral("middleTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    m_middlePages = new QStackedWidget(m_middle);
    m_board = new Board(m_ports.book, m_middlePages);
    m_offerings = new OfferingsPage(m_ports.book, m_house, *m_actions, m_middlePages);
    m_middlePages->addWidget(m_board);
    m_middlePages->addWidget(m_offerings);
    m_offerings->setFocusProxy(m_offerings->findChild<QWidget *>(QStringLiteral("offeringTable")));
    column->addWidget(m_tabs);
    column->addWidget(m_middlePages, 1);
    m_empty = new EmptyHouse(m_middle); // not the board's child, which has rows only for who cannot see
    m_empty->raise();
    m_texts->keep([this] {
        m_tabs->setAccessibleName(tr("Main view"));
        m_tabs->setTabText(0, tr("Rooms"));
        m_tabs->setTabText(1, tr("Performances and titles"));
    });
    return m_middle;
}

void MainWindow::connectOfferings()
{
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) { showOfferings(index == 1); });
    connect(m_offerings, &OfferingsPage::countChanged, this, &MainWindow::followOfferings);
    connect(&m_ports.book, &models::Book::structureChanged, this, &MainWindow::followOfferings);
    connect(m_offerings, &OfferingsPage::chosen, this, [this](const ReservationId &id) {
        if (id == m_current->id())
            return;
        m_current->show(id);
        m_queue->follow(id);
        showOutbox(false);
        retarget();
    });
    connect(m_offerings, &OfferingsPage::activated, this, [this](const ReservationId &id) {
        showReservation(id);
        m_acts.showPanel->setChecked(true);
        focusPart(m_side);
    });
    connect(m_offerings, &OfferingsPage::reserveAsked, this, [this](const OfferingId &offering) {
        m_actions->makeNew({offering, {}, {}, {}, {}});
    });
    connect(m_offerings, &OfferingsPage::changeAsked, this, &MainWindow::openOffering);
    connect(m_offerings, &OfferingsPage::performanceAsked, this, [this] { openOffering({}); });
    connect(m_empty, &EmptyHouse::setUpAsked, this, &MainWindow::openSetUp);
    connect(&m_ports.book, &models::Book::completed, this, &MainWindow::followOfferings);
    followOfferings();
}

void MainWindow::followOfferings()
{
    if (!m_offerings)
        return;
    bool hasRooms = false;
    for (const models::OfferingIndex index : m_ports.book.offerings())
        hasRooms |= m_ports.book.offering(index).workflow.slotKind == SlotKind::PerNight;
    const bool hasOthers = m_offerings->isNeeded();
    m_tabs->setVisible(hasRooms && hasOthers);
    m_top->showDays(hasRooms || !hasOthers);
    // A theatre has no board, a hotel mostly nothing else. While all is fetched anew nothing is known, and
    // the page stays that a person looks at.
    if (hasRooms && !hasOthers)
        showOfferings(false);
    else if (hasOthers && !hasRooms)
        showOfferings(true);
    const bool isAtWork = m_pages->currentWidget() == m_work;
    m_acts.showOfferings->setEnabled(isAtWork && hasRooms && hasOthers);
    const bool maySetUp = isAtWork && mayDo(m_ports.desk.actor().role, typeOf<PutOffering>());
    m_acts.setUp->setEnabled(maySetUp);
    m_offerings->setMaySetUp(maySetUp);
    const bool isManager = isAtWork && m_ports.desk.actor().role >= Role::Manager;
    m_acts.audit->setEnabled(isManager);
    m_acts.reconciliation->setEnabled(isManager);
    m_acts.guestData->setEnabled(isManager && !m_current->id().isNull());
    m_acts.closeDay->setEnabled(isAtWork && mayDo(m_ports.desk.actor().role, typeOf<AdvanceBusinessDate>()));
    m_acts.property->setEnabled(isAtWork && mayDo(m_ports.desk.actor().role, typeOf<PutProperty>()));
    m_acts.walkIn->setEnabled(isAtWork && hasRooms);
    m_empty->setMaySetUp(mayDo(m_ports.desk.actor().role, typeOf<PutUnit>()));
    m_empty->setVisible(isAtWork && m_ports.book.isComplete() && m_ports.book.offerings().empty());
    m_acts.password->setEnabled(isAtWork);
    m_acts.sessions->setEnabled(isAtWork);
}

void MainWindow::showOfferings(bool isShown)
{
    m_middlePages->setCurrentIndex(isShown ? 1 : 0);
    m_tabs->setCurrentIndex(isShown ? 1 : 0);
    m_acts.showOfferings->setChecked(isShown);
}

void MainWindow::revealInMiddle(const ReservationId &id)
{
    m_board->reveal(id);
    m_offerings->follow(id);
    const models::StayHandle stay = id.isNull() ? models::noStay : m_ports.book.find(id);
    if (stay == models::noStay)
        return;
    const Offering &offering = m_ports.book.offering(m_ports.book.at(stay).offering);
    showOfferings(offering.workflow.slotKind == SlotKind::Once);
}

void MainWindow::openSetUp()
{
    auto *dialog = new SetUpDialog(m_ports.book, m_house, *m_asker, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openOffering(const OfferingId &id)
{
    OfferingDialog::Subject subject;
    subject.known = m_house.offering(id);
    subject.kind = subject.known ? kindOf(subject.known->workflow) : OfferingKind::Performance;
    subject.taken = mostTaken(m_ports.book, id);
    auto *dialog = new OfferingDialog(m_house, *m_asker, subject, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::setUpAgain(const CommandArgs &wanted, const CommandId &supersedes)
{
    QDialog *dialog = nullptr;
    if (const auto *put = std::get_if<PutOffering>(&wanted)) {
        OfferingDialog::Subject subject;
        subject.known = m_house.offering(put->offering);
        subject.kind = subject.known ? kindOf(subject.known->workflow) : m_house.kindOf(wanted);
        subject.taken = mostTaken(m_ports.book, put->offering);
        subject.from = *put;
        subject.supersedes = supersedes;
        dialog = new OfferingDialog(m_house, *m_asker, subject, this);
    } else if (const auto *unit = std::get_if<PutUnit>(&wanted)) {
        if (const auto offering = m_house.offering(unit->offering))
            dialog = new UnitDialog(m_house, *m_asker, *offering, {std::nullopt, *unit, supersedes}, this);
    }
    if (!dialog)
        return;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openAudit()
{
    const ReservationId &id = m_current->id();
    auto *dialog =
        new AuditDialog(m_house, m_ports.desk, id.isNull() ? std::nullopt : std::optional(id), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openGuestData()
{
    m_current->whenHere(m_current->id(), [this] {
        auto *dialog = new GuestDataDialog(m_house, *m_asker, m_current->detail()->seen, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void MainWindow::openCloseDay()
{
    auto *dialog = new CloseDayDialog(m_ports.book, m_house, *m_asker, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CloseDayDialog::laneChosen, this, [this](models::QueueLane lane) {
        m_acts.showQueue->setChecked(true);
        m_queue->showLane(lane);
    });
    connect(dialog, &CloseDayDialog::outboxChosen, this, [this] { showOutbox(true); });
    dialog->open();
}

void MainWindow::openProperty()
{
    auto *dialog = new PropertyDialog(m_house, *m_asker, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openPassword()
{
    auto *dialog = new PasswordDialog(m_house, m_ports.desk, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openSessions()
{
    auto *dialog = new SessionsDialog(m_house, m_ports.desk, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openReconciliation(const std::optional<Date> &day)
{
    const Date today = domainDate(qDateTime(m_clock(), m_house.names().zone).date());
    auto *dialog =
        new ReconciliationDialog(m_house, m_ports.desk, day.value_or(today - Days{1}), today, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReconciliationDialog::reservationChosen, this, &MainWindow::showReservation);
    dialog->open();
}

} // namespace deskbell::ui
