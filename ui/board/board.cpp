#include "ui/board/board.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/board/boardaccess.h"
#include "ui/board/boardwords.h"
#include "ui/board/datehead.h"
#include "ui/board/roomhead.h"

namespace deskbell::ui {

using models::BookDelta;
using models::noStay;
using models::StayHandle;

namespace {

constexpr std::array zoomSteps{3.0, 4.0, 6.0, 10.0, 16.0, 24.0, 32.0, 40.0, 56.0, 80.0, 120.0, 180.0};
/// Days before the business date that a fresh board shows.
constexpr Days lead{2};
/// How far the board reaches from the business date at most, whatever is in the book.
constexpr Days farthestBack{730};
constexpr Days farthestAhead{1100};

} // namespace

Board::Board(const models::Book &book, QWidget *parent)
    : QAbstractScrollArea(parent), m_scene(book), m_head(new DateHead(m_scene, m_painter, this)),
      m_rooms(new RoomHead(m_scene, this)), m_corner(new BoardCorner(m_scene, this))
{
    BoardAccess::install();
    setObjectName(QStringLiteral("board"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Board"));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    connect(&book, &models::Book::wasReset, this, &Board::takeReset);
    connect(&book, &models::Book::structureChanged, this, &Board::arrangeAll);
    connect(&book, &models::Book::propertyChanged, this, &Board::arrangeAll);
    connect(&book, &models::Book::changed, this, &Board::takeDelta);
    connect(m_head, &DateHead::dayPressed, this, [this](Date day) {
        setFocus(Qt::MouseFocusReason);
        setCursor({m_scene.cursor.row, day, 1});
    });
    connect(m_rooms, &RoomHead::headPressed, this, &Board::toggleFold);
    connect(m_rooms, &RoomHead::linesPressed, this, &Board::toggleLines);
    connect(m_corner, &BoardCorner::headPressed, this, &Board::toggleFold);
    arrangeAll();
}

Board::~Board() = default;

int Board::contentTop() const
{
    // The first head is always the one on the strip above.
    return m_scene.rows.isEmpty() ? 0 : m_heights.head;
}

QRect Board::visibleContent() const
{
    return QRect(toContent({0, 0}), viewport()->size());
}

QPoint Board::toContent(const QPoint &inViewport) const
{
    return inViewport + QPoint(horizontalScrollBar()->value(), verticalScrollBar()->value() + contentTop());
}

QRect Board::toViewport(const QRect &inContent) const
{
    return inContent.translated(-toContent({0, 0}));
}

void Board::arrangeAll()
{
    const QFontMetrics metrics(font());
    // Korean fonts are tall: their line height already has the air that others need.
    m_heights.unit = std::max(26, metrics.height() + 8);
    m_heights.line = m_heights.unit;
    m_heights.head = m_heights.unit + 2;
    m_painter.setFont(font());
    arrangeDays();
    arrangeRows();
    arrangeHeads();
    place();
}

void Board::arrangeDays()
{
    const Date today = m_scene.book.businessDate();
    const Stay extent = m_scene.book.extent();
    const bool isKnown = extent.arrival != extent.departure;
    Date first = today - Days{60};
    Date end = today + Days{400};
    if (isKnown) {
        first = std::clamp(std::min(first, extent.arrival - Days{7}), today - farthestBack, today);
        end = std::clamp(std::max(end, extent.departure + Days{14}), today, today + farthestAhead);
    }
    if (m_scene.loaded) { // there is always a month more to look at, which brings it
        first = std::max(std::min(first, m_scene.loaded->from - Days{31}), today - farthestBack);
        end = std::min(std::max(end, m_scene.loaded->to + Days{31}), today + farthestAhead);
    }
    if (m_asked) {
        first = std::min(first, *m_asked - Days{31});
        end = std::max(end, *m_asked + Days{62});
    }
    const Date shown = m_scene.geometry.dayAt(horizontalScrollBar()->value());
    const bool isOther = first != m_scene.geometry.first || (end - first).count() != m_scene.geometry.days;
    m_scene.geometry.first = first;
    m_scene.geometry.days = static_cast<int>((end - first).count());
    arrangeBars();
    if (isOther && m_isPlaced)
        scrollToDay(shown);
}

void Board::arrangeRows()
{
    // What stands at the top stays there, whatever comes or goes above it.
    const int top = m_scene.rows.isEmpty() ? -1 : m_scene.rows.rowAt(toContent({0, 0}).y());
    std::optional<BoardRow> anchor;
    if (top >= 0 && top < m_scene.rows.count())
        anchor = m_scene.rows.at(top);
    const int below = anchor ? toContent({0, 0}).y() - anchor->y : 0;
    std::optional<BoardRow> cursorRow;
    if (m_scene.cursor.row < m_scene.rows.count())
        cursorRow = m_scene.rows.at(m_scene.cursor.row);

    m_scene.rows.arrange(m_scene.book, m_scene.folding, m_heights);
    arrangeBars();
    const auto found = [this](const BoardRow &row) {
        if (row.kind == BoardRow::Kind::Unit && m_scene.rows.rowOf(row.unit) >= 0)
            return m_scene.rows.rowOf(row.unit);
        if (const int line = m_scene.rows.rowOfLine(row.offering, row.line);
            row.kind == BoardRow::Kind::Line && line >= 0)
            return line;
        return m_scene.rows.headOf(row.offering);
    };
    if (anchor && verticalScrollBar()->value() > 0) {
        if (const int row = found(*anchor); row >= 0)
            verticalScrollBar()->setValue(m_scene.rows.at(row).y + below - contentTop());
    }
    if (cursorRow)
        m_scene.cursor.row = std::clamp(found(*cursorRow), 0, std::max(m_scene.rows.count() - 1, 0));
    m_rooms->scrollTo(toContent({0, 0}).y());
    followOffering();
    m_rooms->update();
    viewport()->update();
}

void Board::arrangeHeads()
{
    m_head->arrange(m_heights.head);
    const int left = m_rooms->fittingWidth();
    const int top = m_head->fullHeight();
    setViewportMargins(left, top, 0, 0);
    const QRect body = viewport()->geometry();
    m_corner->setGeometry(body.left() - left, body.top() - top, left, top);
    m_head->setGeometry(body.left(), body.top() - top, body.width(), top);
    m_rooms->setGeometry(body.left() - left, body.top(), left, body.height());
    followOffering();
    arrangeBars();
}

void Board::arrangeBars()
{
    const QSize page = viewport()->size();
    const int high = m_scene.rows.height() - contentTop();
    horizontalScrollBar()->setPageStep(page.width());
    horizontalScrollBar()->setSingleStep(std::max(static_cast<int>(m_scene.geometry.dayWidth), 8));
    horizontalScrollBar()->setRange(0, std::max(m_scene.geometry.width() - page.width(), 0));
    verticalScrollBar()->setPageStep(page.height());
    verticalScrollBar()->setSingleStep(m_heights.unit);
    verticalScrollBar()->setRange(0, std::max(high - page.height(), 0));
}

void Board::place()
{
    // Once: when it is known which day it is, and there is a size to place it in. A new house has no rows
    // yet.
    if (m_isPlaced || m_scene.book.property().version == 0 || viewport()->width() < 50)
        return;
    m_isPlaced = true;
    goToToday();
    m_scene.cursor = {std::max(0, std::min(1, m_scene.rows.count() - 1)), m_scene.book.businessDate(), 1};
}

void Board::followOffering()
{
    models::OfferingIndex offering = models::noOffering;
    if (!m_scene.rows.isEmpty()) {
        const int row =
            std::clamp(m_scene.rows.rowAt(verticalScrollBar()->value()), 0, m_scene.rows.count() - 1);
        offering = m_scene.rows.at(row).offering;
    }
    m_head->setOffering(offering);
    m_corner->setOffering(offering, m_heights.head);
}

void Board::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrangeHeads();
    if (m_fitDays > 0) {
        const Date shown = firstDay();
        m_scene.geometry.dayWidth = BoardGeometry::widthFitting(m_fitDays, viewport()->width());
        m_painter.forget();
        arrangeHeads();
        scrollToDay(shown);
        viewport()->update();
        m_head->update();
    }
    place();
    emit viewChanged();
}

void Board::scrollContentsBy(int dx, int dy)
{
    viewport()->scroll(dx, dy);
    m_scene.visibleLeft = horizontalScrollBar()->value();
    if (dx != 0) {
        // Names that stay in sight are drawn where they stand now, and not where they were shifted to.
        if (m_scene.geometry.dayWidth >= namesFrom)
            viewport()->update(0, 0, stickyReach + std::max(dx, 0), viewport()->height());
        m_head->scrollTo(horizontalScrollBar()->value());
        emit viewChanged();
    }
    if (dy != 0) {
        m_rooms->scrollTo(toContent({0, 0}).y());
        followOffering();
    }
    emit barsChanged();
}

void Board::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Theme &theme = Theme::of(palette());
    const QPoint origin = toContent({0, 0});
    painter.translate(-origin);
    for (const QRect &exposed : event->region()) {
        const QRect content = exposed.translated(origin);
        painter.setClipRect(content);
        m_painter.paint(painter, m_scene, theme, content);
    }
}

void Board::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        setAccessibleName(tr("Board"));
        arrangeAll();
        m_corner->update();
        emit barsChanged();
        break;
    default:
        break;
    }
}

