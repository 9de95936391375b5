// The dates that a desk keeps, against the real backend: they go on with the business date and reach
// where a clerk looks.

#include <QTest>

#include "e2e/support/town.h"
#include "e2e/support/wishes.h"
#include "ui/board/board.h"
#include "ui/window/mainwindow.h"

using namespace deskbell;
using namespace deskbell::e2e;

class tst_Dates : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theDatesGoOnWithTheBusinessDate();
    void whereTheBoardIsScrolledIsFetched();

private:
    const std::optional<Window> &loaded() const { return m_site->front->desk().link().loaded; }
    bool advance();
    /// A wish for nights so many days after the business date.
    std::optional<ReservationId> ask(int days);

    std::unique_ptr<Town> m_town;
    std::unique_ptr<BackendView> m_view;
    Town::DeskSite *m_site = nullptr;
    std::optional<Truth> m_truth;
    std::optional<Vacancy> m_vacancy;
    Date m_today{};
};

void tst_Dates::init()
{
    m_town = std::make_unique<Town>();
    QVERIFY2(m_town->build(), qPrintable(m_town->house().why()));
    m_view = m_town->house().view(House::manager);
    QVERIFY(m_view);
    m_truth = m_view->truth();
    QVERIFY(m_truth);
    m_vacancy = emptyNights(*m_truth, 2);
    QVERIFY(m_vacancy);
    m_today = m_truth->property.businessDate;
    m_site = &m_town->addDesk();
    QVERIFY(m_site->front->signIn(House::clerk));
    QTRY_VERIFY(m_site->front->seen().isOnline());
}

void tst_Dates::cleanup()
{
    m_view.reset();
    m_town.reset();
}

bool tst_Dates::advance()
{
    const auto moved = m_view->send(m_view->command(AdvanceBusinessDate{m_today + Days{1}}, m_today));
    m_today += Days{1};
    return moved && std::holds_alternative<protocol::Applied>(moved->outcome);
}

std::optional<ReservationId> tst_Dates::ask(int days)
{
    Vacancy far = *m_vacancy;
    far.stay = {m_today + Days{days}, m_today + Days{days + 2}};
    const MakeReservation wanted = wish(*m_truth, far, "Far Guest", makeUuidV7(systemNow(), systemBits));
    const auto made = m_view->send(m_view->command(wanted, m_today));
    if (!made || !std::holds_alternative<protocol::Applied>(made->outcome))
        return std::nullopt;
    return wanted.reservation;
}

void tst_Dates::theDatesGoOnWithTheBusinessDate()
{
    QTRY_VERIFY(loaded() == (Window{m_today - Days{7}, m_today + Days{400}}));
    const auto far = ask(401);
    QVERIFY(far);
    for (int day = 0; day < 3; ++day)
        QVERIFY(advance());
    QTRY_VERIFY_WITH_TIMEOUT(loaded() == (Window{m_today - Days{7}, m_today + Days{400}}), 20'000);
    QTRY_VERIFY(m_site->front->seen().stay(*far));
    QTRY_VERIFY(m_site->front->seen().isOnline());
    QTRY_COMPARE(m_site->front->seen().differencesFrom(*m_view), QStringList());
    // And what happens there from now on is heard of.
    const auto later = ask(399);
    QVERIFY(later);
    QTRY_VERIFY(m_site->front->seen().stay(*later));
}

void tst_Dates::whereTheBoardIsScrolledIsFetched()
{
    const auto far = ask(500);
    QVERIFY(far);
    Front &front = *m_site->front;
    front.close();
    front.useWindow();
    front.open(false);
    QVERIFY(front.signIn(House::clerk));
    QVERIFY(front.waitForBoard());
    QTRY_VERIFY(front.seen().isOnline());
    ui::Board &board = front.window().board();
    board.goTo(m_today + Days{480});
    QTRY_VERIFY_WITH_TIMEOUT(m_site->front->seen().stay(*far), 20'000);
    QTRY_VERIFY(board.scene().isLoaded(m_today + Days{490}));
    QTRY_COMPARE(m_site->front->seen().differencesFrom(*m_view), QStringList());
}

QTEST_MAIN(tst_Dates)
#include "tst_dates.moc"
