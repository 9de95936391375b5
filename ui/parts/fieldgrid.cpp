#include "ui/parts/fieldgrid.h"

#include "ui/parts/parts.h"
#include "ui/theme.h"

namespace deskbell::ui {

FieldGrid::FieldGrid(QWidget *parent) : QGridLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setHorizontalSpacing(space::m);
    setVerticalSpacing(space::xs);
}

QLabel *FieldGrid::add(QWidget *field, int row, int column, int columns)
{
    QLabel *label = makeLabel(field->parentWidget());
    label->setBuddy(field);
    label->setContentsMargins(0, row == 0 ? 0 : space::xs, 0, 0);
    addWidget(label, 2 * row, column, 1, columns);
    addWidget(field, 2 * row + 1, column, 1, columns);
    return label;
}

} // namespace deskbell::ui