// Zoom and days

Date Board::firstDay() const
{
    const int left = horizontalScrollBar()->value();
    const Date day = m_scene.geometry.dayAt(left);
    return m_scene.geometry.x(day) + 1 < left ? day + Days{1} : day;
}

int Board::daysShown() const
{
    return m_fitDays > 0 ? m_fitDays : std::max(1, m_scene.geometry.daysIn(viewport()->width()));
}

void Board::scrollToDay(Date day)
{
    horizontalScrollBar()->setValue(m_scene.geometry.x(day));
}

void Board::setZoom(double dayWidth, int anchor)
{
    const double width = BoardGeometry::bounded(dayWidth);
    if (std::abs(width - m_scene.geometry.dayWidth) < 1e-9)
        return;
    const double days = (horizontalScrollBar()->value() + anchor) / m_scene.geometry.dayWidth;
    m_scene.geometry.dayWidth = width;
    m_painter.forget();
    arrangeHeads();
    horizontalScrollBar()->setValue(static_cast<int>(std::lround(days * width)) - anchor);
    m_head->scrollTo(horizontalScrollBar()->value());
    m_head->update();
    viewport()->update();
    emit viewChanged();
    emit barsChanged();
}

void Board::setDayWidth(double pixels)
{
    m_fitDays = 0;
    setZoom(pixels, 0);
}

