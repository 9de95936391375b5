// push.to_paint: somebody changes a reservation that another desk has on its board and in its panel;
// one change at a time, each of the guest's name, which is what a bar says. deskbelld is a process of
// its own, the changing desk speaks the wire in a thread of its own, the watching desk is the whole
// program (data thread, cache on disk, main window of 1600×900) in this process, so that its paints
// can be seen. push.to_paint begins when the backend's storage had the change for good, by its log;
// push.to_paint.asked before the request, with sign-in check, decision and commit. A sample counts
// when the window's pixels are others than before and those that the new name gives.

#include <QApplication>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QEvent>
#include <QEventLoop>
#include <QImage>
#include <QPaintEvent>
#include <QScreen>
#include <QThread>
#include <QTimer>

#include <future>
#include <random>

#include "app/keychain.h"
#include "app/program.h"
#include "benchmarks/figures.h"
#include "benchmarks/largehouse.h"
#include "e2e/support/backendview.h"
#include "e2e/support/front.h"
#include "e2e/support/hands.h"
#include "ui/board/board.h"
#include "ui/window/mainwindow.h"

using namespace deskbell;

namespace {

constexpr int changes = 240;
constexpr int changesPerPlace = 20;

/// When the board painted a bar after the guest's new name had come into the book.
class PaintWatch : public QObject
{
public:
    PaintWatch(models::Book &book, ui::Board &board) : m_book(book), m_board(board)
    {
        board.viewport()->installEventFilter(this);
        connect(&book, &models::Book::changed, this, [this] {
            const models::StayHandle stay = m_book.find(m_awaited);
            m_hasCome = m_hasCome || (stay != models::noStay && m_book.guest(m_book.at(stay)) == m_name);
        });
    }
    void await(const ReservationId &id, const QString &name)
    {
        m_awaited = id;
        m_name = name;
        m_hasCome = false;
        m_paintedAt.reset();
    }
    const std::optional<double> &paintedAt() const { return m_paintedAt; }
    /// In the event loop, as the program waits.
    bool wait(int timeoutMs)
    {
        const QDeadlineTimer deadline(timeoutMs);
        QTimer::singleShot(timeoutMs, &m_waiting, &QEventLoop::quit);
        while (!m_paintedAt && !deadline.hasExpired())
            m_waiting.exec();
        return m_paintedAt.has_value();
    }
    /// The visible part of the bar, in the viewport.
    QRect bar() const
    {
        const models::StayHandle stay = m_book.find(m_awaited);
        const auto bar = stay == models::noStay ? std::nullopt : m_board.scene().barOf(stay);
        return bar ? m_board.toViewport(bar->rect).intersected(m_board.viewport()->rect()) : QRect();
    }
    /// Its pixels as the window has them on the screen.
    QImage shown() const
    {
        QWidget *window = m_board.window();
        const QRect rect = bar();
        const QPoint at = m_board.viewport()->mapTo(window, rect.topLeft());
        return window->screen()
            ->grabWindow(window->winId(), at.x(), at.y(), rect.width(), rect.height())
            .toImage()
            .convertToFormat(QImage::Format_RGB32);
    }
    /// … and as they should be.
    QImage due() const
    {
        return m_board.viewport()->grab(bar()).toImage().convertToFormat(QImage::Format_RGB32);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isAwaited = watched == m_board.viewport() && event->type() == QEvent::Paint && m_hasCome &&
                               !m_paintedAt && static_cast<QPaintEvent *>(event)->region().intersects(bar());
        if (isAwaited) // its turn comes when the window has been painted and handed over
            QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
        return false;
    }
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::User && !m_paintedAt) {
            m_paintedAt = bench::secondsNow();
            m_waiting.quit();
        }
        return QObject::event(event);
    }

private:
    models::Book &m_book;
    ui::Board &m_board;
    QEventLoop m_waiting;
    ReservationId m_awaited;
    QString m_name;
    bool m_hasCome = false;
    std::optional<double> m_paintedAt;
};

/// The desk that makes the changes, in a thread of its own: its work is not the watching desk's.
class OtherDesk
{
public:
    explicit OtherDesk(const QUrl &server)
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
        inside([&] { m_view = std::make_unique<e2e::BackendView>(server); }).wait();
    }
    ~OtherDesk()
    {
        inside([this] { m_view.reset(); }).wait();
        m_thread.quit();
        m_thread.wait();
    }
    bool signIn()
    {
        return inside([this] {
                   return m_view->signIn(QLatin1String(bench::LargeHouse::manager),
                                         QLatin1String(bench::LargeHouse::password));
               })
            .get();
    }
    Command command(const CommandArgs &args, Date businessDate)
    {
        return inside([&] { return m_view->command(args, businessDate); }).get();
    }
    /// Whether it was applied, in time.
    std::future<bool> send(const Command &command)
    {
        return inside([this, command] {
            const auto result = m_view->send(command);
            return result && std::holds_alternative<protocol::Applied>(result->outcome);
        });
    }

