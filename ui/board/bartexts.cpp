#include "ui/board/bartexts.h"

#include <QPainter>

namespace deskbell::ui {

namespace {

constexpr int mostKept = 2500;

/// In a few characters' room an ellipsis takes the place of what tells one guest from another.
QString shortened(const QString &text, const QFontMetrics &metrics, int width)
{
    if (width > metrics.averageCharWidth() * 8)
        return metrics.elidedText(text, Qt::ElideRight, width);
    QString start = text;
    while (!start.isEmpty() && metrics.horizontalAdvance(start) > width)
        start.chop(start.size() > 1 && start.back().isLowSurrogate() ? 2 : 1);
    return start.trimmed();
}

QStaticText laidOut(const QString &text, const QFont &font)
{
    QStaticText result(text);
    result.setTextFormat(Qt::PlainText);
    result.setPerformanceHint(QStaticText::AggressiveCaching);
    result.prepare(QTransform(), font);
    return result;
}

} // namespace

void BarTexts::setFont(const QFont &font)
{
    m_font = font;
    m_metrics = QFontMetrics(font);
    clear();
}

void BarTexts::clear()
{
    m_names.clear();
    m_numbers.clear();
}

void BarTexts::drawName(QPainter &painter, const QRect &box, std::uint32_t number,
                        const std::function<QString()> &text)
{
    const quint64 key = static_cast<quint64>(number) << 16 | static_cast<quint16>(box.width());
    auto found = m_names.constFind(key);
    if (found == m_names.constEnd()) {
        if (m_names.size() >= mostKept)
            m_names.clear();
        found = m_names.insert(key, laidOut(shortened(text(), m_metrics, box.width()), m_font));
    }
    const int top = box.top() + (box.height() - qRound(found->size().height())) / 2;
    painter.drawStaticText(box.left(), top, *found);
}

void BarTexts::drawNumber(QPainter &painter, const QRect &box, int number)
{
    auto found = m_numbers.constFind(number);
    if (found == m_numbers.constEnd())
        found = m_numbers.insert(number, laidOut(QString::number(number), m_font));
    const QSizeF size = found->size();
    painter.drawStaticText(box.left() + (box.width() - qRound(size.width())) / 2,
                           box.top() + (box.height() - qRound(size.height())) / 2, *found);
}

} // namespace deskbell::ui
