// The main window's actions and menus: what there is to do, by mouse and by key.

#include <QActionGroup>
#include <QApplication>
#include <QDateEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QTabBar>

#include "ui/access/signinpage.h"
#include "ui/asker.h"
#include "ui/board/board.h"
#include "ui/format.h"
#include "ui/outbox/outboxpanel.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/queue/queuepanel.h"
#include "ui/reservation/actions.h"
#include "ui/reservation/reservationpanel.h"
#include "ui/subject.h"
#include "ui/window/aboutdialog.h"
#include "ui/window/mainwindow.h"
#include "ui/window/searchfield.h"
#include "ui/window/shortcutdialog.h"
#include "ui/window/topbar.h"

namespace deskbell::ui {

namespace {
/// Text of a menu, words without its mnemonic for buttons, and the tip with its keys.
void sayAction(QAction *action, const QString &menuText)
{
    // Korean puts the letter behind the word: "오늘(&T)".
    static const QRegularExpression letter(QStringLiteral("\\(&.\\)"));
    QString plain = menuText;
    plain.remove(letter).remove(QLatin1Char('&')).remove(QStringLiteral("…"));
    action->setText(menuText);
    action->setIconText(plain);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? plain : QStringLiteral("%1 (%2)").arg(plain, keys));
}

QKeySequence key(const char *keys)
{
    return QKeySequence(QLatin1String(keys));
}
} // namespace

QAction *MainWindow::addAct(const char *name, const char *iconName, const QKeySequence &keys,
                            std::function<void()> act)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    if (*iconName)
        action->setIcon(icon(iconName));
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(act));
    addAction(action);
    m_all.append(action);
    return action;
}

void MainWindow::buildActions()
{
    buildBoardActions();
    buildPartActions();
    buildProgramActions();
    m_schemes = new QActionGroup(this);
    m_languages = new QActionGroup(this);
    m_acts.light = addAct("actionLight", "", {}, [this] { emit schemeChosen(Scheme::Light); });
    m_acts.dark = addAct("actionDark", "", {}, [this] { emit schemeChosen(Scheme::Dark); });
    m_acts.korean = addAct("actionKorean", "", {}, [this] { emit languageChosen(QStringLiteral("ko")); });
    m_acts.english = addAct("actionEnglish", "", {}, [this] { emit languageChosen(QStringLiteral("en")); });
    for (QAction *action : {m_acts.light, m_acts.dark}) {
        action->setCheckable(true);
        m_schemes->addAction(action);
    }
    for (QAction *action : {m_acts.korean, m_acts.english}) {
        action->setCheckable(true);
        m_languages->addAction(action);
    }
}

void MainWindow::buildBoardActions()
{
    m_acts.earlier =
        addAct("actionEarlier", "left", key("Alt+Left"), [this] { goTo(m_board->firstDay() - Days{7}); });
    m_acts.today = addAct("actionToday", "today", key("Ctrl+Home"),
                          [this] { m_board->goTo(m_house.property().businessDate); });
    m_acts.later =
        addAct("actionLater", "right", key("Alt+Right"), [this] { goTo(m_board->firstDay() + Days{7}); });
    m_acts.dateJump = addAct("actionDateJump", "calendar", key("Ctrl+D"), [this] {
        auto *date = m_top->findChild<QDateEdit *>(QStringLiteral("dateJump"));
        date->setFocus(Qt::ShortcutFocusReason);
        date->setCurrentSection(QDateTimeEdit::DaySection);
    });
    m_acts.zoomIn = addAct("actionZoomIn", "zoom-in", key("Ctrl++"), [this] { m_board->zoomIn(); });
    m_acts.zoomIn->setShortcuts({key("Ctrl++"), key("Ctrl+=")});
    m_acts.zoomOut = addAct("actionZoomOut", "zoom-out", key("Ctrl+-"), [this] { m_board->zoomOut(); });
}

