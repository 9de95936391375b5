#include "ui/parts/fieldvalues.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace deskbell::ui {

QVariantList fieldValues(const QWidget &parent)
{
    QVariantList values;
    for (const QWidget *widget : parent.findChildren<QWidget *>()) {
        if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
            values << text->toPlainText();
        else if (const auto *number = qobject_cast<const QSpinBox *>(widget))
            values << number->value();
        else if (const auto *time = qobject_cast<const QDateTimeEdit *>(widget))
            values << time->dateTime();
        else if (const auto *choice = qobject_cast<const QComboBox *>(widget))
            values << choice->currentIndex();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
                 button && button->isCheckable())
            values << button->isChecked();
        else if (const auto *line = qobject_cast<const QLineEdit *>(widget);
                 line && !line->parentWidget()->inherits("QAbstractSpinBox"))
            values << line->text();
    }
    return values;
}

} // namespace deskbell::ui
