#include "ui/parts/columnscroll.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>

namespace deskbell::ui {

ColumnScroll::ColumnScroll(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

void ColumnScroll::setColumn(QWidget *column)
{
    setWidget(column);
    column->installEventFilter(this);
    fit();
}

bool ColumnScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(watched, event);
}

void ColumnScroll::resizeEvent(QResizeEvent *event)
{
    fit();
    QScrollArea::resizeEvent(event);
}

int ColumnScroll::leastHeight(int width) const
{
    // Below zero while nothing in the column wraps: then its own minimum will do.
    return std::max(0, widget()->layout()->totalHeightForWidth(width));
}

void ColumnScroll::fit()
{
    if (widget())
        widget()->setMinimumHeight(leastHeight(viewport()->width()));
}

} // namespace deskbell::ui
