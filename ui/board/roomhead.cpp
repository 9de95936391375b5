#include "ui/board/roomhead.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

#include "ui/board/boardwords.h"
#include "ui/plaintext.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {

constexpr int indent = 28;

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

void paintChevron(QPainter &painter, const QPointF &center, bool isFolded, const QColor &color)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF across = isFolded ? QPointF(0, 4) : QPointF(4, 0);
    const QPointF ahead = isFolded ? QPointF(2, 0) : QPointF(0, 2);
    const QPointF points[] = {center - across - ahead, center + ahead, center + across - ahead};
    painter.drawPolyline(points, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// An offering's name with how many rooms it has at the right end.
void paintOffering(QPainter &painter, const BoardScene &scene, const Theme &theme,
                   models::OfferingIndex offering, const QRect &box, const QFont &font)
{
    const bool isFolded = scene.folding.folded.contains(scene.book.offering(offering).id);
    paintChevron(painter, QPointF(box.left() + 14, box.center().y() + 0.5), isFolded, theme.textMuted);
    const QString rooms = QString::number(scene.book.unitsOf(offering).size());
    painter.setFont(font);
    const int roomsWidth = QFontMetrics(font).horizontalAdvance(rooms);
    painter.setPen(theme.textMuted);
    painter.drawText(box.adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, rooms);
    painter.setFont(strong(font));
    painter.setPen(scene.book.offering(offering).sale == SaleState::Open ? theme.text : theme.textMuted);
    const QRect name = box.adjusted(indent, 0, -roomsWidth - 18, 0);
    painter.drawText(
        name, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(typeName(scene.book, offering), Qt::ElideRight, name.width()));
}

} // namespace

RoomHead::RoomHead(const BoardScene &scene, QWidget *parent) : QWidget(parent), m_scene(scene)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

int RoomHead::fittingWidth() const
{
    const QFontMetrics bold(strong(font()));
    const QFontMetrics plain(font());
    int widest = plain.horizontalAdvance(rowName(m_scene.book, {BoardRow::Kind::Line}));
    for (const models::OfferingIndex offering : m_scene.book.offerings()) {
        widest = std::max(widest, bold.horizontalAdvance(shown(m_scene.book.offeringName(offering))));
        if (const auto units = m_scene.book.unitsOf(offering); !units.empty())
            widest = std::max(widest, plain.horizontalAdvance(shown(m_scene.book.unitName(units.back()))));
    }
    const int em = plain.horizontalAdvance(QLatin1Char('M'));
    return std::clamp(indent + widest + plain.horizontalAdvance(QStringLiteral("000")) + 22, 11 * em,
                      19 * em);
}

void RoomHead::scrollTo(int scrollY)
{
    const int dy = m_scrollY - scrollY;
    m_scrollY = scrollY;
    if (dy != 0)
        scroll(0, dy);
}

void RoomHead::setCurrentRow(int row)
{
    if (row == m_current)
        return;
    for (const int changed : {m_current, row}) {
        if (changed >= 0 && changed < m_scene.rows.count())
            update(0, m_scene.rows.at(changed).y - m_scrollY, width(), m_scene.rows.at(changed).height);
    }
    m_current = row;
}

void RoomHead::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(palette());
    for (const QRect &exposed : event->region()) {
        painter.setClipRect(exposed);
        painter.fillRect(exposed, theme.surface);
        if (!m_scene.rows.isEmpty()) {
            const int last =
                std::min(m_scene.rows.rowAt(exposed.bottom() + m_scrollY), m_scene.rows.count() - 1);
            for (int i = std::max(m_scene.rows.rowAt(exposed.top() + m_scrollY), 0); i <= last; ++i) {
                const BoardRow &row = m_scene.rows.at(i);
                paintRow(painter, row, QRect(0, row.y - m_scrollY, width(), row.height));
            }
        }
        const int end = m_scene.rows.height() - m_scrollY;
        if (end <= exposed.bottom())
            painter.fillRect(QRect(exposed.left(), end, exposed.width(), exposed.bottom() - end + 1),
                             theme.window);
        painter.fillRect(QRect(width() - 1, exposed.top(), 1, exposed.height()), theme.borderStrong);
    }
}

