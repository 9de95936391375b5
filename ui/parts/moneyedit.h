#pragma once

// MoneyEdit: a field for an amount in one currency. Takes what people type ("1.250,50", "€ 1,250.50"), writes
// it tidily by their locale when they leave; what could be two amounts is none, and its problem says so. UI
// thread.

#include <QLineEdit>

#include <optional>

#include "domain/money.h"

namespace deskbell::ui {

class MoneyEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit MoneyEdit(QWidget *parent = nullptr);
    void setCurrency(Currency currency);
    void setMoney(Money money);
    std::optional<Money> money() const;
    /// Empty with an amount in it, else the sentence that says what is wrong.
    QString problem() const;

signals:
    void moneyEdited();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    Currency m_currency{};
};

} // namespace deskbell::ui
