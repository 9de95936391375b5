#include "e2e/support/clerk.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

#include "app/program.h"
#include "e2e/support/hands.h"
#include "ui/board/board.h"
#include "ui/outbox/linkbadge.h"
#include "ui/parts/parts.h"
#include "ui/queue/queuepanel.h"
#include "ui/window/mainwindow.h"

namespace deskbell::e2e {

ui::Board &Clerk::board()
{
    return m_front.window().board();
}

bool Clerk::scrollTo(const std::function<QRect()> &content)
{
    ui::Board &chart = board();
    QWidget *viewport = chart.viewport();
    // Sideways by the keys of the toolbar's buttons, a week at a time; up and down by the wheel.
    for (int guard = 0; guard < 80; ++guard) {
        const QRect wanted = chart.toViewport(content());
        if (wanted.left() < 0)
            QTest::keyClick(&chart, Qt::Key_Left, Qt::AltModifier);
        else if (wanted.left() > viewport->width() * 2 / 3)
            QTest::keyClick(&chart, Qt::Key_Right, Qt::AltModifier);
        else
            break;
        QCoreApplication::processEvents();
    }
    for (int guard = 0; guard < 400; ++guard) {
        const QRect wanted = chart.toViewport(content());
        const int below = wanted.bottom() - viewport->height() + 8;
        if (wanted.top() >= 0 && below <= 0)
            return true;
        const int notch = wanted.top() < 0 ? 120 : -120;
        const QPoint middle = viewport->rect().center();
        QWheelEvent wheel(middle, viewport->mapToGlobal(middle), {}, {0, notch}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(viewport, &wheel);
        QCoreApplication::processEvents();
    }
    return false;
}

std::optional<QPoint> Clerk::cell(const UnitId &unit, Date night)
{
    ui::Board &chart = board();
    const auto rect = [&] {
        const int row = chart.scene().rows.rowOf(chart.scene().book.find(unit));
        return row < 0 ? QRect() : chart.scene().cellRect({row, night, 1});
    };
    if (rect().isEmpty() || !scrollTo(rect))
        return std::nullopt;
    // The later half of a day's column: its night, not the morning somebody leaves.
    const QRect seen = chart.toViewport(rect());
    return QPoint(seen.left() + seen.width() * 3 / 4, seen.center().y());
}

std::optional<QPoint> Clerk::bar(const ReservationId &id)
{
    ui::Board &chart = board();
    const auto rect = [&] {
        const auto found = chart.scene().barOf(chart.scene().book.find(id));
        return found ? found->rect : QRect();
    };
    if (!waitFor([&] { return !rect().isEmpty(); }, 10'000) || !scrollTo(rect))
        return std::nullopt;
    const QRect seen = chart.toViewport(rect());
    return QPoint(std::min(seen.center().x(), chart.viewport()->width() - 4), seen.center().y());
}

std::optional<UnitId> Clerk::freeRoom(const Stay &stay, int skip)
{
    const models::Book &book = m_front.program().book();
    for (const models::OfferingIndex offering : book.offerings()) {
        if (book.freeFor(offering, stay) <= 0)
            continue;
        for (const models::UnitIndex unit : book.freeUnits(offering, stay)) {
            if (board().scene().rows.rowOf(unit) >= 0 && skip-- == 0)
                return book.unit(unit).id;
        }
    }
    return std::nullopt;
}

bool Clerk::dragNewReservation(const UnitId &unit, const Stay &stay)
{
    const auto from = cell(unit, stay.arrival);
    if (!from)
        return false;
    turnTo(m_front.window());
    // From the day of arrival to the day of departure.
    const QPoint to = *from + QPoint(static_cast<int>(board().dayWidth() * stay.nights()), 0);
    drag(board().viewport(), *from, to);
    return waitFor([] { return see(QStringLiteral("newReservationDialog")) != nullptr; }, 5'000);
}

bool Clerk::keyNewReservation(const UnitId &unit, Date night)
{
    turnTo(m_front.window());
    // The pointer puts the cell near; the keys do the rest.
    const auto near = cell(unit, night - Days{1});
    if (!near)
        return false;
    ui::Board &chart = board();
    chart.setFocus(Qt::TabFocusReason);
    QTest::mouseClick(chart.viewport(), Qt::LeftButton, Qt::NoModifier, *near);
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&chart, Qt::Key_Return);
    return waitFor([] { return see(QStringLiteral("newReservationDialog")) != nullptr; }, 5'000);
}

bool Clerk::fillGuest(const QString &name, const QString &phone)
{
    return type(QStringLiteral("guestName"), name) &&
           (phone.isEmpty() || type(QStringLiteral("guestPhone"), phone));
}

bool Clerk::accept()
{
    QWidget *dialog = QApplication::activeModalWidget();
    if (!dialog)
        return false;
    auto *button = dialog->findChild<QPushButton *>(QStringLiteral("dialogAccept"));
    return button && click(button) &&
           waitFor([&] { return QApplication::activeModalWidget() == nullptr; }, 10'000);
}

bool Clerk::clickBar(const ReservationId &id)
{
    const auto at = bar(id);
    if (!at)
        return false;
    QTest::mouseClick(board().viewport(), Qt::LeftButton, Qt::NoModifier, *at);
    return waitFor([&] { return board().selected() == id; }, 5'000);
}

bool Clerk::chooseInQueue(models::QueueLane lane, const ReservationId &id)
{
    ui::QueuePanel &queue = m_front.window().queue();
    auto *button = queue.findChild<QPushButton *>(QStringLiteral("lane%1").arg(static_cast<int>(lane)));
    turnTo(m_front.window());
    auto *list = queue.findChild<QAbstractItemView *>(QStringLiteral("queueList"));
    auto *filter = queue.findChild<QLineEdit *>(QStringLiteral("queueFilter"));
    const models::StayRow *wanted = m_front.seen().stay(id);
    if (!wanted || !list || !filter || !click(button))
        return false;
    filter->setFocus(Qt::MouseFocusReason);
    filter->clear();
    for (const QChar c : QString::fromStdString(wanted->guest)) {
        QInputMethodEvent typed;
        typed.setCommitString(QString(c));
        QApplication::sendEvent(filter, &typed);
    }
    QModelIndex row;
    const bool isThere = waitFor(
        [&] {
            for (int i = 0; i < list->model()->rowCount(); ++i) {
                row = list->model()->index(i, 0);
                if (row.data(models::IdRole).toString() == QString::fromStdString(toString(id)))
                    return true;
            }
            return false;
        },
        10'000);
    if (!isThere)
        return false;
    list->scrollTo(row);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier, list->visualRect(row).center());
    return waitFor([&] { return !queue.chosen().empty() && queue.chosen().front().id == id; }, 5'000);
}

bool Clerk::press(QWidget *button)
{
    return waitFor([this] { return m_front.window().takesClicks(); }, 5'000) && click(button);
}

bool Clerk::confirmFromQueue(const ReservationId &id)
{
    auto *confirm = m_front.window().findChild<QPushButton *>(QStringLiteral("queueConfirm"));
    return chooseInQueue(models::QueueLane::Requested, id) && press(confirm);
}

bool Clerk::openPayment()
{
    auto *button = m_front.window().findChild<QPushButton *>(QStringLiteral("actionTakePaymentButton"));
    return press(button) && waitFor([] { return see(QStringLiteral("paymentDialog")) != nullptr; }, 5'000);
}

QString Clerk::paymentWord() const
{
    const auto *banner = seeA<ui::Banner>(QStringLiteral("paymentDialogBanner"));
    return banner ? banner->told() : QString();
}

bool Clerk::writeNote(const QString &text)
{
    turnTo(m_front.window());
    board().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&board(), Qt::Key_T, Qt::ControlModifier);
    return type(QStringLiteral("noteText"), text) && accept();
}

bool Clerk::showOutbox(bool isShown)
{
    auto *badge = m_front.window().findChild<QPushButton *>(QStringLiteral("linkBadge"));
    return badge && (badge->isChecked() == isShown || click(badge)) && badge->isChecked() == isShown;
}

QString Clerk::linkWords() const
{
    const auto *badge = m_front.window().findChild<QPushButton *>(QStringLiteral("linkBadge"));
    return badge ? badge->text() : QString();
}

} // namespace deskbell::e2e
