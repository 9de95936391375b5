#pragma once

// ReconciliationNote: in the line's panel, that the last reconciliation found differences, and the way
// to them. Not to be seen when all agrees or nobody may know. Owned by its panel; UI thread.

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