void RoomHead::paintRow(QPainter &painter, const BoardRow &row, const QRect &box)
{
    const Theme &theme = Theme::of(palette());
    const bool isCurrent =
        m_current >= 0 && m_current < m_scene.rows.count() && m_scene.rows.at(m_current).y == row.y;
    if (row.kind == BoardRow::Kind::Head) {
        painter.fillRect(box, isCurrent ? theme.accentSoft : theme.raised);
        painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), theme.gridStrong);
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.border);
        paintOffering(painter, m_scene, theme, row.offering, box, font());
        return;
    }
    painter.setFont(font());
    const QRect name = box.adjusted(indent, 0, -10, 0);
    if (isCurrent)
        painter.fillRect(box, theme.accentSoft);
    if (row.kind == BoardRow::Kind::Unit) {
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.grid);
        const bool isOpen = m_scene.book.unit(row.unit).sale == SaleState::Open;
        painter.setPen(isOpen ? theme.text : theme.textMuted);
        painter.drawText(
            name, Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(rowName(m_scene.book, row), Qt::ElideRight, name.width()));
        return;
    }
    const bool isLastLine =
        m_scene.rows.linesOf(row.offering).second == m_scene.rows.linesOf(row.offering).first + row.line;
    if (isLastLine)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.border);
    const int count = m_scene.book.unassignedCount(row.offering);
    painter.setPen(count > 0 ? theme.warn : theme.textMuted);
    if (row.hiddenLines > 0)
        painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
                         tr("Show %n more line(s)", nullptr, row.hiddenLines));
    else if (row.line == 0)
        painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft, rowName(m_scene.book, row));
    else if (isLastLine && row.line > BoardFolding::linesShown)
        painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft, tr("Show fewer"));
    if (row.line == 0 && count > 0)
        painter.drawText(name, Qt::AlignVCenter | Qt::AlignRight, QString::number(count));
}

void RoomHead::mousePressEvent(QMouseEvent *event)
{
    const int row = m_scene.rows.rowAt(event->position().toPoint().y() + m_scrollY);
    if (event->button() != Qt::LeftButton || row < 0 || row >= m_scene.rows.count())
        return;
    if (m_scene.rows.at(row).kind == BoardRow::Kind::Head)
        emit headPressed(m_scene.rows.at(row).offering);
    else if (m_scene.rows.at(row).kind == BoardRow::Kind::Line)
        emit linesPressed(m_scene.rows.at(row).offering);
}

bool RoomHead::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = m_scene.rows.rowAt(help->pos().y() + m_scrollY);
        if (row >= 0 && row < m_scene.rows.count())
            QToolTip::showText(help->globalPos(), rowName(m_scene.book, m_scene.rows.at(row)), this);
        return true;
    }
    return QWidget::event(event);
}

BoardCorner::BoardCorner(const BoardScene &scene, QWidget *parent) : QWidget(parent), m_scene(scene)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void BoardCorner::setOffering(models::OfferingIndex offering, int stripHeight)
{
    m_offering = offering;
    m_stripHeight = stripHeight;
    update();
}

void BoardCorner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(palette());
    painter.fillRect(rect(), theme.raised);
    const QRect strip(0, height() - m_stripHeight, width(), m_stripHeight - 1);
    painter.fillRect(QRect(0, strip.top(), width(), 1), theme.border);
    painter.setFont(font());
    painter.setPen(theme.textMuted);
    const QRect above(indent, 0, width() - indent - 10, strip.top());
    painter.drawText(above.adjusted(0, 0, 0, -4), Qt::AlignBottom | Qt::AlignLeft, tr("Room type"));
    painter.drawText(above.adjusted(0, 0, 0, -4), Qt::AlignBottom | Qt::AlignRight, tr("Rooms"));
    if (m_offering != models::noOffering)
        paintOffering(painter, m_scene, theme, m_offering, strip, font());
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.borderStrong);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.borderStrong);
}

void BoardCorner::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && event->position().y() >= height() - m_stripHeight &&
        m_offering != models::noOffering)
        emit headPressed(m_offering);
}

} // namespace deskbell::ui
