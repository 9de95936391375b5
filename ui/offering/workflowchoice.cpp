#include "ui/offering/workflowchoice.h"

#include <QRadioButton>
#include <QVBoxLayout>

#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/theme.h"

namespace deskbell::ui {

WorkflowChoice::WorkflowChoice(OfferingKind kind, QWidget *parent)
    : QWidget(parent), m_texts(new TextKeeper(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    for (const Workflow &workflow : workflows::all) {
        if (kindOf(workflow) != kind)
            continue;
        const std::string name(workflow.name);
        auto *button = new QRadioButton(this);
        button->setObjectName(QStringLiteral("workflow-") + text(name));
        auto *meaning = new WrappingLabel(this, "muted");
        meaning->setContentsMargins(space::xl, 0, 0, space::xs);
        column->addWidget(button);
        column->addWidget(meaning);
        connect(button, &QRadioButton::toggled, this, &WorkflowChoice::edited);
        m_texts->keep([button, meaning, name] {
            button->setText(workflowName(name));
            button->setAccessibleDescription(workflowExplanation(name));
            meaning->setText(workflowExplanation(name));
        });
        m_all.emplace_back(name, button);
    }
    if (!m_all.empty())
        m_all.front().second->setChecked(true);
}

void WorkflowChoice::choose(std::string_view name)
{
    for (const auto &[known, button] : m_all) {
        if (known == name)
            button->setChecked(true);
    }
}

std::string WorkflowChoice::chosen() const
{
    for (const auto &[name, button] : m_all) {
        if (button->isChecked())
            return name;
    }
    return {};
}

} // namespace deskbell::ui
