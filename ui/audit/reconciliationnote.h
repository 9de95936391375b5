#pragma once

// ReconciliationNote: shows in the outbox panel that the last reconciliation found differences, with a
// button to open them. Hidden when there are none or the person may not see them. Owned by its panel;
// UI thread.

#include <QWidget>

#include <optional>

#include "models/operations.h"

class QLabel;
class QPushButton;

namespace deskbell::ui {

class TextKeeper;

class ReconciliationNote : public QWidget
{
    Q_OBJECT

public:
    explicit ReconciliationNote(QWidget *parent);
    void tell(const std::optional<models::ReconciledDay> &last);

signals:
    void showAsked(deskbell::Date day);

private:
    void say();

    std::optional<models::ReconciledDay> m_last;
    TextKeeper *m_texts;
    QLabel *m_sign;
    QLabel *m_words;
    QPushButton *m_show;
};

} // namespace deskbell::ui
