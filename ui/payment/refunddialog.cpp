#include "ui/payment/refunddialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/asker.h"
#include "ui/format.h"
#include "ui/parts/moneyedit.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/sentences.h"
#include "ui/subject.h"
#include "ui/theme.h"

namespace deskbell::ui {

RefundDialog::RefundDialog(const House &house, Asker &asker, const Reservation &reservation, QWidget *parent)
    : DeskDialog("refundDialog", parent), m_house(house), m_asker(asker), m_reservation(reservation),
      m_credit(credit(reservation)), m_refund{RefundId{asker.desk().newId()}}, m_payment(new QComboBox(this)),
      m_amount(new MoneyEdit(this)), m_reason(new QLineEdit(this))
{
    setMinimumWidth(460);
    for (const Payment &payment : reservation.payments) {
        if (refundable(payment).minor > 0)
            m_payments.push_back(payment);
    }
    m_payment->setObjectName(QStringLiteral("refundPayment"));
    m_amount->setObjectName(QStringLiteral("refundAmount"));
    m_reason->setObjectName(QStringLiteral("refundReason"));
    limitCharacters(m_reason, maxText);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(space::m);
    form->setHorizontalSpacing(space::l);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    QLabel *labels[] = {makeLabel(this), makeLabel(this), makeLabel(this)};
    QWidget *const fields[] = {m_payment, m_amount, m_reason};
    for (int i = 0; i < 3; ++i) {
        labels[i]->setBuddy(fields[i]);
        labels[i]->setMinimumHeight(fields[i]->sizeHint().height());
        form->addRow(labels[i], fields[i]);
    }
    body()->addLayout(form);
    connect(m_payment, &QComboBox::currentIndexChanged, this, &RefundDialog::choose);
    connect(m_amount, &MoneyEdit::moneyEdited, this, &RefundDialog::check);
    connect(acceptButton(), &QPushButton::clicked, this, &RefundDialog::submit);
    texts()->keep([=, this] {
        labels[0]->setText(tr("&Payment"));
        labels[1]->setText(tr("&Amount"));
        labels[2]->setText(tr("&Reason"));
        say();
    });
    choose();
    m_amount->setFocus();
}

void RefundDialog::say()
{
    setHeading(tr("Refund"), subjectText(m_reservation, m_house));
    m_reason->setPlaceholderText(tr("Why is the money refunded?"));
    acceptButton()->setText(tr("Re&fund"));
    const int chosen = std::max(0, m_payment->currentIndex());
    const QSignalBlocker quiet(m_payment);
    m_payment->clear();
    const QTimeZone zone = m_house.names().zone;
    for (const Payment &payment : m_payments)
        m_payment->addItem(
            tr("%1, %2, %3", "amount, method, time")
                .arg(moneyText(payment.amount), methodName(payment.method), instantText(payment.at, zone)));
    m_payment->setCurrentIndex(chosen);
}

void RefundDialog::choose()
{
    const int chosen = m_payment->currentIndex();
    if (chosen >= 0) {
        // What was paid too much, where something was; the rest is still owed.
        Money proposed = refundable(m_payments[static_cast<std::size_t>(chosen)]);
        if (m_credit.minor > 0)
            proposed.minor = std::min(proposed.minor, m_credit.minor);
        m_amount->setMoney(proposed);
    }
    check();
}

void RefundDialog::check()
{
    const int chosen = m_payment->currentIndex();
    const auto amount = m_amount->money();
    if (chosen < 0) {
        acceptButton()->setEnabled(false);
        banner()->tell(Banner::Kind::Info, tr("There is no payment to refund."));
        return;
    }
    const Money most = refundable(m_payments[static_cast<std::size_t>(chosen)]);
    const bool isTooMuch = amount && compare(*amount, most) > 0;
    acceptButton()->setEnabled(amount && amount->minor > 0 && !isTooMuch && !isSent());
    setInvalid(m_amount, !amount || isTooMuch);
    if (!amount)
        banner()->tell(Banner::Kind::Bad, m_amount->problem());
    else if (isTooMuch)
        banner()->tell(Banner::Kind::Bad, tr("At most %1 can be refunded.").arg(moneyText(most)));
    else if (m_credit.minor > 0 && compare(*amount, m_credit) > 0)
        banner()->tell(Banner::Kind::Warn,
                       tr("Only %1 is overpaid; the rest will be owed again.").arg(moneyText(m_credit)));
    else if (m_asker.desk().link().phase != models::LinkPhase::Online)
        banner()->tell(Banner::Kind::Info, tr("The desk is offline: the refund is kept as a request and "
                                              "carried out once when the connection is restored."));
    else
        banner()->clear();
}

void RefundDialog::submit()
{
    const auto amount = m_amount->money();
    const int chosen = m_payment->currentIndex();
    if (isSent() || !amount || chosen < 0)
        return;
    const RefundPayment refund{m_reservation.id, m_payments[static_cast<std::size_t>(chosen)].id, m_refund,
                               *amount, utf8(m_reason->text().trimmed())};
    askOnce(m_asker, refund, m_house);
}

} // namespace deskbell::ui
