#include "ui/board/datehead.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

#include "ui/board/boardwords.h"

namespace deskbell::ui {

namespace {

/// From so many pixels a day has its weekday over its number.
constexpr double weekdaysFrom = 26;
constexpr double everyDayFrom = 18;
constexpr double everyWeekFrom = 4.5;

QFont weighted(QFont font, QFont::Weight weight, qreal factor = 1)
{
    font.setWeight(weight);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

unsigned dayOfMonth(Date day)
{
    return static_cast<unsigned>(std::chrono::year_month_day(day).day());
}

Date nextMonth(Date day)
{
    const std::chrono::year_month_day ymd(day);
    return Date{std::chrono::local_days(ymd.year() / ymd.month() / 1 + std::chrono::months{1})};
}

} // namespace

DateHead::DateHead(const BoardScene &scene, BoardPainter &painter, QWidget *parent)
    : QWidget(parent), m_scene(scene), m_painter(painter)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
}

void DateHead::arrange(int stripHeight)
{
    const QFontMetrics metrics(font());
    m_monthHeight = metrics.height() + 6;
    const int lines = m_scene.geometry.dayWidth >= weekdaysFrom ? 2 : 1;
    m_dayHeight = lines * metrics.height() + 6;
    m_stripHeight = stripHeight;
    update();
}

void DateHead::scrollTo(int scrollX)
{
    const int dx = m_scrollX - scrollX;
    m_scrollX = scrollX;
    if (dx == 0)
        return;
    scroll(dx, 0, QRect(0, m_monthHeight, width(), height() - m_monthHeight));
    // A month's name stays at the left while any of its days is to be seen.
    update(0, 0, width(), m_monthHeight);
}

void DateHead::setOffering(models::OfferingIndex offering)
{
    if (offering == m_offering)
        return;
    m_offering = offering;
    update(0, m_monthHeight + m_dayHeight, width(), m_stripHeight);
}

void DateHead::refresh(models::OfferingIndex offering, Date from, Date to)
{
    if (offering != m_offering)
        return;
    const int left = m_scene.geometry.x(from) - m_scrollX;
    update(left, m_monthHeight + m_dayHeight, m_scene.geometry.x(to) - m_scrollX - left, m_stripHeight);
}

void DateHead::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(palette());
    for (const QRect &exposed : event->region()) {
        painter.setClipRect(exposed);
        painter.fillRect(exposed, theme.raised);
        paintMonths(painter, exposed);
        paintDays(painter, exposed);
        const QRect strip(exposed.left(), m_monthHeight + m_dayHeight, exposed.width(), m_stripHeight - 1);
        painter.fillRect(QRect(exposed.left(), strip.top(), exposed.width(), 1), theme.border);
        if (m_offering != models::noOffering && exposed.bottom() >= strip.top())
            m_painter.paintAvailability(painter, m_scene, theme, m_offering, strip.adjusted(0, 1, 0, 0),
                                        m_scrollX);
        painter.fillRect(QRect(exposed.left(), height() - 1, exposed.width(), 1), theme.borderStrong);
    }
}

void DateHead::paintMonths(QPainter &painter, const QRect &exposed)
{
    if (exposed.top() >= m_monthHeight)
        return;
    const Theme &theme = Theme::of(palette());
    const BoardGeometry &geometry = m_scene.geometry;
    painter.setFont(weighted(font(), QFont::DemiBold));
    const QFontMetrics metrics(painter.font());
    Date day = geometry.dayAt(m_scrollX);
    const Date end = geometry.dayAt(m_scrollX + width() - 1) + Days{1};
    // All months alike: if one has to be short, each is.
    const int inMonth = static_cast<int>(28 * geometry.dayWidth) - 14;
    const auto fits = [&](const auto &name) {
        for (Date month = day; month < end; month = nextMonth(month)) {
            if (metrics.horizontalAdvance(name(month)) > inMonth)
                return false;
        }
        return true;
    };
    const bool isLong = fits(monthText);
    const bool hasYear = isLong || fits([](Date month) { return shortMonthText(month, true); });
    while (day < end) {
        const Date next = nextMonth(day);
        const int left = std::max(geometry.x(day) - m_scrollX, 0);
        const int right = std::min(geometry.x(next) - m_scrollX, width());
        if (dayOfMonth(day) == 1)
            painter.fillRect(QRect(geometry.x(day) - m_scrollX, 0, 1, m_monthHeight), theme.gridStrong);
        const int room = right - left - 12;
        QString text = isLong ? monthText(day) : shortMonthText(day, hasYear);
        if (metrics.horizontalAdvance(text) > room)
            text = shortMonthText(day, false);
        if (metrics.horizontalAdvance(text) <= room) {
            painter.setPen(theme.text);
            painter.drawText(QRect(left + 8, 0, room + 4, m_monthHeight), Qt::AlignVCenter | Qt::AlignLeft,
                             text);
        }
        day = next;
    }
}

