#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

#include "ui/access/firstsyncpage.h"
#include "ui/access/signinpage.h"
#include "ui/access/signoutdialog.h"
#include "ui/asker.h"
#include "ui/board/board.h"
#include "ui/format.h"
#include "ui/outbox/linkbadge.h"
#include "ui/outbox/outboxpanel.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/plaintext.h"
#include "ui/queue/queuepanel.h"
#include "ui/reservation/actions.h"
#include "ui/reservation/currentreservation.h"
#include "ui/reservation/reservationpanel.h"
#include "ui/sentences.h"
#include "ui/subject.h"
#include "ui/window/confirmation.h"
#include "ui/window/notebar.h"
#include "ui/window/searchfield.h"
#include "ui/window/topbar.h"

namespace deskbell::ui {

namespace {
/// Below this the queue and the panel together leave the board too little to keep an empty panel open.
constexpr int narrowWidth = 1180;
/// A full-HD screen at twice the size, with a task bar and the window's own frame.
constexpr QSize smallestWindow{900, 460};
/// A week beside the rooms' names.
constexpr int middleWidth = 380;
} // namespace

MainWindow::MainWindow(const Ports &ports, QWidget *parent)
    : QMainWindow(parent), m_ports(ports), m_house(ports.book),
      m_clock([] { return Instant{std::chrono::milliseconds{QDateTime::currentMSecsSinceEpoch()}}; }),
      m_texts(new TextKeeper(this)), m_asker(new Asker(ports.desk, this)),
      m_current(new CurrentReservation(ports.desk, this)),
      m_actions(new ReservationActions(m_house, *m_asker, *m_current, ports.terminal, this)),
      m_pages(new QStackedWidget(this)), m_signIn(new SignInPage(ports.access, this)),
      m_firstSync(new FirstSyncPage(ports.desk, this))
{
    PlainTextGuard::install(*qApp);
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(programIcon());
    setMinimumSize(smallestWindow);
    resize(1440, 860);
    buildActions();
    m_work = buildWork();
    auto *center = new QWidget(this);
    auto *column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pages, 1);
    m_pages->addWidget(m_signIn);
    m_pages->addWidget(m_firstSync);
    m_pages->addWidget(m_work);
    m_notes = new NoteBar(center);
    m_notes->setOver(m_middle);
    setCentralWidget(center);
    buildMenus();
    connectParts();
    m_texts->keep([this] { say(); });
    followAccess();
    followLink();
    followBook();
}

MainWindow::~MainWindow()
{
    // The parts read the house and the actions while they go.
    delete takeCentralWidget();
}