void Board::showDays(int days)
{
    m_fitDays = std::clamp(days, 3, 400);
    setZoom(BoardGeometry::widthFitting(m_fitDays, viewport()->width()), 0);
}

void Board::zoomIn()
{
    const auto next = std::upper_bound(zoomSteps.begin(), zoomSteps.end(), m_scene.geometry.dayWidth + 0.01);
    m_fitDays = 0;
    if (next != zoomSteps.end())
        setZoom(*next, 0);
}

void Board::zoomOut()
{
    const auto next = std::lower_bound(zoomSteps.begin(), zoomSteps.end(), m_scene.geometry.dayWidth - 0.01);
    m_fitDays = 0;
    if (next != zoomSteps.begin())
        setZoom(*std::prev(next), 0);
}

void Board::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        const double steps = event->angleDelta().y() / 120.0;
        m_fitDays = 0;
        setZoom(m_scene.geometry.dayWidth * std::pow(1.2, steps), qRound(event->position().x()));
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void Board::goTo(Date day)
{
    const Date today = m_scene.book.businessDate();
    if (day < m_scene.geometry.first || day + Days{daysShown()} > m_scene.geometry.end()) {
        m_asked = std::clamp(day, today - farthestBack, today + farthestAhead);
        arrangeAll();
    }
    scrollToDay(day);
}

