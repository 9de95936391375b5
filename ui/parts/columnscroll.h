#pragma once

// ColumnScroll: a column of wrapping texts that scrolls when it is taller than its place. A plain
// QScrollArea asks how small the column can be, not how tall it is at this width, and squeezes texts
// over each other before it begins to scroll. UI thread.

#include <QScrollArea>

namespace deskbell::ui {

class ColumnScroll : public QScrollArea
{
    Q_OBJECT

public:
    explicit ColumnScroll(QWidget *parent);
    /// Takes it over; it has a layout.
    void setColumn(QWidget *column);

protected:
    /// How low the column may become at that width before it scrolls: as high as it would like to be.
    virtual int leastHeight(int width) const;
    virtual void fit();
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace deskbell::ui
