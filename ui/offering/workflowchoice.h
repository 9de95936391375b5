#pragma once

// WorkflowChoice: the procedures that an offering of one kind can have, each with what it means for
// guest and desk, one of them chosen. UI thread.

#include <QWidget>

#include <string>
#include <vector>

#include "ui/words.h"

class QRadioButton;

namespace deskbell::ui {

class TextKeeper;

class WorkflowChoice : public QWidget
{
    Q_OBJECT

public:
    explicit WorkflowChoice(OfferingKind kind, QWidget *parent = nullptr);
    void choose(std::string_view name);
    std::string chosen() const;

signals:
    void edited();

private:
    std::vector<std::pair<std::string, QRadioButton *>> m_all;
    TextKeeper *m_texts;
};

} // namespace deskbell::ui
