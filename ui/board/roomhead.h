#pragma once

// RoomHead: the board's frozen left column: room types, which fold at a click, and rooms. Scrolls up
// and down with the board. Part of the Board; UI thread.

#include <QWidget>

#include "ui/board/boardscene.h"

namespace deskbell::ui {

class RoomHead : public QWidget
{
    Q_OBJECT

public:
    RoomHead(const BoardScene &scene, QWidget *parent);

    /// As wide as the longest names need, within bounds.
    int fittingWidth() const;
    void scrollTo(int scrollY);
    void setCurrentRow(int row);

signals:
    void headPressed(deskbell::models::OfferingIndex offering);
    void linesPressed(deskbell::models::OfferingIndex offering);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintRow(QPainter &painter, const BoardRow &row, const QRect &box);

    const BoardScene &m_scene;
    int m_scrollY = 0;
    int m_current = -1;
};

/// The corner over both: the name of the offering whose availability the date head shows.
class BoardCorner : public QWidget
{
    Q_OBJECT

public:
    BoardCorner(const BoardScene &scene, QWidget *parent);
    void setOffering(models::OfferingIndex offering, int stripHeight);

signals:
    void headPressed(deskbell::models::OfferingIndex offering);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    const BoardScene &m_scene;
    models::OfferingIndex m_offering = models::noOffering;
    int m_stripHeight = 30;
};

} // namespace deskbell::ui
