#include "ui/offering/workflowchoice.h"

#include <QComboBox>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/format.h"
#include "ui/parts/fieldgrid.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/theme.h"

namespace deskbell::ui {

WorkflowChoice::WorkflowChoice(OfferingKind kind, QWidget *parent)
    : QWidget(parent), m_confirmation(new QComboBox(this)), m_timeToPay(new QSpinBox(this)),
      m_timeToPayLabel(nullptr), m_texts(new TextKeeper(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    for (const Workflow &workflow : workflows::all) {
        if (kindOf(workflow) == kind)
            addChoice(workflow);
    }
    addTerms();
    if (!m_all.empty())
        m_all.front().second->setChecked(true);
}

void WorkflowChoice::addChoice(const Workflow &workflow)
{
    const std::string name(workflow.name);
    auto *button = new QRadioButton(this);
    button->setObjectName(QStringLiteral("workflow-") + text(name));
    auto *meaning = new WrappingLabel(this, "muted");
    meaning->setContentsMargins(space::xl, 0, 0, space::xs);
    layout()->addWidget(button);
    layout()->addWidget(meaning);
    connect(button, &QRadioButton::toggled, this, [this](bool isChosen) {
        if (!isChosen)
            return;
        proposeTerms();
        emit edited();
    });
    m_texts->keep([button, meaning, name] {
        button->setText(workflowName(name));
        button->setAccessibleDescription(workflowExplanation(name));
        meaning->setText(workflowExplanation(name));
    });
    m_all.emplace_back(workflow, button);
}

void WorkflowChoice::addTerms()
{
    m_confirmation->setObjectName(QStringLiteral("workflowConfirmation"));
    m_timeToPay->setObjectName(QStringLiteral("workflowTimeToPay"));
    m_timeToPay->setRange(0, mostPayWithinMinutes);
    m_timeToPay->setSingleStep(10);
    for (int i = 0; i < countOf<ConfirmationRule>; ++i)
        m_confirmation->addItem(QString());
    auto *grid = new FieldGrid;
    QLabel *confirmationLabel = grid->add(m_confirmation, 0, 0);
    m_timeToPayLabel = grid->add(m_timeToPay, 0, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(grid);
    m_texts->keep([this, confirmationLabel] {
        confirmationLabel->setText(tr("&Who confirms"));
        m_timeToPayLabel->setText(tr("&Time to pay"));
        for (int i = 0; i < countOf<ConfirmationRule>; ++i)
            m_confirmation->setItemText(i, confirmationName(static_cast<ConfirmationRule>(i)));
        m_timeToPay->setSpecialValueText(tr("No limit"));
        m_timeToPay->setSuffix(tr(" min", "behind a number of minutes"));
    });
    connect(m_confirmation, &QComboBox::currentIndexChanged, this, &WorkflowChoice::edited);
    connect(m_timeToPay, &QSpinBox::valueChanged, this, &WorkflowChoice::edited);
}

void WorkflowChoice::choose(const Workflow &workflow)
{
    const auto isNamed = [&](const auto &each) { return each.first.name == workflow.name; };
    auto found = std::find_if(m_all.begin(), m_all.end(), isNamed);
    if (found != m_all.end()) {
        found->first = workflow;
        found->second->setChecked(true);
    }
    setTerms(workflow);
}

void WorkflowChoice::setTermsEnabled(bool areEnabled)
{
    m_confirmation->setEnabled(areEnabled);
    m_timeToPay->setEnabled(areEnabled);
}

void WorkflowChoice::proposeTerms()
{
    for (const auto &[workflow, button] : m_all) {
        if (button->isChecked())
            setTerms(workflow);
    }
}

void WorkflowChoice::setTerms(const Workflow &workflow)
{
    const QSignalBlocker confirmation(m_confirmation);
    const QSignalBlocker timeToPay(m_timeToPay);
    m_confirmation->setCurrentIndex(static_cast<int>(workflow.confirmation));
    m_timeToPay->setValue(termsOf(workflow).payWithinMinutes);
    m_timeToPay->setVisible(hasTimeToPay(workflow));
    m_timeToPayLabel->setVisible(hasTimeToPay(workflow));
}

std::string WorkflowChoice::chosen() const
{
    for (const auto &[workflow, button] : m_all) {
        if (button->isChecked())
            return std::string(workflow.name);
    }
    return {};
}

WorkflowTerms WorkflowChoice::terms() const
{
    const auto isChosen = [](const auto &each) { return each.second->isChecked(); };
    const auto found = std::find_if(m_all.begin(), m_all.end(), isChosen);
    const bool hasTime = found != m_all.end() && hasTimeToPay(found->first);
    return {static_cast<ConfirmationRule>(m_confirmation->currentIndex()),
            hasTime ? m_timeToPay->value() : 0};
}

} // namespace deskbell::ui