QWidget *MainWindow::buildWork()
{
    auto *work = new QWidget(this);
    auto *column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_top = new TopBar(
        m_ports.desk, m_house,
        {m_acts.earlier, m_acts.today, m_acts.later, m_acts.zoomOut, m_acts.zoomIn, m_actions->newAction()},
        work);
    column->addWidget(m_top);
    m_splitter = new QSplitter(Qt::Horizontal, work);
    m_splitter->setObjectName(QStringLiteral("workSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_queue = new QueuePanel(m_ports.book, m_house, *m_actions, m_splitter);
    m_side = new QStackedWidget(m_splitter);
    m_side->setObjectName(QStringLiteral("side"));
    m_panel = new ReservationPanel(m_house, *m_current, *m_actions, m_side);
    m_outbox = new OutboxPanel(m_house, *m_asker, m_side);
    m_side->addWidget(m_panel);
    m_side->addWidget(m_outbox);
    m_splitter->addWidget(m_queue);
    QWidget *middle = buildMiddle();
    middle->setMinimumWidth(middleWidth);
    m_splitter->addWidget(middle);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setSizes({300, 800, 340});
    column->addWidget(m_splitter, 1);
    column->addWidget(buildFoot());
    return work;
}

QWidget *MainWindow::buildFoot()
{
    auto *foot = new QFrame(this);
    foot->setObjectName(QStringLiteral("foot"));
    foot->setProperty("role", QStringLiteral("foot"));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(space::s, space::xs, space::m, space::xs);
    m_link = new LinkBadge(m_ports.desk, foot);
    m_confirmation = new Confirmation(m_ports.desk, m_house, foot);
    row->addWidget(m_link);
    row->addSpacing(space::s);
    row->addWidget(m_confirmation, 1);
    return foot;
}

void MainWindow::connectParts()
{
    connect(&m_ports.access, &models::DeskAccess::stateChanged, this, &MainWindow::followAccess);
    connect(&m_ports.access, &models::DeskAccess::failed, this, [this](const Error &error) {
        if (m_ports.access.state().isSignedIn)
            m_notes->tellRefusal([this, error] { return sentence(error, m_house.names()); });
    });
    connect(&m_ports.desk, &models::FrontDesk::linkChanged, this, &MainWindow::followLink);
    connect(&m_ports.book, &models::Book::propertyChanged, this, &MainWindow::followBook);
    connect(&m_ports.book, &models::Book::wasReset, this, &MainWindow::followBook);
    connect(&m_ports.book, &models::Book::completed, this, &MainWindow::followBook);
    connect(&m_ports.book, &models::Book::structureChanged, this, &MainWindow::followBook);
    connect(&m_ports.book, &models::Book::changed, this, [this] {
        if (!m_expected.isNull() && m_expected == m_current->id() && m_house.row(m_expected))
            showReservation(m_expected);
        else
            retarget();
    });
    connect(m_current, &CurrentReservation::changed, this, &MainWindow::retarget);
    connect(m_current, &CurrentReservation::switched, this, &MainWindow::retarget);
    connect(m_asker, &Asker::refused, this, [this](const CommandArgs &args, const Error &error) {
        m_notes->tellRefusal([this, args, error] {
            return tr("%1: %2", "what was asked: why not")
                .arg(askedText(args, m_house), sentence(error, m_house.names(args)));
        });
    });
    connect(m_queue, &QueuePanel::chosenChanged, this, &MainWindow::chooseFromQueue);
    connect(m_queue, &QueuePanel::activated, this, [this](const ReservationId &id) {
        showReservation(id);
        focusPart(m_panel);
    });
    connect(m_top->search(), &SearchField::chosen, this, [this](const models::StayRow &row) {
        showReservation(row.id);
        m_middlePages->currentWidget()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_top, &TopBar::dateChosen, this, &MainWindow::goTo);
    connect(m_top, &TopBar::spanChosen, this, [this](int days) { m_board->showDays(days); });
    connect(m_actions, &ReservationActions::made, this, &MainWindow::showReservation);
    connect(m_signIn, &SignInPage::languageAsked, this, [this] {
        emit languageChosen(m_acts.korean->isChecked() ? QStringLiteral("en") : QStringLiteral("ko"));
    });
    connectBoard();
    connectOfferings();
    connectOutbox();
}

void MainWindow::connectOutbox()
{
    connect(m_link, &QPushButton::clicked, this, &MainWindow::showOutbox);
    connect(m_outbox, &OutboxPanel::closed, this, [this] {
        showOutbox(false);
        m_link->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_ports.book, &models::Book::changed, m_outbox, &OutboxPanel::followStock);
    connect(&m_ports.book, &models::Book::completed, m_outbox, &OutboxPanel::followStock);
    connect(m_outbox, &OutboxPanel::showAsked, this, &MainWindow::showReservation);
    connect(m_outbox, &OutboxPanel::newAsked, this,
            [this](const MakeReservation &wanted, const CommandId &supersedes) {
                m_actions->makeNew({wanted.offering, wanted.stay, wanted.wish, wanted, supersedes});
            });
    connect(m_outbox, &OutboxPanel::moveAsked, this,
            [this](const MoveReservation &wanted, const CommandId &supersedes) {
                m_actions->moveAgain(wanted, supersedes);
            });
    connect(m_outbox, &OutboxPanel::reconciliationAsked, this, [this](Date day) { openReconciliation(day); });
    connect(m_outbox, &OutboxPanel::setUpAsked, this, &MainWindow::setUpAgain);
    connect(m_outbox, &OutboxPanel::paymentAsked, this, [this](const ReservationId &id) {
        showReservation(id);
        m_current->whenHere(id, [this] {
            retarget();
            m_actions->action(typeOf<TakePayment>())->trigger();
        });
    });
}

void MainWindow::showReservation(const ReservationId &id)
{
    m_current->show(id);
    m_queue->follow(id);
    revealInMiddle(id);
    // A reservation just taken is known by its id before its row is in the book.
    m_expected = id.isNull() || m_house.row(id) ? ReservationId{} : id;
    if (!id.isNull())
        showOutbox(false);
    retarget();
}

void MainWindow::chooseFromQueue()
{
    const auto rows = m_queue->chosen();
    if (rows.empty()) {
        retarget();
        return;
    }
    showOutbox(false);
    m_current->show(rows.front().id);
    revealInMiddle(rows.front().id);
    retarget();
}

void MainWindow::retarget()
{
    auto rows = m_queue->chosen();
    const ReservationId &id = m_current->id();
    if (rows.size() <= 1 || rows.front().id != id) {
        rows.clear();
        if (const auto row = id.isNull() ? std::nullopt : m_house.row(id))
            rows.push_back(*row);
        else if (const auto &detail = m_current->detail()) {
            // Found by a search outside of the window of dates.
            Actor actor = m_ports.desk.actor();
            actor.confirmsOwn = m_house.property().clerksConfirm;
            rows.push_back(models::stayRow(detail->seen, static_cast<int>(detail->waiting.size()),
                                           detail->conflict.has_value(), actor,
                                           m_house.property().businessDate));
        }
    }
    m_acts.guestData->setEnabled(!rows.empty() && m_ports.desk.actor().role >= Role::Manager);
    m_actions->setTargets(std::move(rows));
    makeRoom();
}

void MainWindow::followAccess()
{
    const models::AccessState &state = m_ports.access.state();
    const bool isWorking = state.isSignedIn;
    const bool hasBook = !m_ports.book.isEmpty() || m_ports.desk.link().phase == models::LinkPhase::Online;
    QWidget *page = !isWorking ? static_cast<QWidget *>(m_signIn)
                    : hasBook  ? m_work
                               : static_cast<QWidget *>(m_firstSync);
    if (m_pages->currentWidget() != page) {
        m_pages->setCurrentWidget(page);
        if (page == m_signIn)
            m_signIn->takeFocus();
        else if (page == m_work)
            m_board->setFocus(Qt::OtherFocusReason);
    }
    const bool isAtWork = page == m_work;
    for (QAction *action : m_all)
        action->setEnabled(isAtWork || action == m_acts.quit || action == m_acts.shortcuts ||
                           action == m_acts.about || action == m_acts.light || action == m_acts.dark ||
                           action == m_acts.korean || action == m_acts.english ||
                           (action == m_acts.signOut && isWorking));
    followUndoable();
    m_actions->newAction()->setEnabled(isAtWork);
    followOfferings();
    if (!isWorking) {
        m_current->show({});
        m_actions->setTargets({});
    }
    const QString role = isWorking ? roleName(m_ports.desk.actor().role) : QString();
    const QString name = isWorking ? text(m_ports.desk.actor().name) : QString();
    m_top->setUser(name.isEmpty() ? state.userName : name, role);
}

void MainWindow::followLink()
{
    const models::LinkState &link = m_ports.desk.link();
    std::vector<Error> notes = link.notes;
    if (m_ports.access.state().isSignedIn && m_ports.access.state().isSessionOnly)
        notes.push_back(Error{"keychain-missing", {}});
    m_notes->setNotes(notes, m_house.names());
    m_acts.reconnect->setEnabled(m_ports.access.state().isSignedIn &&
                                 link.phase == models::LinkPhase::Offline);
    if (m_board)
        lookAtBoard();
    followAccess();
}

void MainWindow::followBook()
{
    m_top->showProperty();
    m_panel->sayEmpty();
    m_link->setZone(m_house.names().zone);
    followAccess();
    retarget();
    const Property &property = m_house.property();
    setWindowTitle(property.id.isNull()
                       ? QStringLiteral("Deskbell")
                       : titleText(QStringLiteral("%1 – Deskbell").arg(text(property.name))));
}

void MainWindow::showOutbox(bool isShown)
{
    m_side->setCurrentWidget(isShown ? static_cast<QWidget *>(m_outbox) : m_panel);
    m_link->setChecked(isShown);
    m_acts.showOutbox->setChecked(isShown);
    makeRoom();
    if (isShown) {
        m_acts.showPanel->setChecked(true);
        if (!m_outbox->focusCard())
            focusPart(m_outbox);
    }
}

void MainWindow::askSignOut()
{
    const int waiting = m_ports.desk.link().waiting;
    auto *dialog = new SignOutDialog(waiting, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, waiting] { m_ports.access.signOut(waiting > 0); });
    dialog->open();
}

void MainWindow::restore(QSettings &settings)
{
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray())) {
        // The first time: most of the screen, for the board's sake.
        const QSize screen = this->screen()->availableSize();
        resize(QSize(1760, 1020).boundedTo(screen * 0.95));
    }
    m_splitter->restoreState(settings.value(QStringLiteral("window/splitter")).toByteArray());
    const int days = settings.value(QStringLiteral("board/days"), 14).toInt();
    m_board->showDays(std::clamp(days, 3, 400));
}

void MainWindow::keep(QSettings &settings) const
{
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/splitter"), m_splitter->saveState());
    settings.setValue(QStringLiteral("board/days"), m_board->daysShown());
}

void MainWindow::setClock(std::function<Instant()> clock)
{
    m_clock = clock;
    m_outbox->setClock(std::move(clock));
}

void MainWindow::setClickClock(ClickGuard::Clock clock)
{
    m_outbox->guard().setClock(clock);
    m_actions->guard().setClock(std::move(clock));
}

bool MainWindow::takesClicks() const
{
    return m_actions->guard().takesClicks() && m_outbox->guard().takesClicks();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // What waits is on disk and is sent at the next start: nothing to ask.
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    makeRoom();
}

void MainWindow::makeRoom()
{
    const bool isPanelOfUse =
        width() >= narrowWidth || !m_current->id().isNull() || m_side->currentWidget() == m_outbox;
    // Only when that changes: what the person has opened or closed since stays so.
    if (std::exchange(m_wasPanelOfUse, isPanelOfUse) == isPanelOfUse)
        return;
    m_acts.showPanel->setChecked(isPanelOfUse);
    // What was chosen stays in sight when the board has become narrower.
    if (!m_current->id().isNull())
        QMetaObject::invokeMethod(
            this, [this] { m_board->reveal(m_current->id()); }, Qt::QueuedConnection);
}

} // namespace deskbell::ui
