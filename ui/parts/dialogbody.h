#pragma once

// DialogBody: what a dialog shows between its heading and its buttons. On a screen too low for all of it,
// what scrolls by itself becomes low first, then the whole body scrolls; heading and buttons stay where
// they are. Owned by its dialog; UI thread.

#include "ui/parts/columnscroll.h"

class QVBoxLayout;

namespace deskbell::ui {

class DialogBody : public ColumnScroll
{
    Q_OBJECT

public:
    explicit DialogBody(QWidget *parent);
    QVBoxLayout *column() const { return m_column; }
    /// With everything at its best height.
    int bestHeight(int width) const;
    /// With what scrolls by itself as low as it may be.
    int leastHeight(int width) const override;
    QSize sizeHint() const override;
    /// As high as sizeHint(): how high a body is to be, its dialog decides by the screen.
    QSize minimumSizeHint() const override;

protected:
    void fit() override;

private:
    QVBoxLayout *m_column;
    int m_least = 0;
};

} // namespace deskbell::ui
