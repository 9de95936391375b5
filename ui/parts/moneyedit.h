#pragma once

// MoneyEdit: a field for an amount in one currency, written and read by the person's locale. Takes
// what people type ("1.250,50", "€ 1,250.50"), writes it tidily when they leave. UI thread.

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

signals:
    void moneyEdited();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    Currency m_currency{};
};

} // namespace deskbell::ui