void Board::setLoaded(const std::optional<Window> &loaded)
{
    if (loaded == m_scene.loaded)
        return;
    m_scene.loaded = loaded;
    arrangeAll();
    m_head->update();
    viewport()->update();
}

void Board::goToToday()
{
    scrollToDay(m_scene.book.businessDate() - (daysShown() > 6 ? lead : Days{1}));
    setCursor({m_scene.cursor.row, m_scene.book.businessDate(), 1});
}

void Board::ensureVisible(const QRect &content)
{
    const QRect shown = visibleContent();
    const auto nearest = [](QScrollBar *bar, int from, int to, int shownFrom, int shownTo) {
        if (from < shownFrom || to - from > shownTo - shownFrom)
            bar->setValue(bar->value() + from - shownFrom);
        else if (to > shownTo)
            bar->setValue(bar->value() + to - shownTo);
    };
    nearest(horizontalScrollBar(), content.left() - 8, content.right() + 8, shown.left(), shown.right());
    nearest(verticalScrollBar(), content.top() - 2, content.bottom() + 2, shown.top(), shown.bottom());
}

// The book

void Board::takeReset()
{
    cancelGesture();
    m_scene.selected = m_scene.hovered = noStay;
    m_isPlaced = false;
    m_painter.forget();
    arrangeAll();
}

void Board::takeDelta(const BookDelta &delta)
{
    // A handle may stand for another reservation by now: the id does not.
    const StayHandle selected = m_selectedId.isNull() ? noStay : m_scene.book.find(m_selectedId);
    const bool isLost = m_scene.selected != noStay && selected == noStay;
    m_scene.selected = selected;
    if (m_scene.hovered != noStay && !m_scene.book.at(m_scene.hovered).isLive)
        m_scene.hovered = noStay;
    if (m_scene.ghost && m_scene.ghost->stay != noStay && !m_scene.book.at(m_scene.ghost->stay).isLive)
        cancelGesture();

    if (delta.isEverything) {
        arrangeAll();
        m_head->update();
    } else {
        if (delta.isDepthChanged) {
            arrangeRows();
        }
        for (const auto &touched : delta.units)
            updateRow(m_scene.rows.rowOf(touched.row), touched.from, touched.to);
        for (const auto &touched : delta.unassigned) {
            const auto [first, last] = m_scene.rows.linesOf(touched.row);
            for (int row = first; row >= 0 && row <= last; ++row)
                updateRow(row, touched.from, touched.to);
            m_rooms->update();
        }
        for (const auto &touched : delta.availability) {
            updateRow(m_scene.rows.headOf(touched.row), touched.from, touched.to);
            m_head->refresh(touched.row, touched.from, touched.to);
        }
    }
    if (isLost) {
        m_selectedId = {};
        emit selectionChanged(std::nullopt);
    }
    emit barsChanged();
}

void Board::updateRow(int row, Date from, Date to)
{
    if (row < 0)
        return;
    const BoardRow &at = m_scene.rows.at(row);
    // A bar ends at noon of the day after its last night; outlines lie one pixel outside.
    const int left = m_scene.geometry.x(from) - 2;
    const int right = m_scene.geometry.x(to + Days{1}) + 2;
    updateContent(QRect(left, at.y, right - left, at.height));
}

void Board::updateContent(const QRect &content)
{
    const QRect rect = toViewport(content).intersected(viewport()->rect());
    if (!rect.isEmpty())
        viewport()->update(rect);
}

void Board::updateBar(StayHandle stay)
{
    if (stay == noStay)
        return;
    if (const auto bar = m_scene.barOf(stay))
        updateContent(bar->rect.adjusted(-3, -3, 3, 3));
}

} // namespace deskbell::ui
