#pragma once

// FieldGrid: fields with their labels over them, in columns that stand under each other: how every form of
// the desk is built. Owned by the layout or the widget that it is given to; UI thread.

#include <QGridLayout>

class QLabel;

namespace deskbell::ui {

class FieldGrid : public QGridLayout
{
public:
    /// A parent's own layout has no margins.
    explicit FieldGrid(QWidget *parent = nullptr);
    /// In that row of fields and that column, over so many columns. Gives its label, which has no words yet.
    QLabel *add(QWidget *field, int row, int column, int columns = 1);
};

} // namespace deskbell::ui
