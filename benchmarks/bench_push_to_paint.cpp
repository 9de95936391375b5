// push.to_paint: somebody changes a reservation that another desk has on its board; one at a time.
// deskbelld is a process of its own, the changing desk speaks the wire, the watching desk is the whole
// program (data thread, cache on disk, main window of 1600×900) in this process, so that its paints
// can be seen. push.to_paint begins where the backend's log has the command as carried out;
// push.to_paint.asked before the request's first byte, with sign-in check, decision and commit.

#include <QApplication>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QEvent>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

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

/// When the board was painted after a change of one stay had come into the book.
class PaintWatch : public QObject
{
public:
    PaintWatch(models::Book &book, QWidget &canvas) : m_book(book), m_canvas(canvas)
    {
        canvas.installEventFilter(this);
        connect(&book, &models::Book::changed, this, [this](const models::BookDelta &delta) {
            for (const auto &change : delta.stays)
                m_hasCome = m_hasCome || m_book.at(change.stay).id == m_awaited;
        });
    }
    void await(const ReservationId &id)
    {
        m_awaited = id;
        m_hasCome = false;
        m_paintedAt.reset();
    }
    const std::optional<double> &paintedAt() const { return m_paintedAt; }
    /// Waits in the event loop as the program does: qWaitFor sleeps 10 ms between its looks.
    bool wait(int timeoutMs)
    {
        const QDeadlineTimer deadline(timeoutMs);
        QTimer::singleShot(timeoutMs, &m_waiting, &QEventLoop::quit);
        while (!m_paintedAt && !deadline.hasExpired())
            m_waiting.exec();
        return m_paintedAt.has_value();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == &m_canvas && event->type() == QEvent::Paint && m_hasCome && !m_paintedAt)
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
    QWidget &m_canvas;
    QEventLoop m_waiting;
    ReservationId m_awaited;
    bool m_hasCome = false;
    std::optional<double> m_paintedAt;
};

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

std::optional<double> committedAt(e2e::Program &backend, const CommandId &id)
{
    const QString pattern = QStringLiteral("\"ts\":\"([^\"]+)\"[^\\n]*\"command\":\"%1\"")
                                .arg(QString::fromStdString(toString(id)));
    if (!backend.waitForLine(pattern, 5'000))
        return std::nullopt;
    return static_cast<double>(
               QDateTime::fromString(backend.captured(), Qt::ISODateWithMs).toMSecsSinceEpoch()) /
           1e3;
}

struct Samples
{
    std::vector<double> fromCommit;
    std::vector<double> fromAsking;
};

bool measure(bench::LargeHouse &house, app::Program &program, e2e::BackendView &other, Samples &samples)
{
    models::Book &book = program.book();
    ui::Board &board = program.window().board();
    PaintWatch watch(book, *board.viewport());
    std::mt19937 random(1);
    const std::vector<ReservationId> reservations = places(book);
    for (int i = 0; i < changes; ++i) {
        const ReservationId id = reservations[static_cast<std::size_t>(i / changesPerPlace)];
        if (i % changesPerPlace == 0)
            board.reveal(id);
        QTest::qWait(std::uniform_int_distribution(30, 60)(random)); // nobody types faster
        const Command command =
            other.command(EditNote{id, "pushed " + std::to_string(i)}, book.businessDate());
        watch.await(id);
        const double askedAt = bench::secondsNow();
        const auto result = other.send(command);
        if (!result || !std::holds_alternative<protocol::Applied>(result->outcome))
            return bench::complain(QStringLiteral("a change was not applied"));
        if (!watch.wait(5'000))
            return bench::complain(QStringLiteral("a change was not painted"));
        const auto committed = committedAt(house.backend(), command.id);
        if (!committed)
            return bench::complain(QStringLiteral("the backend's log does not have a command"));
        samples.fromCommit.push_back((*watch.paintedAt() - *committed) * 1e3);
        samples.fromAsking.push_back((*watch.paintedAt() - askedAt) * 1e3);
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
    e2e::BackendView other(house.url());
    if (!isThere ||
        !other.signIn(QLatin1String(bench::LargeHouse::manager), QLatin1String(bench::LargeHouse::password)))
        return bench::complain(QStringLiteral("the desks did not come in")) ? 0 : 1;
    Samples samples;
    if (!measure(house, program, other, samples))
        return 1;
    const std::string all = std::to_string(program.book().stayCount()) + " reservations on the board";
    bench::print("push.to_paint", "ms", samples.fromCommit,
                 "from the backend's log line, whole ms rounded down; " + all);
    bench::print("push.to_paint.asked", "ms", samples.fromAsking, "from before the request; " + all);
    return 0;
}
