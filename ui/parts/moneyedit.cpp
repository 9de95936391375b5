#include "ui/parts/moneyedit.h"

#include <QFocusEvent>
#include <QTimer>

#include "ui/format.h"
#include "ui/parts/parts.h"

namespace deskbell::ui {

MoneyEdit::MoneyEdit(QWidget *parent) : QLineEdit(parent)
{
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setMaxLength(24);
    connect(this, &QLineEdit::textEdited, this, [this] {
        setInvalid(this, !money());
        emit moneyEdited();
    });
}

void MoneyEdit::setCurrency(Currency currency)
{
    m_currency = currency;
}

void MoneyEdit::setMoney(Money money)
{
    m_currency = money.currency;
    setText(amountText(money));
    setInvalid(this, false);
}

std::optional<Money> MoneyEdit::money() const
{
    const auto money = parseAmount(text(), m_currency);
    return money && money->minor >= 0 ? money : std::nullopt;
}

void MoneyEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    // After the mouse press that brought the focus has placed its caret.
    QTimer::singleShot(0, this, &QLineEdit::selectAll);
}

void MoneyEdit::focusOutEvent(QFocusEvent *event)
{
    if (const auto amount = money())
        setText(amountText(*amount));
    QLineEdit::focusOutEvent(event);
}

} // namespace deskbell::ui
