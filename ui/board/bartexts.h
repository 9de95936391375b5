#pragma once

// BarTexts: texts shortened to the room they have and laid out once, because shaping is what painting
// text costs. Emptied when font or zoom change. Owned by the Board; UI thread.

#include <QFont>
#include <QFontMetrics>
#include <QHash>
#include <QStaticText>

#include <functional>

class QPainter;

namespace deskbell::ui {

class BarTexts
{
public:
    void setFont(const QFont &font);
    const QFont &font() const { return m_font; }
    const QFontMetrics &metrics() const { return m_metrics; }
    void clear();

    /// Draws the text that `number` stands for, shortened to `width`, vertically centred in the box.
    void drawName(QPainter &painter, const QRect &box, std::uint32_t number,
                  const std::function<QString()> &text);
    /// Draws a number centred in the box.
    void drawNumber(QPainter &painter, const QRect &box, int number);

private:
    QFont m_font;
    QFontMetrics m_metrics{QFont()};
    QHash<quint64, QStaticText> m_names;
    QHash<int, QStaticText> m_numbers;
};

} // namespace deskbell::ui
