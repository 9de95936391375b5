#pragma once

// WorkflowChoice: the procedures that an offering of one kind can have, each with what it means for
// guest and desk, one of them chosen; and below what an admin may adjust of it: who confirms, and how long a
// guest has to pay. UI thread.

#include <QWidget>

#include <string>
#include <vector>

#include "ui/words.h"

class QComboBox;
class QLabel;
class QRadioButton;
class QSpinBox;

namespace deskbell::ui {

class TextKeeper;

class WorkflowChoice : public QWidget
{
    Q_OBJECT

public:
    explicit WorkflowChoice(OfferingKind kind, QWidget *parent = nullptr);
    /// With its terms.
    void choose(const Workflow &workflow);
    void setTermsEnabled(bool areEnabled);
    std::string chosen() const;
    WorkflowTerms terms() const;

signals:
    void edited();

private:
    void addChoice(const Workflow &workflow);
    void addTerms();
    /// Another procedure begins with its own terms.
    void proposeTerms();
    void setTerms(const Workflow &workflow);

    /// Those there are, and the one chosen that a newer version knows.
    std::vector<std::pair<Workflow, QRadioButton *>> m_all;
    QComboBox *m_confirmation;
    QSpinBox *m_timeToPay;
    QLabel *m_timeToPayLabel;
    TextKeeper *m_texts;
};

} // namespace deskbell::ui