void MainWindow::buildPartActions()
{
    m_acts.search = addAct("actionSearch", "search", key("Ctrl+K"), [this] {
        m_top->search()->setFocus(Qt::ShortcutFocusReason);
        m_top->search()->selectAll();
    });
    m_acts.search->setShortcuts({key("Ctrl+K"), key("Ctrl+F")});
    m_acts.filter = addAct("actionFilter", "filter", key("Ctrl+L"), [this] {
        m_acts.showQueue->setChecked(true);
        m_queue->focusFilter();
    });
    m_acts.focusBoard = addAct("actionBoard", "", key("F6"), [this] {
        if (!m_tabs->isHidden())
            showOfferings(false);
        m_middlePages->currentWidget()->setFocus(Qt::ShortcutFocusReason);
    });
    m_acts.showOfferings = addAct("actionShowOfferings", "ticket", key("Ctrl+E"),
                                  [this] { showOfferings(m_middlePages->currentIndex() == 0); });
    m_acts.showOfferings->setCheckable(true);
    m_acts.walkIn = addAct("actionWalkIn", "key", key("Ctrl+Shift+W"), [this] {
        ReservationWish wish;
        wish.isWalkIn = true;
        m_actions->makeNew(wish);
    });
    m_acts.undo = addAct("actionUndo", "undo", QKeySequence::Undo, [this] { m_asker->undo(); });
    connect(&m_ports.desk, &models::FrontDesk::undoableChanged, this, &MainWindow::followUndoable);
    m_acts.closeDay = addAct("actionCloseDay", "calendar", key("Ctrl+Shift+D"), [this] { openCloseDay(); });
    m_acts.property = addAct("actionProperty", "list", {}, [this] { openProperty(); });
    m_acts.setUp = addAct("actionSetUp", "list", key("Ctrl+Shift+E"), [this] { openSetUp(); });
    m_acts.audit = addAct("actionAudit", "history", key("Ctrl+Shift+H"), [this] { openAudit(); });
    m_acts.guestData = addAct("actionGuestData", "user", {}, [this] { openGuestData(); });
    m_acts.reconciliation =
        addAct("actionReconciliation", "payment", key("Ctrl+Shift+B"), [this] { openReconciliation(); });
    m_acts.showQueue = addAct("actionShowQueue", "panel-left", key("F7"), [] {});
    m_acts.showPanel = addAct("actionShowPanel", "panel-right", key("F9"), [] {});
    for (QAction *action : {m_acts.showQueue, m_acts.showPanel}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
    connect(m_acts.showQueue, &QAction::toggled, this,
            [this](bool isShown) { m_queue->setVisible(isShown); });
    connect(m_acts.showPanel, &QAction::toggled, this, [this](bool isShown) { m_side->setVisible(isShown); });
    m_acts.showOutbox = addAct("actionShowOutbox", "clock", key("F8"), [this] {
        m_acts.showPanel->setChecked(true);
        showOutbox(m_side->currentWidget() != m_outbox);
    });
    m_acts.showOutbox->setCheckable(true);
}

void MainWindow::buildProgramActions()
{
    m_acts.reconnect = addAct("actionReconnect", "sync", key("F5"), [this] { m_ports.desk.reconnectNow(); });
    m_acts.password = addAct("actionPassword", "", {}, [this] { openPassword(); });
    m_acts.sessions = addAct("actionSessions", "", {}, [this] { openSessions(); });
    m_acts.signOut = addAct("actionSignOut", "sign-out", {}, [this] { askSignOut(); });
    m_acts.quit = addAct("actionQuit", "", QKeySequence::Quit, [this] { close(); });
    m_acts.quit->setMenuRole(QAction::QuitRole);
    m_acts.shortcuts = addAct("actionShortcuts", "help", key("F1"), [this] { showShortcuts(); });
    m_acts.about = addAct("actionAbout", "info", {}, [this] { showAbout(); });
    m_acts.about->setMenuRole(QAction::AboutRole);
}

void MainWindow::buildMenus()
{
    for (int i = 0; i < 4; ++i)
        m_menus.append(menuBar()->addMenu(QString()));
    QMenu *desk = m_menus[0];
    desk->addAction(m_actions->newAction());
    desk->addAction(m_acts.walkIn);
    desk->addAction(m_acts.search);
    desk->addAction(m_acts.closeDay);
    desk->addSeparator();
    desk->addAction(m_acts.setUp);
    desk->addAction(m_acts.property);
    desk->addAction(m_acts.audit);
    desk->addAction(m_acts.reconciliation);
    desk->addSeparator();
    desk->addAction(m_acts.reconnect);
    desk->addAction(m_acts.showOutbox);
    desk->addSeparator();
    desk->addAction(m_acts.password);
    desk->addAction(m_acts.sessions);
    desk->addAction(m_acts.signOut);
    desk->addAction(m_acts.quit);
    m_menus[1]->addAction(m_acts.undo);
    m_menus[1]->addSeparator();
    m_actions->fillMenu(*m_menus[1], false);
    m_menus[1]->addSeparator();
    m_menus[1]->addAction(m_acts.guestData);
    buildViewMenu();
    QMenu *help = m_menus[3];
    help->addAction(m_acts.shortcuts);
    help->addAction(m_acts.about);
    buildUserMenu();
}

void MainWindow::buildViewMenu()
{
    QMenu *view = m_menus[2];
    view->addActions({m_acts.today, m_acts.earlier, m_acts.later, m_acts.dateJump});
    view->addSeparator();
    view->addActions({m_acts.zoomIn, m_acts.zoomOut});
    view->addSeparator();
    view->addActions(
        {m_acts.showQueue, m_acts.showPanel, m_acts.focusBoard, m_acts.showOfferings, m_acts.filter});
    view->addSeparator();
    view->addActions({m_acts.light, m_acts.dark});
    view->addSeparator();
    view->addActions({m_acts.korean, m_acts.english});
}

void MainWindow::buildUserMenu()
{
    m_userMenu = new QMenu(this);
    m_userMenu->addActions({m_acts.korean, m_acts.english});
    m_userMenu->addSeparator();
    m_userMenu->addActions({m_acts.light, m_acts.dark});
    m_userMenu->addSeparator();
    m_userMenu->addActions({m_acts.password, m_acts.sessions});
    m_userMenu->addAction(m_acts.signOut);
    m_top->setUserMenu(m_userMenu);
}

void MainWindow::say()
{
    m_actions->say();
    sayAction(m_acts.earlier, tr("A week &earlier"));
    sayAction(m_acts.today, tr("&Today"));
    sayAction(m_acts.later, tr("A week &later"));
    sayAction(m_acts.dateJump, tr("Go to a &date…"));
    sayAction(m_acts.zoomIn, tr("Zoom &in"));
    sayAction(m_acts.zoomOut, tr("Zoom &out"));
    sayAction(m_acts.search, tr("&Search…"));
    sayAction(m_acts.filter, tr("&Filter the queue"));
    sayAction(m_acts.focusBoard, tr("Go to the &board"));
    sayAction(m_acts.showOfferings, tr("Performa&nces and titles"));
    sayAction(m_acts.walkIn, tr("Wal&k-in: check in now…"));
    sayAction(m_acts.closeDay, tr("C&lose the business day…"));
    sayAction(m_acts.property, tr("P&roperty…"));
    sayAction(m_acts.setUp, tr("&What can be reserved…"));
    sayAction(m_acts.audit, tr("Au&dit log…"));
    sayAction(m_acts.guestData, tr("Data &kept about the guest…"));
    sayAction(m_acts.reconciliation, tr("&Payment reconciliation…"));
    sayAction(m_acts.showQueue, tr("&Queue"));
    sayAction(m_acts.showPanel, tr("Reservation &panel"));
    sayAction(m_acts.showOutbox, tr("Connection and &outbox"));
    sayAction(m_acts.reconnect, tr("Reconnec&t now"));
    sayAction(m_acts.password, tr("&Change the password…"));
    sayAction(m_acts.sessions, tr("S&igned-in desks…"));
    sayAction(m_acts.signOut, tr("Sign o&ut…"));
    sayAction(m_acts.quit, tr("&Quit"));
    sayAction(m_acts.shortcuts, tr("&Keyboard shortcuts"));
    sayAction(m_acts.about, tr("&About Deskbell"));
    sayAction(m_acts.light, tr("Li&ght"));
    sayAction(m_acts.dark, tr("Da&rk"));
    // A language is named in itself.
    sayAction(m_acts.korean, QStringLiteral("한국어"));
    sayAction(m_acts.english, QStringLiteral("English"));
    sayMenus();
    followAccess();
    followLink();
}

void MainWindow::followUndoable()
{
    const auto &last = m_ports.desk.undoable();
    m_acts.undo->setEnabled(last && m_pages->currentWidget() == m_work);
    sayAction(
        m_acts.undo,
        last ? tr("&Undo: %1").arg(askedText(*last, m_house).replace(QLatin1Char('&'), QStringLiteral("&&")))
             : tr("&Undo"));
}

void MainWindow::sayMenus()
{
    const QString titles[] = {tr("&Desk"), tr("&Reservation"), tr("&View"), tr("&Help")};
    for (int i = 0; i < m_menus.size(); ++i)
        m_menus[i]->setTitle(titles[i]);
    menuBar()->setAccessibleName(tr("Menus"));
}

void MainWindow::setLanguage(const QString &tag)
{
    (tag == QLatin1String("ko") ? m_acts.korean : m_acts.english)->setChecked(true);
}

void MainWindow::setScheme(Scheme scheme)
{
    (scheme == Scheme::Dark ? m_acts.dark : m_acts.light)->setChecked(true);
}

void MainWindow::goTo(Date date)
{
    m_board->goTo(date);
}

void MainWindow::focusPart(QWidget *part)
{
    for (QWidget *inside : part->findChildren<QWidget *>()) {
        if (inside->focusPolicy() & Qt::TabFocus && inside->isVisible() && inside->isEnabled()) {
            inside->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void MainWindow::showShortcuts()
{
    QList<QAction *> actions{m_actions->newAction()};
    for (const CommandType type : ReservationActions::order())
        actions.append(m_actions->action(type));
    actions.append(m_all);
    auto *dialog = new ShortcutDialog(actions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace deskbell::ui
