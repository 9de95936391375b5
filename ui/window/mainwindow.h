#pragma once

// MainWindow: the desk as a person sees it: the sign-in, the first fetch, and the work itself with
// the board in the middle, the queue on the left, the reservation (or the outbox) on the right and
// the link at the foot. Puts the parts together and carries what is chosen in one to the others.
// Owned by main(); UI thread.

#include <QMainWindow>

#include <functional>
#include <memory>

#include "models/book.h"
#include "models/cardterminal.h"
#include "models/deskaccess.h"
#include "models/frontdesk.h"
#include "ui/bookhouse.h"
#include "ui/parts/clickguard.h"
#include "ui/theme.h"

class QActionGroup;
class QSettings;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace deskbell::ui {

class Asker;
class Board;
class Confirmation;
class CurrentReservation;
class EmptyHouse;
class FirstSyncPage;
class LinkBadge;
class NoteBar;
class OfferingsPage;
class OutboxPanel;
class QueuePanel;
class ReservationActions;
class ReservationPanel;
class SignInPage;
class TextKeeper;
class TopBar;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    struct Ports
    {
        models::FrontDesk &desk;
        models::DeskAccess &access;
        models::CardTerminal &terminal;
        models::Book &book; ///< fed by whoever owns it
    };
    explicit MainWindow(const Ports &ports, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Geometry, splitters, what the board showed. Without a store nothing is kept.
    void restore(QSettings &settings);
    void keep(QSettings &settings) const;
    /// Ticked in the menus.
    void setLanguage(const QString &tag);
    void setScheme(Scheme scheme);
    /// The time ages are told by; the system's unless given.
    void setClock(std::function<Instant()> clock);
    /// By which clicks are told from the second half of a double-click; a steady one unless given.
    void setClickClock(ClickGuard::Clock clock);
    /// The buttons have stood still for long enough to be meant.
    bool takesClicks() const;
    Board &board() const { return *m_board; }
    QueuePanel &queue() const { return *m_queue; }
    SignInPage &signInPage() const { return *m_signIn; }

    /// The performances and titles in the middle instead of the board; only where there are some.
    void showOfferings(bool isShown);

    /// Shows one reservation in all parts.
    void showReservation(const ReservationId &id);
    void showOutbox(bool isShown);

signals:
    void languageChosen(const QString &tag);
    void schemeChosen(deskbell::ui::Scheme scheme);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    // mainwindow.cpp
    QWidget *buildWork();
    QWidget *buildFoot();
    void connectParts();
    void connectBoard();
    void connectOutbox();
    void followAccess();
    void followLink();
    void followBook();
    void retarget();
    /// A narrow window shows the panel only while there is something in it.
    void makeRoom();
    void chooseFromQueue();
    void askSignOut();
    // mainwindowofferings.cpp
    QWidget *buildMiddle();
    void connectOfferings();
    void followOfferings();
    void revealInMiddle(const ReservationId &id);
    void openSetUp();
    void openOffering(const OfferingId &known);
    /// For a card's choice: the dialog, filled with what was asked for.
    void setUpAgain(const CommandArgs &wanted, const CommandId &supersedes);
    void openAudit();
    void openGuestData();
    void openCloseDay();
    void openProperty();
    /// Of yesterday, by the property's clocks, unless a day is given.
    void openReconciliation(const std::optional<Date> &day = {});
    void openPassword();
    void openSessions();
    // mainwindowboard.cpp
    void showBoardMenu(const QPoint &global);
    /// Tells the board which dates are known, and asks for those it shows that are not.
    void lookAtBoard();
    // mainwindowmenus.cpp
    void buildActions();
    void buildBoardActions();
    void buildPartActions();
    void buildProgramActions();
    void buildMenus();
    void buildViewMenu();
    void buildUserMenu();
    void say();
    void sayMenus();
    void followUndoable();
    QAction *addAct(const char *name, const char *icon, const QKeySequence &keys, std::function<void()> act);
    void showShortcuts();
    void showAbout();
    void goTo(Date date);
    void focusPart(QWidget *part);

    Ports m_ports;
    BookHouse m_house;
    std::function<Instant()> m_clock;
    TextKeeper *m_texts;
    Asker *m_asker;
    CurrentReservation *m_current;
    ReservationActions *m_actions;
    QStackedWidget *m_pages;
    SignInPage *m_signIn;
    FirstSyncPage *m_firstSync;
    QWidget *m_work = nullptr;
    TopBar *m_top = nullptr;
    NoteBar *m_notes = nullptr;
    QSplitter *m_splitter = nullptr;
    QueuePanel *m_queue = nullptr;
    EmptyHouse *m_empty = nullptr; ///< before the board
    Board *m_board = nullptr;
    QWidget *m_middle = nullptr;
    QTabBar *m_tabs = nullptr; ///< board, offerings; hidden where there is one of them only
    QStackedWidget *m_middlePages = nullptr;
    OfferingsPage *m_offerings = nullptr;
    QStackedWidget *m_side = nullptr;
    ReservationPanel *m_panel = nullptr;
    OutboxPanel *m_outbox = nullptr;
    LinkBadge *m_link = nullptr;
    Confirmation *m_confirmation = nullptr;
    bool m_wasPanelOfUse = true;
    ReservationId m_expected{}; ///< shown before its row has come

    struct Acts
    {
        QAction *earlier, *today, *later, *dateJump, *zoomIn, *zoomOut;
        QAction *showQueue, *showPanel, *showOutbox, *reconnect;
        QAction *search, *filter, *focusBoard;
        QAction *walkIn, *undo, *closeDay, *property;
        QAction *showOfferings, *setUp, *audit, *guestData, *reconciliation, *password, *sessions;
        QAction *signOut, *quit, *shortcuts, *about;
        QAction *light, *dark, *korean, *english;
    } m_acts{};
    QActionGroup *m_schemes = nullptr;
    QActionGroup *m_languages = nullptr;
    QList<QMenu *> m_menus;
    QMenu *m_userMenu = nullptr;
    QList<QAction *> m_all;
};

} // namespace deskbell::ui
