#pragma once

// FieldValues: what a person has put into the fields below a widget, to see whether anything was typed and
// that nothing was lost. Pure function, UI thread.

#include <QVariantList>

class QWidget;

namespace deskbell::ui {

/// Of every field, in the order of the widgets: texts, numbers, dates, what is chosen and what is ticked.
QVariantList fieldValues(const QWidget &parent);

} // namespace deskbell::ui
