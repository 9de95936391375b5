#pragma once

// DateHead: the board's frozen head: months, days, and the availability of the offering whose rows
// stand first below it. Scrolls sideways with the board. Part of the Board; UI thread.

#include <QWidget>

#include "ui/board/boardpainter.h"

namespace deskbell::ui {

class DateHead : public QWidget
{
    Q_OBJECT

public:
    DateHead(const BoardScene &scene, BoardPainter &painter, QWidget *parent);

    int monthHeight() const { return m_monthHeight; }
    /// Heights for the font; the last strip is as high as a row's head.
    void arrange(int stripHeight);
    int fullHeight() const { return m_monthHeight + m_dayHeight + m_stripHeight; }
    void scrollTo(int scrollX);
    void setOffering(models::OfferingIndex offering);
    /// Availability of these days is another.
    void refresh(models::OfferingIndex offering, Date from, Date to);

signals:
    /// Pressed, in its days: show more or fewer of them is the wheel's; a click shows the day first.
    void dayPressed(deskbell::Date day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintMonths(QPainter &painter, const QRect &exposed);
    void paintDays(QPainter &painter, const QRect &exposed);
    void paintDay(QPainter &painter, Date day, const QRect &cell);

    const BoardScene &m_scene;
    BoardPainter &m_painter;
    models::OfferingIndex m_offering = models::noOffering;
    int m_scrollX = 0;
    int m_monthHeight = 22;
    int m_dayHeight = 36;
    int m_stripHeight = 30;
};

} // namespace deskbell::ui
