// bench_board [NAME ...]: the board's work on a workload's house (DESKBELL_WORKLOAD) in a window of 1600x900:
// first paint, frames while scrolling, a jump, and one change. What is measured is the work of the UI
// thread until the finished picture is in the backing store; `note` says on which platform.

#include <QApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <QScrollBar>

#include <cstdio>
#include <functional>
#include <random>

#include "benchmarks/figures.h"
#include "benchmarks/workload.h"
#include "ui/board/board.h"
#include "ui/theme.h"

using namespace deskbell;

namespace {

constexpr int pixelsPerSecond = 2000;
constexpr int framesPerSecond = 60;
constexpr int step = pixelsPerSecond / framesPerSecond;

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Counts what is really painted: a figure without it would be about nothing.
struct PaintCounter : QObject
{
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
    int count = 0;
};

/// Lets everything that is due be painted into the backing store.
void paintAll()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
}

struct Bench
{
    models::ChangeSet house;
    QStringList names;
    std::string platform;

    bool wants(const char *name) const
    {
        return names.isEmpty() || std::any_of(names.begin(), names.end(), [name](const QString &wanted) {
                   return QLatin1String(name).startsWith(wanted);
               });
    }
    std::string note(const std::string &what) const
    {
        return what + "; " + std::to_string(house.stays.size()) + " reservations, " +
               std::to_string(house.units.size()) + " rooms; platform " + platform;
    }
};

struct Window
{
    explicit Window(const Bench &bench) : board(book)
    {
        book.apply(bench.house);
        board.resize(1600, 900);
        board.show();
        board.setDayWidth(40);
        board.goToToday();
        paintAll();
        board.viewport()->installEventFilter(&painted);
    }
    models::Book book;
    ui::Board board;
    PaintCounter painted;
};

/// Says so when a picture was not painted for a sample.
void checkPainted(const char *name, int pictures, std::size_t samples)
{
    if (static_cast<std::size_t>(pictures) < samples)
        std::fprintf(stderr, "%s: only %d of %zu pictures were painted\n", name, pictures, samples);
}

void firstPaint(const Bench &bench)
{
    std::vector<double> samples;
    for (int i = 0; i < 15; ++i) {
        models::Book book;
        ui::Board board(book);
        board.resize(1600, 900);
        board.show();
        board.setDayWidth(40);
        paintAll();
        samples.push_back(milliseconds([&] {
            book.apply(bench.house);
            paintAll();
        }));
    }
    bench::print("board.first_paint", "ms", samples,
                 bench.note("rows handed over, indexed and painted, 40 px a day"));
}

/// There and back again along a scroll bar, one step a frame.
void scrollAlong(QScrollBar *bar, int frames, std::vector<double> &samples)
{
    int direction = 1;
    for (int i = 0; i < frames; ++i) {
        const int before = bar->value();
        samples.push_back(milliseconds([&] {
            bar->setValue(before + direction * step);
            paintAll();
        }));
        if (bar->value() == before) {
            samples.pop_back();
            direction = -direction;
        }
    }
}

void frames(const Bench &bench, const char *name, bool isYear)
{
    Window window(bench);
    if (isYear)
        window.board.showDays(365);
    window.board.verticalScrollBar()->setValue(window.board.verticalScrollBar()->maximum() / 3);
    // Over the year that has stays, from its first day on.
    window.board.goTo(window.book.extent().arrival);
    paintAll();
    std::vector<double> samples;
    scrollAlong(window.board.horizontalScrollBar(), 400, samples);
    window.board.goTo(window.book.extent().arrival + Days{isYear ? 0 : 60});
    paintAll();
    scrollAlong(window.board.verticalScrollBar(), 400, samples);
    checkPainted(name, window.painted.count, samples.size());
    bench::print(name, "ms", samples,
                 bench.note("2,000 px/s at 60 frames/s, 400 frames sideways and 400 up and down, every bar "
                            "of a frame drawn in it"));
}

void jump(const Bench &bench)
{
    Window window(bench);
    std::vector<double> samples;
    int direction = 1;
    for (int i = 0; i < 60; ++i) {
        QScrollBar *across = window.board.horizontalScrollBar();
        QScrollBar *down = window.board.verticalScrollBar();
        const int rowHeight = window.board.scene().rows.at(1).height;
        samples.push_back(milliseconds([&] {
            across->setValue(across->value() + direction * 30 * 40);
            down->setValue(down->value() + 20 * rowHeight);
            paintAll();
        }));
        if (i % 4 == 3)
            direction = -direction;
    }
    checkPainted("board.jump", window.painted.count, samples.size());
    bench::print("board.jump", "ms", samples, bench.note("30 days and 20 rooms away, 40 px a day"));
}

void change(const Bench &bench)
{
    Window window(bench);
    std::vector<models::StayHandle> shown;
    const QRect content = window.board.visibleContent();
    const auto &scene = window.board.scene();
    for (int row = 0; row < scene.rows.count() && scene.rows.at(row).y < content.bottom(); ++row) {
        for (const ui::Bar &bar : scene.bars(row, content.left(), content.right()))
            shown.push_back(bar.stay);
    }
    std::mt19937 dice(1);
    std::vector<double> applied;
    std::vector<double> painted;
    for (int i = 0; i < 500 && !shown.empty(); ++i) {
        models::ChangeSet one;
        one.stays = {window.book.row(shown[dice() % shown.size()])};
        models::StayRow &row = one.stays.front();
        row.state = i % 2 ? ReservationState::Confirmed : ReservationState::InHouse;
        row.stay.departure = std::max(row.stay.arrival + Days{1}, row.stay.departure + Days{i % 3 - 1});
        const double before = milliseconds([&] { window.book.apply(one); });
        applied.push_back(before);
        painted.push_back(before + milliseconds(paintAll));
    }
    checkPainted("board.change", window.painted.count, painted.size());
    bench::print("board.change", "ms", painted,
                 bench.note("one reservation of the picture changed, until it is painted"));
    bench::print("board.change.apply", "ms", applied,
                 bench.note("the part of board.change before the painting"));
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    ui::applyTheme(application, ui::Scheme::Light);
    const QString folder = qEnvironmentVariable("DESKBELL_WORKLOAD");
    Bench bench;
    for (int i = 1; i < argc; ++i)
        bench.names << QString::fromLocal8Bit(argv[i]);
    if (folder.isEmpty()) {
        std::fprintf(stderr, "usage: DESKBELL_WORKLOAD=DIR bench_board [NAME ...]\n");
        return 2;
    }
    bench.house = bench::loadWorkload(folder);
    if (bench.house.stays.empty())
        return 1;
    bench.platform = QGuiApplication::platformName().toStdString();
    if (bench.wants("board.first_paint"))
        firstPaint(bench);
    if (bench.wants("board.frame.month"))
        frames(bench, "board.frame.month", false);
    if (bench.wants("board.frame.year"))
        frames(bench, "board.frame.year", true);
    if (bench.wants("board.jump"))
        jump(bench);
    if (bench.wants("board.change"))
        change(bench);
    return 0;
}