private:
    template <typename Call>
    auto inside(Call call) -> std::future<decltype(call())>
    {
        auto task = std::make_shared<std::packaged_task<decltype(call())()>>(std::move(call));
        QMetaObject::invokeMethod(
            &m_context, [task] { (*task)(); }, Qt::QueuedConnection);
        return task->get_future();
    }

    QThread m_thread;
    QObject m_context;
    std::unique_ptr<e2e::BackendView> m_view;
};

/// Nobody does anything for so long; the watching desk is at its ease.
void rest(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Guests who are in the house, in rooms far from each other.
std::vector<ReservationId> places(const models::Book &book)
{
    const auto inHouse = book.lane(models::QueueLane::InHouse);
    std::vector<ReservationId> chosen;
    const std::size_t wanted = changes / changesPerPlace;
    for (std::size_t i = 0; i < wanted && !inHouse.empty(); ++i)
        chosen.push_back(book.at(inHouse[i * inHouse.size() / wanted]).id);
    return chosen;
}

/// When the storage had the command for good, in seconds since 1970, to the microsecond.
std::optional<double> committedAt(e2e::Program &backend, const CommandId &id)
{
    const QString pattern = QStringLiteral("\"command\":\"%1\"[^\\n]*\"committed\":\"([^\"]+)Z\"")
                                .arg(QString::fromStdString(toString(id)));
    if (!backend.waitForLine(pattern, 5'000))
        return std::nullopt;
    const QStringList parts = backend.captured().split(u'.');
    const QDateTime second = QDateTime::fromString(parts.first() + u'Z', Qt::ISODate);
    return static_cast<double>(second.toSecsSinceEpoch()) + (QStringLiteral("0.") + parts.last()).toDouble();
}

struct Samples
{
    std::vector<double> fromCommit;
    std::vector<double> fromAsking;
};

/// One change, from asking to painted.
bool measureOne(bench::LargeHouse &house, OtherDesk &other, const Command &command, PaintWatch &watch,
                Samples &samples)
{
    const QImage before = watch.shown();
    const double askedAt = bench::secondsNow();
    std::future<bool> isApplied = other.send(command);
    if (!watch.wait(5'000))
        return bench::complain(QStringLiteral("a change was not painted"));
    const QImage after = watch.shown();
    if (after.isNull() || after == before || after != watch.due())
        return bench::complain(QStringLiteral("what was painted is not the change"));
    if (!isApplied.get())
        return bench::complain(QStringLiteral("a change was not applied"));
    const auto committed = committedAt(house.backend(), command.id);
    if (!committed)
        return bench::complain(QStringLiteral("the backend's log does not have a command"));
    samples.fromCommit.push_back((*watch.paintedAt() - *committed) * 1e3);
    samples.fromAsking.push_back((*watch.paintedAt() - askedAt) * 1e3);
    return true;
}

bool measure(bench::LargeHouse &house, app::Program &program, OtherDesk &other, Samples &samples)
{
    models::Book &book = program.book();
    ui::Board &board = program.window().board();
    PaintWatch watch(book, board);
    std::mt19937 random(1);
    const std::vector<ReservationId> reservations = places(book);
    for (int i = 0; i < changes; ++i) {
        const ReservationId id = reservations[static_cast<std::size_t>(i / changesPerPlace)];
        if (i % changesPerPlace == 0)
            board.reveal(id);
        rest(std::chrono::milliseconds(std::uniform_int_distribution(30, 60)(random))); // nobody types faster
        Guest guest;
        guest.name = std::to_string(i) + ". Guest";
        const Command command = other.command(EditGuest{id, guest}, book.businessDate());
        watch.await(id, QString::fromStdString(guest.name));
        if (!measureOne(house, other, command, watch, samples))
            return false;
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    bench::LargeHouse house;
    if (!house.open())
        return 1;
    app::ProgramOptions options;
    options.desk.dataDir = house.path(QStringLiteral("desk"));
    options.desk.keychain = e2e::Front::emptyKeychain();
    options.desk.resumesSession = false;
    options.language = QStringLiteral("en");
    app::Program program(application, options);
    program.window().resize(1600, 900);
    program.window().show();
    program.desk().access().signIn(house.url(), QLatin1String(bench::LargeHouse::manager),
                                   QLatin1String(bench::LargeHouse::password));
    const bool isThere = e2e::waitFor(
        [&] {
            return program.book().isComplete() && program.book().stayCount() > 0 &&
                   program.desk().frontDesk().link().phase == models::LinkPhase::Online;
        },
        120'000);
    OtherDesk other(house.url());
    if (!isThere || !other.signIn())
        return bench::complain(QStringLiteral("the desks did not come in")) ? 0 : 1;
    Samples samples;
    if (!measure(house, program, other, samples))
        return 1;
    const std::string where = std::to_string(program.book().stayCount()) +
                              " reservations on the board, Qt on " +
                              QGuiApplication::platformName().toStdString();
    bench::print("push.to_paint", "ms", samples.fromCommit, "from the commit; " + where);
    bench::print("push.to_paint.asked", "ms", samples.fromAsking, "from before the request; " + where);
    return 0;
}
