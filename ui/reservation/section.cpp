#include "ui/reservation/section.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/parts/parts.h"
#include "ui/theme.h"

namespace deskbell::ui {

Section::Section(QWidget *parent)
    : QWidget(parent), m_head(new QHBoxLayout), m_heading(makeLabel(this, "section")), m_grid(new QGridLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    m_head->addWidget(m_heading, 1);
    m_head->setSpacing(2);
    column->addLayout(m_head);
    m_grid->setHorizontalSpacing(space::m);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
}

void Section::setHeading(const QString &heading)
{
    m_heading->setText(heading);
}

void Section::addAction(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setObjectName(action->objectName() + QStringLiteral("Small"));
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::TabFocus);
    const auto follow = [button, action] {
        button->setIcon(action->icon());
        button->setToolTip(action->toolTip());
        button->setAccessibleName(action->iconText());
        button->setVisible(action->isEnabled());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    follow();
    m_head->addWidget(button);
}

void Section::clear()
{
    for (QWidget *row : m_rows) {
        m_grid->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    m_row = 0;
}

void Section::addLine(const QString &words, const char *role)
{
    QLabel *label = makeLabel(this, role, words);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    addWidget(label);
}

void Section::addRow(const QString &what, const QString &value, const char *role)
{
    QLabel *left = makeLabel(this, "muted", what);
    QLabel *right = makeLabel(this, role, value);
    right->setWordWrap(true);
    right->setAlignment(Qt::AlignRight | Qt::AlignTop);
    right->setTextInteractionFlags(Qt::TextSelectableByMouse);
    right->setFocusPolicy(Qt::NoFocus);
    m_grid->addWidget(left, m_row, 0, Qt::AlignTop);
    m_grid->addWidget(right, m_row++, 1);
    for (QLabel *label : {left, right}) {
        // At once, not when the layout gets to it: what was replaced is already gone.
        label->show();
        m_rows.push_back(label);
    }
}

void Section::addWidget(QWidget *widget)
{
    m_grid->addWidget(widget, m_row++, 0, 1, 2);
    widget->show();
    m_rows.push_back(widget);
}

} // namespace deskbell::ui
