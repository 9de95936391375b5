#include "ui/parts/moneyedit.h"

#include <QFocusEvent>
#include <QTimer>

#include "models/amount.h"
#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/plaintext.h"

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
    return parseAmount(text(), m_currency);
}

QString MoneyEdit::problem() const
{
    const auto money = models::amountTyped(text(), m_currency);
    if (money)
        return {};
    if (money.error().code == "ambiguous-amount")
        return tr("“%1” is ambiguous. Enter it with its decimals or without a separator.").arg(shown(text()));
    return text().trimmed().isEmpty() ? tr("Enter an amount.")
                                      : tr("“%1” is not an amount.").arg(shown(text()));
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