void DateHead::paintDays(QPainter &painter, const QRect &exposed)
{
    if (exposed.bottom() < m_monthHeight || exposed.top() >= m_monthHeight + m_dayHeight)
        return;
    const BoardGeometry &geometry = m_scene.geometry;
    // A label may reach beyond its column.
    constexpr int reach = 40;
    const Date from = geometry.dayAt(exposed.left() + m_scrollX - reach);
    const Date to = geometry.dayAt(exposed.right() + m_scrollX + reach) + Days{1};
    for (Date day = from; day < to; day += Days{1}) {
        const int left = geometry.x(day) - m_scrollX;
        paintDay(painter, day,
                 QRect(left, m_monthHeight, geometry.x(day + Days{1}) - m_scrollX - left, m_dayHeight));
    }
}

void DateHead::paintDay(QPainter &painter, Date day, const QRect &cell)
{
    const Theme &theme = Theme::of(palette());
    const double width = m_scene.geometry.dayWidth;
    const std::chrono::weekday weekday(day);
    const bool isWeekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    const bool isToday = day == m_scene.book.businessDate();
    const bool isWeekStart = weekday == std::chrono::Monday;
    const bool isLabelled = width >= everyDayFrom || isToday || (width >= everyWeekFrom && isWeekStart);
    if (dayOfMonth(day) == 1)
        painter.fillRect(QRect(cell.left(), cell.top(), 1, cell.height()), theme.gridStrong);
    else if (width >= everyDayFrom || isWeekStart)
        painter.fillRect(QRect(cell.left(), width >= everyDayFrom ? cell.top() + 4 : cell.bottom() - 4, 1,
                               width >= everyDayFrom ? cell.height() - 8 : 5),
                         theme.border);
    if (!isLabelled)
        return;
    const QString number = QString::number(dayOfMonth(day));
    const QFont numberFont = weighted(font(), isToday ? QFont::Bold : QFont::Normal);
    const QFontMetrics metrics(numberFont);
    const int lineHeight = metrics.height();
    QRect box = cell;
    if (width >= weekdaysFrom) {
        painter.setFont(weighted(font(), QFont::Normal, 0.88));
        painter.setPen(isWeekend ? theme.accent : theme.textMuted);
        painter.drawText(QRect(cell.left(), cell.top() + 2, cell.width(), lineHeight), Qt::AlignCenter,
                         weekdayText(day));
        box = QRect(cell.left(), cell.top() + 1 + lineHeight, cell.width(), lineHeight + 2);
    } else if (width < everyDayFrom) {
        // Wider than its column: from the column's edge, like a ruler's.
        box = QRect(cell.left() + 3, cell.top(), metrics.horizontalAdvance(number) + 8, cell.height());
    }
    painter.setFont(numberFont);
    if (isToday) {
        const int high = lineHeight;
        const int wide = std::max(metrics.horizontalAdvance(number) + 10, high);
        const QRectF pill(box.center().x() - wide / 2.0 + 0.5, box.center().y() - high / 2.0 + 0.5, wide,
                          high);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawRoundedRect(pill, high / 2.0, high / 2.0);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    painter.setPen(isToday ? theme.accentText : isWeekend ? theme.accent : theme.text);
    painter.drawText(box, Qt::AlignCenter, number);
}

void DateHead::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit dayPressed(m_scene.geometry.dayAt(event->position().toPoint().x() + m_scrollX));
}

bool DateHead::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Date day = m_scene.geometry.dayAt(help->pos().x() + m_scrollX);
        const bool isStrip =
            help->pos().y() >= m_monthHeight + m_dayHeight && m_offering != models::noOffering;
        QToolTip::showText(help->globalPos(),
                           isStrip ? availabilityText(m_scene, m_offering, day) : dayName(day), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace deskbell::ui
