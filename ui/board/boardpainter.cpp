#include "ui/board/boardpainter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

#include "ui/board/boardwords.h"
#include "ui/marks.h"
#include "ui/plaintext.h"
#include "ui/words.h"

namespace deskbell::ui {

using models::BookedStay;
using models::noStay;
using models::OfferingIndex;

namespace {

bool isWeekend(Date day)
{
    const unsigned weekday = std::chrono::weekday(day).c_encoding();
    return weekday == 0 || weekday == 6;
}

bool isFirstOfMonth(Date day)
{
    return std::chrono::year_month_day(day).day() == std::chrono::day{1};
}

} // namespace

bool isScarce(int free, int capacity)
{
    return free > 0 && free <= std::max(1, capacity / 10);
}

BarLook lookOf(const BookedStay &stay, const Bar &bar, double dayWidth)
{
    BarLook look;
    look.state = stay.state;
    look.isWish = bar.isWish;
    look.hasConflict = stay.hasConflict;
    look.isWaiting = stay.waiting > 0;
    // What is owed matters once the guest is there; before, the state tells what is to be paid.
    look.isOwing = stay.owed > 0 && (stay.state == ReservationState::InHouse ||
                                     stay.state == ReservationState::Departed || stay.isProviderBusy);
    look.hasNote = stay.hasNote;
    look.isDayUse = bar.nights.isDayUse();
    look.isFar = dayWidth < marksFrom;
    return look;
}

void BoardPainter::setFont(const QFont &font)
{
    m_texts.setFont(font);
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    m_boldTexts.setFont(bold);
    m_skins.clear();
}

void BoardPainter::forget()
{
    m_skins.clear();
    m_texts.clear();
    m_boldTexts.clear();
}

void BoardPainter::paint(QPainter &painter, const BoardScene &scene, const Theme &theme, const QRect &exposed)
{
    if (scene.rows.isEmpty()) {
        painter.fillRect(exposed, theme.surface);
        return;
    }
    const int first = std::clamp(scene.rows.rowAt(exposed.top()), 0, scene.rows.count() - 1);
    const int last = std::clamp(scene.rows.rowAt(exposed.bottom()), 0, scene.rows.count() - 1);
    paintGround(painter, scene, theme, exposed, first, last);
    painter.setFont(m_texts.font());
    for (int row = first; row <= last; ++row)
        paintRow(painter, scene, theme, row, exposed);
    paintOverlay(painter, scene, theme);
}

void BoardPainter::paintGround(QPainter &painter, const BoardScene &scene, const Theme &theme,
                               const QRect &exposed, int firstRow, int lastRow)
{
    const BoardGeometry &geometry = scene.geometry;
    painter.fillRect(exposed, theme.surface);
    const int bottom = std::min(exposed.bottom() + 1, scene.rows.height());
    const int height = bottom - exposed.top();
    const Date from = geometry.dayAt(exposed.left());
    const Date to = geometry.dayAt(exposed.right()) + Days{1};
    const bool hasDays = geometry.dayWidth >= 8;
    for (Date day = from; day < to; day += Days{1}) {
        const int left = geometry.x(day);
        const QRect column(left, exposed.top(), geometry.x(day + Days{1}) - left, height);
        if (!scene.isLoaded(day))
            painter.fillRect(column, theme.window);
        if (!scene.isLoaded(day))
            painter.fillRect(column, QBrush(theme.border, Qt::BDiagPattern));
        else if (day == scene.book.businessDate())
            painter.fillRect(column, theme.today);
        else if (isWeekend(day))
            painter.fillRect(column, theme.weekend);
        if (isFirstOfMonth(day))
            painter.fillRect(QRect(left, exposed.top(), 1, height), theme.gridStrong);
        else if (hasDays || std::chrono::weekday(day) == std::chrono::Monday)
            painter.fillRect(QRect(left, exposed.top(), 1, height), theme.grid);
    }
    if (geometry.width() <= exposed.right())
        painter.fillRect(
            QRect(geometry.width(), exposed.top(), exposed.right() - geometry.width() + 1, height),
            theme.window);
    const int today = geometry.x(scene.book.businessDate());
    painter.fillRect(QRect(today - 1, exposed.top(), 2, height), theme.todayLine);
    for (int row = firstRow; row <= lastRow; ++row) {
        const BoardRow &at = scene.rows.at(row);
        const QRect line(exposed.left(), at.y, exposed.width(), at.height);
        if (at.kind == BoardRow::Kind::Head) {
            painter.fillRect(line, theme.raised);
            painter.fillRect(QRect(line.left(), line.top(), line.width(), 1), theme.gridStrong);
            painter.fillRect(QRect(line.left(), line.bottom(), line.width(), 1), theme.border);
            continue;
        }
        if (at.kind == BoardRow::Kind::Line) {
            QColor shade = theme.raised;
            shade.setAlpha(170);
            painter.fillRect(line, shade);
        }
        const bool isLastLine = row + 1 < scene.rows.count() && at.kind == BoardRow::Kind::Line &&
                                scene.rows.at(row + 1).kind != BoardRow::Kind::Line;
        if (at.kind == BoardRow::Kind::Unit || isLastLine)
            painter.fillRect(QRect(line.left(), line.bottom(), line.width(), 1),
                             isLastLine ? theme.border : theme.grid);
    }
    if (scene.rows.height() <= exposed.bottom())
        painter.fillRect(QRect(exposed.left(), scene.rows.height(), exposed.width(),
                               exposed.bottom() - scene.rows.height() + 1),
                         theme.window);
}

void BoardPainter::paintRow(QPainter &painter, const BoardScene &scene, const Theme &theme, int row,
                            const QRect &exposed)
{
    const BoardRow &at = scene.rows.at(row);
    if (at.kind == BoardRow::Kind::Head) {
        const QRect strip(exposed.left(), at.y + 1, exposed.width(), at.height - 2);
        paintAvailability(painter, scene, theme, at.offering, strip, 0);
        return;
    }
    for (const Bar &bar : scene.bars(row, exposed.left(), exposed.right() + 1))
        paintBar(painter, scene, theme, bar);
}

void BoardPainter::paintBar(QPainter &painter, const BoardScene &scene, const Theme &theme, const Bar &bar)
{
    const BookedStay &stay = scene.book.at(bar.stay);
    const BarLook look = lookOf(stay, bar, scene.geometry.dayWidth);
    m_skins.draw(painter, bar.rect, look, theme);
    if (bar.isBeside || look.isDayUse || scene.geometry.dayWidth < namesFrom)
        return;
    const BarInsets insets = BarSkins::insets(bar.rect.size(), look);
    QRect box = bar.rect.adjusted(insets.left, 0, -insets.right, 0);
    // Whose arrival is out of sight is named where the eye begins.
    if (bar.rect.left() < scene.visibleLeft && box.right() - scene.visibleLeft > 3 * box.height()) {
        const int mark = insets.left - markInset;
        const QRectF at(scene.visibleLeft + 6, bar.rect.center().y() - mark / 2, mark, mark);
        if (mark > 0 && bar.rect.left() + insets.left - 5 < at.left())
            drawMark(painter, at, markOf(stay.state), theme.look(stay.state).edge);
        box.setLeft(std::max(box.left(), scene.visibleLeft + 6 + (mark > 0 ? mark + 5 : 0)));
    }
    box.setLeft(std::max(box.left(), scene.visibleLeft + 6));
    // Two letters and dots say nothing.
    if (box.width() < m_texts.metrics().averageCharWidth() * 7 / 2)
        return;
    painter.setPen(theme.look(stay.state).text);
    painter.setFont(m_texts.font());
    m_texts.drawName(painter, box, stay.guest, [&] { return guestText(scene.book.guestUtf8(stay)); });
}

void BoardPainter::paintAvailability(QPainter &painter, const BoardScene &scene, const Theme &theme,
                                     OfferingIndex offering, const QRect &strip, int scrollX)
{
    const BoardGeometry &geometry = scene.geometry;
    const int capacity = scene.book.capacity(offering);
    const Date from = geometry.dayAt(strip.left() + scrollX);
    const Date to = geometry.dayAt(strip.right() + scrollX) + Days{1};
    paintUnknown(painter, scene, theme, strip, scrollX);
    for (Date day = from; day < to; day += Days{1}) {
        if (!scene.isLoaded(day))
            continue;
        const int left = geometry.x(day) - scrollX;
        const QRect cell(left, strip.top(), geometry.x(day + Days{1}) - scrollX - left, strip.height());
        paintFree(painter, theme, cell, scene.book.freeOn(offering, day), capacity);
    }
}

void BoardPainter::paintUnknown(QPainter &painter, const BoardScene &scene, const Theme &theme,
                                const QRect &strip, int scrollX)
{
    if (!scene.loaded)
        return;
    const QString words = notLoadedText();
    const int width = m_texts.metrics().horizontalAdvance(words) + 2;
    const auto write = [&](int left) {
        painter.setFont(m_texts.font());
        painter.setPen(theme.textMuted);
        painter.drawText(QRect(left, strip.top(), width, strip.height()), Qt::AlignVCenter | Qt::AlignLeft,
                         words);
    };
    // At both edges, and at the beginning of each month beyond them, wherever the strip begins.
    const BoardGeometry &geometry = scene.geometry;
    const int before = geometry.x(scene.loaded->from) - 8 - width;
    const int after = geometry.x(scene.loaded->to) + 8;
    write(before - scrollX);
    write(after - scrollX);
    const Date to = geometry.dayAt(strip.right() + scrollX) + Days{1};
    for (Date day = geometry.dayAt(strip.left() + scrollX - width - 8); day < to; day += Days{1}) {
        const int left = geometry.x(day) + 8;
        const bool isClear = left + width + 8 < before || (day >= scene.loaded->to && left > after + width);
        if (!scene.isLoaded(day) && isFirstOfMonth(day) && isClear)
            write(left - scrollX);
    }
}

void BoardPainter::paintFree(QPainter &painter, const Theme &theme, const QRect &cell, int free, int capacity)
{
    const bool isFull = free <= 0;
    const bool isLow = isScarce(free, capacity);
    if (cell.width() < numbersFrom) {
        // How much is taken, as a column's height: full is as high as it goes, and red.
        if (capacity <= 0)
            return;
        const int room = cell.height() - 6;
        const int height = std::clamp((capacity - free) * room / capacity, 0, room);
        const QColor color = isFull ? theme.full : isLow ? theme.scarce : theme.border;
        painter.fillRect(QRect(cell.left() + (cell.width() > 5 ? 1 : 0), cell.bottom() - 2 - height,
                               cell.width() - (cell.width() > 5 ? 2 : 0), height),
                         color);
        return;
    }
    if (isFull || isLow) {
        const int height = std::min(cell.height() - 4, m_texts.metrics().height() + 2);
        const int width = std::min(cell.width() - 4, std::max(height + 6, 28));
        const QRectF pill(cell.center().x() - width / 2.0 + 0.5, cell.center().y() - height / 2.0 + 0.5,
                          width, height);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(isFull ? QPen(theme.full, 1.2) : Qt::NoPen);
        painter.setBrush(isFull ? theme.badSoft : theme.warnSoft);
        painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    painter.setPen(isFull ? theme.full : isLow ? theme.scarce : theme.textMuted);
    BarTexts &texts = isFull || isLow ? m_boldTexts : m_texts;
    painter.setFont(texts.font());
    texts.drawNumber(painter, cell, free);
}

void BoardPainter::paintOverlay(QPainter &painter, const BoardScene &scene, const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (const auto hovered = scene.barOf(scene.hovered); hovered && scene.hovered != scene.selected) {
        painter.setPen(QPen(theme.look(scene.book.at(scene.hovered).state).edge, 1));
        painter.drawRoundedRect(QRectF(hovered->rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    if (const auto selected = scene.barOf(scene.selected)) {
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRoundedRect(QRectF(selected->rect).adjusted(0, 0, 0, 0), 4, 4);
    }
    if (scene.isCursorShown && !scene.ghost) {
        const QRectF cell = QRectF(scene.cellRect(scene.cursor)).adjusted(1, 1, 0, 0);
        QColor wash = theme.accent;
        wash.setAlpha(28);
        painter.setBrush(scene.cursor.nights > 1 ? QBrush(wash) : Qt::NoBrush);
        painter.setPen(QPen(theme.accent, 1.5, Qt::DotLine));
        painter.drawRoundedRect(cell, 3, 3);
    }
    if (scene.ghost)
        paintGhost(painter, scene, theme);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void BoardPainter::paintGhost(QPainter &painter, const BoardScene &scene, const Theme &theme)
{
    const BoardGhost &ghost = *scene.ghost;
    const QRect rect = scene.ghostRect(ghost);
    if (rect.isNull())
        return;
    const QColor line = ghost.refusal ? theme.bad : theme.accent;
    QColor wash = ghost.refusal ? theme.badSoft : theme.accentSoft;
    wash.setAlpha(225);
    painter.setBrush(wash);
    painter.setPen(QPen(line, 2, ghost.refusal ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    int left = rect.left() + 6;
    if (ghost.refusal && rect.width() > 20) {
        drawMark(painter, QRectF(left, rect.center().y() - 6, 13, 13), Mark::Conflict, theme.bad);
        left += 18;
    }
    const QString words = ghostText(scene.book, ghost);
    const int width = m_boldTexts.metrics().horizontalAdvance(words) + 2;
    painter.setFont(m_boldTexts.font());
    painter.setPen(ghost.refusal ? theme.bad : theme.text);
    QRect box(left, rect.top(), rect.right() - left, rect.height());
    if (width > box.width()) {
        // Too narrow inside: on a label of its own to the right.
        box = QRect(rect.right() + 6, rect.top(), width + 12, rect.height());
        painter.save();
        painter.setPen(QPen(theme.border, 1));
        painter.setBrush(theme.raised);
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.restore();
        box.adjust(6, 0, -6, 0);
    }
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft, words);
}

} // namespace deskbell::ui
